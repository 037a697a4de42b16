import type { Format } from "./types.js";

/** Every value of `--format`. Each is loaded when a report is written in it: the names alone are needed by every command. */
const loaders = {
  text: async () => (await import("./text.js")).text,
  concise: async () => (await import("./concise.js")).concise,
  json: async () => (await import("./json.js")).json,
  jsonl: async () => (await import("./jsonl.js")).jsonl,
  sarif: async () => (await import("./sarif.js")).sarif,
  github: async () => (await import("./github.js")).github,
  gitlab: async () => (await import("./gitlab.js")).gitlab,
  checkstyle: async () => (await import("./checkstyle.js")).checkstyle,
  junit: async () => (await import("./junit.js")).junit,
  rdjson: async () => (await import("./rdjson.js")).rdjson,
} as const satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof loaders;
export const formatNames = Object.keys(loaders) as FormatName[];

export async function loadFormat(name: FormatName): Promise<Format> {
  return loaders[name]();
}
