import { rootBlockNames } from "../lookup.js";

/** Whether keepalived would find one of its blocks at the top of a text: a root keyword with its brace. */
export function hasRootBlock(text: string): boolean {
  for (const match of headOf(text).matchAll(/^[ \t]*(?:@\^?\S+[ \t]+)?([A-Za-z_]+)[^\n#!{]*(?:\n\s*)?\{/gm)) {
    if (rootBlockNames.has(match[1]!)) return true;
  }
  return false;
}

/** The start of a file tells what it is: a large one need not be searched to its end. */
export function headOf(text: string): string {
  return text.slice(0, 64 * 1024);
}
