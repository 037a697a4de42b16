export { ConfigurationError, type ConfigurationProblem } from "./error.js";
export { alwaysOff, levelsFor } from "./levels.js";
export { type ConfigurationFinder, configurationFinder, type FinderOptions } from "./load.js";
export { configurationSchema, configurationSchemaUrl } from "./schema.js";
export { targetNamed } from "./target.js";
export { type Configuration, type Level, noConfiguration } from "./types.js";
