// Writes packages/lint/src/rules.generated.ts, the list of all rules, from the folder packages/lint/src/rules: a rule is
// one file, named like its id, that exports the rule under that name in camel case. Needs no build; `npm run build`
// starts with it, so that a new rule is known as soon as its file is there.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = "packages/lint/src/rules.generated.ts";

/** @returns {Map<string, string>} the generated file's text by its path */
export function generateRuleList() {
  const ids = readdirSync(join(root, "packages/lint/src/rules"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -".ts".length))
    .sort();
  const exported = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const text = [
    "// Made by scripts/generate-rule-list.mjs from packages/lint/src/rules. Do not edit.",
    ...ids.map((id) => `import { ${exported(id)} } from "./rules/${id}.js";`),
    'import type { Rule } from "./types.js";',
    "",
    "/** Every rule, sorted by id. An id is for ever. */",
    "export const rules: readonly Rule[] = [",
    ...ids.map((id) => `  ${exported(id)},`),
    "];",
    "",
  ].join("\n");
  return new Map([[path, text]]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, path);
  const text = generateRuleList().get(path);
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
