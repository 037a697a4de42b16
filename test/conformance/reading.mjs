// The reading alone against the real keepalived: unknown keywords, braces, quotes, and the missing argument that ends it.
//   node test/conformance/reading.mjs [--mutations N] [--seed N] [--show N] [--corpus] [FILE...]
// Linux, root, keepalived and iproute2 installed, except with --corpus, which takes the verdicts that lie beside the
// corpus (KALINT_SHARED). Needs `npm run build`. A tool for development: `npm run conformance` measures the whole.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { evaluate, memoryHost } from "../../packages/daemon/dist/index.js";
import { mutate } from "./mutations.mjs";
import { askKeepalived } from "./oracle.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutations: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "30" },
    corpus: { type: "boolean" },
    keep: { type: "string" },
  },
});

/** The kinds of what keepalived says while it reads; other messages belong to keywords. */
const kinds = [
  [/^Unknown keyword '}'/, "close"],
  [/^Extra '}'/, "close"],
  [/^Unknown keyword/, "unknown-keyword"],
  [/^Unexpected '{'/, "unexpected-open"],
  [/^Missing '{'/, "missing-open"],
  [/^Unterminated quote|^Unmatched quote|missing terminating/, "unterminated-quote"],
  [/^line too long/, "line-too-long"],
  [/embedded NULs/, "embedded-nul"],
  [/^Invalid ~|^~SEQ|^~LST/, "bad-repetition"],
  [/has extra parameters/, "surplus-header-words"],
  [/^Config files missing/, "include-missing"],
  [/^There are \d+ missing/, "missing-close"],
];

const ourKinds = { "surplus-close": "close" };

function theirs(verdict) {
  const found = new Set();
  const add = (line, messages) => {
    for (const message of messages) {
      const kind = kinds.find(([pattern]) => pattern.test(message))?.[1];
      if (kind) found.add(`${line} ${kind}`);
    }
  };
  for (const [line, messages] of Object.entries(verdict.lines)) add(line, messages);
  add("-", verdict.unplaced);
  if (verdict.verdict === "fatal") {
    for (const [line, messages] of Object.entries(verdict.lines)) {
      if (messages.some((message) => /is missing a parameter/.test(message))) found.add(`${line} fatal`);
    }
  }
  return found;
}

function ours(path, text, target, configId) {
  const effective = evaluate({ path, host: memoryHost({ [path]: text }), target, ...(configId && { configId }) });
  const found = new Set();
  for (const { kind, line, daemon } of effective.problems)
    if (daemon) found.add(`${line ?? "-"} ${ourKinds[kind] ?? kind}`);
  if (effective.fatal) {
    found.add(`${effective.fatal.line} fatal`);
    // The daemon stops while it makes this message: it names the line, with another one.
    found.delete(`${effective.fatal.line} surplus-header-words`);
  }
  return found;
}

const totals = { both: 0, missed: 0, wrong: 0, files: 0, differing: 0 };
let shown = 0;

function compare(name, path, text, verdict, target, configId) {
  if (!verdict || verdict.verdict === "inconclusive") return;
  const left = theirs(verdict);
  const right = ours(path, text, target, configId);
  totals.files += 1;
  const missed = [...left].filter((entry) => !right.has(entry));
  const wrong = [...right].filter((entry) => !left.has(entry));
  totals.both += left.size - missed.length;
  totals.missed += missed.length;
  totals.wrong += wrong.length;
  if (missed.length + wrong.length === 0) return;
  totals.differing += 1;
  shown += 1;
  if (shown <= Number(options.show))
    console.log(`${name} [${target}]\n   missed ${missed.join(", ") || "-"}\n   wrong  ${wrong.join(", ") || "-"}`);
}

if (options.corpus) {
  const shared = process.env.KALINT_SHARED ?? join(root, "../shared");
  for (const target of ["2.2.7", "2.4.3"]) {
    const verdicts = JSON.parse(readFileSync(join(shared, `corpus/verdicts-${target}.json`), "utf8")).files;
    for (const [name, verdict] of Object.entries(verdicts)) {
      const path = join(shared, "corpus", name);
      if (existsSync(path)) compare(name, path, readFileSync(path, "latin1"), verdict, target);
    }
  }
}

const texts = positionals.map((path) => ({ text: readFileSync(path, "latin1"), story: path }));
if (Number(options.mutations) > 0) {
  const folder = join(root, "fixtures/conformance");
  const bases = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
  texts.push(...mutate(bases, Number(options.mutations), Number(options.seed)));
}
if (texts.length > 0) {
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), "kalint-reading-"));
  mkdirSync(folder, { recursive: true });
  const paths = texts.map(({ text }, index) => {
    const path = join(folder, `${index}.conf`);
    writeFileSync(path, text, "latin1");
    return path;
  });
  const answer = askKeepalived(paths);
  for (const [index, path] of paths.entries()) {
    const { story, text } = texts[index];
    compare(`${story} (${path})`, path, text, answer.files.get(path), answer.keepalived, hostname().split(".")[0]);
  }
  if (!options.keep) rmSync(folder, { recursive: true });
}
console.log(totals);
