import assert from "node:assert/strict";
import { findClusters } from "@kalint/cluster";
import {
  bind,
  configIdsOf,
  type EffectiveConfiguration,
  type EffectiveStatement,
  type EffectiveWord,
  effectiveOutput,
  evaluate,
  memoryHost,
  printEffective,
  statementsOf,
} from "@kalint/daemon";
import { formatText } from "@kalint/format";
import { foreignContent, newestVersion, releases, rootBlockNames } from "@kalint/schema";
import { checkFormat } from "../../support/check-format.js";
import { checkLossless } from "../../support/check-syntax.js";
import type { RandomSource } from "../../support/random-text.js";
import { randomLayout } from "../texts/layout.js";
import type { Entry } from "./entry.js";

const path = "/etc/keepalived/keepalived.conf";

/** The tree holds every character, and the text is judged to be a configuration or not. */
export const parsing: Entry = {
  name: "parse",
  oneIn: 1,
  check(text) {
    checkLossless(text);
    foreignContent(text);
  },
};

/** A second time changes nothing, words and comments stay, an independent reading of the lines gives the same. */
export const formatting: Entry = {
  name: "format",
  oneIn: 1,
  check(text, random) {
    checkFormat(text, random.below(2) === 0 ? {} : randomLayout(random));
  },
};

/** What each host reads is the same after formatting. */
export const sameConfiguration: Entry = {
  name: "format-effective",
  oneIn: 2,
  check(text, random) {
    const options = random.below(2) === 0 ? {} : randomLayout(random);
    const target = random.below(2) === 0 ? newestVersion : random.pick(releases);
    const formatted = formatText(text, { ...options, rootBlocks: rootBlockNames });
    if (formatted === text) return;
    const ids = configIdsOf({ path, host: memoryHost({ [path]: text }) });
    for (const configId of [undefined, ...ids.slice(0, 2)]) {
      const read = (one: string) =>
        evaluate({ path, host: memoryHost({ [path]: one }), target, ...(configId === undefined ? {} : { configId }) });
      assert.equal(configurationOf(read(formatted)), configurationOf(read(text)), `as ${configId} for ${target}`);
    }
  },
};

/** Every word and every problem is in the text; what `kalint effective` prints is JSON, and is read again. */
export const effective: Entry = {
  name: "effective",
  oneIn: 2,
  check(text, random) {
    const host = memoryHost({ [path]: text, "/etc/keepalived/x": includedText });
    const target = random.below(2) === 0 ? newestVersion : random.pick(releases);
    const id = random.pick([undefined, "a", ...configIdsOf({ path, host }).slice(0, 2)]);
    const configuration = evaluate({ path, host, target, ...(id === undefined ? {} : { configId: id }) });
    checkPlaces(configuration, (file) => host.read(file));
    findClusters([bind(configuration, "one"), bind(configuration, "two")]);
    const lineOf = ({ file, start }: { file: string; start: number }) =>
      (host.read(file) ?? "").slice(0, start).split("\n").length;
    JSON.parse(JSON.stringify(effectiveOutput(configuration, lineOf)));
    const printed = printEffective(configuration, { origins: random.below(2) === 0, lineOf });
    evaluate({ path, host: memoryHost({ [path]: printed }), target });
  },
};

const includedText = "vrrp_script S {\n    script /bin/true\n";

/** A text and a text for a second host that differs a little: names, addresses and most else are the same. */
export function secondHost(random: RandomSource, text: string): string {
  return text.replace(/\b(priority|virtual_router_id|state)[ \t]+(\S+)/g, (whole, keyword: string, value: string) => {
    if (random.below(3) === 0) return whole;
    const given = { priority: `${1 + random.below(255)}`, state: random.pick(["MASTER", "BACKUP"]) };
    return `${keyword} ${given[keyword as "priority"] ?? value}`;
  });
}

function checkPlaces(configuration: EffectiveConfiguration, read: (path: string) => string | undefined): void {
  for (const statement of statementsOf(configuration)) {
    for (const { words } of [statement, ...statement.lines]) {
      for (const { value, place, quoted, expanded } of words) {
        const shown = read(place.file)!.slice(place.start, place.end);
        if (!expanded) assert.equal(shown, quoted ? `"${value}"` : value);
      }
    }
  }
  for (const { place, kind } of configuration.problems) {
    const { length } = read(place.file)!;
    assert.ok(0 <= place.start && place.start <= place.end && place.end <= length, `${kind} is outside of the text`);
  }
}

/** What one host reads, one statement or free line a line, and what is said of the reading; without places. */
function configurationOf(configuration: EffectiveConfiguration): string {
  const lines: string[] = [];
  const add = (statement: EffectiveStatement): void => {
    lines.push(`${statement.keyword.path} ${wordsOf(statement.words)} ${statement.skipped ?? ""}`);
    for (const line of statement.lines) lines.push(`- ${wordsOf(line.words)}`);
    statement.children.forEach(add);
    if (statement.end !== undefined) lines.push(statement.end.missing ? "end missing" : "end");
  };
  configuration.statements.forEach(add);
  const said = new Set(
    configuration.problems.map(({ kind, word, block }) => `${kind} ${word?.value ?? ""} in ${block}`),
  );
  return [...lines, ...[...said].sort()].join("\n");
}

function wordsOf(words: readonly EffectiveWord[]): string {
  return JSON.stringify(words.map(({ value }) => value));
}
