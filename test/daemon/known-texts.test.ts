import { type EffectiveConfiguration, statementsOf } from "@kalint/daemon";
import { expect, test } from "vitest";
import { mutated, randomSource, tokenSoup } from "../support/random-text.js";
import { problemsOf, read } from "./support.js";

/** Each line that is read with its words and the text at their places. */
function linesOf(effective: EffectiveConfiguration): readonly unknown[] {
  const texts = new Map(effective.files.map(({ path, text }) => [path, text]));
  return statementsOf(effective).flatMap((statement) =>
    [statement, ...statement.lines].map((each) => ({
      path: statement.keyword.path,
      line: each.line,
      raw: each.raw,
      words: each.words.map(({ value, quoted, expanded, place }) => ({
        value,
        quoted,
        at: expanded ? "" : texts.get(place.file)!.slice(place.start, place.end),
      })),
      ends: each.wording.words.map((word, index) => each.endOf(word) - each.words[index]!.place.end),
    })),
  );
}

const block = `virtual_server 192.0.2.1 80 {
    delay_loop 6 # seconds
    lvs_sched rr
    delay_loop 6 ! seconds
    real_server 192.0.2.11 80 {
        weight 1
        TCP_CHECK {
            connect_timeout 3
        }
    }
    weight 1
}
vrrp_instance VI {
    track_script {
        track_script
        weight 1
    }
    weight 1
}
`;

/** A line that ends in a carriage return is never taken for one that is nothing but words. */
const readEachAlone = (text: string) => text.replaceAll("\n", "\r\n");

test.each([...Array(40).keys()])(
  "lines that are read once for all of their text are read as if each stood alone (%i)",
  (seed) => {
    const random = randomSource(seed);
    const text = seed % 4 === 0 ? tokenSoup(random) : mutated(random, block.repeat(3));
    const [once, alone] = [read(text), read(readEachAlone(text))];
    expect(linesOf(once)).toEqual(linesOf(alone));
    expect(problemsOf(once)).toEqual(problemsOf(alone));
  },
);

test("lines of one text share what it says, in a long file too", () => {
  const lines = [...Array(6000).keys()].map((number) => `    router_id host${number}\n    smtp_alert true\n`);
  const statements = statementsOf(read(`global_defs {\n${lines.join("")}}\n`));
  const alike = statements.filter(({ raw }) => raw === "smtp_alert true");
  expect([statements.length, alike.length, new Set(alike.map(({ wording }) => wording)).size]).toEqual([
    12_001, 6000, 1,
  ]);
  expect(new Set(alike.map(({ words: [, word] }) => word?.place.start)).size).toBe(6000);
});
