import { readUnsigned } from "@kalint/model";
import { defineHostRule } from "../define.js";
import { statementsAt } from "../lvs/statements.js";
import { nearest, quote } from "../suggest.js";

export const invalidUmask = defineHostRule({
  id: "invalid-umask",
  category: "daemon",
  severity: "error",
  summary: "A `umask` that keepalived cannot read.",
  why: "keepalived ignores the whole line, and its files get its default permissions.",
  advice: "Write an octal number with a leading `0` such as `077`, or names joined by `|` such as `IRWXG | IRWXO`.",
  since: "0.1.0",
  bad: [
    {
      files: `global_defs {
    umask IRWXG,IRWXO
}
`,
    },
  ],
  good: [
    {
      files: `global_defs {
    umask IRWXG|IRWXO
}
`,
    },
  ],
  check(host, report) {
    for (const statement of statementsAt(host, "global_defs/umask")) {
      const words = statement.words.slice(1);
      const [first] = words;
      if (first === undefined) continue;
      if (/^\d/.test(first.value)) {
        // extra-argument speaks of further words.
        if (words.length > 1 || readUnsigned(first.value, { min: 0, max: 0o777 }, "c").value !== undefined) continue;
        report({ place: first.place, message: `${quote(first.value)} is no umask from 0 to 0777`, daemon: true });
        continue;
      }
      const problem = readNames(words.map(({ value }) => value));
      if (problem === undefined) continue;
      report({ place: (words[problem.index] ?? words.at(-1)!).place, message: problem.message, daemon: true });
    }
  },
});

const who = ["USR", "GRP", "OTH"].flatMap((each) => [`IR${each}`, `IW${each}`, `IX${each}`]);
const bits: readonly string[] = [...who, "IRWXU", "IRWXG", "IRWXO"];

/** Source: keepalived 2.4.3, core/global_parser.c: umask_handler. */
function readNames(words: readonly string[]): { readonly index: number; readonly message: string } | undefined {
  let joint = false;
  for (const [index, word] of words.entries()) {
    for (let at = 0; at < word.length; ) {
      if (joint) {
        if (word[at] !== "|") return { index, message: `a | is missing before ${quote(word.slice(at))}` };
        joint = false;
        at += 1;
        continue;
      }
      const name = word.slice(at, at + 5);
      if (!bits.includes(name)) {
        const [near] = nearest(name, bits);
        return {
          index,
          message: `${quote(word.slice(at))} is no permission bit${near ? `; did you mean ${near.word}?` : ""}`,
        };
      }
      joint = true;
      at += 5;
    }
  }
  return joint ? undefined : { index: words.length - 1, message: "a permission bit is missing behind the last |" };
}
