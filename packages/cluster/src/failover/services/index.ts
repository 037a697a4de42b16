export { phraseOfService } from "./explain.js";
export { serviceFactsOf } from "./facts.js";
export { serviceLimitList } from "./limits.js";
export { failServer, type Pool, recoverServer, startPool, tableOf } from "./pool.js";
export { predictServices } from "./predict.js";
export type * from "./types.js";
