export { type Steps, toEnd } from "@kalint/syntax";
export { ConfigurationError, type ConfigurationProblem } from "./configuration/error.js";
export {
  type ConfigurationFinder,
  type ConfigurationLanguage,
  configurationFileNames,
  configurationFinder,
  type FinderOptions,
  settingsOf,
} from "./configuration/find.js";
export { alwaysOff, fragmentOfFor, levelsFor, optionsFor, templateFor } from "./configuration/levels.js";
export { declaredTarget, hasOwnTargets, targetFor } from "./configuration/targets.js";
export {
  type Configuration,
  type ConfigurationFile,
  type Level,
  noConfiguration,
  type Patterns,
  type RuleOptions,
  type RuleSettings,
  type TemplateSetting,
} from "./configuration/types.js";
export type { BesideRequest } from "./discovery/beside.js";
export { likelihoodByName } from "./discovery/likelihood.js";
export { findMains, type Mains, noMains } from "./discovery/mains.js";
export { findNeighbours } from "./discovery/neighbours.js";
export { matches } from "./discovery/patterns.js";
export { configurationsBelow, type WalkOptions } from "./discovery/walk.js";
export { entriesOf, type FolderEntry, type ProjectHost } from "./host.js";
export { type Change, type KeptHost, keptHost } from "./kept-host.js";
export { absolutePath, folderOf, nameOf, shortPath } from "./paths.js";
export { clustersAmong, clustersInSteps, clustersOf } from "./reading/clusters.js";
export {
  blocksAround,
  blocksNamed,
  blocksOfFragment,
  fragmentParents,
  isMainFile,
  isMainName,
  isPlainName,
} from "./reading/fragments.js";
export {
  askedOf,
  type Build,
  buildFor,
  type HostsRequest,
  type HostVariant,
  hostsInSteps,
  hostsOf,
  type ReadingProgress,
} from "./reading/hosts.js";
export {
  type Asked,
  createQueries,
  type Passing,
  type Queries,
  type QueriesOptions,
  type Work,
  withHostsWhenAsked,
} from "./reading/queries.js";
export { isDeclaredTemplate, templateLanguageOf } from "./reading/templates.js";
export { rootOf, rootOfFile } from "./root.js";
