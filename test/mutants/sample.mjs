import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { seededRandom } from "../conformance/random.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * What is mutated, the middle of the house, and whose tests are to notice it: the package's own, and those through which
 * the rest of the house reaches it. The facts of the daemon are in the tests of lint, that say what it says of each line.
 */
export const packages = {
  syntax: ["syntax/*", "format/*", "daemon/places"],
  schema: ["schema/*", "daemon/*", "lint/migration", "service/*.cases", "service/hover"],
  daemon: ["daemon/*", "lint/daemon-*", "lint/rules", "lint/unknown-values"],
  cluster: ["cluster/*", "lint/clusters", "lint/one-reading-of-services"],
  format: ["format/*"],
  service: ["service/*"],
};

/** Keyword records, translations, signatures and types are data; the look-ups in them are code. */
const isData =
  /^packages\/schema\/src\/(?:keywords\/|content\/|locale\/zh-cn\/|(?:changes|directives|distributions|features|grammars|protocol|release-switches|releases|removed|requirements)\.ts)|\/(?:model|remark-kinds|types|nodes)\.ts$/;

/** Lines in a row that are mutated together. What is longer than that, as the whole body of a function, is left alone. */
const window = 8;

/** `count` windows of lines of a package, spread over its sources by their length; the same for the same seed. */
export function sampleOf(name, count, seed) {
  const random = seededRandom(seed);
  const windows = windowsOf(name);
  const chosen = [];
  while (chosen.length < count && windows.length > 0) chosen.push(...windows.splice(random.below(windows.length), 1));
  return chosen.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.from - other.from));
}

function windowsOf(name) {
  const folder = join(root, "packages", name, "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith("index.ts"))
    .map((file) => relative(root, join(folder, file)))
    .filter((path) => !isData.test(path))
    .sort()
    .flatMap((path) => {
      const lines = readFileSync(join(root, path), "utf8").split("\n").length;
      return Array.from({ length: Math.ceil(lines / window) }, (_, index) => ({
        path,
        from: index * window + 1,
        to: Math.min(lines, (index + 1) * window),
      }));
    });
}
