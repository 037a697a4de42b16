// The packages within one process: stages, growth, memory.
import { evaluate, memoryHost } from "../packages/daemon/dist/index.js";
import { formatText } from "../packages/format/dist/index.js";
import { lint } from "../packages/lint/dist/index.js";
import { newestVersion } from "../packages/schema/dist/index.js";
import { parse } from "../packages/syntax/dist/index.js";
import {
  generateClusters,
  generateConfiguration,
  generateExpansions,
  generateInstances,
  generateNesting,
  generateVirtualServers,
} from "./generate.mjs";
import { cpuOf, cpuOnce, median } from "./measure.mjs";

const path = "/bench/keepalived.conf";
const evaluated = (files) => evaluate({ path, host: memoryHost(files), target: newestVersion });
const linted = (files, paths = [path]) => lint({ paths, host: memoryHost(files), target: newestVersion });

export function measureLibrary({ isQuick }) {
  const runs = isQuick ? 2 : 5;
  return [
    {
      title: "Stages in one process, 105,000 lines",
      notes: [
        "Where the time of `lint` goes, by a profile of the LVS-heavy text (unminified): 22 % reading lines and statements, " +
          "34 % binding (nearly all of it what the checker reads and completes), 43 % rules, a quarter of that giving words to arguments, which " +
          "all rules share. Collecting garbage is a sixth of the whole process; larger young generations (16 to 128 MB) saved none of it.",
      ],
      rows: stages(runs),
    },
    { title: "Formatting, its own parse included", rows: formatting(runs) },
    {
      title: "Growth: CPU for four times as much",
      notes: ["4 is linear."],
      rows: growth(runs),
    },
  ];
}

function stages(runs) {
  const texts = { "LVS-heavy": generateVirtualServers(5_000), "VRRP-heavy": generateInstances(5_000) };
  const rows = [["stage", ...Object.keys(texts), "lines a second", "bytes held a line"]];
  const actions = {
    "split into words": (text) => text.split("\n").map((line) => line.split(/\s+/)),
    parse: (text) => parse(text),
    "evaluate: read and bind one host": (text) => evaluated({ [path]: text }),
    "lint, all of it": (text) => linted({ [path]: text }),
    format: (text) => formatText(text),
  };
  for (const [name, action] of Object.entries(actions)) {
    const taken = Object.values(texts).map((text) => cpuOf(() => action(text), runs));
    const held = heldBy(() => action(texts["LVS-heavy"]));
    rows.push([
      name,
      ...taken.map((each) => `${each.toFixed(0)} ms`),
      Math.round((105_000 / taken[0]) * 1000).toLocaleString("en"),
      held === undefined ? "" : Math.round(held / 105_000),
    ]);
  }
  return rows;
}

/** Bytes that what an action returns holds, where the garbage collector can be called (`node --expose-gc`). */
function heldBy(action) {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const kept = action();
  globalThis.gc();
  const held = process.memoryUsage().heapUsed - before;
  return kept === undefined ? undefined : held;
}

function formatting(runs) {
  const usual = generateConfiguration(100_000);
  const layouts = {
    "as it is to be": usual,
    "without indentation": usual.replace(/^ +/gm, ""),
    "LVS-heavy": generateVirtualServers(5_000),
    "VRRP-heavy": generateInstances(5_000),
  };
  const rows = [["100,000 lines", "parse", "format", "× parse", "at most"]];
  for (const [name, text] of Object.entries(layouts)) {
    const [parsing, whole] = [[], []];
    // In turn, so that both see the same machine.
    for (let run = 0; run <= runs + 2; run += 1) {
      const [one, other] = [cpuOnce(() => parse(text)), cpuOnce(() => formatText(text))];
      if (run > 0) parsing.push(one);
      if (run > 0) whole.push(other);
    }
    const ratio = median(whole.map((each, run) => each / parsing[run]));
    rows.push([name, `${median(parsing).toFixed(0)} ms`, `${median(whole).toFixed(0)} ms`, ratio.toFixed(2), "1.5"]);
  }
  return rows;
}

function growth(runs) {
  const kinds = {
    "virtual servers, 21 lines each": [500, (n) => linted({ [path]: generateVirtualServers(n) })],
    "instances, 21 lines each": [500, (n) => linted({ [path]: generateInstances(n) })],
    "blocks within blocks": [2_000, (n) => linted({ [path]: generateNesting(n) })],
    "~SEQ, definitions and includes: lines read": [2_500, (n) => linted(generateExpansions("/bench", n))],
    "hosts of 50 instances": [
      25,
      (n) => {
        const files = generateClusters(n, 50);
        return linted(files, Object.keys(files));
      },
    ],
  };
  const rows = [["of", "units", "CPU", "four times the units", "×"]];
  for (const [name, [units, action]] of Object.entries(kinds)) {
    const [few, many] = [cpuOf(() => action(units), runs), cpuOf(() => action(units * 4), Math.min(3, runs))];
    rows.push([
      name,
      units.toLocaleString("en"),
      `${few.toFixed(0)} ms`,
      `${many.toFixed(0)} ms`,
      (many / few).toFixed(1),
    ]);
  }
  return rows;
}
