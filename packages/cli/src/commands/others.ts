/** The commands besides `check`, which are loaded together when one of them runs. */
export { completions } from "./completions.js";
export { convert } from "./convert.js";
export { effective } from "./effective.js";
export { explain } from "./explain.js";
export { failover } from "./failover.js";
export { format } from "./format.js";
export { generateRealServer } from "./generate.js";
export { graph } from "./graph.js";
export { init } from "./init.js";
export { migrate } from "./migrate.js";
export { printConfiguration } from "./print-config.js";
export { rules } from "./rules.js";
export { watchAndCheck } from "./watch.js";
