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
  if (last?.head !== head) last = { head, found: programIn(head) };
  return last.found;
}

/** Most edits are below the start of a long file. */
let last: { readonly head: string; readonly found: Found | undefined } | undefined;

function programIn(head: string): Found | undefined {
  const first = /^#![ \t]*\/(?:usr|bin|opt)\/[^\r\n]*/.exec(head);
  for (const { what, interpreter, sure } of programs) {
    const match = first !== null && interpreter?.test(first[0]) ? first : sure?.exec(head);
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
