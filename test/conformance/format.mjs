// The formatter changes nothing that a daemon reads, and little that an author wrote:
//   npm run conformance:format [-- --binary PATH] [--show N] [--only ours]
// Formats every configuration of the fixtures and, where they lie beside the checkout, the collected ones. Then
//   effective   what each host reads before and after is the same, for every config-id
//   daemon      `keepalived -t` says the same before and after, line numbers aside
//   again       formatting the result changes nothing
//   lines       the share of lines that change, where the author indents as we do
// Linux, root, keepalived and iproute2 installed; needs `npm run build`. Prints, last, `N passed, N failed`.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { diffLines } from "diff";
import { configIdsOf, evaluate, memoryHost } from "../../packages/daemon/dist/index.js";
import { formatText } from "../../packages/format/dist/index.js";
import { foreignContent, newestVersion, vocabulary } from "../../packages/schema/dist/index.js";
import { askKeepalived, defaultBinary } from "./oracle.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const shared = process.env.KALINT_SHARED ?? join(root, "../shared");
const { values: options } = parseArgs({
  options: {
    binary: { type: "string", default: defaultBinary },
    show: { type: "string", default: "10" },
    only: { type: "string" },
  },
});

/** Of the lines of a file whose author indents as we do, at most this share changes; the median over the files. */
const largestShare = 0.15;

const folders = [
  ["fixtures", join(root, "fixtures")],
  ...(options.only === "ours" ? [] : ["corpus/plain", "corpus/samples", "mistakes", "field"])
    .map((name) => [name, join(shared, name)])
    .filter(([, folder]) => existsSync(folder)),
];
const texts = folders.flatMap(([set, folder]) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (set.startsWith("corpus") || entry.name.endsWith(".conf")))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ set, name: `${set}/${relative(folder, path)}`, before: readFileSync(path, "latin1") })),
);
for (const text of texts) {
  text.after = foreignContent(text.before) === undefined ? formatted(text.before) : text.before;
}
const changed = texts.filter(({ before, after }) => before !== after);
console.log(`${texts.length} configurations, ${changed.length} of them change`);

const path = "/etc/keepalived/keepalived.conf";
let passed = 0;
let failed = 0;

report("effective", changed, ({ before, after }) => {
  const ids = [undefined, ...configIdsOf({ path, host: memoryHost({ [path]: before }) })];
  return ids
    .filter((id) => configurationOf(before, id) !== configurationOf(after, id))
    .map((id) => id ?? "no config-id");
});
report("again", changed, ({ after }) => (formatted(after) === after ? [] : ["a second time gives another text"]));
report("daemon", changed, differencesOf(changed));
measureLines(texts.filter(({ set }) => set.startsWith("corpus")));

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function formatted(text) {
  return formatText(text, vocabulary);
}

/** One check: every text passes where `differences` finds none. */
function report(name, of, differences) {
  const wrong = of.map((text) => [text.name, differences(text)]).filter(([, found]) => found.length > 0);
  console.log(`\n${name}: ${of.length - wrong.length} of ${of.length} the same`);
  for (const [file, found] of wrong.slice(0, Number(options.show)))
    console.log(`  ${file}: ${found.slice(0, 3).join(" | ")}`);
  if (of.length > 0 && wrong.length === 0) passed += 1;
  else failed += 1;
}

/** What one host reads, without places. */
function configurationOf(text, configId) {
  const host = memoryHost({ [path]: text });
  const effective = evaluate({ path, host, target: newestVersion, ...(configId === undefined ? {} : { configId }) });
  const lines = [];
  const words = (list) => JSON.stringify(list.map(({ value }) => value));
  const add = (statement) => {
    lines.push(`${statement.keyword.path} ${words(statement.words)} ${statement.skipped ?? ""}`);
    for (const line of statement.lines) lines.push(`- ${words(line.words)}`);
    statement.children.forEach(add);
    if (statement.end !== undefined) lines.push(statement.end.missing ? "end missing" : "end");
  };
  effective.statements.forEach(add);
  const said = new Set(effective.problems.map(({ kind, word, block }) => `${kind} ${word?.value ?? ""} in ${block}`));
  return [...lines, ...[...said].sort()].join("\n");
}

/** What keepalived says of each text before and after. Both stand under the same name, as the name may be said. */
function differencesOf(of) {
  const folder = mkdtempSync(join(tmpdir(), "kalint-format-"));
  try {
    const place = (side, index) => join(folder, side, String(index), "keepalived.conf");
    of.forEach(({ before, after }, index) => {
      for (const [side, text] of [
        ["before", before],
        ["after", after],
      ]) {
        mkdirSync(join(folder, side, String(index)), { recursive: true });
        writeFileSync(place(side, index), text, "latin1");
      }
    });
    const { keepalived, files } = askKeepalived(
      of.flatMap((_, index) => [place("before", index), place("after", index)]),
      { binary: options.binary },
    );
    console.log(`\nkeepalived ${keepalived}`);
    const found = new Map(
      of.map((text, index) => {
        const [one, other] = [place("before", index), place("after", index)].map((file) => saidOf(files.get(file)));
        return [text, [...one.filter((line) => !other.includes(line)), ...other.filter((line) => !one.includes(line))]];
      }),
    );
    return (text) => found.get(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Messages in which a line's number and the folder are dropped. How often is not compared: what two `}` of one line cause is listed once. */
function saidOf({ exit, lines, unplaced }) {
  const messages = [...Object.values(lines).flat(), ...unplaced].map((message) =>
    message.replace(/\bline \d+/gi, "line").replace(/\S*\/(?:before|after)\/\d+\//g, ""),
  );
  return [`exit ${exit}`, ...new Set(messages)];
}

/** Files whose author indents by four blanks, as we do, at least nine lines in ten: few of their lines change. */
function measureLines(of) {
  if (of.length === 0) return;
  const shares = of
    .filter(({ before }) => foreignContent(before) === undefined && shareOfOurs(before) >= 0.9)
    .map(({ name, before, after }) => {
      const removed = diffLines(before, after).filter((part) => part.removed);
      return { name, share: removed.reduce((sum, { count }) => sum + count, 0) / before.split("\n").length };
    })
    .sort((one, other) => other.share - one.share);
  const median = shares[Math.floor(shares.length / 2)].share;
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  console.log(`\nlines: median ${percent(median)} of ${shares.length} files change (at most ${percent(largestShare)})`);
  for (const { name, share } of shares.slice(0, Number(options.show))) console.log(`  ${percent(share)}  ${name}`);
  if (median <= largestShare) passed += 1;
  else failed += 1;
}

/** The share of a text's indented statements that stand where four blanks a level put them. */
function shareOfOurs(text) {
  let depth = 0;
  let ours = 0;
  let all = 0;
  for (const line of text.split("\n")) {
    const code = line.replace(/[#!].*/, "").trim();
    if (code.startsWith("}")) depth--;
    if (code !== "" && depth > 0) {
      all++;
      if (/^[ \t]*/.exec(line)[0] === " ".repeat(4 * depth)) ours++;
    }
    if (code.endsWith("{")) depth++;
  }
  return all === 0 ? 0 : ours / all;
}
