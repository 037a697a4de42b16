// The command as a whole process, against `node -e 0` and `keepalived -t`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateInstances, generateVirtualServers } from "./generate.mjs";
import { measureProcesses, median, peakMemory, ratioOf } from "./measure.mjs";

const small = 5_000;
const large = 50_000;
const heads = ["figure", "× CPU", "least to most", "× clock", "at most", "CPU"];

/** Sections of figures, and the version of keepalived. `isQuick` leaves out the million lines. */
export function measureCommand({ root, isQuick }) {
  const command = process.env.KALINT ?? join(root, "dist/kalint.js");
  const kalint = (...words) => [process.execPath, command, ...words];
  const program = ["/usr/sbin/keepalived", "/sbin/keepalived"].find(existsSync);
  const folder = mkdtempSync(join(tmpdir(), "kalint-bench-"));
  const write = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    const sections = [
      {
        title: "Start-up, against bare node",
        notes: ["`node -e 0` in the same run. “CPU” is the command's own time, in ms."],
        rows: startUp({ root, kalint, runs: isQuick ? 5 : 15 }),
      },
    ];
    if (program !== undefined) {
      sections.push({
        title: "Large files, against keepalived -t",
        notes: [
          "LVS-heavy: virtual servers of 21 lines each, in four levels of blocks. VRRP-heavy: instances of 21 lines each. " +
            "Neither gives a finding; the third text gives one in each virtual server.",
        ],
        rows: largeFiles({ kalint, keepalived: (file) => [program, "-t", "-f", file], write, isQuick }),
      });
    }
    return { sections, keepalived: program && versionOf(program) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function startUp({ root, kalint, runs }) {
  const host = (name) => join(root, `fixtures/clusters/web-pair-ok/${name}/keepalived.conf`);
  const shared = process.env.KALINT_SHARED ?? join(root, "../shared");
  const corpus = join(shared, "corpus");
  const files = ["plain", "samples", "templates"].flatMap((name) =>
    existsSync(join(corpus, name)) ? filesIn(join(corpus, name)) : [],
  );
  const figures = [
    ["`kalint --version`", 1.15, kalint("--version")],
    ["`kalint --help`", 1.15, kalint("--help")],
    ["one file of 50 lines", 1.7, kalint("check", host("lb1"))],
    ["two hosts, with the rules of clusters", 1.9, kalint("check", host("lb1"), host("lb2"))],
  ];
  const node = [process.execPath, "-e", "0"];
  const [bare, ...taken] = measureProcesses([node, ...figures.map(([, , words]) => words)], runs);
  const rows = figures.map(([title, most], index) => rowOf(title, taken[index], bare, most));
  if (files.length > 0) {
    // Takes as long as all others together, and so long that three runs tell enough.
    const words = kalint("check", "--format", "json", ...files);
    const [base, corpus] = measureProcesses([node, words], Math.min(runs, 3));
    rows.push(rowOf(`the ${files.length} files of the corpus, all rules`, corpus, base, 7));
  }
  return [heads, ...rows, ["`node -e 0`", "1", "", "1", "", milliseconds(bare)]];
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function largeFiles({ kalint, keepalived, write, isQuick }) {
  const rows = [heads];
  const cpu = {};
  const measure = (figure, file, most, words, runs) => {
    const [base, taken] = measureProcesses([keepalived(file), words], runs);
    cpu[figure] = median(taken.map((each) => each.cpu));
    rows.push(rowOf(figure, taken, base, most));
  };
  const servers = write("lvs.conf", generateVirtualServers(small));
  const instances = write("vrrp.conf", generateInstances(small));
  const findings = write("findings.conf", generateVirtualServers(small).replaceAll("lvs_sched wrr", "lvs_sched wrrr"));
  measure("check, 105,000 lines, LVS-heavy", servers, 6, kalint("check", servers), 5);
  measure("the same, `--only syntax`", servers, "", kalint("check", "--only", "syntax", servers), 5);
  measure("check, 105,000 lines, VRRP-heavy", instances, 6, kalint("check", instances), 5);
  measure("check, 105,000 lines with 10,000 findings", findings, "", kalint("check", findings), 5);
  measure("format --check, 105,000 lines, LVS-heavy", servers, 4, kalint("format", "--check", servers), 5);
  measure("format --check, 105,000 lines, VRRP-heavy", instances, 4, kalint("format", "--check", instances), 5);
  rows.push([
    "memory, 105,000 lines, LVS-heavy",
    `${peakMemory(kalint("check", servers)).toFixed(0)} MB`,
    "",
    "",
    "",
    "",
  ]);
  if (isQuick) return rows;
  const million = write("lvs-million.conf", generateVirtualServers(large));
  const millionInstances = write("vrrp-million.conf", generateInstances(large));
  measure("check, 1,050,000 lines, LVS-heavy", million, 6, kalint("check", million), 2);
  measure("check, 1,050,000 lines, VRRP-heavy", millionInstances, 6, kalint("check", millionInstances), 2);
  for (const kind of ["LVS", "VRRP"]) {
    const growth = cpu[`check, 1,050,000 lines, ${kind}-heavy`] / cpu[`check, 105,000 lines, ${kind}-heavy`];
    rows.push([`growth at ten times the lines, ${kind}-heavy`, growth.toFixed(1), "", "", "11", ""]);
  }
  for (const [kind, file] of [
    ["LVS", million],
    ["VRRP", millionInstances],
  ]) {
    const memory = peakMemory(kalint("check", file));
    rows.push([`memory, 1,050,000 lines, ${kind}-heavy`, `${memory.toFixed(0)} MB`, "", "", "1,200 MB", ""]);
  }
  return rows;
}

function rowOf(title, taken, base, most) {
  const cpu = ratioOf(taken, base, "cpu");
  const spread = `${cpu.least.toFixed(2)} to ${cpu.most.toFixed(2)}`;
  return [
    title,
    cpu.median.toFixed(2),
    spread,
    ratioOf(taken, base, "wall").median.toFixed(2),
    most,
    milliseconds(taken),
  ];
}

function milliseconds(taken) {
  return `${median(taken.map(({ cpu }) => cpu)).toFixed(0)} ms`;
}

function versionOf(program) {
  const { stderr, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return /Keepalived v\S+/.exec(stderr + stdout)?.[0];
}
