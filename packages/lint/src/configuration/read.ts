import { evaluate, type ObjectNode, parse, type ValueNode } from "@humanwhocodes/momoa";
import {
  ConfigurationError,
  type ConfigurationFile,
  type ConfigurationProblem,
  fragmentParents,
  isMainFile,
  type RuleSettings,
} from "@kalint/project";
import { say } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { rules } from "../rules.js";
import { anyOf, nearest } from "../suggest.js";
import type { Rule } from "../types.js";
import { settingsByRule } from "./categories.js";
import { configurationSchema } from "./schema.js";
import { targetNamed } from "./target.js";

/** What is wrong at an offset of the text. */
interface Complaint {
  readonly offset: number;
  readonly message: string;
}

/**
 * Reads the text of a configuration (JSON with comments and trailing commas) and checks it. Throws a ConfigurationError
 * with every mistake. `key`: only the value of this key, if it is there.
 */
export function readConfiguration(path: string, text: string, key?: string): ConfigurationFile | undefined {
  const document = parseText(path, text);
  const root = key === undefined ? document : memberOf(document, key)?.value;
  if (root === undefined) return undefined;
  const complaints = [...schemaComplaints(root), ...ownComplaints(root)];
  if (complaints.length > 0) throw new ConfigurationError(placed(path, text, complaints));
  return byRule(evaluate(root) as unknown as ConfigurationFile);
}

/** With the rules of categories under their own names. */
function byRule(file: ConfigurationFile): ConfigurationFile {
  const named = (rules: RuleSettings) =>
    settingsByRule(rules, (setting) => (typeof setting === "string" ? setting : setting[0]) === "off");
  return {
    ...file,
    ...(file.rules && { rules: named(file.rules) }),
    ...(file.overrides && {
      overrides: file.overrides.map((each) => (each.rules ? { ...each, rules: named(each.rules) } : each)),
    }),
  };
}

/** Throws a ConfigurationError at the first character that is no JSON. */
function parseText(path: string, text: string): ValueNode {
  try {
    return parse(text, { mode: "jsonc", ranges: true, allowTrailingCommas: true }).body;
  } catch (error) {
    const { message, line = 1, column = 1 } = error as Error & { line?: number; column?: number };
    const reason = message
      .replace(/ found\. \(\d+:\d+\)$/, "")
      .replace(/^Unexpected/, "unexpected")
      .replace(/token (\w+)$/, (whole, token: string) => marks[token] ?? whole);
    const isOpen = /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text);
    const missing = isOpen
      ? say`: a closing ${text.trimStart().startsWith("{") ? "}" : "]"} is missing`
      : say`: ${reason}`;
    throw new ConfigurationError([{ path, place: { line, column }, message: say`this is not JSON${missing}` }]);
  }
}

/** What the parser calls the marks of JSON. */
const marks: Readonly<Record<string, string>> = {
  LBrace: "{",
  RBrace: "}",
  LBracket: "[",
  RBracket: "]",
  Colon: ":",
  Comma: ",",
};

function placed(path: string, text: string, complaints: readonly Complaint[]): ConfigurationProblem[] {
  const table = lineTable(text);
  return [...complaints]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => {
      const { line, column } = positionAt(table, offset);
      return { path, place: { line: line + 1, column: column + 1 }, message };
    });
}

function didYouMean(word: string, candidates: readonly string[]): string {
  const [near] = nearest(word, candidates);
  return near === undefined ? "" : say` Did you mean ${near.word}?`;
}

function schemaComplaints(root: ValueNode): Complaint[] {
  const keys = new Set(keysIn(root));
  const validate = validatorFor(rules.filter(({ id }) => keys.has(id)));
  if (validate(evaluate(root))) return [];
  const complaints = innermost(validate.errors ?? []).flatMap((error) => toComplaint(root, error));
  // Several branches of a choice complain of one place: the first that says something counts.
  return complaints.filter((one, at) => complaints.findIndex(({ offset }) => offset === one.offset) === at);
}

function keysIn(node: ValueNode): string[] {
  if (node.type === "Array") return node.elements.flatMap(({ value }) => keysIn(value));
  if (node.type !== "Object") return [];
  return node.members.flatMap(({ name, value }) => [name.type === "String" ? name.value : name.name, ...keysIn(value)]);
}

/**
 * To compile the settings of all rules takes longer than to check many configurations, and files name few of them. To
 * optimise the code takes longer still.
 */
function validatorFor(named: readonly Rule[]): ValidateFunction {
  const ids = named.map(({ id }) => id).join(" ");
  const known = compiled.get(ids);
  if (known !== undefined) return known;
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, code: { optimize: false } });
  const validate = ajv.compile(configurationSchema(named));
  compiled.set(ids, validate);
  return validate;
}

const compiled = new Map<string, ValidateFunction>();

/** Without what only says that a choice failed, where something inside it says why. */
function innermost(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = ["anyOf", "const", "enum", "type"];
  return errors.filter(
    ({ keyword, instancePath }) =>
      !choices.includes(keyword) || !errors.some((other) => other.instancePath.startsWith(`${instancePath}/`)),
  );
}

function toComplaint(root: ValueNode, error: ErrorObject): Complaint[] {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const node = nodeAt(root, path);
  const value = JSON.stringify(error.data);
  switch (error.keyword) {
    case "additionalProperties":
      return [unknownKey(node, error)];
    case "required":
      return [{ offset: offsetOf(node), message: say`the key '${error.params.missingProperty}' is missing` }];
    case "enum": {
      const allowed: readonly unknown[] = error.params.allowedValues;
      const hint = typeof error.data === "string" ? didYouMean(error.data, allowed.map(String)) : "";
      return [
        { offset: offsetOf(node), message: say`${value} is not allowed.${hint} Allowed: ${allowed.join(", ")}.` },
      ];
    }
    case "anyOf":
    case "const":
      return [{ offset: offsetOf(node), message: say`${value} is not allowed: ${wanted(error)}` }];
    default:
      return [{ offset: offsetOf(node), message: say`${value} is not allowed: it ${mustBe(error)}` }];
  }
}

/** What the value must be, in words that people use of values. */
function mustBe(error: ErrorObject): string {
  if (error.keyword !== "type") return error.message ?? say`is wrong`;
  const types: Readonly<Record<string, string>> = {
    integer: say`a whole number`,
    number: say`a number`,
    string: say`a text in quotation marks`,
    boolean: say`true or false`,
    array: say`a list in [ ]`,
    object: say`a group of keys in { }`,
  };
  const named = [error.params.type].flat().map((type: string) => types[type] ?? type);
  // One of two forms: the other is a word.
  if (error.instancePath.endsWith("/indent")) named.push('"tab"');
  return say`must be ${anyOf(named)}`;
}

function unknownKey(node: ValueNode, error: ErrorObject): Complaint {
  const key: string = error.params.additionalProperty;
  const isRule = error.instancePath.endsWith("/rules");
  const known = isRule
    ? rules.map(({ id }) => id)
    : Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
  return { offset: keyOffset(node, key), message: unknownKeyMessage(error.instancePath, key, known) };
}

function unknownKeyMessage(path: string, key: string, known: readonly string[]): string {
  const near = didYouMean(key, known);
  if (path.endsWith("/rules")) return say`there is no rule '${key}'.${near} 'kalint rules' lists them.`;
  const rule = /\/rules\/([^/]+)\/1$/.exec(path)?.[1];
  const list = say`Known: ${known.join(", ")}.`;
  if (rule === undefined) return say`unknown key '${key}'.${near} ${list}`;
  return known.length === 0 ? say`${rule} has no options` : say`${rule} has no option '${key}'.${near} ${list}`;
}

function wanted(error: ErrorObject): string {
  const { description } = (error.parentSchema ?? {}) as { description?: string };
  return description === undefined ? say`another value is wanted` : description.replace(/\.$/, "");
}

/** What the schema cannot know: which targets and blocks there are. */
function ownComplaints(root: ValueNode): Complaint[] {
  return [...targetComplaints(root), ...fragmentComplaints(root), ...nodeComplaints(root)];
}

/** Findings and tables tell the hosts of a cluster apart by their names. */
function nodeComplaints(root: ValueNode): Complaint[] {
  return elementsOf(root, "clusters").flatMap((cluster) => {
    const known = new Set<string>();
    return elementsOf(cluster, "nodes").flatMap((host): Complaint[] => {
      const node = memberOf(host, "name")?.value;
      if (node?.type !== "String") return [];
      const isTaken = known.has(node.value);
      known.add(node.value);
      if (!isTaken) return [];
      const name = JSON.stringify(node.value);
      return [{ offset: offsetOf(node), message: say`another host of this cluster is called ${name} already` }];
    });
  });
}

function fragmentComplaints(root: ValueNode): Complaint[] {
  return [root, ...elementsOf(root, "overrides")].flatMap((each): Complaint[] => {
    const node = memberOf(each, "fragmentOf")?.value;
    if (node?.type !== "String" || node.value === "" || isMainFile(node.value)) return [];
    if (fragmentParents().includes(node.value)) return [];
    const hint = didYouMean(node.value, fragmentParents());
    const allowed = say`a block such as vrrp_instance or virtual_server/real_server, a file, or none`;
    return [
      {
        offset: offsetOf(node),
        message: say`there is no block ${JSON.stringify(node.value)}.${hint} Allowed: ${allowed}.`,
      },
    ];
  });
}

function targetComplaints(root: ValueNode): Complaint[] {
  const nodes = elementsOf(root, "clusters").flatMap((cluster) => elementsOf(cluster, "nodes"));
  return [root, ...elementsOf(root, "overrides"), ...nodes].flatMap((each): Complaint[] => {
    const node = memberOf(each, "target")?.value;
    if (node?.type !== "String") return [];
    const target = targetNamed(node.value);
    return "problem" in target ? [{ offset: offsetOf(node), message: say`target ${target.problem}` }] : [];
  });
}

function elementsOf(node: ValueNode, key: string): ValueNode[] {
  const list = memberOf(node, key)?.value;
  return list?.type === "Array" ? list.elements.map(({ value }) => value) : [];
}

/** The deepest node that exists on a path. */
function nodeAt(root: ValueNode, path: readonly (string | number)[]): ValueNode {
  let node = root;
  for (const step of path) {
    const next = node.type === "Array" ? node.elements[Number(step)]?.value : memberOf(node, String(step))?.value;
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function memberOf(node: ValueNode, key: string): ObjectNode["members"][number] | undefined {
  if (node.type !== "Object") return undefined;
  return node.members.find(({ name }) => (name.type === "String" ? name.value : name.name) === key);
}

function keyOffset(node: ValueNode, key: string): number {
  return memberOf(node, key)?.name.loc.start.offset ?? offsetOf(node);
}

function offsetOf(node: ValueNode): number {
  return node.loc.start.offset;
}
