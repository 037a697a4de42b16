import { expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { sources } from "./sources.js";

const files = sources(
  "syntax",
  "schema",
  "daemon",
  "cluster",
  "project",
  "lint",
  "format",
  "service",
  "disk",
  "server",
  "cli",
  "vscode",
);

/** What a screen or two show. A longer function is several, or a closure over a state that should be a value. */
const most = 80;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name: string } | null;
}

const isFunction = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Functions and methods with more lines than that, as `path: name`. */
function longFunctions(path: string, text: string): readonly string[] {
  if (text.split("\n").length <= most) return [];
  const found: string[] = [];
  look(parseAst(text, { lang: "ts" }), "");
  return found;

  /** `name`: what the node is called by what is around it. */
  function look(value: unknown, name: string): void {
    if (Array.isArray(value)) for (const one of value) look(one, name);
    else if (isNode(value)) {
      const lines = text.slice(value.start, value.end).split("\n").length;
      if (lines <= most) return;
      const own = nameOf(value) ?? name;
      if (isFunction.has(value.type)) found.push(`${path}: ${own} (${lines})`);
      for (const child of Object.values(value)) look(child, own);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function nameOf(node: Node): string | undefined {
  const { id, key } = node as { id?: { name?: string } | null; key?: { name?: string } };
  return id?.name ?? key?.name;
}

test("no function is longer than eighty lines", () => {
  expect(files.length).toBeGreaterThan(600);
  const found = files.flatMap(({ path, text }) => longFunctions(path, text));
  expect(found).toEqual([]);
});
