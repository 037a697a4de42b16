export * from "./lines.js";
export type * from "./tree.js";
