import { createTwoFilesPatch } from "diff";
import type { Colours } from "../render/colours.js";

/**
 * A unified diff that `patch -p0` and `git apply -p0` take; empty where nothing differs. `afterPath`: where it is not
 * one file that changes.
 */
export function unifiedDiff(path: string, before: string, after: string, colours: Colours, afterPath = path): string {
  if (before === after) return "";
  const patch = createTwoFilesPatch(path, afterPath, before, after, undefined, undefined, { context: 3 });
  // The library starts with an `Index:` line and a rule, which belong to another tool's patches.
  const lines = patch.slice(patch.indexOf("--- ")).split("\n");
  return lines.map((line) => paint(line, colours)).join("\n");
}

function paint(line: string, colours: Colours): string {
  if (line.startsWith("---") || line.startsWith("+++")) return colours.bold(line);
  if (line.startsWith("@@")) return colours.cyan(line);
  if (line.startsWith("-")) return colours.red(line);
  return line.startsWith("+") ? colours.green(line) : line;
}
