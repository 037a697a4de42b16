import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { bundleInto } from "../support/command-bundle.js";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "kalint-editors-"));

beforeAll(() => bundleInto(join(folder, "dist")), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an editor whose own tests cannot run here starts, by the settings that its users copy. */
interface Started {
  readonly command: readonly string[];
  readonly initializationOptions: { readonly target: string };
}

const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
const settings: Readonly<Record<string, () => Started>> = {
  "kate.json": () => read("editors/kate.json").servers.keepalived,
  "sublime.json": () => read("editors/sublime.json").clients.kalint,
};

/** What the server that the settings start says of a file. */
async function findingsOf({
  command: [program, ...words],
  initializationOptions,
}: Started): Promise<readonly string[]> {
  expect(program).toBe("kalint");
  const file = join(folder, "keepalived.conf");
  const text = "global_defs {\n    max_auto_priority\n}\n";
  writeFileSync(file, text);
  const server = spawn(process.execPath, [join(folder, "dist/kalint.js"), ...words], { stdio: "pipe" });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published = new Promise<{ diagnostics: readonly { code: string }[] }>((resolve) => {
    connection.onNotification("textDocument/publishDiagnostics", resolve);
  });
  connection.listen();
  const rootUri = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", { processId: null, rootUri, capabilities: {}, initializationOptions });
  await connection.sendNotification("initialized", {});
  const textDocument = { uri: pathToFileURL(file).href, languageId: "keepalived", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const { diagnostics } = await published;
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  connection.dispose();
  return diagnostics.map(({ code }) => code);
}

describe("the settings of editors that are not driven", () => {
  test.each(Object.keys(settings))("%s starts the server, for the release that it names", async (name) => {
    const started = settings[name]!();
    // Debian 12 has the keyword, 2.0.20 does not.
    expect(started.initializationOptions).toEqual({ target: "debian-12" });
    expect(await findingsOf(started)).toEqual([]);
    const older = { ...started, initializationOptions: { target: "2.0.20" } };
    expect(await findingsOf(older)).toEqual(["unknown-keyword"]);
  });

  test("Sublime Text selects the scope of the grammar, and Kate begins at the folder of kalint.json", () => {
    const grammar = read("grammars/keepalived.tmLanguage.json");
    expect(read("editors/sublime.json").clients.kalint.selector).toBe(grammar.scopeName);
    const { highlightingModeRegex, rootIndicationFileNames } = read("editors/kate.json").servers.keepalived;
    expect(new RegExp(highlightingModeRegex).test("keepalived")).toBe(true);
    expect(rootIndicationFileNames).toContain("kalint.json");
  });
});
