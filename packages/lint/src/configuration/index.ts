export { ConfigurationError, type ConfigurationProblem } from "./error.js";
export { alwaysOff, levelsFor, optionsFor } from "./levels.js";
export { type ConfigurationFinder, configurationFinder, type FinderOptions, settingsOf } from "./load.js";
export { readConfiguration } from "./read.js";
export { configurationSchema, configurationSchemaUrl } from "./schema.js";
export { targetNamed } from "./target.js";
export { type Configuration, type Level, noConfiguration, type RuleSettings } from "./types.js";
