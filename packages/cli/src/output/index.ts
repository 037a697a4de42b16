import { checkstyle } from "./checkstyle.js";
import { concise } from "./concise.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { jsonl } from "./jsonl.js";
import { junit } from "./junit.js";
import { rdjson } from "./rdjson.js";
import { sarif } from "./sarif.js";
import { text } from "./text.js";
import type { Format } from "./types.js";

/** Every value of `--format`. */
const loaders = {
  text: () => text,
  concise: () => concise,
  json: () => json,
  jsonl: () => jsonl,
  sarif: () => sarif,
  github: () => github,
  // Needs node:crypto, which takes longer to load than a small file to check.
  gitlab: async () => (await import("./gitlab.js")).gitlab,
  checkstyle: () => checkstyle,
  junit: () => junit,
  rdjson: () => rdjson,
} as const satisfies Record<string, () => Format | Promise<Format>>;

export type FormatName = keyof typeof loaders;
export const formatNames = Object.keys(loaders) as FormatName[];

export async function loadFormat(name: FormatName): Promise<Format> {
  return loaders[name]();
}
