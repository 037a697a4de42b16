/** The text of a JSON document as a configuration: what is wrong has a place. */

import { evaluate, parse, type ValueNode } from "@humanwhocodes/momoa";
import { ConfigurationError } from "@kalint/project";
import { say } from "@kalint/schema";
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from "ajv";
import { configurationDocumentSchema, itemKeys } from "./schema.js";
import { textOf, Unwritable } from "./to-conf.js";
import type { JsonConfiguration } from "./types.js";

export interface Written {
  readonly text: string;
  readonly encoding: "utf8" | "latin1";
}

/** Throws a ConfigurationError with the place of the first mistake. */
export function textOfJson(path: string, json: string): Written {
  const root = read(path, json);
  try {
    return writtenOf(evaluate(root));
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    throw problem(path, root, error.path, error.message);
  }
}

/** Throws an `Unwritable` for a value of another shape, or with a text that no configuration can hold. */
export function writtenOf(value: unknown): Written {
  const validate = validator();
  if (!validate(value)) {
    const { instancePath, ...error } = mostTelling(validate.errors ?? []);
    const keys = instancePath.split("/").slice(1).map(unescaped);
    throw new Unwritable(keys, say`not the JSON form of a configuration: ${describe(error)}`);
  }
  const configuration = value as JsonConfiguration;
  return { text: textOf(configuration), encoding: configuration.encoding ?? "utf8" };
}

let compiled: ValidateFunction | undefined;

/** Definitions that hold each other are compiled once each: put into one another they take minutes. */
function validator(): ValidateFunction {
  const options: Options = {
    allErrors: false,
    strict: false,
    verbose: true,
    inlineRefs: false,
    code: { optimize: false },
  };
  compiled ??= new Ajv(options).compile(configurationDocumentSchema("configuration"));
  return compiled;
}

/** The deepest place says most: the others are of the choices around it. There, what is too much says more than what is missing. */
function mostTelling(errors: readonly ErrorObject[]): ErrorObject {
  const weight = ({ instancePath, keyword }: ErrorObject) =>
    depthOf(instancePath) * 4 + (keyword === "additionalProperties" ? 2 : keyword === "required" ? 1 : 0);
  return errors.toSorted((a, b) => weight(b) - weight(a))[0]!;
}

function describe({ keyword, params, message, parentSchema }: Omit<ErrorObject, "instancePath">): string {
  switch (keyword) {
    case "additionalProperties": {
      const known = Object.keys((parentSchema as { properties?: object }).properties ?? {});
      return say`unknown key ${JSON.stringify(params.additionalProperty)}; allowed keys: ${known.join(", ")}`;
    }
    case "required":
      return itemKeys.includes(params.missingProperty)
        ? say`this item needs one of the keys ${itemKeys.join(", ")}`
        : say`the key ${JSON.stringify(params.missingProperty)} is missing`;
    case "type":
      return say`this must be ${typeName(params.type)}`;
    case "const":
      return say`this must be ${JSON.stringify(params.allowedValue)}`;
    case "minimum":
      return say`the number must be at least ${params.limit}`;
    case "maximum":
      return say`the number must be at most ${params.limit}`;
    default:
      return message === undefined ? say`the value has the wrong form` : say`this ${message}`;
  }
}

/** The types of JSON Schema, as they are called here. */
function typeName(type: string): string {
  const names: Readonly<Record<string, string>> = {
    array: say`a list`,
    object: say`an object`,
    string: say`a string`,
    number: say`a number`,
    integer: say`a whole number`,
  };
  return names[type] ?? type;
}

function read(path: string, json: string): ValueNode {
  try {
    return parse(json, { mode: "json", ranges: true }).body;
  } catch (error) {
    const { message, line = 1, column = 1 } = error as Error & { line?: number; column?: number };
    const reason = message.replace(/ \(\d+:\d+\)$/, "").replace(/^Unexpected/, "unexpected");
    throw new ConfigurationError([{ path, place: { line, column }, message: say`this is not JSON: ${reason}` }]);
  }
}

function depthOf(pointer: string): number {
  return pointer.split("/").length;
}

function unescaped(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** At the innermost value that the keys lead to. */
function problem(
  path: string,
  root: ValueNode,
  keys: readonly (string | number)[],
  message: string,
): ConfigurationError {
  let node = root;
  for (const key of keys) {
    const next =
      node.type === "Array"
        ? node.elements[Number(key)]?.value
        : node.type === "Object"
          ? node.members.find(({ name }) => (name.type === "String" ? name.value : name.name) === key)?.value
          : undefined;
    if (next === undefined) break;
    node = next;
  }
  const { line, column } = node.loc.start;
  return new ConfigurationError([{ path, place: { line, column }, message }]);
}
