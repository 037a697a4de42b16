import { rules } from "@kalint/lint";
import { checkstyle } from "./checkstyle.js";
import { concise } from "./concise.js";
import { github } from "./github.js";
import { gitlab } from "./gitlab.js";
import { json } from "./json.js";
import { jsonl } from "./jsonl.js";
import { junit } from "./junit.js";
import { rdjson } from "./rdjson.js";
import { sarif } from "./sarif.js";
import { text } from "./text.js";
import type { Format } from "./types.js";

/** Every value of `--format`. */
export const formats = {
  text,
  concise,
  json,
  jsonl,
  sarif: sarif(rules),
  github,
  gitlab,
  checkstyle,
  junit,
  rdjson,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];
