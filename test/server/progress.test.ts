import { afterAll, beforeAll, expect, test } from "vitest";
import { LSPErrorCodes } from "vscode-languageserver";
import { buildServer, type Client, type LspDiagnostic, removeFolder, startClient, startProcess } from "./client.js";

beforeAll(buildServer);
afterAll(removeFolder);

interface Shown {
  readonly kind: "begin" | "report" | "end";
  readonly title?: string;
  readonly message?: string;
  readonly percentage?: number;
  readonly cancellable?: boolean;
}

/** Longer than a second of work for any machine, as each instance is compared with all that share its id. */
const long = (instances: number) =>
  Array.from(
    { length: instances },
    (_, n) =>
      `vrrp_instance V${n} {\n    priority 300\n    interface eth0\n    virtual_router_id ${(n % 255) + 1}\n    virtual_ipaddress {\n        10.0.${n >> 8}.${n & 255}\n    }\n}\n`,
  ).join("");

const pulling = { window: { workDoneProgress: true }, textDocument: { diagnostic: {} } };

/** Notes what the server shows, without what it shows of its start. */
function following(client: Client) {
  const { connection } = client;
  const shown: (Shown & { readonly token: string })[] = [];
  let look = (): void => {};
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onNotification("$/progress", ({ token, value }: { token: string; value: Shown }) => {
    if (value.kind === "begin" && value.cancellable !== true) return;
    if (value.kind === "begin" || shown.some((each) => each.token === token)) shown.push({ ...value, token });
    look();
  });
  return {
    shown,
    until: (kind: Shown["kind"]) =>
      new Promise<Shown & { readonly token: string }>((resolve) => {
        look = () => {
          const found = shown.find((each) => each.kind === kind);
          if (found) resolve(found);
        };
        look();
      }),
  };
}

function pull(client: Client, path: string) {
  const textDocument = { uri: client.uri(path) };
  return client.request<{ items: readonly LspDiagnostic[] }>("textDocument/diagnostic", { textDocument });
}

test("work that takes long is shown until it ends", async () => {
  const client = await startClient({ capabilities: pulling, patience: 0 });
  const { shown, until } = following(client);
  await client.open("keepalived.conf", long(300));
  const { items } = await pull(client, "keepalived.conf");
  expect(items.length).toBeGreaterThan(0);
  await until("end");
  const [first, ...others] = shown;
  expect(first).toMatchObject({ kind: "begin", title: "kalint", cancellable: true });
  expect(first?.message).toMatch(/^checking 1 of 1: workspace-\w+\/keepalived\.conf$/);
  expect(others.at(-1)).toMatchObject({ kind: "end" });
  const percentages = shown.flatMap(({ percentage }) => percentage ?? []);
  expect(percentages).toEqual(percentages.toSorted((one, other) => one - other));
  await client.stop();
});

test("work that takes no time, and a client that shows none, see nothing of it", async () => {
  const quick = await startClient({ capabilities: pulling });
  const quickly = following(quick);
  await quick.open("keepalived.conf", long(1));
  await pull(quick, "keepalived.conf");
  expect(quickly.shown).toEqual([]);
  await quick.stop();
  const plain = await startClient({ capabilities: { textDocument: { diagnostic: {} } }, patience: 0 });
  const plainly = following(plain);
  await plain.open("keepalived.conf", long(300));
  await pull(plain, "keepalived.conf");
  expect(plainly.shown).toEqual([]);
  await plain.stop();
});

test("a user who stops the work gets no findings until something changes", async () => {
  const client = await startProcess({ capabilities: pulling });
  const { until } = following(client);
  await client.open("keepalived.conf", long(12_000));
  const answer = pull(client, "keepalived.conf").catch((error: unknown) => error);
  const { token } = await until("begin");
  await client.connection.sendNotification("window/workDoneProgress/cancel", { token });
  const refusal = { code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: false } };
  expect(await answer).toMatchObject(refusal);
  await until("end");
  await expect(pull(client, "keepalived.conf")).rejects.toMatchObject(refusal);
  const textDocument = { uri: client.uri("keepalived.conf"), version: 2 };
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument,
    contentChanges: [{ text: long(1) }],
  });
  const { items } = await pull(client, "keepalived.conf");
  expect(items.map(({ message }) => message)).toContainEqual(expect.stringContaining("300"));
  await client.stop();
});

test("what needs no findings can be done where their search was stopped", async () => {
  const client = await startProcess({ capabilities: pulling });
  const { until } = following(client);
  await client.open("keepalived.conf", long(12_000));
  const answer = pull(client, "keepalived.conf").catch(() => undefined);
  const { token } = await until("begin");
  await client.connection.sendNotification("window/workDoneProgress/cancel", { token });
  await answer;
  const position = { line: 1, character: 14 };
  const actions = await client.request<readonly { readonly title: string }[]>("textDocument/codeAction", {
    textDocument: { uri: client.uri("keepalived.conf") },
    range: { start: position, end: position },
    context: { diagnostics: [], only: ["refactor.extract"] },
  });
  expect(actions.map(({ title }) => title)).toEqual(["Extract 300 to $PRIORITY", "Extract all 12000 300 to $PRIORITY"]);
  await client.stop();
});

test("a client that findings are sent to gets none of work that was stopped, and those of the next edit", async () => {
  const client = await startClient({ capabilities: { window: { workDoneProgress: true } }, patience: 0 });
  const { until } = following(client);
  await client.open("keepalived.conf", long(3000));
  const { token } = await until("begin");
  await client.connection.sendNotification("window/workDoneProgress/cancel", { token });
  await until("end");
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: client.uri("keepalived.conf"), version: 2 },
    contentChanges: [{ text: long(1) }],
  });
  const found = await client.diagnostics("keepalived.conf", (list) => list.length > 0);
  expect(found.map(({ message }) => message)).toContainEqual(expect.stringContaining("300"));
  expect(client.logs.filter((line) => line.includes("stopped"))).toEqual([]);
  await client.stop();
});
