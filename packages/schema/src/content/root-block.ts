import { rootBlockNames } from "../lookup.js";

/** Whether keepalived would find one of its blocks at the top of a text: a root keyword with its brace. */
export function hasRootBlock(text: string): boolean {
  const head = headOf(text);
  // The brace is looked for behind keywords alone: an expression with both tries its way through long lines.
  for (const { 0: line, 1: word, index } of head.matchAll(/^[ \t]*(?:@\^?\S+[ \t]+)?([A-Za-z_]+)[^\n#!{]*/gm)) {
    if (!rootBlockNames.has(word!)) continue;
    opening.lastIndex = index + line.length;
    if (opening.test(head)) return true;
  }
  return false;
}

const opening = /(?:\n\s*)?\{/y;

/** The start of a file tells what it is: a large one need not be searched to its end. */
export function headOf(text: string): string {
  return text.slice(0, 64 * 1024);
}
