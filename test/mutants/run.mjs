// How many small changes of the code do the tests notice?
//   npm run mutants -- [--windows N] [--seed S] [--only PACKAGE] [--show N]
// Stryker changes one operator, condition or value at a time in a sample of the sources (windows of twelve lines, spread
// over syntax, schema look-ups, daemon, cluster, format and service by their length) and runs those of the package's
// own tests that reach the place. What no test notices has survived. The default sample takes about an hour on two
// quiet cores; with the same seed it is the same for the same sources. Prints a score for each package and, last, the score of all.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packages, sampleOf } from "./sample.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options } = parseArgs({
  options: {
    windows: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    show: { type: "string", default: "200" },
  },
});

const sample = sampleOf(Number(options.windows), Number(options.seed));
const report = join(root, "node_modules/.cache/mutants.json");
mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
console.log(`seed ${options.seed}, ${sample.length} windows of the sources`);
const files = Object.entries(packages).flatMap(([name, tests]) => {
  const windows = sample.filter(({ path }) => path.startsWith(`packages/${name}/`));
  if (windows.length === 0 || (options.only !== undefined && options.only !== name)) return [];
  const run = spawnSync("npx", ["stryker", "run", "test/mutants/stryker.config.mjs"], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      KALINT_MUTANTS: JSON.stringify(windows.map(({ path, from, to }) => `${path}:${from}-${to}`)),
      KALINT_MUTANTS_TESTS: JSON.stringify(tests),
      KALINT_MUTANTS_REPORT: report,
    },
  });
  if (run.status !== 0) throw new Error(`stryker ended with ${run.status} on ${name}`);
  return Object.entries(JSON.parse(readFileSync(report, "utf8")).files);
});

/** What cannot be run (a mutant that does not parse, one of the module's own start) counts for nothing. */
const counted = { Killed: true, Timeout: true, Survived: false, NoCoverage: false };
const mutants = files.flatMap(([path, { mutants: own, source }]) =>
  own
    .filter(({ status }) => status in counted)
    .map((mutant) => ({ ...mutant, path, source, killed: counted[mutant.status] })),
);

const survivors = mutants.filter(({ killed }) => !killed);
for (const { path, source, location, replacement, status } of survivors.slice(0, Number(options.show))) {
  const { start, end } = location;
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const before =
    lines.length === 1 ? lines[0].slice(start.column - 1, end.column - 1) : `${lines[0].slice(start.column - 1)} …`;
  const note = status === "NoCoverage" ? " (no test comes here)" : "";
  console.log(`${path}:${start.line}:${start.column}  ${before}  →  ${replacement.replace(/\s+/g, " ")}${note}`);
}

console.log("");
for (const name of Object.keys(packages)) {
  const own = mutants.filter(({ path }) => path.startsWith(`packages/${name}/`));
  if (own.length > 0) console.log(`${name.padEnd(10)} ${scoreOf(own)}`);
}
console.log(`mutants    ${scoreOf(mutants)}`);

function scoreOf(some) {
  const killed = some.filter((mutant) => mutant.killed).length;
  return `${killed} of ${some.length} noticed, ${((100 * killed) / some.length).toFixed(1)} %`;
}
