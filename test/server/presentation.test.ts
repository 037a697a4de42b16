import { afterAll, describe, expect, test } from "vitest";
import { type Client, removeFolder, withClient } from "./client.js";

afterAll(removeFolder);

const host = (priority: number) => `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10
    }
}
`;
const pair = { "lb1/keepalived.conf": host(100), "lb2/keepalived.conf": host(50) };
const path = "lb1/keepalived.conf";
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

interface Tokens {
  readonly resultId: string;
  readonly data: readonly number[];
  readonly edits?: readonly {
    readonly start: number;
    readonly deleteCount: number;
    readonly data: readonly number[];
  }[];
}

async function change(client: Client, version: number, text: string): Promise<void> {
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: client.uri(path), version },
    contentChanges: [{ text }],
  });
}

describe("beside the text", () => {
  test("semantic tokens: whole, changed, of a range", () =>
    withClient({ files: pair }, async (client) => {
      await client.open(path, host(100));
      const textDocument = { uri: client.uri(path) };
      const legend = client.initialized.capabilities.semanticTokensProvider as {
        legend: { tokenTypes: readonly string[] };
      };
      const full = await client.request<Tokens>("textDocument/semanticTokens/full", { textDocument });
      const types = full.data.filter((_, index) => index % 5 === 3).map((type) => legend.legend.tokenTypes[type]);
      expect(types.slice(0, 4)).toEqual(["type", "function", "keyword", "interface"]);
      await change(client, 2, host(90));
      const delta = await client.request<Tokens>("textDocument/semanticTokens/full/delta", {
        textDocument,
        previousResultId: full.resultId,
      });
      const changed = [...full.data];
      for (const { start, deleteCount, data } of delta.edits ?? []) changed.splice(start, deleteCount, ...data);
      const again = await client.request<Tokens>("textDocument/semanticTokens/full", { textDocument });
      expect(changed).toEqual(again.data);
      expect(delta.edits).toHaveLength(1);
      const unknown = { textDocument, previousResultId: "nonsense" };
      expect(await client.request("textDocument/semanticTokens/full/delta", unknown)).toMatchObject({
        data: again.data,
      });
      const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } };
      const part = await client.request<Tokens>("textDocument/semanticTokens/range", { textDocument, range });
      expect(part.data.slice(0, 3)).toEqual([3, 4, 8]);
    }));

  test("inlay hints and lenses, each switchable, and both follow the other host's file", () =>
    withClient(
      { files: pair, initializationOptions: { inlayHints: { units: true, defaults: false } } },
      async (client) => {
        await client.open(path, host(100).replace("    virtual_ip", "    advert_int 2\n    virtual_ip"));
        const textDocument = { uri: client.uri(path) };
        expect(await client.request("textDocument/inlayHint", { textDocument, range: whole })).toEqual([
          { position: { line: 4, character: 16 }, label: "s", kind: 2, paddingLeft: true },
        ]);
        await change(client, 2, host(100));
        expect(await client.request("textDocument/codeLens", { textDocument })).toMatchObject([
          {
            range: { start: { line: 0, character: 14 } },
            command: { title: "MASTER lb1 → lb2 after 3.8 s", command: "kalint.failover" },
          },
        ]);
        await client.open("lb2/keepalived.conf", host(150));
        expect(await client.request("textDocument/codeLens", { textDocument })).toMatchObject([
          { command: { title: "MASTER lb2 → lb1 after 3.6 s" } },
        ]);
        const settings = { kalint: { codeLens: { failover: false } } };
        await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
        expect(await client.request("textDocument/codeLens", { textDocument })).toEqual([]);
      },
    ));

  test("pages: as answers to commands, and as documents that follow the texts", () =>
    withClient(
      {
        files: pair,
        capabilities: { window: { showDocument: { support: true } }, workspace: { textDocumentContent: {} } },
      },
      async (client) => {
        const shown: string[] = [];
        client.connection.onRequest("window/showDocument", ({ uri }: { uri: string }) => {
          shown.push(uri);
          return { success: true };
        });
        const refreshed = new Promise<string>((resolve) => {
          client.connection.onRequest("workspace/textDocumentContent/refresh", ({ uri }: { uri: string }) => {
            resolve(uri);
            return null;
          });
        });
        await client.open(path, host(100));
        const run = (command: string, given: unknown) =>
          client.request<string>("workspace/executeCommand", { command, arguments: [given] });
        expect(await run("kalint.failover", { uri: client.uri(path) })).toContain("| lb1 lost | lb2 | 3.8 s |");
        expect(await run("kalint.effective", { uri: client.uri(path) })).toContain("priority 100");
        expect(await run("kalint.openRule", "unknown-keyword")).toContain("# unknown-keyword");
        expect(shown.map((uri) => uri.split(":")[0])).toEqual(["kalint-failover", "kalint-effective", "kalint-rule"]);
        for (const uri of shown) {
          const { text } = await client.request<{ text: string }>("workspace/textDocumentContent", { uri });
          expect(text.length).toBeGreaterThan(50);
        }
        await change(client, 2, host(90));
        expect(await refreshed).toBe(shown[0]);
        await expect(run("kalint.openRule", "nonsense")).rejects.toThrow(/takes the id of a rule/);
        await expect(run("kalint.effective", {})).rejects.toThrow(/uri/);
        await expect(client.request("workspace/textDocumentContent", { uri: "kalint-rule:/x.md" })).rejects.toThrow(
          /none of the documents/,
        );
      },
    ));

  test("findings: their page, tags, and advice in the hover instead of the message", () =>
    withClient({}, async (client) => {
      const text = "vrrp_script chk {\n    script /bin/true\n}\nvrrp_instance A {\n    state MASTR\n}\n";
      await client.open("keepalived.conf", text);
      const found = await client.diagnostics("keepalived.conf", (list) => list.length > 1);
      expect(found.find(({ code }) => code === "unused-script")).toMatchObject({
        tags: [1],
        codeDescription: { href: expect.stringMatching(/rules\/unused-script\.md$/) },
      });
      expect(found.find(({ code }) => code === "invalid-argument")?.message).not.toContain("\n");
      const position = { line: 4, character: 12 };
      const hover = await client.request<{ contents: { value: string } }>("textDocument/hover", {
        textDocument: { uri: client.uri("keepalived.conf") },
        position,
      });
      expect(hover.contents.value).toContain("**invalid-argument**");
    }));

  test("what the cluster makes of a priority is in the hover once the edit has been looked at", () =>
    withClient({ files: pair }, async (client) => {
      await client.open(path, host(100));
      const textDocument = { uri: client.uri(path) };
      const hover = async () =>
        (
          await client.request<{ contents: { value: string } }>("textDocument/hover", {
            textDocument,
            position: { line: 3, character: 14 },
          })
        ).contents.value;
      const lookedAt = () => client.request("textDocument/diagnostic", { textDocument });
      await lookedAt();
      expect(await hover()).toContain("MASTER: **lb1**");
      await change(client, 2, host(40));
      expect(await hover()).not.toContain("MASTER");
      await lookedAt();
      expect(await hover()).toContain("MASTER: **lb2**");
    }));

  test("names itself with its version, and settings that there are not", () =>
    withClient({ initializationOptions: { targt: "2.2.7", inlayHints: { unit: true } } }, async (client) => {
      expect(client.initialized).toMatchObject({ serverInfo: { name: "kalint", version: "0.0.0" } });
      await client.request("kalint/targets", undefined);
      expect(client.logs.join("\n")).toMatch(/kalint\.targt: there is no such setting/);
      expect(client.logs.join("\n")).toMatch(/kalint\.inlayHints\.unit: there is no such setting/);
    }));
});

/** Columns of `检查` and what follows it, as each encoding counts them. */
test.each([
  ["utf-8", 6],
  ["utf-16", 2],
  ["utf-32", 2],
])("columns of Chinese names in %s", (encoding, width) =>
  withClient({ capabilities: { general: { positionEncodings: [encoding] } } }, async (client) => {
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
    const text =
      "vrrp_script 检查 {\n    script /bin/true\n}\nvrrp_instance A {\n    track_script {\n        检查 weight 2\n    }\n}\n";
    const textDocument = { uri: client.uri(path) };
    await client.open(path, text);
    const position = { line: 5, character: 9 };
    const name = { start: { line: 0, character: 12 }, end: { line: 0, character: 12 + width } };
    const use = { start: { line: 5, character: 8 }, end: { line: 5, character: 8 + width } };
    expect(await client.request("textDocument/definition", { textDocument, position })).toMatchObject([
      { range: name },
    ]);
    expect(await client.request("textDocument/hover", { textDocument, position })).toMatchObject({ range: use });
    expect(await client.request("textDocument/documentHighlight", { textDocument, position })).toMatchObject([
      { range: name },
      { range: use },
    ]);
    const edit = await client.request("textDocument/rename", { textDocument, position, newName: "check" });
    expect(edit).toMatchObject({ changes: { [textDocument.uri]: [{ range: name }, { range: use }] } });
    const { data } = await client.request<Tokens>("textDocument/semanticTokens/full", { textDocument });
    expect(data.slice(5, 8)).toEqual([0, 12, width]);
    const items = await client.request<{ items: { label: string }[] }>("textDocument/completion", {
      textDocument,
      position: { line: 5, character: 8 + width + 1 },
    });
    expect(items.items.map(({ label }) => label)).toContain("weight");
  }),
);
