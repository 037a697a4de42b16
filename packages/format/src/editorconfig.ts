import type { FormatOptions } from "./options.js";

/** What an `.editorconfig` says of a file. */
export type EditorConfigProperties = Readonly<Record<string, unknown>>;

/** As far as the formatter knows it. Values that mean nothing to it are passed over. */
export function optionsOfEditorConfig(properties: EditorConfigProperties): FormatOptions {
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
