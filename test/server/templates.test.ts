// Templates on the wire, under the language ids that the editors' own extensions give them.
import { afterAll, describe, expect, test } from "vitest";
import { removeFolder, startClient } from "./client.js";

afterAll(removeFolder);

interface Kind {
  readonly languageId: string;
  readonly path: string;
  readonly value: string;
  readonly open: string;
  readonly close: string;
}

const kinds: readonly Kind[] = [
  { languageId: "jinja", path: "keepalived.conf.j2", value: "{{ id }}", open: "{% if a %}", close: "{% endif %}" },
  { languageId: "ansible-jinja", path: "keepalived.conf", value: "{{ id }}", open: "{% if a %}", close: "{% endif %}" },
  { languageId: "erb", path: "keepalived.conf.erb", value: "<%= @id %>", open: "<% if @a -%>", close: "<% end -%>" },
  { languageId: "keepalived", path: "keepalived.gotmpl", value: "{{ .Id }}", open: "{{ if .A }}", close: "{{ end }}" },
];

describe.each(kinds)("$languageId ($path)", ({ languageId, path, value, open, close }) => {
  const text = `vrrp_instance web {
    virtual_router_id ${value}
    ${open}
    nopreemt
    ${close}
    priority 300
      advert_int 1
}
`;

  test("findings, hover, completion, symbols, folding, tokens and layout as in a configuration", async () => {
    const client = await startClient({});
    try {
      await client.open(path, text, languageId);
      const found = await client.diagnostics(path, (list) => list.length > 1);
      const errors = found.filter(({ code }) => code === "unknown-keyword" || code === "invalid-argument");
      expect(errors.map(({ code, range }) => [code, range.start.line, range.start.character])).toEqual([
        ["unknown-keyword", 3, 4],
        ["invalid-argument", 5, 13],
      ]);
      const textDocument = { uri: client.uri(path) };
      const at = (line: number, character: number) => ({ textDocument, position: { line, character } });
      const hover = await client.request<{ contents: { value: string } }>("textDocument/hover", at(5, 6));
      expect(hover.contents.value).toContain("priority");
      expect(await client.request("textDocument/hover", at(2, 8))).toBeNull();
      const { items } = await client.request<{ items: { label: string }[] }>("textDocument/completion", at(3, 4));
      expect(items.map(({ label }) => label)).toContain("nopreempt");
      const inTag = await client.request<{ items: unknown[] } | null>("textDocument/completion", at(1, 25));
      expect(inTag?.items ?? []).toEqual([]);
      const symbols = await client.request<{ name: string }[]>("textDocument/documentSymbol", { textDocument });
      expect(symbols.map(({ name }) => name)).toEqual([expect.stringContaining("web")]);
      expect(await client.request("textDocument/foldingRange", { textDocument })).toContainEqual(
        expect.objectContaining({ startLine: 0 }),
      );
      const { data } = await client.request<{ data: number[] }>("textDocument/semanticTokens/full", { textDocument });
      expect(data.length).toBeGreaterThan(0);

      // Where only tags say that it is a template, somebody may have forgotten to render it.
      const options = { tabSize: 4, insertSpaces: true };
      const edits = await client.request("textDocument/formatting", { textDocument, options });
      const moved = { range: { start: { line: 6, character: 4 }, end: { line: 6, character: 6 } }, newText: "" };
      expect(edits).toEqual(path === "keepalived.conf" ? [] : [moved]);
    } finally {
      await client.stop();
    }
  });
});
