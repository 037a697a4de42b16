// The tree-sitter grammar, compiled and asked: its corpus, our fixtures, and the colours of its queries.
// Needs gcc and libtree-sitter-dev. Prints "N passed, N failed" last.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "../../packages/syntax/dist/index.js";

const root = join(import.meta.dirname, "../..");
const grammar = join(root, "grammars/tree-sitter");
const folder = mkdtempSync(join(tmpdir(), "kalint-tree-sitter-"));
const program = join(folder, "print");
let passed = 0;
let failed = 0;

try {
  execFileSync("gcc", [
    "-O1",
    `-I${grammar}/src`,
    "-o",
    program,
    join(import.meta.dirname, "print.c"),
    join(grammar, "src/parser.c"),
    "-ltree-sitter",
  ]);
  isUpToDate();
  corpus();
  fixtures();
  colours();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function verdict(name, problem) {
  if (problem === undefined) passed++;
  else {
    failed++;
    console.log(`FAILED ${name}: ${problem}`);
  }
}

/** `tree-sitter generate` is no part of the build: whoever changes the grammar runs it and keeps the new sum. */
function isUpToDate() {
  const sum = createHash("sha256")
    .update(readFileSync(join(grammar, "grammar.js")))
    .digest("hex");
  const kept = readFileSync(join(grammar, "src/grammar.sha256"), "utf8").trim();
  verdict(
    "parser.c",
    sum === kept ? undefined : `made from another grammar.js: run tree-sitter generate, then write ${sum}`,
  );
}

function corpus() {
  for (const file of readdirSync(join(grammar, "test/corpus"))) {
    const text = readFileSync(join(grammar, "test/corpus", file), "utf8");
    for (const [, title, source, tree] of text.matchAll(
      /^=+\n(.+)\n=+\n\n([\s\S]*?)\n---\n\n([\s\S]*?)(?=\n=+\n|$(?![\s\S]))/gm,
    )) {
      const got = treesOf([temporary(source)])[0];
      const wanted = tree.trim().replace(/\s+/g, " ");
      verdict(`${file}: ${title}`, got === wanted ? undefined : `\n  want ${wanted}\n  got  ${got}`);
    }
  }
}

/** Every fixture that has no fault of syntax is read without one. */
function fixtures() {
  // An address without a name before its @ is read as a condition: for keepalived it is none in a block of free lines.
  const exceptions = new Set(["fixtures/lint/invalid-mail-address/addresses.conf"]);
  const files = readdirSync(join(root, "fixtures"), { recursive: true })
    .filter((path) => path.endsWith(".conf"))
    .map((path) => `fixtures/${path}`)
    .filter((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return !exceptions.has(path) && !text.includes("\0") && !text.includes("{%") && isSound(text);
    });
  const trees = treesOf(files.map((path) => join(root, path)));
  for (const [index, path] of files.entries()) {
    const fault = /.{0,60}\((?:ERROR|MISSING).{0,60}/.exec(trees[index])?.[0];
    verdict(path, fault === undefined ? undefined : `a fault in the tree: ${fault}`);
  }
  if (files.length < 400) verdict("fixtures", `only ${files.length} of them are read`);
}

function isSound(text) {
  // A quote that is not closed is a fault of the words, of which our tree knows nothing.
  const quotes = text.split("\n").every((line) => (line.replace(/\\./g, "").match(/"/g)?.length ?? 0) % 2 === 0);
  return quotes && parse(text).problems.length === 0;
}

function colours() {
  for (const query of readdirSync(join(grammar, "queries"))) {
    const captures = capturesOf(query, readFileSync(join(root, "fixtures/grammar/pair.conf"), "utf8"));
    verdict(query, captures.length > 0 ? undefined : "captures nothing");
  }
  const text = `vrrp_instance VI_1 { # pair
    state MASTER
    priorty 100
    notify_master "/bin/a" root
    virtual_ipaddress {
        192.0.2.1/24 dev eth0
    }
    track_script {
        chk weight 2
    }
}
`;
  const wanted = [
    "vrrp_instance: keyword",
    "VI_1: type",
    "{: punctuation.bracket",
    "# pair: comment",
    "state: property",
    "MASTER: constant.builtin",
    "100: number",
    "notify_master: property",
    '"/bin/a": string',
    "virtual_ipaddress: keyword",
    "{: punctuation.bracket",
    "192.0.2.1/24: constant.numeric",
    "dev: attribute",
    "}: punctuation.bracket",
    "track_script: keyword",
    "{: punctuation.bracket",
    "weight: attribute",
    "2: number",
    "}: punctuation.bracket",
    "}: punctuation.bracket",
  ];
  const got = capturesOf("highlights.scm", text);
  verdict("colours", got.join("\n") === wanted.join("\n") ? undefined : `\n  ${got.join("\n  ")}`);
  const shell = capturesOf("injections.scm", text).filter((line) => line.startsWith('"'));
  verdict("shell in scripts", shell.join() === '"/bin/a": injection.content' ? undefined : shell.join());
}

function treesOf(files) {
  const output = execFileSync(program, ["tree", ...files], { encoding: "utf8", maxBuffer: 1e8 });
  return output
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(line.indexOf("\t") + 1));
}

function capturesOf(query, text) {
  const bytes = Buffer.from(text);
  const output = execFileSync(program, ["query", join(grammar, "queries", query), temporary(text)], {
    encoding: "utf8",
  });
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"))
    .map(([start, end, name]) => `${bytes.subarray(Number(start), Number(end))}: ${name}`);
}

function temporary(text) {
  const path = join(folder, "text.conf");
  writeFileSync(path, text);
  return path;
}
