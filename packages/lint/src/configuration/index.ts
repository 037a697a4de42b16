export { configurationFinder } from "./finder.js";
export { readConfiguration } from "./read.js";
export { configurationSchema, configurationSchemaUrl } from "./schema.js";
export { buildOfTarget, targetNamed } from "./target.js";
