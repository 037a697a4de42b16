// Writes packages/schema/src/locale/texts.generated.ts: the type of every text that is said with the tag `say`, and of
// every rule's id. A catalogue has one entry for each, so that the compiler names what a language lacks or has too much.
// Needs no build; `npm run build` starts with it.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = "packages/schema/src/locale/texts.generated.ts";

/** @returns {{ template: string, at: string }[]} every text of the sources, in their order */
export function saidTexts() {
  return readdirSync(join(root, "packages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, "packages", entry.name, "src")))
    .flatMap(({ name }) => sourcesIn(`packages/${name}/src`))
    .flatMap(textsIn)
    .concat(dataTexts());
}

/** @returns {string[]} */
export function ruleIds() {
  return sourcesIn("packages/lint/src/rules").map((file) => file.replace(/.*\/|\.ts$/g, ""));
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"))
    .sort()
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

function textsIn(file) {
  const source = readFileSync(join(root, file), "utf8");
  // Most files say nothing, and a parser takes its time.
  if (!source.includes("say`")) return [];
  return saidNodes(source).map(({ template, parts, start }) => {
    const at = `${file}:${source.slice(0, start).split("\n").length}`;
    if (parts.some((part) => /\{\d+\}/.test(part))) throw new Error(`${at}: {0} in a text would be taken for a value`);
    if (parts.join("").trim() === "") throw new Error(`${at}: there is nothing to translate`);
    return { template, at };
  });
}

/** What `migrate` says of releases is data of the schema. */
function dataTexts() {
  const differences = sourcesIn("packages/schema/src/keywords").concat("packages/schema/src/grammars.ts");
  return [
    ...propertiesIn("packages/schema/src/changes.ts", ["subject", "before", "after", "advice", "adviceBack"]),
    ...propertiesIn("packages/schema/src/release-switches.ts", ["summary", "subject", "advice", "otherwise"], "ours"),
    ...differences.flatMap((file) => propertiesIn(file, ["note"], undefined, "version")),
  ];
}

/** The strings of these properties in a file's objects; a switch without a subject is named by its words. */
function propertiesIn(file, names, without, beside) {
  const source = readFileSync(join(root, file), "utf8");
  const found = [];
  const visit = (node, name) => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each, name);
      return;
    }
    if (typeof node?.type !== "string") return;
    if (node.type === "ObjectExpression") {
      const properties = Object.fromEntries(
        node.properties.filter(({ key }) => key).map(({ key, value }) => [key.name ?? key.value, value]),
      );
      if (without in properties) return;
      if (beside === undefined || beside in properties)
        for (const each of names) if (properties[each]?.type === "Literal") add(properties[each].value, node);
      if ("on" in properties && !properties.migration)
        add(
          name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
          node,
        );
    }
    for (const [key, value] of Object.entries(node))
      if (key !== "type") visit(value, node.type === "Property" ? (node.key.name ?? name) : name);
  };
  const add = (template, { start }) =>
    found.push({ template, at: `${file}:${source.slice(0, start).split("\n").length}` });
  visit(parseAst(source, { lang: "ts" }).body, "");
  return found;
}

/** The tagged templates of a source, outer ones before those among their values. */
export function saidNodes(source) {
  const found = [];
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node?.type !== "string") return;
    if (node.type === "TaggedTemplateExpression" && node.tag.name === "say") {
      const parts = node.quasi.quasis.map(({ value }) => value.cooked);
      const template = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
      const values = node.quasi.expressions.map(({ start, end }) => [start, end]);
      found.push({ template, parts, values, start: node.start, end: node.end });
    }
    for (const [key, value] of Object.entries(node)) if (key !== "type") visit(value);
  };
  visit(parseAst(source, { lang: "ts" }).body);
  return found;
}

function union(name, texts) {
  return `export type ${name} =\n${texts.map((text) => `  | ${JSON.stringify(text)}`).join("\n")};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const templatesIn = (wanted) =>
    [
      ...new Set(
        saidTexts()
          .filter(wanted)
          .map(({ template }) => template),
      ),
    ].sort();
  const isCommands = ({ at }) =>
    /^packages\/(?:cli\/|schema\/src\/(?:changes|grammars|migration|release-switches|keywords\/.*)\.ts)/.test(at);
  const shared = templatesIn((text) => !isCommands(text));
  const commands = templatesIn(isCommands).filter((template) => !shared.includes(template));
  const text = [
    "// Made by scripts/generate-texts.mjs from what the packages say. Not kept in the repository.",
    union("MessageTemplate", shared),
    "// What the command alone says, which editors need not carry: its translations are in packages/cli.",
    union("CommandTemplate", commands),
    union("RuleId", ruleIds()),
  ].join("\n");
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
