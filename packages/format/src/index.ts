export type { TextEdit } from "./edits.js";
export { type FormatOptions, formatEdits, formatText } from "./format.js";
