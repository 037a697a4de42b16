import { lineTable, positionAt } from "@kalint/syntax";
import type { ErrorObject } from "ajv";
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { nearest } from "../suggest.js";
import { ConfigurationError, type ConfigurationProblem } from "./error.js";
import { configurationSchema } from "./schema.js";
import { targetNamed } from "./target.js";
import type { ConfigurationFile } from "./types.js";

/** What is wrong at an offset of the text. */
interface Complaint {
  readonly offset: number;
  readonly message: string;
}

/**
 * Reads the text of a configuration (JSON with comments and trailing commas) and checks it. Throws a ConfigurationError
 * with every mistake. `key`: only the value of this key, if it is there.
 */
export async function readConfiguration(
  path: string,
  text: string,
  key?: string,
): Promise<ConfigurationFile | undefined> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const complaints = errors.map(({ error, offset }) => ({ offset, message: parseMessage(printParseErrorCode(error)) }));
  const root = key === undefined || tree === undefined ? tree : findNodeAtLocation(tree, [key]);
  if (root === undefined && key !== undefined) return undefined;
  if (root === undefined && complaints.length === 0)
    complaints.push({ offset: 0, message: "the file is empty: {} is wanted" });
  if (root !== undefined && complaints.length === 0)
    complaints.push(...(await schemaComplaints(root)), ...ownComplaints(root));
  if (complaints.length > 0) throw new ConfigurationError(placed(path, text, complaints));
  return getNodeValue(root!) as ConfigurationFile;
}

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
  return near === undefined ? "" : ` Did you mean ${near.word}?`;
}

function parseMessage(code: string): string {
  return `this is not JSON: ${code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()}`;
}

/** The library is loaded only where there is a configuration to check. */
async function schemaComplaints(root: Node): Promise<Complaint[]> {
  const { Ajv } = await import("ajv");
  const validate = new Ajv({ allErrors: true, verbose: true, strict: false }).compile(configurationSchema());
  if (validate(getNodeValue(root))) return [];
  const complaints = (validate.errors ?? []).flatMap((error) => toComplaint(root, error));
  // Several branches of a choice complain of one place: the first that says something counts.
  return complaints.filter((one, at) => complaints.findIndex(({ offset }) => offset === one.offset) === at);
}

function toComplaint(root: Node, error: ErrorObject): Complaint[] {
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
      return [{ offset: node.offset, message: `the key '${error.params.missingProperty}' is missing` }];
    case "enum": {
      const allowed: readonly unknown[] = error.params.allowedValues;
      const hint = typeof error.data === "string" ? didYouMean(error.data, allowed.map(String)) : "";
      return [{ offset: node.offset, message: `${value} is not allowed.${hint} Allowed: ${allowed.join(", ")}.` }];
    }
    case "anyOf":
    case "const":
      return [{ offset: node.offset, message: `${value} is not allowed: ${wanted(error)}` }];
    default:
      return [{ offset: node.offset, message: `${value} is not allowed: it ${error.message ?? "is wrong"}` }];
  }
}

function unknownKey(node: Node, error: ErrorObject): Complaint {
  const key: string = error.params.additionalProperty;
  const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
  const isRule = error.instancePath.endsWith("/rules");
  const what = isRule ? `there is no rule '${key}'` : `unknown key '${key}'`;
  const list = isRule ? "'kalint rules' lists them." : `Known: ${known.join(", ")}.`;
  return { offset: keyOffset(node, key), message: `${what}.${didYouMean(key, known)} ${list}` };
}

function wanted(error: ErrorObject): string {
  const { description } = (error.parentSchema ?? {}) as { description?: string };
  return description === undefined ? "another value is wanted" : description.replace(/\.$/, "");
}

/** What the schema cannot know: which targets there are. */
function ownComplaints(root: Node): Complaint[] {
  const target = findNodeAtLocation(root, ["target"]);
  return typeof target?.value === "string" ? targetComplaints(target) : [];
}

function targetComplaints(node: Node): Complaint[] {
  const target = targetNamed(node.value);
  return "problem" in target ? [{ offset: node.offset, message: `target ${target.problem}` }] : [];
}

/** The deepest node that exists on a path. */
function nodeAt(root: Node, path: readonly (string | number)[]): Node {
  return findNodeAtLocation(root, [...path]) ?? root;
}

function keyOffset(node: Node, key: string): number {
  const property = node.children?.find(({ children }) => children?.[0]?.value === key);
  return property?.offset ?? node.offset;
}
