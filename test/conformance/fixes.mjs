// A fix never makes keepalived complain more: npm run conformance:fixes [-- --count N] [--seed N] [--unsafe] [--show N]
// Seeded mutations of configurations are given to `kalint check --fix`, and to the real keepalived before and after.
// A file fails where it complains of more afterwards, or stops where it did not; it is shown as a diff with what is new.
// Linux, root, keepalived and iproute2 installed; needs `npm run build`. Prints, last, `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createTwoFilesPatch } from "diff";
import { rules } from "../../packages/lint/dist/index.js";
import { mutate } from "./mutations.mjs";
import { askKeepalived, defaultBinary } from "./oracle.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options } = parseArgs({
  options: {
    binary: { type: "string", default: defaultBinary },
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "20261129" },
    show: { type: "string", default: "20" },
    unsafe: { type: "boolean", default: false },
  },
});

/** Configurations that are right, and such as have something to fix: the rules' own bad examples. */
const fixtures = readdirSync(join(root, "fixtures/conformance")).map((name) => ({
  name,
  text: readFileSync(join(root, "fixtures/conformance", name), "utf8"),
}));
const examples = rules.flatMap(({ id, bad }) =>
  bad.flatMap(({ files }) => (typeof files === "string" ? [{ name: id, text: files }] : [])),
);
const bases = [...fixtures, ...examples];
const folder = mkdtempSync(join(tmpdir(), "kalint-fixes-"));
try {
  const cases = mutate(bases, Number(options.count), Number(options.seed)).map(({ text, story }, index) => {
    // A folder each: they are no cluster. Both texts have the same name, as the daemon may say it.
    const [before, after] = ["before", "after"].map((side) => join(folder, side, `${index}`, "keepalived.conf"));
    for (const path of [before, after]) {
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, text);
    }
    return { story: `${story} [${index}]`, before, after };
  });
  const { keepalived } = askKeepalived([cases[0].before], { binary: options.binary });
  fix(
    cases.map(({ after }) => after),
    keepalived,
  );
  const changed = cases.filter(({ before, after }) => readFileSync(before, "utf8") !== readFileSync(after, "utf8"));
  const { files } = askKeepalived(
    changed.flatMap(({ before, after }) => [before, after]),
    { binary: options.binary },
  );
  const verdicts = changed.map((one) => ({
    ...one,
    said: saidOf(files.get(one.before)),
    says: saidOf(files.get(one.after)),
  }));
  const worse = verdicts.filter(({ said, says }) => says.length > said.length || (stops(says) && !stops(said)));
  const fewer = verdicts.filter(({ said, says }) => says.length < said.length);
  const kind = options.unsafe ? "safe and unsafe fixes" : "safe fixes";
  console.log(`keepalived ${keepalived}: ${kind} change ${changed.length} of ${cases.length} files; it complains`);
  console.log(
    `  less of ${fewer.length}, as much of ${changed.length - fewer.length - worse.length}, more of ${worse.length}`,
  );
  for (const { story, before, after, said, says } of worse.slice(0, Number(options.show))) {
    const [one, other] = [before, after].map((path) => readFileSync(path, "utf8"));
    console.log(`\n${story}\n${createTwoFilesPatch("before", "after", one, other, "", "", { context: 2 })}`);
    for (const line of without(says, said)) console.log(`  new: ${line}`);
    for (const line of without(said, says)) console.log(`  gone: ${line}`);
  }
  console.log(`\n${cases.length - worse.length} passed, ${worse.length} failed`);
  process.exitCode = worse.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function fix(files, target) {
  for (let at = 0; at < files.length; at += 200) {
    const words = ["check", "--fix", ...(options.unsafe ? ["--unsafe-fixes"] : []), "--target", target, "--quiet"];
    const chunk = files.slice(at, at + 200);
    const run = spawnSync(process.execPath, [join(root, "dist/kalint.js"), ...words, "--no-neighbours", ...chunk], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 30,
    });
    // A status of 1 is also Node's own, where it finds no program.
    if ((run.status !== 0 && run.status !== 1) || run.stderr.includes("Error:"))
      throw new Error(`kalint ended with ${run.status}: ${run.stderr}`);
  }
}

/** Every complaint, without the number of its line. */
function saidOf({ exit, lines, unplaced }) {
  const messages = [...Object.values(lines).flat(), ...unplaced];
  return [
    ...(exit === 2 ? ["(it stops there)"] : []),
    ...messages.map((message) => message.replace(/\bline \d+/gi, "line").replace(/\S*\/(?:before|after)\/\d+\//g, "")),
  ];
}

function stops(messages) {
  return messages[0] === "(it stops there)";
}

/** What the one list has more often than the other. */
function without(list, other) {
  const left = [...other];
  return list.filter((message) => {
    const at = left.indexOf(message);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
