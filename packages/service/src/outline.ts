import { type Comment, type Item, lineTable, positionAt, type Span, type Statement } from "@kalint/syntax";
import { type Document, writtenIn } from "./document.js";

/** A block, a definition or an include, with what it holds. */
export interface OutlineSymbol {
  readonly name: string;
  /** The keyword where the name is another word. */
  readonly detail?: string;
  readonly kind: "instance" | "group" | "script" | "server" | "address-list" | "block" | "variable" | "file";
  readonly span: Span;
  /** What to select when it is chosen; within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The file's blocks as a tree. */
export function documentSymbols(document: Document): readonly OutlineSymbol[] {
  return symbolsOf(document.tree.file.items, writtenIn(document));
}

/** What has a name of its own: a search for `VI_` is not for every list of addresses. */
export function isNamed({ kind, detail }: OutlineSymbol): boolean {
  return detail !== undefined || kind === "variable" || kind === "file";
}

/** Zero-based lines that an editor may fold: from the header to the last line of the content. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: "block" | "comment";
}

/** Blocks of several lines, and runs of comment lines. */
export function foldingRanges(document: Document): readonly FoldingRange[] {
  const table = lineTable(document.text);
  const lineOf = (offset: number) => positionAt(table, offset).line;
  const ranges: FoldingRange[] = [];
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind !== "statement" || !item.block) continue;
      const { open, close, end } = item.block;
      const startLine = lineOf(open.start);
      const endLine = close ? lineOf(close.start) - 1 : lineOf(end);
      if (endLine > startLine) ranges.push({ startLine, endLine, kind: "block" });
      visit(item.block.items);
    }
  };
  visit(document.tree.file.items);
  return [...ranges, ...commentRuns(document, lineOf)].sort((a, b) => a.startLine - b.startLine);
}

function commentRuns(document: Document, lineOf: (offset: number) => number): FoldingRange[] {
  const lines = document.tree.tokens
    .filter((token) => token.kind === "comment" && startsLine(document.text, token))
    .map((token) => lineOf(token.start));
  const runs: { startLine: number; endLine: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last.endLine === line - 1) last.endLine = line;
    else runs.push({ startLine: line, endLine: line });
  }
  return runs.filter((run) => run.endLine > run.startLine).map((run) => ({ ...run, kind: "comment" }));
}

function startsLine(text: string, at: Pick<Comment, "start">): boolean {
  return text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start).trim() === "";
}

/** How a part of the text is shown. */
type Naming = ReturnType<typeof writtenIn>;

function symbolsOf(items: readonly Item[], nameOf: Naming): OutlineSymbol[] {
  return items.flatMap((item): OutlineSymbol[] => {
    switch (item.kind) {
      case "statement":
        return item.block ? [blockSymbol(item, nameOf)] : [];
      case "definition": {
        const name = `$${nameOf(item.name).replace(/^\$/, "")}`;
        const detail = item.lines.map(nameOf).join(" ");
        return [{ name, detail, kind: "variable", span: spanOf(item), nameSpan: item.name, children: [] }];
      }
      case "include":
        return [
          {
            name: nameOf(item.path) || "include",
            detail: item.directive.text,
            kind: "file",
            span: spanOf(item),
            nameSpan: item.path,
            children: [],
          },
        ];
      default:
        return [];
    }
  });
}

const kinds: Readonly<Record<string, OutlineSymbol["kind"]>> = {
  vrrp_instance: "instance",
  bfd_instance: "instance",
  vrrp_sync_group: "group",
  virtual_server_group: "group",
  track_group: "group",
  garp_group: "group",
  vrrp_script: "script",
  vrrp_track_process: "script",
  track_file: "script",
  vrrp_track_file: "script",
  virtual_server: "server",
  real_server: "server",
  sorry_server: "server",
};

function blockSymbol(statement: Statement & { block?: Statement["block"] }, nameOf: Naming): OutlineSymbol {
  const [keyword, ...names] = statement.words;
  const name = names.map(nameOf).join(" ");
  const first = names[0] ?? keyword ?? statement;
  const last = names.at(-1) ?? keyword ?? statement;
  return {
    name: name || keyword?.text || "{",
    ...(name !== "" && keyword && { detail: keyword.text }),
    kind: kinds[keyword?.value ?? ""] ?? "block",
    span: spanOf(statement),
    nameSpan: { start: first.start, end: Math.min(last.end, statement.end) },
    children: statement.block ? symbolsOf(statement.block.items, nameOf) : [],
  };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
