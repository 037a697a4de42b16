export { changeBetween } from "./change.js";
export { itemsOf } from "./items.js";
export * from "./lines.js";
export * from "./mapped.js";
export { type ParseOptions, parse, printTree } from "./parse.js";
export { reparse } from "./reparse.js";
export * from "./template/index.js";
export type * from "./tree.js";
export type { Vocabulary } from "./vocabulary.js";
