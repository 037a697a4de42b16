/** Files that make sense only where another one includes them, and the blocks that they are parts of. */
import { assignLine, checkValue, type EvaluateOptions, type Host, resolvePath } from "@kalint/daemon";
import {
  allKeywords,
  foreignContent,
  hasRootBlock,
  type Keyword,
  keywordAt,
  keywordNames,
  keywords,
  lineGrammars,
  once,
  type Version,
} from "@kalint/schema";
import { type Statement, type SyntaxTree, unknownSign } from "@kalint/syntax";
import { folderOf } from "../paths.js";

/**
 * The blocks that a text may be a part of, by what stands at its top: `state BACKUP` and `priority 100` are lines of a
 * `vrrp_instance`. None where keepalived would find anything of its own at the top, or where the braces do not pair up: in
 * a template they need not, because its arms are never rendered together.
 */
export function blocksOfFragment(
  text: string,
  treeOf: () => SyntaxTree,
  target: Version,
  isTemplate = false,
): readonly Keyword[] {
  if (hasRootBlock(text)) return [];
  const { file, problems } = treeOf();
  const isTorn = problems.some(({ kind }) => kind === "unclosed-block" || kind === "stray-close");
  if (isTorn && !isTemplate) return [];
  const statements = file.items.flatMap((item) => (item.kind === "statement" && item.words[0] ? [item] : []));
  const names = statements.map(({ words }) => words[0]!.value).filter((name) => !name.includes(unknownSign));
  if (names.length === 0 || names.some((name) => rootNames().has(name))) return [];
  const known = names.filter((name) => keywordNames().has(name));
  if (known.length > 0) {
    // A slip of the pen leaves a fragment what it is.
    if (names.length - known.length > names.length / 4) return [];
    return blocks().filter(({ children = [] }) => known.every((name) => children.some((each) => each.name === name)));
  }
  if (!names.every((name) => addressLike.test(name)) || statements.some(({ block }) => block !== undefined)) return [];
  const counted = addressBlocks().map((block) => ({ block, ...misfits(block, statements, target) }));
  const fitting = counted.filter(({ shape }) => shape <= names.length / 4);
  const least = Math.min(...fitting.map(({ shape, values }) => shape + values));
  return fitting.filter(({ shape, values }) => shape + values === least).map(({ block }) => block);
}

/** How many lines are none of a block's, and how many values. */
function misfits(block: Keyword, statements: readonly Statement[], target: Version) {
  const lines = statements.map(({ words }) => assignLine(lineGrammars[block.lines!]!, words, target, block.name));
  return {
    shape: lines.filter(({ unknown, missing }) => unknown.length > 0 || missing !== undefined).length,
    values: lines.filter((line) =>
      line.values.some(({ word, argument }) => checkValue(word.value, argument, target) !== undefined),
    ).length,
  };
}

/**
 * The blocks that a file may be a part of which nobody is known to include: what the project says (`fragmentOf`), or what its
 * lines say. A `keepalived.conf` is no part of another file.
 */
export function blocksAround(
  path: string,
  text: string,
  treeOf: () => SyntaxTree,
  target: Version,
  fragmentOf?: string,
): readonly Keyword[] {
  if (fragmentOf !== undefined && !isMainFile(fragmentOf)) return blocksNamed(fragmentOf);
  return isMainName(path) || foreignContent(text) ? [] : blocksOfFragment(text, treeOf, target);
}

/** Whether keepalived reads a file of this name unless it is given another. */
export function isMainName(path: string): boolean {
  return /(?:^|\/)keepalived\.conf$/.test(path);
}

/** The blocks of a name or a path: `real_server`, `vrrp_instance/virtual_ipaddress`. */
export function blocksNamed(name: string): readonly Keyword[] {
  return allKeywords.filter((each) => isBlock(each) && (each.path === name || each.name === name));
}

/** What may be said of a file in `fragmentOf`, besides names of files. */
export const fragmentParents = once((): readonly string[] => [
  ...new Set([...allKeywords.filter(isBlock).flatMap(({ name, path }) => [name, path]), "none"]),
]);

/** Whether a word of `fragmentOf` is the name of a file. */
export function isMainFile(fragmentOf: string): boolean {
  return fragmentOf.includes(".");
}

/** What a fragment is read through: a main file that nobody has written, with the block around the include. */
export function mainAround(fragment: string, block: string, host: Host): Pick<EvaluateOptions, "path" | "host"> {
  const folder = folderOf(fragment);
  const name = fragment.slice(fragment.lastIndexOf("/") + 1);
  const path = resolvePath(folder ?? (fragment.startsWith("/") ? "/" : ""), ".kalint-fragment");
  const heads = block.split("/").map((_, index, names) => headOf(names.slice(0, index + 1).join("/")));
  const text = `${heads.join("")}include ${name}\n${"}\n".repeat(heads.length)}`;
  return {
    path,
    host: {
      ...host,
      read: (asked) => (asked === path ? text : host.read(asked)),
      stat: (asked) => (asked === fragment ? { kind: "file", executable: false } : host.stat(asked)),
      list: (asked) => host.list(asked),
    },
  };
}

/** Of the values and of the lines before a block nothing is known. */
function headOf(block: string): string {
  const words = keywordAt(block)!.arguments.flatMap((each) => (each.type === "variant" ? each.variants[0]! : [each]));
  return `${unknownSign}\n${[keywordAt(block)!.name, ...words.map(() => unknownSign)].join(" ")} {\n`;
}

/** Whether an include line can name the file: no sign in it is one of a pattern, a comment or a reference. */
export function isPlainName(path: string): boolean {
  return !/[*?[\]{}\\!#$"'~\s]/.test(path.slice(path.lastIndexOf("/") + 1));
}

function isBlock({ kind }: Keyword): boolean {
  return kind === "block" || kind === "lines";
}

const blocks = once(() => allKeywords.filter(({ kind }) => kind === "block"));
const rootNames = once((): ReadonlySet<string> => new Set(keywords.map(({ name }) => name)));
const addressLike = /^(?=.*[.:])[\d.:a-fA-F]+(?:-[\da-fA-F]+)?(?:\/\d+)?$/;

const addressTypes: ReadonlySet<string> = new Set(["ip", "ip-mask", "ip-range", "host-or-ip"]);

/** Blocks of lines that begin with an address. */
const addressBlocks = once(() =>
  allKeywords.filter(
    ({ lines }) =>
      lines !== undefined &&
      [lineGrammars[lines]?.positional, ...(lineGrammars[lines]?.variants ?? [])].some((words) =>
        addressTypes.has(words?.[0]?.type ?? ""),
      ),
  ),
);
