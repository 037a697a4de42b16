import { type EffectiveWord, readUnsigned, statementsAt, wordsIn } from "@kalint/daemon";
import type { Keyword, Version } from "@kalint/schema";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { nearest, quote } from "../suggest.js";

export const invalidUmask = defineHostRule({
  id: "invalid-umask",
  category: "daemon",
  severity: "error",
  summary: "A `umask` that keepalived cannot read.",
  why: "keepalived ignores the whole line and creates its files with the default permissions.",
  advice: "Write an octal number with a leading `0`, such as `077`, or names joined by `|`, such as `IRGRP | IROTH`.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, core/global_parser.c: umask_handler",
  bad: [
    {
      files: `global_defs {
    umask IRGRP,IROTH
}
`,
    },
  ],
  good: [
    {
      files: `global_defs {
    umask IRGRP|IROTH
}
`,
    },
  ],
  eachBlock: true,
  check(host, report) {
    for (const statement of statementsAt(host, "global_defs/umask")) {
      const words = statement.words.slice(1);
      const [first, second] = words;
      if (first === undefined) continue;
      const bits = bitsOf(statement.keyword, host.effective.target);
      const problem = /^\d/.test(first.value)
        ? readNumber(first, second)
        : readNames(
            words.map(({ value }) => value),
            bits,
          );
      if (problem === undefined) continue;
      report({ place: (words[problem.index] ?? first).place, message: problem.message, daemon: true });
    }
  },
});

interface Problem {
  /** Which of the words is wrong. */
  readonly index: number;
  readonly message: string;
}

/** The names that the target release knows. */
function bitsOf(keyword: Keyword, target: Version): readonly string[] {
  const [argument] = keyword.arguments;
  const values = argument?.type === "umask" ? (argument.values ?? []) : [];
  return wordsIn(values, target);
}

function readNumber(first: EffectiveWord, second: EffectiveWord | undefined): Problem | undefined {
  if (second !== undefined)
    return {
      index: 1,
      message: say`nothing can follow a number: ${quote(second.value)} makes keepalived drop the line`,
    };
  if (readUnsigned(first.value, { min: 0, max: 0o777 }, "c").value !== undefined) return undefined;
  return { index: 0, message: say`${quote(first.value)} is not a umask from 0 to 0777` };
}

/** Source: keepalived 2.4.3, core/global_parser.c: umask_handler. */
function readNames(words: readonly string[], bits: readonly string[]): Problem | undefined {
  let joint = false;
  for (const [index, word] of words.entries()) {
    for (let at = 0; at < word.length; ) {
      if (joint) {
        if (word[at] !== "|") return { index, message: say`a | is missing before ${quote(word.slice(at))}` };
        joint = false;
        at += 1;
        continue;
      }
      const name = word.slice(at, at + 5);
      if (!bits.includes(name)) {
        const [near] = nearest(name, bits);
        return {
          index,
          message: say`${quote(word.slice(at))} is not a permission bit${near ? say`; did you mean ${near.word}?` : ""}`,
        };
      }
      joint = true;
      at += 5;
    }
  }
  return joint ? undefined : { index: words.length - 1, message: say`a permission bit is missing after the last |` };
}
