export { run } from "./program.js";
export * from "./surroundings.js";
