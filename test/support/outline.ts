import type { Comment, Item, Prefixed, SyntaxTree } from "@kalint/syntax";

/**
 * A tree as text, one node a line, two blanks a level: words in `[…]`, strings as written, prefixes and comments named, `missing }` where a
 * block has no end. Problems follow, each with the text that it points at.
 */
export function outlineOf(tree: SyntaxTree): string {
  const lines: string[] = [];
  addItems(tree.file.items, "", lines);
  addComments("dangling", tree.file.dangling, "", lines);
  for (const problem of tree.problems) {
    const at = problem.kind === "unclosed-block" ? (problem.header ?? problem.open) : problem.at;
    const expected =
      problem.kind === "unclosed-block" ? `, } expected after ${lastLine(tree.text, problem.expected)}` : "";
    const conditional = "conditional" in problem ? " (conditional)" : "";
    lines.push(
      `problem ${problem.kind}${conditional} at line ${lineOf(tree.text, at.start)} ${tree.text.slice(at.start, at.end)}${expected}`,
    );
  }
  return lines.join("\n");
}

function addItems(items: readonly Item[], margin: string, lines: string[]): void {
  for (const item of items) {
    addComments("leading", item.leading, margin, lines);
    lines.push(margin + describe(item) + (item.trailing === undefined ? "" : `  ${item.trailing.text}`));
    if (item.kind !== "statement" || item.block === undefined) continue;
    const { before, openComment, items: inner, dangling, close } = item.block;
    addComments("before", before, `${margin}  `, lines);
    addComments("open", openComment === undefined ? [] : [openComment], `${margin}  `, lines);
    addItems(inner, `${margin}  `, lines);
    addComments("dangling", dangling, `${margin}  `, lines);
    lines.push(`${margin}${close === undefined ? "missing }" : `${prefixesOf(close.prefixes)}}`}`);
  }
}

function describe(item: Item): string {
  switch (item.kind) {
    case "statement": {
      const words = item.words.map(({ kind, text, unterminated }) =>
        kind === "word" ? `[${text}]` : unterminated ? `${text}…` : text,
      );
      return (prefixesOf(item) + [...words, ...(item.block === undefined ? [] : ["{"])].join(" ")).trim();
    }
    case "definition":
      return `${prefixesOf(item)}define ${item.name.text} = ${item.lines.map(({ text }) => `<${text}>`).join(" ")}`;
    case "include":
      return `${prefixesOf(item)}${item.directive.text} <${item.path.text}>`;
    case "strayClose":
      return `${prefixesOf(item.brace.prefixes)}stray }`;
  }
}

function prefixesOf(prefixed: Prefixed | undefined): string {
  if (prefixed === undefined) return "";
  const conditions = [prefixed.condition, ...(prefixed.furtherConditions ?? [])].filter((each) => each !== undefined);
  return [
    ...conditions.map(({ id, negated }) => `if ${negated ? "not " : ""}${id}: `),
    ...prefixed.repetitions.map(({ text }) => `repeat ${text}: `),
  ].join("");
}

function addComments(place: string, comments: readonly Comment[], margin: string, lines: string[]): void {
  for (const { text } of comments) lines.push(`${margin}${place} ${text}`);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function lastLine(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim();
}
