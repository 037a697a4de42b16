// How many small changes of the code do the tests notice?
//   npm run mutants -- [--windows N] [--seed S] [--only PACKAGE,…] [--concurrency N] [--show N]
// Stryker changes one operator, condition or value at a time in a sample of the sources (N windows of eight lines in each
// of syntax, schema look-ups, daemon, cluster, format and service) and runs those of the tests in sample.mjs that reach
// the place, up to the first that fails. What no test notices has survived. The default sample takes about an hour on two
// quiet cores; with the same seed it is the same for the same sources. One package after the other: each prints what
// survived and its score, and keeps its row in RESULTS.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { keepScore, scoreOf } from "./results.mjs";
import { packages, sampleOf } from "./sample.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options } = parseArgs({
  options: {
    windows: { type: "string", default: "12" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: Object.keys(packages).join(",") },
    concurrency: { type: "string", default: "1" },
    show: { type: "string", default: "200" },
  },
});

const report = join(root, "node_modules/.cache/mutants.json");
mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
for (const name of options.only.split(",")) {
  const { mutants, minutes } = mutate(name, sampleOf(name, Number(options.windows), Number(options.seed)));
  for (const survivor of mutants.filter(({ killed }) => !killed).slice(0, Number(options.show))) show(survivor);
  const score = scoreOf(mutants);
  keepScore(name, { ...score, seed: options.seed, windows: options.windows, minutes });
  console.log(
    `${name}: ${score.killed} of ${score.tried} noticed, ${score.survived} survived, ${score.uncovered} where no test comes\n`,
  );
}

/** What Stryker found in the windows of one package, without what cannot be run (what does not parse, or a module's own start). */
function mutate(name, windows) {
  const start = Date.now();
  console.log(`${name}: ${windows.length} windows, seed ${options.seed}`);
  const run = spawnSync("npx", ["stryker", "run", "test/mutants/stryker.config.mjs"], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      KALINT_MUTANTS: JSON.stringify(windows.map(({ path, from, to }) => `${path}:${from}-${to}`)),
      KALINT_MUTANTS_TESTS: JSON.stringify(packages[name]),
      KALINT_MUTANTS_CONCURRENCY: options.concurrency,
      KALINT_MUTANTS_REPORT: report,
    },
  });
  if (run.status !== 0) throw new Error(`stryker ended with ${run.status} on ${name}`);
  const counted = { Killed: true, Timeout: true, Survived: false, NoCoverage: false };
  const mutants = Object.entries(JSON.parse(readFileSync(report, "utf8")).files).flatMap(([path, file]) =>
    file.mutants
      .filter(({ status }) => status in counted)
      .map((mutant) => ({ ...mutant, path, source: file.source, killed: counted[mutant.status] })),
  );
  return { mutants, minutes: Math.ceil((Date.now() - start) / 60_000) };
}

function show({ path, source, location, replacement, status }) {
  const { start, end } = location;
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const before =
    lines.length === 1 ? lines[0].slice(start.column - 1, end.column - 1) : `${lines[0].slice(start.column - 1)} …`;
  const note = status === "NoCoverage" ? " (no test comes here)" : "";
  console.log(`${path}:${start.line}:${start.column}  ${before}  →  ${replacement.replace(/\s+/g, " ")}${note}`);
}
