export { configIdsOf } from "./configIds.js";
export { evaluate, statementsOf } from "./evaluate.js";
export * from "./host.js";
export type * from "./objects.js";
export { splitScript } from "./script.js";
export type * from "./types.js";
export * from "./values.js";
