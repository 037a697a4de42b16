import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer, type Client, type LspDiagnostic, removeFolder, startProcess, withClient } from "./client.js";

beforeAll(buildServer);
afterAll(removeFolder);

const path = "keepalived.conf";
const wrong =
  "vrrp_instance A {\n    state MASTR\n    interface eth0\n    virtual_router_id 5\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n";
const right = wrong.replace("MASTR", "BACKUP");

function at(client: Client, line: number, character: number) {
  return { textDocument: { uri: client.uri(path) }, position: { line, character } };
}

describe("the server", () => {
  test("says what it can do", () =>
    withClient({}, async ({ initialized: { capabilities } }) => {
      expect(capabilities).toMatchObject({
        positionEncoding: "utf-16",
        hoverProvider: true,
        documentFormattingProvider: true,
        documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["}"] },
        completionProvider: { resolveProvider: true },
        definitionProvider: true,
      });
    }));

  test("pushes findings, and takes them back when an edit mends the text", () =>
    withClient({}, async (client) => {
      await client.open(path, wrong);
      const found = await client.diagnostics(path, (list) => list.length > 0);
      expect(found.map(({ code }) => code)).toContain("invalid-argument");
      expect(found.find(({ code }) => code === "invalid-argument")?.range).toEqual({
        start: { line: 1, character: 10 },
        end: { line: 1, character: 15 },
      });
      await client.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: client.uri(path), version: 2 },
        contentChanges: [
          { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 15 } }, text: "BACKUP" },
        ],
      });
      await client.diagnostics(path, (list) => list.every(({ code }) => code !== "invalid-argument"));
    }));

  test("answers a pull and says when nothing has changed", () =>
    withClient({ capabilities: { textDocument: { diagnostic: {} } } }, async (client) => {
      await client.open(path, wrong);
      const textDocument = { uri: client.uri(path) };
      const report = await client.request<{ kind: string; resultId: string; items: { code: string }[] }>(
        "textDocument/diagnostic",
        { textDocument },
      );
      expect(report.items.map(({ code }) => code)).toContain("invalid-argument");
      const again = await client.request("textDocument/diagnostic", {
        textDocument,
        previousResultId: report.resultId,
      });
      expect(again).toEqual({ kind: "unchanged", resultId: report.resultId });
    }));

  test("compares the hosts of the workspace, open or not, and tells both sides", () =>
    withClient(
      { files: { "lb1/keepalived.conf": right, "lb2/keepalived.conf": right.replace("router_id 5", "router_id 6") } },
      async (client) => {
        await client.open("lb1/keepalived.conf", right);
        for (const [here, there] of [
          ["lb1/keepalived.conf", "lb2/keepalived.conf"],
          ["lb2/keepalived.conf", "lb1/keepalived.conf"],
        ] as const) {
          const found = await client.diagnostics(here, (list) => list.length > 0);
          const mismatch = found.find(({ code }) => code === "mismatched-virtual-router-id");
          expect(mismatch?.relatedInformation?.map(({ location }) => location.uri)).toEqual([client.uri(there)]);
        }
      },
    ));

  test("explains on hover", () =>
    withClient({}, async (client) => {
      await client.open(path, right);
      const hover = await client.request("textDocument/hover", at(client, 3, 8));
      expect(hover).toMatchObject({
        contents: { kind: "markdown", value: expect.stringContaining("virtual_router_id") },
        range: { start: { line: 3, character: 4 }, end: { line: 3, character: 21 } },
      });
      expect(await client.request("textDocument/hover", at(client, 0, 16 + 1))).toBeNull();
    }));

  test("completes, with pages on demand", () =>
    withClient(
      {
        capabilities: {
          textDocument: {
            completion: {
              completionItem: {
                snippetSupport: true,
                documentationFormat: ["markdown"],
                resolveSupport: { properties: ["documentation"] },
              },
            },
          },
        },
      },
      async (client) => {
        await client.open(path, right.replace("    interface", "    pri\n    interface"));
        const { items } = await client.request<{
          items: { label: string; documentation?: unknown; insertTextFormat: number }[];
        }>("textDocument/completion", at(client, 2, 7));
        const priority = items.find(({ label }) => label === "priority");
        expect(priority).toMatchObject({
          insertTextFormat: 2,
          textEdit: { range: { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } } },
        });
        expect(priority).not.toHaveProperty("documentation");
        expect(priority).toHaveProperty("detail", "priority <priority>");
        // Below the detail, which it does not repeat.
        expect(await client.request("completionItem/resolve", priority)).toMatchObject({
          documentation: { kind: "markdown", value: expect.stringMatching(/^Priority in the election/) },
        });
      },
    ));

  test("explains without Markdown to a client that does not show it", () =>
    withClient(
      {
        capabilities: {
          textDocument: {
            hover: { contentFormat: ["plaintext"] },
            signatureHelp: { signatureInformation: { documentationFormat: ["plaintext"] } },
          },
        },
      },
      async (client) => {
        await client.open(path, right.replace("    interface", "    pri\n    interface"));
        const { items } = await client.request<{ items: { label: string; documentation?: unknown }[] }>(
          "textDocument/completion",
          at(client, 2, 7),
        );
        expect(items.find(({ label }) => label === "priority")).toMatchObject({
          documentation: {
            kind: "plaintext",
            value: expect.stringContaining("- priority: whole number from 1 to 255"),
          },
        });
        const { contents } = await client.request<{ contents: { kind: string; value: string } }>(
          "textDocument/hover",
          at(client, 4, 10),
        );
        expect(contents.kind).toBe("plaintext");
        expect(contents.value).toMatch(/^virtual_router_id <vrid>\n\n/);
        expect(contents.value).not.toMatch(/[`*]/);
        expect(await client.request("textDocument/signatureHelp", at(client, 4, 23))).toMatchObject({
          signatures: [{ documentation: { kind: "plaintext", value: expect.not.stringContaining("`") } }],
        });
      },
    ));

  test("answers with nothing, and logs nothing, where a text was closed before its requests", () =>
    withClient({}, async (client) => {
      await client.open(path, right);
      await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri: client.uri(path) } });
      const options = { tabSize: 4, insertSpaces: true };
      const answers = await Promise.all([
        client.request("textDocument/hover", at(client, 3, 8)),
        client.request("textDocument/prepareRename", at(client, 0, 16)),
        client.request("textDocument/rename", { ...at(client, 0, 16), newName: "VI_2" }),
        client.request("textDocument/formatting", { ...at(client, 0, 0), options }),
      ]);
      expect(answers).toEqual([null, null, null, null]);
      expect(client.logs).toEqual([]);
    }));

  test("gives plain text to a client without snippets, and nothing for a blank typed to indent", () =>
    withClient({}, async (client) => {
      await client.open(path, right.replace("    interface", "    \n    interface"));
      const { items } = await client.request<{ items: { label: string; insertTextFormat: number }[] }>(
        "textDocument/completion",
        at(client, 2, 4),
      );
      expect(items.find(({ label }) => label === "priority")).toMatchObject({
        insertTextFormat: 1,
        textEdit: { newText: "priority" },
      });
      const typed = { ...at(client, 2, 4), context: { triggerKind: 2, triggerCharacter: " " } };
      expect(await client.request("textDocument/completion", typed)).toEqual([]);
      const value = { ...at(client, 1, 10), context: { triggerKind: 2, triggerCharacter: " " } };
      expect(await client.request("textDocument/completion", value)).toMatchObject({
        items: [{ label: "MASTER" }, { label: "BACKUP" }],
      });
    }));

  test("formats", () =>
    withClient({}, async (client) => {
      await client.open(path, "vrrp_instance A {\nstate BACKUP\n}\n");
      const edits = await client.request("textDocument/formatting", {
        textDocument: { uri: client.uri(path) },
        options: { tabSize: 2, insertSpaces: true },
      });
      expect(edits).toEqual([
        { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: "  " },
      ]);
    }));

  test("formats lines of a range, and what is being typed", () =>
    withClient({}, async (client) => {
      await client.open(path, "vrrp_instance A {\nstate BACKUP\npriority 1\n\n}\n");
      const common = { textDocument: { uri: client.uri(path) }, options: { tabSize: 2, insertSpaces: true } };
      const line = { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } };
      expect(await client.request("textDocument/rangeFormatting", { ...common, range: line })).toEqual([
        { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: "  " },
      ]);
      const typed = { ...common, position: { line: 3, character: 0 }, ch: "\n" };
      expect(await client.request("textDocument/onTypeFormatting", typed)).toEqual([
        { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, newText: "  " },
        { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, newText: "  " },
      ]);
    }));

  test.each([
    ["a template", "vrrp_instance A {\ninterface {{ i }}\n}\n"],
    ["a text with merge-conflict marks", "vrrp_instance A {\n<<<<<<< HEAD\npriority 1\n=======\n>>>>>>> b\n}\n"],
    ["a script", "#!/bin/sh\n  echo  x\n"],
    ["braces that do not pair up", "vrrp_instance A {\nstate BACKUP\n"],
  ])("leaves %s as it is", (_what, text) =>
    withClient({}, async (client) => {
      await client.open(path, text);
      const options = { tabSize: 2, insertSpaces: true };
      expect(
        await client.request("textDocument/formatting", { textDocument: { uri: client.uri(path) }, options }),
      ).toEqual([]);
    }),
  );

  test("goes to a definition in a file that is not open", () =>
    withClient({ files: { "scripts.conf": "vrrp_script chk {\n    script /bin/true\n}\n" } }, async (client) => {
      await client.open(path, "include scripts.conf\nvrrp_instance A {\n    track_script {\n        chk\n    }\n}\n");
      expect(await client.request("textDocument/definition", at(client, 3, 9))).toEqual([
        {
          uri: client.uri("scripts.conf"),
          range: { start: { line: 0, character: 12 }, end: { line: 0, character: 15 } },
        },
      ]);
    }));

  test("reads what is open rather than what is on the disk", () =>
    withClient({ files: { "names.conf": "$OLD=1\n" } }, async (client) => {
      await client.open("names.conf", "$NEW=1\n");
      await client.open(path, "include names.conf\n$NEW\n");
      expect(await client.request("textDocument/definition", at(client, 1, 2))).toMatchObject([
        { uri: client.uri("names.conf") },
      ]);
    }));

  test("shows symbols and folds", () =>
    withClient({}, async (client) => {
      await client.open(path, right);
      const textDocument = { uri: client.uri(path) };
      expect(await client.request("textDocument/documentSymbol", { textDocument })).toMatchObject([
        { name: "A", detail: "vrrp_instance", children: [{ name: "virtual_ipaddress" }] },
      ]);
      expect(await client.request("textDocument/foldingRange", { textDocument })).toEqual([
        { startLine: 0, endLine: 6 },
        { startLine: 4, endLine: 5 },
      ]);
    }));

  test("gives a client that applies whatever it gets the one fix of the finding that it asks for", () =>
    withClient({}, async (client) => {
      await client.open(path, right.replace("interface eth0", "interfac eth0\n    stat BACKUP"));
      const found = await client.diagnostics(path, (list) => list.length > 1);
      const asked = found.filter(({ code }) => code === "unknown-keyword");
      expect(asked).toHaveLength(2);
      // Kate asks for the whole file, with one finding.
      const actionsFor = (diagnostics: readonly LspDiagnostic[]) =>
        client.request<{ title: string }[]>("textDocument/codeAction", {
          textDocument: { uri: client.uri(path) },
          range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
          context: { diagnostics },
        });
      expect((await actionsFor(asked.slice(0, 1))).map(({ title }) => title)).toEqual([
        "Write interface instead of interfac",
      ]);
      expect((await actionsFor(asked)).length).toBeGreaterThan(2);
    }));

  test("offers fixes", () =>
    withClient({}, async (client) => {
      const text =
        "virtual_server 10.0.0.1 80 {\n    protocol TCP\n    real_server 10.0.0.2 80 {\n        TCP_CHECK {\n            nb_get_retry 3\n        }\n    }\n}\n";
      await client.open(path, text);
      await client.diagnostics(path, (list) => list.some(({ code }) => code === "unknown-keyword"));
      const place = { line: 4, character: 14 };
      const actions = await client.request<{ kind: string; edit: unknown }[]>("textDocument/codeAction", {
        textDocument: { uri: client.uri(path) },
        range: { start: place, end: place },
        context: { diagnostics: [] },
      });
      expect(actions).toMatchObject([
        { kind: "quickfix", isPreferred: true, edit: { changes: { [client.uri(path)]: [{ newText: "retry" }] } } },
        {
          kind: "quickfix",
          isPreferred: false,
          edit: {
            changes: {
              [client.uri(path)]: [
                {
                  range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
                  newText: "            # kalint-disable-next-line unknown-keyword\n",
                },
              ],
            },
          },
        },
        { title: "Suppress unknown-keyword in this file" },
        { title: "Show the page of unknown-keyword", command: { command: "kalint.openRule" } },
      ]);
    }));

  const actionsAt = <Action>(client: Client, line: number, character: number, only?: readonly string[]) =>
    client.request<Action[]>("textDocument/codeAction", {
      textDocument: { uri: client.uri(path) },
      range: { start: { line, character }, end: { line, character } },
      context: { diagnostics: [], ...(only && { only }) },
    });

  test("offers no fix after which keepalived would complain of more", () =>
    withClient({}, async (client) => {
      // To close priority would leave its { unexpected, and take the } from the instance.
      await client.open(
        path,
        "vrrp_instance A {\n    priority 100 {\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n",
      );
      const titles = async (line: number) =>
        (await actionsAt<{ title: string }>(client, line, 6)).map(({ title }) => title);
      await client.diagnostics(path, (list) => list.some(({ code }) => code === "unbalanced-brace"));
      expect(await titles(1)).toContain("Suppress unbalanced-brace on this line");
      expect(await titles(1)).not.toContain("Close the block");
      // What it would leave is better here.
      await client.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: client.uri(path), version: 2 },
        contentChanges: [
          {
            text: "vrrp_instance A {\n    priority 100\n    virtual_ipaddress {\n        10.0.0.1\n    nopreempt\n}\n",
          },
        ],
      });
      await client.diagnostics(path, (list) => list.some(({ code }) => code === "unbalanced-brace"));
      expect(await titles(2)).toContain("Close the block");
    }));

  test("fixes everything safe on demand", () =>
    withClient({}, async (client) => {
      const check = "TCP_CHECK {\n            nb_get_retry 3\n        }";
      const server = (address: string) => `    real_server ${address} 80 {\n        ${check}\n    }\n`;
      await client.open(
        path,
        `virtual_server 10.0.0.1 80 {\n    protocol TCP\n${server("10.0.0.2")}${server("10.0.0.3")}}\n`,
      );
      const place = { line: 0, character: 0 };
      const actions = await client.request<
        { kind: string; edit: { changes: Record<string, { newText: string }[]> } }[]
      >("textDocument/codeAction", {
        textDocument: { uri: client.uri(path) },
        range: { start: place, end: place },
        context: { diagnostics: [], only: ["source.fixAll"] },
      });
      expect(actions.map(({ kind }) => kind)).toEqual(["source.fixAll.kalint"]);
      expect(actions[0]?.edit.changes[client.uri(path)]?.map(({ newText }) => newText)).toEqual(["retry", "retry"]);
    }));

  test("renames, and says why where it does not", () =>
    withClient({}, async (client) => {
      await client.open(path, "vrrp_instance A {\n}\nvrrp_sync_group G {\n    group {\n        A\n    }\n}\n");
      expect(await client.request("textDocument/prepareRename", at(client, 4, 8))).toMatchObject({ placeholder: "A" });
      const edit = await client.request("textDocument/rename", { ...at(client, 4, 8), newName: "VI_1" });
      expect(edit).toMatchObject({ changes: { [client.uri(path)]: [{ newText: "VI_1" }, { newText: "VI_1" }] } });
      await expect(client.request("textDocument/prepareRename", at(client, 0, 3))).rejects.toThrow(/Only names/);
      await expect(client.request("textDocument/rename", { ...at(client, 4, 8), newName: "a$b" })).rejects.toThrow(
        /written/,
      );
    }));

  test("shows how the line is written", () =>
    withClient({}, async (client) => {
      await client.open(path, right);
      expect(await client.request("textDocument/signatureHelp", at(client, 3, 23))).toMatchObject({
        signatures: [{ label: "virtual_router_id <vrid>", parameters: [{ label: [18, 24] }] }],
        activeParameter: 0,
      });
    }));

  test("finds symbols of the whole workspace, links and highlights", () =>
    withClient({ files: { "lb2/keepalived.conf": right.replace("instance A", "instance OTHER") } }, async (client) => {
      await client.open(path, `include lb2/keepalived.conf\n${right}`);
      expect(await client.request("workspace/symbol", { query: "otr" })).toMatchObject([
        { name: "OTHER", location: { uri: client.uri("lb2/keepalived.conf") } },
      ]);
      const textDocument = { uri: client.uri(path) };
      expect(await client.request("textDocument/documentLink", { textDocument })).toEqual([
        {
          range: { start: { line: 0, character: 8 }, end: { line: 0, character: 27 } },
          target: client.uri("lb2/keepalived.conf"),
          tooltip: "lb2/keepalived.conf",
        },
      ]);
      expect(await client.request("textDocument/documentHighlight", at(client, 1, 14))).toEqual([
        { range: { start: { line: 1, character: 14 }, end: { line: 1, character: 15 } } },
      ]);
      expect(
        await client.request("textDocument/selectionRange", { textDocument, positions: [{ line: 2, character: 5 }] }),
      ).toMatchObject([{ range: { start: { line: 2, character: 4 } }, parent: { parent: {} } }]);
    }));

  test("finds symbols of files that nobody has open, where a host includes them", () =>
    withClient(
      {
        files: {
          "keepalived.conf": "include parts/more.inc\n",
          "parts/more.inc": right.replace("instance A", "instance OTHER"),
        },
      },
      async (client) => {
        expect(await client.request("workspace/symbol", { query: "othr" })).toMatchObject([
          { name: "OTHER", location: { uri: client.uri("parts/more.inc") } },
        ]);
      },
    ));

  test("what settles a finding is a fix beside it, and a refactoring elsewhere", () => {
    const host = (id: number, password: string) => `vrrp_instance A {
    interface eth0
    virtual_router_id ${id}
    priority 100
    authentication {
        auth_type PASS
        auth_pass ${password}
    }
    virtual_ipaddress {
        10.0.0.1
    }
}
`;
    const files = { "lb1/keepalived.conf": host(51, "one"), "lb2/keepalived.conf": host(52, "one") };
    return withClient({ files }, async (client) => {
      await client.open("lb1/keepalived.conf", files["lb1/keepalived.conf"]);
      const at = async (line: number, character: number, only: readonly string[]) => {
        const place = { line, character };
        const actions = await client.request<{ title: string; kind: string; diagnostics?: { code: string }[] }[]>(
          "textDocument/codeAction",
          {
            textDocument: { uri: client.uri("lb1/keepalived.conf") },
            range: { start: place, end: place },
            context: { diagnostics: [], only },
          },
        );
        return actions.map(
          ({ title, kind, diagnostics = [] }) => `${kind} ${diagnostics.map(({ code }) => code)}: ${title}`,
        );
      };
      expect((await at(2, 23, ["quickfix"]))[0]).toBe("quickfix mismatched-virtual-router-id: Use 52 as on lb2");
      expect(await at(2, 23, ["refactor"])).toEqual(["refactor.extract : Extract 51 to $VIRTUAL_ROUTER_ID"]);
      // The finding is in the other host's file; its reasons are in the hover here too.
      const { contents } = await client.request<{ contents: { value: string } }>("textDocument/hover", {
        textDocument: { uri: client.uri("lb1/keepalived.conf") },
        position: { line: 2, character: 23 },
      });
      expect(contents.value).toContain("**mismatched-virtual-router-id**");
      const authentication = "Make A VRRP version 3, without authentication, on lb1, lb2";
      expect(await at(0, 15, ["refactor"])).toContain(`refactor.rewrite : ${authentication}`);
      expect(await at(0, 15, ["quickfix"])).not.toContain(authentication);
    });
  });

  test("counts columns as the client does", () =>
    withClient({ capabilities: { general: { positionEncodings: ["utf-8", "utf-16"] } } }, async (client) => {
      expect(client.initialized.capabilities.positionEncoding).toBe("utf-8");
      await client.open(path, 'global_defs { router_id "größe" vrrp_version 2 }\nvrrp_instance ß𝒜 { state MASTR }\n');
      const found = await client.diagnostics(path, (list) => list.some(({ code }) => code === "invalid-argument"));
      expect(found.find(({ code }) => code === "invalid-argument")?.range).toEqual({
        start: { line: 1, character: 29 },
        end: { line: 1, character: 34 },
      });
      await client.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: client.uri(path), version: 2 },
        contentChanges: [
          { range: { start: { line: 1, character: 29 }, end: { line: 1, character: 34 } }, text: "BACKUP" },
        ],
      });
      await client.diagnostics(path, (list) => list.every(({ code }) => code !== "invalid-argument"));
    }));

  test.each(["1.2.2", "ubuntu-16.04"])("takes the target version %s from its settings", (target) =>
    withClient({ initializationOptions: { target } }, async (client) => {
      await client.open(path, right.replace("    interface", "    use_ipvlan\n    interface"));
      const found = await client.diagnostics(path, (list) => list.length > 0);
      expect(found.map(({ code }) => code)).toContain("unknown-keyword");
    }),
  );

  test("follows its settings", () =>
    withClient({}, async (client) => {
      await client.open(path, right.replace("    interface", "    use_ipvlan\n    interface"));
      await client.diagnostics(path, (list) => list.every(({ code }) => code !== "unknown-keyword"));
      const settings = { kalint: { target: "1.2.2", rules: { "missing-keyword": "off" } } };
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
      await client.diagnostics(path, (list) => list.some(({ code }) => code === "unknown-keyword"));
    }));

  test("reads the disk again when the client says that it changed", () =>
    withClient({ files: { "names.conf": "$NAME=MASTER\n" } }, async (client) => {
      await client.open(path, `include names.conf\n${right.replace("BACKUP", "$NAME")}`);
      await client.diagnostics(path, (list) => list.every(({ code }) => code !== "invalid-argument"));
      await writeFile(new URL(client.uri("names.conf")), "$NAME=MASTR\n");
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: client.uri("names.conf"), type: 2 }],
      });
      await client.diagnostics(path, (list) => list.some(({ code }) => code === "invalid-argument"));
    }));

  test("survives requests that make no sense, and logs them", () =>
    withClient({}, async (client) => {
      expect(await client.request("textDocument/hover", at(client, 0, 0))).toBeNull();
      expect(await client.request("textDocument/hover", {})).toBeNull();
      expect(await client.request("textDocument/formatting", { textDocument: { uri: "file:///nowhere" } })).toBeNull();
      await expect(client.request("textDocument/nonsense", {})).rejects.toThrow();
      await client.connection.sendNotification("textDocument/didChange", { nonsense: true });
      await client.connection.sendNotification("textDocument/didOpen", { textDocument: null });
      await client.open(path, right);
      expect(await client.request("textDocument/hover", at(client, 999, 999))).toBeNull();
      expect(await client.request("textDocument/hover", at(client, -1, -1))).not.toBeUndefined();
      expect(await client.request("textDocument/hover", at(client, 3, 8))).toMatchObject({ contents: {} });
      expect(client.logs.some((line) => line.includes("textDocument/hover"))).toBe(true);
    }));

  test("survives bytes that are no message", async () => {
    const client = await startProcess();
    await client.open(path, right);
    client.process.stdin?.write("Content-Length: 9\r\n\r\n{nonsense");
    client.process.stdin?.write("Content-Length: 4\r\n\r\nnull");
    expect(await client.request("textDocument/hover", at(client, 3, 8))).toMatchObject({ contents: {} });
    await client.stop();
  });

  test("ends when its client is gone", async () => {
    const client = await startProcess();
    const ended = new Promise((resolve) => client.process.once("exit", resolve));
    client.process.stdin?.end();
    expect(await ended).not.toBeNull();
  });

  test("offers the releases to choose from", () =>
    withClient({}, async (client) => {
      const { releases } = await client.request<{ releases: string[] }>("kalint/targets", undefined);
      expect(releases.slice(0, 1)).toEqual(["2.4.3"]);
      expect(releases).toContain("2.2.7");
      expect(releases.at(-1)).toBe("next");
    }));
});
