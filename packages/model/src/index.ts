export * from "./host.js";
export type * from "./objects.js";
export type * from "./types.js";
