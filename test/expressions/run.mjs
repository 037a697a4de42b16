// No regular expression of the sources takes more than linear time: npm run expressions
// recheck looks at each for inputs on which it takes polynomial or exponential time. What it cannot decide (look-ahead,
// back references) it tries with inputs of its own making, from a fixed seed. Prints, last, `N passed, N failed`.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "recheck";
import { parseAst } from "vitest/node";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = readdirSync(join(root, "packages"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => /^packages\/[^/]+\/src\//.test(relative(root, path)))
  .sort();

/** Where what is looked at is short, the code makes sure of it. */
const bounded = new Map([["packages/lint/src/scripts/process-question.ts", "a command line, cut at 1022 characters"]]);

const only = process.argv[2];
const places = new Map();
for (const path of sources.filter(
  (one) => !bounded.has(relative(root, one)) && (only === undefined || relative(root, one).startsWith(only)),
)) {
  const text = readFileSync(path, "utf8");
  for (const { pattern, flags, start } of literalsIn(parseAst(text, { lang: "ts" }))) {
    const literal = `/${pattern}/${flags}`;
    const line = text.slice(0, start).split("\n").length;
    if (!places.has(literal)) places.set(literal, { pattern, flags, place: `${relative(root, path)}:${line}` });
  }
}

let passed = 0;
const failed = [];
for (const [literal, { pattern, flags, place }] of places) {
  // At most a thousand times, or at most four: both are a constant, and the first one takes recheck minutes to look at.
  const shortened = pattern.replace(/\{\d+,\d{2,}\}/g, "{0,4}");
  const result = await check(shortened, flags, { timeout: 600_000, randomSeed: 1, incubationTimeout: 10_000 });
  if (result.status === "safe") passed += 1;
  else {
    const { complexity, attack, error } = result;
    failed.push(place);
    console.log(`${place}  ${literal}`);
    console.log(
      `    ${complexity ? complexity.summary : JSON.stringify(error)}${attack ? `, on ${attack.pattern}` : ""}`,
    );
  }
}
for (const [path, why] of bounded) console.log(`${path}: left out, ${why}`);
console.log(`\n${places.size} regular expressions in ${sources.length} files`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);

function literalsIn(node) {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (typeof node !== "object" || node === null) return [];
  if (node.type === "Literal" && node.regex) return [{ ...node.regex, start: node.start }];
  return Object.values(node).flatMap(literalsIn);
}
