// Speed, as ratios against something real in the same run: `npm run bench [-- --quick]` writes bench/RESULTS.md.
// Linux with bash; as root where keepalived is to be measured. KALINT_SHARED=FOLDER has the corpus.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureCommand } from "./command.mjs";
import { measureEditor } from "./editor.mjs";
import { measureLibrary } from "./library.mjs";
import { measureSizes } from "./sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const isQuick = process.argv.includes("--quick");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const lines = [
  "# Results of the bench",
  "",
  "Written by `npm run bench`. Each figure is a median; ratios are taken run by run, between commands that ran in turn.",
  "CPU is the processor time of all threads, which a busy machine stretches less than the clock's time.",
  "",
];
const load = () => loadavg().map((value) => value.toFixed(1));
const before = load();
// Whole processes first, while this one is small: starting others from one that holds large texts takes longer.
const { sections, keepalived } = measureCommand({ root, isQuick });
sections.push(...(await measureEditor({ root, isQuick })));
sections.push(...measureLibrary({ isQuick }));
sections.push(...measureSizes(root));
lines.push(
  `kalint ${version}, Node ${process.version}, ${keepalived ?? "no keepalived"}, ${new Date().toISOString().slice(0, 16)}Z, ` +
    `${cpus().length} × ${cpus()[0].model.trim()}, load ${before[0]} before and ${load()[0]} after.`,
);
for (const section of sections) lines.push(...shown(section));
const text = `${lines.join("\n")}\n`;
console.log(text);
if (!isQuick) writeFileSync(join(root, "bench/RESULTS.md"), text);

/** A section is `{ title, notes?, rows }`, its first row the heads. */
function shown({ title, notes = [], rows }) {
  const [heads, ...others] = rows.map((row) => `| ${row.join(" | ")} |`);
  return [
    "",
    `## ${title}`,
    "",
    ...notes.flatMap((note) => [note, ""]),
    heads,
    `|${" --- |".repeat(rows[0].length)}`,
    ...others,
  ];
}
