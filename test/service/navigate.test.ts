import { definitionAt, documentSymbols, foldingRanges, type OutlineSymbol, referencesTo } from "@kalint/service";
import { describe, expect, test } from "vitest";
import { openMarked } from "./support.js";

/** From the cursor, the definition is what stands between `«` and `»`. */
function checkDefinition(marked: string): void {
  const { document, offset, spans } = openMarked(marked);
  expect(definitionAt(document, offset)).toEqual(spans);
}

function checkReferences(marked: string): void {
  const { document, offset, spans } = openMarked(marked);
  const order = (list: readonly { file: string; start: number }[]) =>
    [...list].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
  expect(order(referencesTo(document, offset, true))).toEqual(order(spans));
}

function checkOutline(text: string, expected: string): void {
  const lines: string[] = [];
  const visit = (symbol: OutlineSymbol, depth: number): void => {
    lines.push(`${"  ".repeat(depth)}${symbol.name}${symbol.detail ? ` (${symbol.detail})` : ""}: ${symbol.kind}`);
    for (const child of symbol.children) visit(child, depth + 1);
  };
  for (const symbol of documentSymbols(openMarked(text).document)) visit(symbol, 0);
  expect(lines.join("\n")).toBe(expected.trim());
}

function checkFolding(text: string, ...expected: string[]): void {
  const ranges = foldingRanges(openMarked(text).document);
  expect(ranges.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`)).toEqual(expected);
}

describe("go to definition", () => {
  test("of a script, an instance, a group", () => {
    checkDefinition(
      "vrrp_script «chk_a» {\n script /bin/true\n}\nvrrp_instance A {\n track_script {\n  chk<|>_a\n }\n}",
    );
    checkDefinition("vrrp_sync_group G {\n group {\n  A<|>\n }\n}\nvrrp_instance «A» {\n}");
    checkDefinition("virtual_server_group «web» {\n 10.0.0.1 80\n}\nvirtual_server group we<|>b {\n}");
  });

  test("in an included file", () => {
    checkDefinition(
      "include scripts.conf\nvrrp_instance A {\n track_script {\n  chk<|>_a\n }\n}\n#- scripts.conf\nvrrp_script «chk_a» {\n script /bin/true\n}\n",
    );
  });

  test("in the including file", () => {
    checkDefinition(
      "vrrp_script «chk_a» {\n script /bin/true\n}\ninclude vi.conf\n#- vi.conf\nvrrp_instance A {\n track_script {\n  chk<|>_a\n }\n}\n",
    );
  });

  test("of $NAME, here and in an included file", () => {
    checkDefinition("$«VIP»=10.0.0.1\npriority ${V<|>IP}\n");
    checkDefinition("include a.conf\npriority $V<|>IP\n#- a.conf\n$«VIP»=10.0.0.1\n");
  });

  test("of an included file, with wildcards", () => {
    checkDefinition("include sub/<|>a.conf\n#- sub/a.conf\n«»\n");
    checkDefinition("include sub/*.c<|>onf\n#- sub/a.conf\n«»\n#- sub/b.conf\n«»\n");
  });

  test("is nothing elsewhere", () => {
    checkDefinition("vrrp_instance A {\n prio<|>rity 10\n}");
  });
});

describe("references", () => {
  test("to a script from its definition", () => {
    checkReferences(
      "vrrp_script «ch<|>k» {\n script /bin/true\n}\nvrrp_instance A {\n track_script {\n  «chk» weight 1\n }\n}",
    );
  });

  test("to $NAME where it is replaced, not where it is only text", () => {
    checkReferences("$«V<|>IP»=1\npriority «$VIP»\npriority «${VIP}»x\npriority $VIP.5\n");
  });
});

describe("outline", () => {
  test("shows blocks with their names", () => {
    checkOutline(
      "$A=1\nglobal_defs {\n router_id x\n}\nvrrp_instance VI_1 {\n virtual_ipaddress {\n  10.0.0.1\n }\n}\nvirtual_server 10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n }\n}\ninclude x.conf\n",
      `
$A (1): variable
global_defs: block
VI_1 (vrrp_instance): instance
  virtual_ipaddress: block
10.0.0.1 80 (virtual_server): server
  10.0.0.2 80 (real_server): server
x.conf (include): file`,
    );
  });

  test("shows the tags of a template as they are written", () => {
    checkOutline(
      "$A={{ a }}\n{% for i in all %}\nvrrp_instance VI_{{  i.name\n}} {\n}\n{% endfor %}\n",
      "$A ({{ a }}): variable\nVI_{{ i.name }} (vrrp_instance): instance",
    );
  });

  test("stands broken text", () => {
    checkOutline("vrrp_instance {\n state\n", "vrrp_instance: instance");
  });
});

describe("folding", () => {
  test("of blocks and runs of comments", () => {
    checkFolding(
      "# a\n# b\n# c\nvrrp_instance A {\n track_script {\n  x\n }\n}\n",
      "0-2 comment",
      "3-6 block",
      "4-5 block",
    );
  });

  test("of each run of comments by itself", () => {
    checkFolding("# a\n# b\n\n# c\n# d\na\n# e\n", "0-1 comment", "3-4 comment");
  });

  test("not of what stands on one line", () => {
    checkFolding("global_defs { router_id a }\n# one\nvrrp_instance A { }\n");
  });
});
