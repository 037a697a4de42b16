export { configurationSchema } from "./configuration/schema.js";
export { run } from "./program.js";
export * from "./surroundings.js";
