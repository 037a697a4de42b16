export { bind } from "./bind/bind.js";
export { checkerNames } from "./bind/lvs.js";
export * from "./bind/sources.js";
export { reportsToVrrp } from "./bind/trackers.js";
export { configIdsOf } from "./configIds.js";
export { evaluate, statementsOf } from "./evaluate.js";
export * from "./host.js";
export { perHost } from "./memo.js";
export type * from "./objects.js";
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
export { directoryOf, resolvePath } from "./text/paths.js";
export type * from "./types.js";
export * from "./values.js";
