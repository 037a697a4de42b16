import { resolve } from "node:path";
import type { FormatOptions } from "@kalint/format";
import { type Props, parse } from "editorconfig-without-wasm";

/** What the `.editorconfig` files above a path say, as far as the formatter knows it. Values that mean nothing to it are passed over. */
export async function editorConfigOf(directory: string, path: string): Promise<FormatOptions> {
  return fromProperties(await parse(resolve(directory, path), { unset: true }));
}

export function fromProperties(properties: Props): FormatOptions {
  const { indent_style: style, indent_size: size, end_of_line: end, max_blank_lines: blankLines } = properties;
  const { insert_final_newline: finalNewline, trim_trailing_whitespace: trim } = properties;
  const indent = style === "tab" ? "tab" : isCount(size, 16) ? size : undefined;
  return {
    ...(indent !== undefined && { indent }),
    ...(end === "lf" && { lineEnding: "lf" as const }),
    ...(end === "crlf" && { lineEnding: "crlf" as const }),
    ...(isCount(blankLines, 100) && { blankLines }),
    ...(typeof finalNewline === "boolean" && { finalNewline }),
    ...(typeof trim === "boolean" && { trimTrailingBlanks: trim }),
  };
}

function isCount(value: unknown, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
}
