import { type EffectiveConfiguration, statementsOf } from "@kalint/daemon";
import { describe, expect, it } from "vitest";
import { read } from "./support.js";

/** Every word that no expansion made is the text at its place. */
function checkPlaces(effective: EffectiveConfiguration): void {
  const texts = new Map(effective.files.map(({ path, text }) => [path, text]));
  for (const statement of statementsOf(effective)) {
    for (const { words } of [statement, ...statement.lines]) {
      for (const { value, place, quoted, expanded } of words) {
        if (expanded) continue;
        const shown = texts.get(place.file)!.slice(place.start, place.end);
        expect(shown).toBe(quoted ? `"${value}"` : value);
      }
    }
  }
}

const expandedWord = (text: string): string => {
  const effective = read(text);
  const word = [...statementsOf(effective)].flatMap(({ words }) => words).find(({ expanded }) => expanded);
  return `${word?.value} <- ${text.slice(word?.place.start, word?.place.end)}`;
};

describe("places", () => {
  it.each([
    'global_defs { router_id "a b" } vrrp_script S {script "/bin/x"\tuser\n}',
    "\r\n  global_defs\t{\r\n\trouter_id a\\#b#c\r\n}\r\n",
    "vrrp_script S {\n  user é\u{1f600}x  y # z\n}\n",
    "@^x vrrp_script   S { interval 1 \n } ",
    "~SEQ(i, 1, 2) vrrp_script S { user root }",
  ])("%j", (text) => checkPlaces(read(text)));

  it("of a substituted word is its reference", () => {
    expect(expandedWord("$X=9\nglobal_defs {\n  router_id ab${X}cd\n}\n")).toBe("ab9cd <- ab${X}cd");
    expect(expandedWord("$X=9 8\nglobal_defs {\n  router_id $X\n}\n")).toBe("9 <- $X");
    expect(expandedWord("$A=$B\n$B=9\nglobal_defs {\n  router_id $A\n}\n")).toBe("9 <- $A");
  });

  it("of a line keep the way it came: definition and repetition with their values", () => {
    const text = "$R=root\n~SEQ(i, 1, 2) vrrp_script S$i { user $R }\n";
    const [, second] = read(text).statements;
    expect(
      second?.expansions.map(({ kind, name, place }) => `${kind} ${name} ${text.slice(place.start, place.end)}`),
    ).toEqual(["repetition i=2 ~SEQ(i, 1, 2) ", "definition i $i", "definition R $R"]);
  });
});
