import { command } from "./command.js";
import type { Entry } from "./entry.js";
import { failover, findings, fixes, outputs } from "./findings.js";
import { kalintJson } from "./kalint-json.js";
import { effective, formatting, parsing, sameConfiguration } from "./reading.js";
import { server } from "./server.js";

export type { Entry } from "./entry.js";

export const entries: readonly Entry[] = [
  parsing,
  formatting,
  sameConfiguration,
  effective,
  findings,
  outputs,
  fixes,
  failover,
  kalintJson,
  server,
  command,
];
