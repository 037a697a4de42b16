export { type EditorConfigProperties, optionsOfEditorConfig } from "./editorconfig.js";
export { applyEdits, type TextEdit } from "./edits.js";
export { type Formatting, formatEdits, formatText, formatTree, readForLayout } from "./format.js";
export type { Obstacle, Reason } from "./obstacles.js";
export type { FormatOptions } from "./options.js";
export { formatOnType, formatRange } from "./range.js";
export { formatTemplate, wordsOfTemplate } from "./template.js";
