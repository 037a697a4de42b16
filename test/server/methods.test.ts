import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, removeFolder, startClient } from "./client.js";

afterAll(removeFolder);

/** Names and comments in Chinese, one letter outside of the basic plane: each encoding counts other columns on nearly every line. */
const text = `# 负载均衡 𠮷 主机
$地址=192.0.2.10
include 共享/*.conf
vrrp_script "检查 𠮷" { # 每两秒
  script "/usr/bin/检查 𠮷 --快" # 命令
  interval 2
}
vrrp_instance 主机 { # 𠮷
  state MASTR
  interface eth0
  virtual_router_id 51 # 𠮷
  priority 100
  track_script {
    "检查 𠮷" weight -20
  }
  notify "/a/通知 𠮷" root # 𠮷
  virtual_ipaddress {
    192.0.2.11 dev eth0 label "标签𠮷"
  }
}
`;
const other = `vrrp_instance 主机 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 90
    virtual_ipaddress {
        192.0.2.11 dev eth0 label "标签𠮷"
    }
}
`;
const path = "lb1/keepalived.conf";

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}

describe.each(["utf-8", "utf-16", "utf-32"] as const)("every method with columns in %s", (encoding) => {
  const unitsOf = (part: string): number =>
    encoding === "utf-8" ? Buffer.byteLength(part) : encoding === "utf-16" ? part.length : [...part].length;
  const lines = text.split("\n");
  /** The place in front of (or behind) the first occurrence of `part` on the line that holds `within`. */
  const at = (part: string, behind = 0, within = part): Position => {
    const line = lines.findIndex((one) => one.includes(within));
    const column = lines[line]!.indexOf(part) + behind;
    return { line, character: unitsOf(lines[line]!.slice(0, column)) };
  };
  /** The text that a range covers, of this file or of another. */
  const covered = ({ start, end }: Range, of: readonly string[] = lines): string => {
    const cut = ({ line, character }: Position): string => {
      const letters = [...of[line]!];
      let units = 0;
      let taken = "";
      for (const letter of letters) {
        if (units >= character) break;
        units += unitsOf(letter);
        taken += letter;
      }
      expect(units, "a position between two letters").toBe(character);
      return taken;
    };
    if (start.line === end.line) return cut(end).slice(cut(start).length);
    const rest = of[start.line]!.slice(cut(start).length);
    return [rest, ...of.slice(start.line + 1, end.line), cut(end)].join("\n");
  };

  let client: Client;
  let textDocument: { readonly uri: string };
  const ask = <T>(method: string, more: object = {}): Promise<T> =>
    client.request<T>(`textDocument/${method}`, { textDocument, ...more });
  beforeAll(async () => {
    client = await startClient({
      files: { [path]: text, "lb2/keepalived.conf": other, "lb1/共享/一.conf": "# 一\n", "lb1/共享/二.conf": "# 二\n" },
      capabilities: {
        general: { positionEncodings: [encoding] },
        textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } } },
      },
    });
    textDocument = { uri: client.uri(path) };
    await client.open(path, text);
  });
  afterAll(async () => {
    await client.stop();
  });
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: 0 } };
  const options = { tabSize: 4, insertSpaces: true };

  test("diagnostics, pushed and pulled", async () => {
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
    const report = await ask<{ items: { code: string; range: Range }[] }>("diagnostic");
    const found = report.items.find(({ code }) => code === "invalid-argument");
    expect(found && covered(found.range)).toBe("MASTR");
    const all = await client.request<{ items: { uri: string }[] }>("workspace/diagnostic", { previousResultIds: [] });
    expect(all.items.map(({ uri }) => uri)).toContain(textDocument.uri);
  });

  test("hover", async () => {
    const hover = await ask<{ range: Range }>("hover", { position: at("weight", 2) });
    expect(covered(hover.range)).toBe("weight");
    const name = await ask<{ range: Range }>("hover", { position: at('"检查 𠮷" weight', 3) });
    expect(covered(name.range)).toBe('"检查 𠮷"');
  });

  test("completion and what resolves it", async () => {
    const { items } = await ask<{ items: { label: string; textEdit: { range: Range } }[] }>("completion", {
      position: at("weight", 3),
    });
    const weight = items.find(({ label }) => label === "weight");
    expect(weight && covered(weight.textEdit.range)).toBe("weight");
    const resolved = await client.request<{ documentation?: unknown }>("completionItem/resolve", weight);
    expect(resolved).toMatchObject({ label: "weight" });
  });

  test("signature help", async () => {
    const help = await ask<{ activeSignature: number; signatures: { label: string }[] }>("signatureHelp", {
      position: at("root # 𠮷", 1),
    });
    expect(help.signatures[0]?.label).toMatch(/^notify </);
  });

  test("definition, references, highlights", async () => {
    const position = at('"检查 𠮷" weight', 4);
    const [definition] = await ask<{ uri: string; range: Range }[]>("definition", { position });
    expect(definition && covered(definition.range)).toBe('"检查 𠮷"');
    const references = await ask<{ range: Range }[]>("references", { position, context: { includeDeclaration: true } });
    expect(references.map(({ range }) => covered(range))).toEqual(['"检查 𠮷"', '"检查 𠮷"']);
    const highlights = await ask<{ range: Range }[]>("documentHighlight", { position });
    expect(highlights).toHaveLength(2);
  });

  test("rename, here and on the other host", async () => {
    const position = at("主机 {", 1);
    const prepared = await ask<{ range: Range; placeholder: string }>("prepareRename", { position });
    expect([covered(prepared.range), prepared.placeholder]).toEqual(["主机", "主机"]);
    const edit = await ask<{ changes: Record<string, { range: Range; newText: string }[]> }>("rename", {
      position,
      newName: "从机",
    });
    const there = edit.changes[client.uri("lb2/keepalived.conf")] ?? [];
    expect(there.map(({ range }) => covered(range, other.split("\n")))).toEqual(["主机"]);
    expect(edit.changes[textDocument.uri]?.map(({ range }) => covered(range))).toEqual(["主机"]);
  });

  test("symbols of the file and of the workspace", async () => {
    const symbols = await ask<{ name: string; range: Range; selectionRange: Range }[]>("documentSymbol");
    const instance = symbols.find(({ name }) => name === "主机");
    expect(instance && covered(instance.selectionRange)).toBe("主机");
    expect(instance && covered(instance.range)).toMatch(/^vrrp_instance 主机 \{[\s\S]*\n\}$/);
    const found = await client.request<{ name: string; location: { uri: string } }[]>("workspace/symbol", {
      query: "主机",
    });
    expect(found.map(({ location }) => location.uri).toSorted()).toEqual(
      [textDocument.uri, client.uri("lb2/keepalived.conf")].toSorted(),
    );
  });

  test("code actions, whose edit comes when it is asked for", async () => {
    const range = { start: at("MASTR", 1), end: at("MASTR", 1) };
    const actions = await ask<{ title: string; edit?: unknown }[]>("codeAction", {
      range,
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ title }) => title === "Write MASTER");
    expect(fix).not.toHaveProperty("edit");
    const { edit } = await client.request<{ edit: { changes: Record<string, { range: Range }[]> } }>(
      "codeAction/resolve",
      fix,
    );
    expect(edit.changes[textDocument.uri]?.map((one) => covered(one.range))).toEqual(["MASTR"]);
    await expect(client.request("codeAction/resolve", { ...fix, title: "another" })).rejects.toThrow(/has changed/);
    const only = { diagnostics: [], only: ["source.fixAll"] };
    expect(await ask("codeAction", { range, context: only })).toEqual([]);
  });

  test("formatting: whole, a range, while typing", async () => {
    const edits = await ask<{ range: Range; newText: string }[]>("formatting", { options });
    expect(edits.every(({ range, newText }) => `${covered(range)}${newText}`.trim() === "")).toBe(true);
    const range = { start: at("track_script"), end: at("track_script") };
    const part = await ask<{ range: Range }[]>("rangeFormatting", { options, range });
    expect(part.length).toBeGreaterThan(0);
    expect(part.length).toBeLessThan(edits.length);
    const typed = await ask<{ range: Range }[]>("onTypeFormatting", {
      options,
      ch: "\n",
      position: at("priority 100"),
    });
    expect(typed.every((one) => covered(one.range).trim() === "")).toBe(true);
  });

  test("folding and selection", async () => {
    const folds = await ask<{ startLine: number; endLine: number }[]>("foldingRange");
    expect(folds).toContainEqual({ startLine: 3, endLine: 5 });
    const [selection] = await ask<{ range: Range; parent: { range: Range } }[]>("selectionRange", {
      positions: [at('label "标签𠮷"', 9)],
    });
    expect(selection && covered(selection.range)).toBe('"标签𠮷"');
    expect(selection && covered(selection.parent.range)).toBe('192.0.2.11 dev eth0 label "标签𠮷"');
  });

  test("links", async () => {
    const links = await ask<{ range: Range; target: string }[]>("documentLink");
    expect(links.map(({ range }) => covered(range))).toEqual(["共享/*.conf", "共享/*.conf"]);
    expect(links.map(({ target }) => target)).toEqual(["lb1/共享/一.conf", "lb1/共享/二.conf"].map(client.uri));
  });

  test("semantic tokens: whole, of a range, changed", async () => {
    const tokensOf = (data: readonly number[]): string[] => {
      let [line, character] = [0, 0];
      const found: string[] = [];
      for (let index = 0; index < data.length; index += 5) {
        const [down = 0, right = 0, length = 0] = data.slice(index);
        line += down;
        character = down === 0 ? character + right : right;
        found.push(covered({ start: { line, character }, end: { line, character: character + length } }));
      }
      return found;
    };
    const full = await ask<{ resultId: string; data: number[] }>("semanticTokens/full");
    expect(tokensOf(full.data)).toEqual(expect.arrayContaining(["主机", '"检查 𠮷"', "weight", "root", '"标签𠮷"']));
    const range = { start: at("notify"), end: at("root # 𠮷", 4) };
    const part = await ask<{ data: number[] }>("semanticTokens/range", { range });
    expect(tokensOf(part.data)).toEqual(["notify", '"/a/通知 𠮷"', "root"]);
    const delta = await ask<{ edits: unknown[] }>("semanticTokens/full/delta", { previousResultId: full.resultId });
    expect(delta.edits).toEqual([]);
  });

  test("inlay hints and lenses", async () => {
    const hints = await ask<{ position: Position; label: string }[]>("inlayHint", { range: whole });
    expect(hints.find(({ label }) => label.includes("80"))?.position).toEqual(at("priority 100", 12));
    const lenses = await ask<{ range: Range; command: { title: string } }[]>("codeLens");
    expect(lenses.map(({ range }) => covered(range))).toContain("主机");
  });

  test("commands and documents of the server's own", async () => {
    const effective = await client.request<string>("workspace/executeCommand", {
      command: "kalint.effective",
      arguments: [textDocument],
    });
    expect(effective).toContain("vrrp_instance 主机 {");
    const page = await client.request<{ text: string }>("workspace/textDocumentContent", {
      uri: "kalint-rule:/unknown-keyword.md",
    });
    expect(page.text).toMatch(/^# unknown-keyword\n/);
  });

  test("every method that the server offers is in this list", () => {
    const { capabilities } = client.initialized;
    const offered = Object.keys(capabilities).filter(
      (name) => name.endsWith("Provider") || name === "textDocumentSync",
    );
    expect(offered.toSorted()).toEqual(
      `codeAction codeLens completion definition diagnostic documentFormatting documentHighlight documentLink
       documentOnTypeFormatting documentRangeFormatting documentSymbol executeCommand foldingRange hover inlayHint
       references rename selectionRange semanticTokens signatureHelp workspaceSymbol`
        .split(/\s+/)
        .map((name) => `${name}Provider`)
        .concat("textDocumentSync")
        .toSorted(),
    );
  });
});
