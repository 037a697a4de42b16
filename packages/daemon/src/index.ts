export { type BfdInstance, bfdInstances } from "./bfd/instances.js";
export { bind } from "./bind/bind.js";
export { checkerNames } from "./bind/lvs.js";
export * from "./bind/sources.js";
export { reportsToVrrp } from "./bind/trackers.js";
export { type Check, checkSetting, checkStatements, checksOf } from "./checker/checks.js";
export { checkerConnections } from "./checker/connections.js";
export { readForwarding } from "./checker/forwarding.js";
export { isGranularity } from "./checker/granularity.js";
export { type GroupEntry, groupNamed, type ServerGroup, serverGroups } from "./checker/groups.js";
export { readService } from "./checker/virtual-server.js";
export {
  conflictOf,
  type FamilyMismatch,
  isSameServer,
  type LinkedService,
  linkedServices,
  type RealServer as CompletedRealServer,
  readServices,
  type Service,
  type SorryServer,
  servesAddresses,
  servesMarks,
  totalWeight,
} from "./checker/virtual-servers.js";
export { configIdsIn, configIdsOf, readsConditions } from "./configIds.js";
export { evaluate, sourceFile, statementsOf } from "./evaluate.js";
export * from "./host.js";
export { perHost } from "./memo.js";
export type * from "./objects.js";
export { type GreedyBlock, greedyBlocks, readingProblems, type UnclosedBlock, unclosedBlocks } from "./read/braces.js";
export type {
  DaemonClaim,
  From,
  Remark,
  RemarkCollector,
  RemarkFacts,
  RemarkKind,
  RemarkOf,
} from "./remarks.js";
export { collectRemarks } from "./remarks.js";
export { type ScriptSplit, splitScript } from "./script.js";
export {
  addressesOf,
  isServedBy,
  protocolOf,
  type ServiceEntry,
  serviceEntriesOf,
  serviceName,
  socketName,
} from "./services.js";
export { fileOf, lineAt } from "./source.js";
export { argumentOf, headerPlace, statementsAt } from "./statements.js";
export { directoryOf, resolvePath } from "./text/paths.js";
export type * from "./types.js";
export { isMulticast } from "./values/addresses.js";
export { readArgument, type SettingValue } from "./values/argument.js";
export * from "./values/assign.js";
export { checkValue, prefixOf, wordsIn } from "./values/check.js";
export { readDecimalLoosely } from "./values/numbers.js";
export type { ValueProblem } from "./values/problem.js";
export * from "./values/settings.js";
export * from "./values/sites.js";
export { byteLength } from "./values/texts.js";
export * from "./values.js";
