import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "../conformance/random.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is mutated, the middle of the house, and whose tests are to notice it: for what only others use, theirs. */
export const packages = {
  syntax: ["syntax", "format"],
  schema: ["schema", "daemon"],
  daemon: ["daemon", "lint"],
  cluster: ["cluster"],
  format: ["format"],
  service: ["service"],
};
const folders = Object.keys(packages).map((name) => `packages/${name}/src`);
/** Keyword records and signatures are data; the look-ups in them are code. */
const isData =
  /^packages\/schema\/src\/(?:keywords\/|content\/|grammars\.ts|features\.ts|removed\.ts|distributions\.ts|releases\.ts|types\.ts|directives\.ts)/;

/** Lines in a row that are mutated together. */
const window = 12;

/** `count` windows of lines, spread over the sources by their length; the same for the same seed. */
export function sampleOf(count, seed) {
  const random = seededRandom(seed);
  const windows = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith("index.ts"))
      .map((name) => relative(root, join(root, folder, name)))
      .filter((path) => !isData.test(path))
      .sort()
      .flatMap((path) => {
        const lines = readFileSync(join(root, path), "utf8").split("\n").length;
        return Array.from({ length: Math.ceil(lines / window) }, (_, index) => ({
          path,
          from: index * window + 1,
          to: Math.min(lines, (index + 1) * window),
        }));
      }),
  );
  const chosen = [];
  while (chosen.length < count && windows.length > 0) chosen.push(...windows.splice(random.below(windows.length), 1));
  return chosen.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.from - other.from));
}
