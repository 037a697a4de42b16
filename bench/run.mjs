// Speed, as ratios against something real in the same run: `npm run bench`.
// In-process figures are medians of several runs after a warm-up; process figures are whole processes.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate, memoryHost } from "../packages/daemon/dist/index.js";
import { formatText } from "../packages/format/dist/index.js";
import { lint } from "../packages/lint/dist/index.js";
import { newestVersion } from "../packages/schema/dist/index.js";
import { parse } from "../packages/syntax/dist/index.js";
import { generateClusters, generateConfiguration, generateExpansions } from "./generate.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = join(root, "dist/kalint.js");
const pair = join(root, "fixtures/clusters/web-pair-ok/lb1/keepalived.conf");

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function milliseconds(action) {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const measured = (action, runs = 5) => {
  action();
  return median(Array.from({ length: runs }, () => milliseconds(action)));
};

/** Runs the commands in turn, so that a change in the machine's speed hits all alike. */
function measuredProcesses(commands, runs) {
  const times = commands.map(() => []);
  for (let run = 0; run <= runs; run += 1) {
    commands.forEach(([program, ...words], index) => {
      const took = milliseconds(() => spawnSync(program, words, { stdio: "ignore" }));
      if (run > 0) times[index].push(took);
    });
  }
  return times.map(median);
}

const format = (number, digits = 0) =>
  number.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });

function table(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  console.log(`\n${title}`);
  for (const row of rows) {
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]))).join("   ")}`,
    );
  }
}

// First, while this process is small: starting others from one that holds large texts takes longer.
const corpus = join(process.env.KALINT_SHARED ?? join(root, "../shared"), "corpus");
const many = (
  existsSync(corpus) ? ["plain", "samples", "templates"].map((name) => join(corpus, name)) : [join(root, "fixtures")]
)
  .flatMap((name) => readdirSync(name, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && (existsSync(corpus) || entry.name.endsWith(".conf")))
  .map((entry) => join(entry.parentPath, entry.name));
const [idle, all] = measuredProcesses(
  [
    [process.execPath, "-e", "0"],
    [process.execPath, command, "check", "--format", "json", ...many],
  ],
  5,
);
table(`${many.length} files in one run (the goal: at most 2.5 × node -e 0 + 1 s)`, [
  ["node -e 0", `${format(idle)} ms`],
  ["kalint", `${format(all)} ms`],
  ["the goal", `${format(2.5 * idle + 1000)} ms`],
]);

const small = generateConfiguration(10_000);
const large = generateConfiguration(100_000);
const path = "/bench/keepalived.conf";
const stages = {
  parse: (text) => parse(text),
  evaluate: (text) => evaluate({ path, host: memoryHost({ [path]: text }), target: newestVersion }),
  lint: (text) => lint({ paths: [path], host: memoryHost({ [path]: text }), target: newestVersion }),
  format: (text) => formatText(text),
};
const splitTime = measured(() => large.split("\n").map((line) => line.split(/\s+/)));
const rows = [["stage", "10,000 lines", "100,000 lines", "lines/s", "× text", "× splitting it into words"]];
for (const [name, action] of Object.entries(stages)) {
  const short = measured(() => action(small));
  const long = measured(() => action(large), 3);
  rows.push([
    name,
    `${format(short)} ms`,
    `${format(long)} ms`,
    format((100_000 / long) * 1000),
    format(long / short, 1),
    format(long / splitTime, 1),
  ]);
}
const expansions = [1_000, 10_000].map((lines) => memoryHost(generateExpansions("/bench", lines)));
const [fewer, more] = expansions.map((host) => measured(() => lint({ paths: [path], host, target: newestVersion })));
table("~SEQ, definitions and includes: lint", [
  ["lines read", "time", "× text"],
  ["1,000", `${format(fewer)} ms`, ""],
  ["10,000", `${format(more)} ms`, format(more / fewer, 1)],
]);
table("Throughput in one process (× text: time for ten times the text; 10 is linear)", rows);

/** Processor time of this process in milliseconds, which a busy machine stretches less than the clock's. */
function processorTime(action) {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

// In turn, so that both see the same machine.
const layouts = { "as it is to be": large, "without indentation": large.replace(/^[ ]+/gm, "") };
const layoutRows = [["100,000 lines, processor time", "parse", "format", "× parse"]];
for (const [name, text] of Object.entries(layouts)) {
  const [parsing, formatting] = [[], []];
  for (let run = 0; run < 8; run += 1) {
    const [one, other] = [processorTime(() => parse(text)), processorTime(() => formatText(text))];
    if (run > 0) parsing.push(one);
    if (run > 0) formatting.push(other);
  }
  const [short, long] = [median(parsing), median(formatting)];
  layoutRows.push([name, `${format(short)} ms`, `${format(long)} ms`, format(long / short, 2)]);
}
table("Formatting, its own parse included (the goal: at most 1.5 × parse)", layoutRows);

const clusterRows = [["hosts × 50 instances", "lint", "ms a host", "clusters"]];
for (const hosts of [50, 100, 200]) {
  const files = generateClusters(hosts, 50);
  const request = { paths: Object.keys(files), host: memoryHost(files), target: newestVersion };
  const took = measured(() => lint(request), 3);
  clusterRows.push([
    String(hosts),
    `${format(took)} ms`,
    format(took / hosts, 1),
    String(lint(request).clusters.length),
  ]);
}
table("Clusters in one run (the same ms a host is linear)", clusterRows);

const keepalived = ["/usr/sbin/keepalived", "/sbin/keepalived"].find(existsSync);
const commands = [
  ["node -e 0", process.execPath, "-e", "0"],
  ["kalint on one small file", process.execPath, command, pair],
];
if (keepalived) commands.push(["keepalived -t on it", keepalived, "-t", "-f", pair]);
const times = measuredProcesses(
  commands.map(([, ...words]) => words),
  11,
);
table("Whole processes", [
  ["command", "median", "× node -e 0"],
  ...commands.map(([name], index) => [name, `${format(times[index])} ms`, format(times[index] / times[0], 2)]),
]);
if (!keepalived) console.log("  (no keepalived on this machine: its row is left out)");

const folder = mkdtempSync(join(tmpdir(), "kalint-bench-"));
const file = join(folder, "keepalived.conf");
writeFileSync(file, large);
const [bare, whole] = measuredProcesses(
  [
    [process.execPath, "-e", "0"],
    [process.execPath, command, file],
  ],
  3,
);
rmSync(folder, { recursive: true });
table("Whole process on 100,000 lines", [
  ["node -e 0", `${format(bare)} ms`],
  ["kalint", `${format(whole)} ms`],
]);
