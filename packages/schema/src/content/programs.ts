import { linesBetween } from "./by-line.js";
import type { Noun } from "./nouns.js";
import { hasRootBlock, headOf } from "./root-block.js";
import { type Program, programs } from "./signatures.js";

interface Found {
  readonly what: Noun;
  readonly start: number;
  readonly end: number;
}

/**
 * The program whose text this is. One line that only that program could have settles it. Lines that are merely usual for it count
 * against those that keepalived could mean, and a block of keepalived's own outweighs them all.
 */
export function findProgram(text: string): Found | undefined {
  const head = headOf(text);
  if (last?.head !== head) last = { head, found: isNoneAgain(last, head) ? undefined : programIn(head) };
  return last.found;
}

interface Search {
  readonly head: string;
  readonly found: Found | undefined;
}

/** Most edits are below the start of a long file. */
let last: Search | undefined;

/** Signs without which no pattern looks beyond two lines. */
const wide = /^\s*[<{[]|^#!|^---|\n---|;/;

/** Whether a text that was no program's is none after an edit, as far as the lines around the edit tell. */
function isNoneAgain(before: Search | undefined, head: string): boolean {
  if (before === undefined || before.found !== undefined || wide.test(head) || !hasRootBlock(head)) return false;
  const { start, end } = linesBetween(before.head, head);
  const from = head.lastIndexOf("\n", start - 2) + 1;
  const next = head.indexOf("\n", end);
  const around = head.slice(from, next < 0 ? head.length : next + 1);
  return !programs.some((program) => program.sure?.multiline && matchOf(program, around) !== null);
}

function matchOf({ sure, signs }: Program, text: string): RegExpExecArray | null {
  const isOutOfQuestion = sure === undefined || signs?.every((sign) => !text.includes(sign));
  return isOutOfQuestion ? null : sure.exec(text);
}

function programIn(head: string): Found | undefined {
  const first = /^#![ \t]*\/(?:usr|bin|opt)\/[^\r\n]*/.exec(head);
  for (const program of programs) {
    const { what, interpreter } = program;
    const match = first !== null && interpreter?.test(first[0]) ? first : matchOf(program, head);
    if (match) return { what, start: match.index, end: match.index + match[0].trimEnd().length };
  }
  if (hasRootBlock(head)) return undefined;
  // keepalived reads no line of more than 1022 bytes, and an expression must not try its way through a longer one.
  const lines = [...head.matchAll(/^[ \t]*[^\s#!].{0,1022}/gm)].map((match) => ({ at: match.index, text: match[0] }));
  if (lines.length === 0) return undefined;
  let best: { program: Program; count: number; at: number; end: number } | undefined;
  for (const program of programs) {
    if (program.usual === undefined) continue;
    const usual = lines.filter((line) => program.usual!.test(line.text));
    if (usual.length > (best?.count ?? 0)) {
      const { at, text } = usual[0]!;
      best = { program, count: usual.length, at, end: at + text.trimEnd().length };
    }
  }
  if (best === undefined || best.count < 2 || best.count * 2 < lines.length) return undefined;
  return { what: best.program.what, start: best.at, end: best.end };
}
