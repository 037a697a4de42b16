export type { BfdSession } from "./bfd/model.js";
export { reportsTo } from "./bfd/sessions.js";
export { bind, bindInSteps, boundWhenAsked } from "./bind/bind.js";
export { type EarlyUse, earlyUses, withDefinitionsRaised } from "./bind/raised.js";
export { childrenNamed, hasChild, lastChild } from "./bind/sources.js";
export {
  addressesOf,
  isSameSocket,
  isServedBy,
  portOf,
  protocolOf,
  type Socket,
  serviceEntriesOf,
  serviceName,
  socketName,
} from "./checker/addresses.js";
export { checksOf, checksOfServer } from "./checker/checks.js";
export { isGranularity } from "./checker/granularity.js";
export type * from "./checker/model.js";
export type { EntryProblem, TunnelConflict } from "./checker/remark-kinds.js";
export { configIdsInSteps, configIdsOf, mayNameHosts, readsConditions } from "./config-ids.js";
export { evaluate, evaluateInSteps, sourceFile } from "./evaluate.js";
export * from "./host.js";
export { isSameList } from "./lists.js";
export { createMemory, perBlock, perHost, perObject } from "./memo.js";
export * from "./networks.js";
export type * from "./objects.js";
export { effectiveOutput, type PrintOptions, printEffective } from "./print.js";
export {
  type GreedyBlock,
  greedyBlockOf,
  greedyBlocks,
  readingProblems,
  strayCloses,
  type UnclosedBlock,
  unclosedBlocks,
} from "./read/braces.js";
export { readingOrder } from "./read/tables.js";
export type {
  DaemonClaim,
  From,
  Remark,
  RemarkCollector,
  RemarkFacts,
  RemarkKind,
  RemarkOf,
} from "./remarks.js";
export { type AgainResult, evaluateAgainInSteps, isUsedUp } from "./reread/again.js";
export { type ScriptSplit, splitScript } from "./script.js";
export { fileOf, isSamePlace, lineAt } from "./source.js";
export {
  argumentOf,
  headerPlace,
  rootOf,
  statementsAt,
  statementsByKeyword,
  statementsIn,
  statementsOf,
  statementsWith,
} from "./statements.js";
export { expandGlob } from "./text/glob.js";
export { directoryOf, resolvePath } from "./text/paths.js";
export { largestReading } from "./text/reports.js";
export type * from "./types.js";
export type { SettingValue } from "./values/argument.js";
export * from "./values/assign.js";
export { checkValue, prefixOf, wordsIn } from "./values/check.js";
export type { ValueProblem } from "./values/problem.js";
export * from "./values/read.js";
export * from "./values/settings.js";
export * from "./values/sites.js";
export { byteLength } from "./values/texts.js";
export type * from "./vrrp/model.js";
