import { afterAll, expect, test } from "vitest";
import { type LspDiagnostic, removeFolder, startClient } from "./client.js";

afterAll(removeFolder);

const block = "vrrp_instance V {\n    priority 300\n}\n";
const large = block.repeat(60_000);

test("a document of more lines than any configuration is told from one of as many", async () => {
  const client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
  const messages = async (path: string, text: string) => {
    await client.open(path, text);
    const textDocument = { uri: client.uri(path) };
    const { items } = await client.request<{ items: readonly LspDiagnostic[] }>("textDocument/diagnostic", {
      textDocument,
    });
    return items.map(({ message }) => message);
  };
  expect(await messages("long.conf", `${"\n".repeat(200_000)}odd 5\n`)).toEqual([
    expect.stringContaining("200,000 lines"),
  ]);
  expect(await messages("just.conf", `${"\n".repeat(199_000)}odd 5\n`)).toEqual([
    expect.stringContaining("unknown keyword"),
  ]);
  await client.stop();
});

test("a document that is larger than any configuration gets one finding, and nothing else is served of it", async () => {
  const client = await startClient({ capabilities: { textDocument: { diagnostic: {} } } });
  const uri = client.uri("large.conf");
  const textDocument = { uri };
  const findings = async () =>
    (await client.request<{ items: readonly LspDiagnostic[] }>("textDocument/diagnostic", { textDocument })).items;
  await client.open("large.conf", large);
  expect((await findings()).map(({ message }) => message)).toEqual([
    "this file is larger than 2 MB or 200,000 lines, which no configuration is: kalint does not look at it",
  ]);
  const position = { line: 1, character: 6 };
  const options = { tabSize: 4, insertSpaces: true };
  expect(await client.request("textDocument/hover", { textDocument, position })).toBeNull();
  expect(await client.request("textDocument/formatting", { textDocument, options })).toEqual([]);
  expect(await client.request("textDocument/documentSymbol", { textDocument })).toEqual([]);
  // An edit that makes it an ordinary one is one against the text that the client has.
  const range = { start: { line: 3, character: 0 }, end: { line: 3 * 60_000, character: 0 } };
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: "" }],
  });
  expect((await findings()).some(({ message }) => message.includes("300"))).toBe(true);
  expect(await client.request("textDocument/hover", { textDocument, position })).not.toBeNull();
  await client.stop();
});
