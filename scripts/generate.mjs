// Writes every generated file of the repository from its source of truth:
//   node scripts/generate.mjs          writes what differs
//   node scripts/generate.mjs --check  writes nothing, lists what differs and fails
// Needs a build: it reads packages/*/dist.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateAddresses } from "./addresses.mjs";
import { generateEditorGrammars } from "./generate-editor-grammars.mjs";
import { generateFormatting } from "./generate-formatting.mjs";
import { generateGrammars } from "./generate-grammars.mjs";
import { generateKeywordDocs } from "./generate-keywords.mjs";
import { generateMan } from "./generate-man.mjs";
import { generateMethods } from "./generate-methods.mjs";
import { generateReadme } from "./generate-readme.mjs";
import { generateRuleList } from "./generate-rule-list.mjs";
import { generateRuleDocs } from "./generate-rules.mjs";
import { generateSchemas } from "./generate-schemas.mjs";
import { generateTargets } from "./generate-targets.mjs";
import { generateTreeSitter } from "./generate-tree-sitter.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const check = process.argv.includes("--check");

/** Folders in which every file is generated: what no longer comes from a source is removed. */
const owned = ["docs/rules", "docs/zh-CN/rules", "docs/keywords"];

const files = new Map([
  ...generateAddresses(),
  ...generateRuleList(),
  ...(await generateRuleDocs()),
  ...(await generateKeywordDocs()),
  ...(await generateGrammars()),
  ...(await generateEditorGrammars()),
  ...generateTreeSitter(),
  ...(await generateSchemas()),
  ...generateFormatting(),
  ...(await generateTargets()),
  ...generateMethods(),
  ...(await generateMan()),
  ...(await generateReadme()),
]);
const different = [...files].filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
});
const superfluous = owned
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .filter((path) => !files.has(path));

if (check) {
  for (const [path] of different) console.error(`${path} is not what its source gives`);
  for (const path of superfluous) console.error(`${path} has no source any more`);
  if (different.length + superfluous.length > 0) {
    console.error("Run `npm run generate` and commit the result.");
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of different) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
  for (const path of superfluous) {
    rmSync(join(root, path));
    console.log(`removed ${path}`);
  }
}
