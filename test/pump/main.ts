import { parseArgs } from "node:util";
import { memoryHost, printEffective } from "@kalint/daemon";
import { formatText } from "@kalint/format";
import { lint } from "@kalint/lint";
import { createQueries } from "@kalint/project";
import { foreignContent, newestVersion, rootBlockNames } from "@kalint/schema";
import { complete, documentLinks, documentSymbols, foldingRanges, hover, openDocument } from "@kalint/service";
import { parse } from "@kalint/syntax";
import { formatNames, loadFormat } from "../../packages/cli/src/output/index.js";
import { noColours } from "../../packages/cli/src/render/colours.js";
import { buildReport } from "../../packages/cli/src/report/build.js";
import { fixAll } from "../support/fix-all.js";
import { constructs } from "./constructs.js";

const { values: options } = parseArgs({
  options: { only: { type: "string" }, show: { type: "string", default: "200" } },
});

const path = "keepalived.conf";
const linted = (text: string) => lint({ paths: [path], host: memoryHost({ [path]: text }), target: newestVersion });

/** What is done with a text; a function is what is measured, the rest is made before. */
const works: Readonly<Record<string, (text: string) => () => unknown>> = {
  parse: (text) => () => parse(text, { rootBlocks: rootBlockNames }),
  content: (text) => () => foreignContent(text),
  format: (text) => () => formatText(text, { rootBlocks: rootBlockNames }),
  effective: (text) => () => {
    const queries = createQueries({ host: memoryHost({ [path]: text }) });
    printEffective(queries.effective({ path, target: newestVersion }), { origins: false, lineOf: () => 1 });
  },
  lint: (text) => () => linted(text),
  fix: (text) => () => fixAll({ [path]: text }, false, newestVersion),
  outputs: (text) => {
    const { files } = linted(text);
    return async () => {
      const report = buildReport({ target: newestVersion, files, read: () => text });
      const context = { colours: noColours, width: 100, quiet: false, statistics: false, version: "0", fixed: 0 };
      for (const name of formatNames) (await loadFormat(name))(report, context);
    };
  },
  editor: (text) => () => {
    const host = memoryHost({ [path]: text });
    const document = openDocument(text, path, { target: newestVersion, host });
    documentSymbols(document);
    foldingRanges(document);
    documentLinks(document);
    for (const offset of [0, text.length >> 1, text.length]) {
      hover(document, offset);
      complete(document, offset);
    }
  },
};

/** Milliseconds of CPU from which growth can be told from noise, and the most that is spent on one text. */
const least = 40;
const most = 4_000;
/** The most by which the work may grow where the text is doubled. */
const bound = 2.5;

let passed = 0;
const steep: string[] = [];
for (const [name, construct] of Object.entries(constructs)) {
  for (const [work, prepare] of Object.entries(works)) {
    if (options.only !== undefined && !`${work} ${name}`.includes(options.only)) continue;
    const found = await growthOf((count) => prepare(construct(count)));
    if (found.factor <= bound) passed += 1;
    else
      fail(
        `${work} of ${name}: × ${found.factor.toFixed(1)} from ${found.count} to ${2 * found.count} units (${found.milliseconds.toFixed(0)} ms)`,
      );
  }
}
console.log(`\n${passed} passed, ${steep.length} failed`);
process.exit(steep.length === 0 ? 0 : 1);

function fail(line: string): void {
  steep.push(line);
  console.log(line);
}

/** By how much the work grows at the last doubling that can be measured. */
async function growthOf(prepare: (count: number) => () => unknown) {
  let count = 250;
  let before = await cost(prepare(count));
  while (before < least && count < 64_000) {
    count *= 2;
    before = await cost(prepare(count));
  }
  if (before > most) return { factor: Number.POSITIVE_INFINITY, count, milliseconds: before };
  let after = await cost(prepare(2 * count));
  for (let time = 0; time < 3 && after > bound * Math.max(before, least); time++) {
    before = Math.max(before, await cost(prepare(count)));
    after = Math.min(after, await cost(prepare(2 * count)));
  }
  return { factor: after / Math.max(before, least), count, milliseconds: after };
}

/** Milliseconds of CPU. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
