// kalint against the real keepalived: `npm run conformance [-- --binary PATH] [--mutations N] [--seed N] [--show N] [--only SET]`
// Linux, root, keepalived and iproute2 installed. Prints the measures of each set and, last, `N passed, N failed`:
// each measure that reaches its floor is one passed check. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { keywordCases } from "./keywords.mjs";
import { mutate } from "./mutations.mjs";
import { asKnownIn } from "./older.mjs";
import { askKeepalived, defaultBinary } from "./oracle.mjs";
import { measures, parity } from "./parity.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options } = parseArgs({
  options: {
    binary: { type: "string", default: defaultBinary },
    mutations: { type: "string", default: "5000" },
    seed: { type: "string", default: "20261122" },
    show: { type: "string", default: "20" },
    only: { type: "string" },
    keep: { type: "string" },
  },
});

const floors = {
  corpus: { verdict: 0.99, falseComplaints: 0, recall: 0.985, precision: 0.985 },
  keywords: { verdict: 0.99, falseComplaints: 0, recall: 0.99, precision: 0.99 },
  mutations: { verdict: 0.985, falseComplaints: 0.002, recall: 0.98, precision: 0.98 },
};

/** kalint's diagnostics on each file, as the command prints them. */
function askKalint(files, target) {
  const answers = new Map();
  for (let at = 0; at < files.length; at += 400) {
    const chunk = files.slice(at, at + 400);
    const words = [join(root, "dist/kalint.js"), "check", "--format", "json", "--target", target, ...chunk];
    const run = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8", maxBuffer: 1 << 30 });
    if (run.status !== 0 && run.status !== 1) throw new Error(`kalint ended with ${run.status}: ${run.stderr}`);
    for (const file of JSON.parse(run.stdout).files)
      answers.set(join(root, file.path), file.diagnostics).set(file.path, file.diagnostics);
  }
  return answers;
}

let passed = 0;
let failed = 0;

/** Measures one set of files against its floor. `story` says what each file is. */
function measureSet(name, files, story, verdicts) {
  const answer = verdicts ?? askKeepalived(files, { binary: options.binary });
  const ours = askKalint(files, answer.keepalived);
  const result = parity();
  for (const file of files) {
    const verdict = answer.files.get(file);
    if (verdict) result.add(story(file), verdict, ours.get(file) ?? []);
  }
  const measured = measures(result);
  const percent = (share) => `${(100 * share).toFixed(2)} %`;
  console.log(`\n${name}: keepalived ${answer.keepalived}, ${result.counts.files} files`);
  const floor = floors[name];
  for (const [key, value] of Object.entries(measured)) {
    const bound = floor[key];
    const good = bound === undefined || (key === "falseComplaints" ? value <= bound : value >= bound);
    if (bound !== undefined && good) passed += 1;
    if (bound !== undefined && !good) failed += 1;
    console.log(
      `  ${key.padEnd(16)} ${percent(value).padStart(9)}${bound === undefined ? "" : `   floor ${percent(bound)}${good ? "" : "   FAILED"}`}`,
    );
  }
  for (const line of result.disagreements.slice(0, Number(options.show))) console.log(`    ${line}`);
  if (result.disagreements.length > Number(options.show)) console.log(`    … ${result.disagreements.length} in all`);
}

/** Writes texts as files of a fresh folder and measures them. */
function measureTexts(name, texts) {
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), "kalint-conformance-"));
  mkdirSync(folder, { recursive: true });
  // A folder each: they are no cluster, and none is another's neighbour.
  const files = texts.map(({ text }, index) => {
    const own = join(folder, name, String(index));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, "test.conf"), text);
    return join(own, "test.conf");
  });
  const stories = new Map(files.map((file, index) => [file, `${texts[index].story} [${index}]`]));
  try {
    measureSet(name, files, (file) => stories.get(file));
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true });
  }
}

const wanted = (name) => options.only === undefined || options.only === name;
const bases = readdirSync(join(root, "fixtures/conformance")).map((name) => ({
  name,
  text: readFileSync(join(root, "fixtures/conformance", name), "utf8"),
}));

const version = askKeepalived([join(root, "fixtures/conformance", bases[0].name)], {
  binary: options.binary,
}).keepalived;
const known = bases.map(({ name, text }) => ({ name, text: asKnownIn(text, version) }));
if (wanted("keywords")) measureTexts("keywords", keywordCases(version));
if (wanted("mutations")) measureTexts("mutations", mutate(known, Number(options.mutations), Number(options.seed)));

const shared = process.env.KALINT_SHARED ?? join(root, "../shared");
if (wanted("corpus")) {
  if (existsSync(join(shared, "corpus"))) {
    const files = ["plain", "samples"].flatMap((folder) =>
      readdirSync(join(shared, "corpus", folder)).map((name) => join(shared, "corpus", folder, name)),
    );
    measureSet("corpus", files, (file) => file.slice(shared.length + 8));
  } else console.log("\ncorpus: not here, left out");
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
