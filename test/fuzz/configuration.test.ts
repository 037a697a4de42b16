import { readFileSync } from "node:fs";
import { configIdsOf, type EffectiveStatement, type EffectiveWord, evaluate, memoryHost } from "@kalint/daemon";
import { formatText } from "@kalint/format";
import { newestVersion } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { rootBlocksForTests } from "../support/check-syntax.js";
import { configurationFiles } from "../support/fixtures.js";
import { mutated, randomSource, tokenSoup } from "../support/random-text.js";
import { rounds } from "../support/rounds.js";

const soups = rounds(2_000);
const mutants = rounds(2_000);
/** Milliseconds until a hang is called one; nothing is measured. */
const patience = 300_000;

describe("formatting leaves the effective configuration of every host as it is", () => {
  test(
    `${soups} token soups`,
    () => {
      for (let seed = 1; seed <= soups; seed++) checkConfiguration(tokenSoup(randomSource(50_000 + seed)), seed);
    },
    patience,
  );

  test(
    `${mutants} mutated fixtures`,
    () => {
      const texts = configurationFiles().map((path) => readFileSync(path, "utf8"));
      for (let seed = 1; seed <= mutants; seed++) {
        const random = randomSource(50_000 + seed);
        checkConfiguration(mutated(random, random.pick(texts)), seed);
      }
    },
    patience,
  );
});

function checkConfiguration(text: string, seed: number): void {
  const formatted = formatText(text, { rootBlocks: rootBlocksForTests });
  if (formatted === text) return;
  const ids = configIdsOf({ path, host: memoryHost({ [path]: text }) });
  for (const configId of [undefined, ...ids.slice(0, 3)]) {
    const before = configurationOf(text, configId);
    const after = configurationOf(formatted, configId);
    if (after !== before) expect({ seed, text, formatted, after }).toEqual({ seed, text, formatted, after: before });
  }
}

const path = "/etc/keepalived/keepalived.conf";

/** What one host reads, one statement or free line a line, and what is said of the reading; without places. */
function configurationOf(text: string, configId: string | undefined): string {
  const effective = evaluate({
    path,
    host: memoryHost({ [path]: text }),
    target: newestVersion,
    ...(configId === undefined ? {} : { configId }),
  });
  const lines: string[] = [];
  const add = (statement: EffectiveStatement): void => {
    lines.push(`${statement.keyword.path} ${wordsOf(statement.words)} ${statement.skipped ?? ""}`);
    for (const line of statement.lines) lines.push(`- ${wordsOf(line.words)}`);
    statement.children.forEach(add);
    if (statement.end !== undefined) lines.push(statement.end.missing ? "end missing" : "end");
  };
  effective.statements.forEach(add);
  const said = new Set(effective.problems.map(({ kind, word, block }) => `${kind} ${word?.value ?? ""} in ${block}`));
  return [...lines, ...[...said].sort()].join("\n");
}

function wordsOf(words: readonly EffectiveWord[]): string {
  return JSON.stringify(words.map(({ value }) => value));
}
