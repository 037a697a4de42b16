import { readTemplate, type TemplateLanguage, unknownSign, voidSign, withBlanks } from "@kalint/syntax";
import { describe, expect, test } from "vitest";
import { masksOf } from "../support/masks.js";

/** `?` and `·` for the signs of a value that nobody knows, and of nothing. */
const shown = (mask: string) => mask.replaceAll(unknownSign, "?").replaceAll(voidSign, "·");
const mask = (drawn: string) => drawn.replaceAll("?", unknownSign).replaceAll("·", voidSign);

describe("what can come of a template", () => {
  test.each<[TemplateLanguage, string, readonly string[]]>([
    // The white space that tags remove.
    ["jinja", "a {{ x }} b\n", ["a ?······ b\n"]],
    ["jinja", "a \n {{- x -}} \n b\n", ["a···?···········b\n"]],
    ["jinja", "{#- x -#}\n\n a", ["············a"]],
    ["erb", "a\n  <%- x -%>\nb\n", ["a\n············b\n"]],
    ["erb", "a <%- x -%> \nb\n", ["a ········· \nb\n"]],
    ["erb", "<%- x -%>\r\nb\n", ["···········b\n"]],
    ["erb", "\t<%- x -%>", ["··········"]],
    // Which arms are put out.
    ["jinja", "{% if a %}x{% endif %}\n", ["··········x···········\n", "······················\n"]],
    [
      "jinja",
      "{% if a %}x{% else %}y{% endif %}\n",
      ["··········x······················\n", "·····················y···········\n"],
    ],
    [
      "jinja",
      "{% if a %}x{% elif b %}y{% endif %}\n",
      [
        "··········x························\n",
        "···································\n",
        "·······················y···········\n",
      ],
    ],
    [
      "jinja",
      "{% for a in b %}x{{ a }}{% endfor %}\n",
      ["················x?··················\n", "····································\n"],
    ],
    ["jinja", "{% macro a() %}x{% endmacro %}y\n", ["······························y\n"]],
    ["jinja", "{% call a() %}x{% endcall %}y\n", ["?···························y\n"]],
    ["jinja", "{% set a %}x{% endset %}y\n", ["························y\n"]],
    // A block within another is only put out with it.
    [
      "jinja",
      "{% if a %}x{% if b %}y{% endif %}{% endif %}\n",
      [
        "··········x··········y······················\n",
        "············································\n",
        "··········x·································\n",
      ],
    ],
    // The same question has the same answer where a brace is opened in one block and closed in another.
    [
      "jinja",
      "{% if a %}x {\n{% endif %}y\n{% if a %}}\n{% endif %}",
      ["··········x {\n···········y\n··········}\n···········", "·························y\n·······················"],
    ],
    [
      "jinja",
      "{% if a %}x {\n{% endif %}y\n{% if not a %}z{% else %}}\n{% endif %}",
      [
        "··········x {\n···········y\n·························}\n···········",
        "·························y\n··············z·······················",
      ],
    ],
    // Braces in strings and comments pair with none.
    [
      "jinja",
      '{% if a %}"{" # }\n{% endif %}y\n',
      ['··········"{" # }\n···········y\n', "·····························y\n"],
    ],
    ["jinja", "{% if a %}! }\n{% endif %}y\n", ["··········! }\n···········y\n", "·························y\n"]],
  ])("%s: %j", (language, text, renderings) => {
    const template = readTemplate(text, { language });
    expect(masksOf(template).map(shown)).toEqual(renderings);
    expect(template.unpaired).toBeUndefined();
  });

  test.each([
    ["{% endif %}x\n", "{% endif %}"],
    ["{% else %}x\n", "{% else %}"],
    ["{% if a %}x\n", "{% if a %}"],
    ["{% if a %}{% for b in c %}x{% endfor %}\n", "{% if a %}"],
    ["{% endfor %}{% if a %}x\n", "{% endfor %}"],
    ["{% for b in c %}{% if a %}x{% endfor %}\n", "{% if a %}"],
    ["{% for b in c %}{% if a %}x{% for d in e %}{% endfor %}{% endfor %}\n", "{% if a %}"],
    ["{% for b in c %}{% if a %}{% if d %}x{% endif %}{% endfor %}{% if e %}{% endif %}\n", "{% if a %}"],
    ["{% if a %}x{% endfor %}{% endif %}\n", "{% endfor %}"],
    ["{% macro m() %}{% call n() %}x{% endmacro %}\n", "{% call n() %}"],
  ])("nobody renders %j, because of %j", (text, tag) => {
    const { unpaired } = readTemplate(text, { language: "jinja" });
    expect(unpaired && text.slice(unpaired.start, unpaired.end)).toBe(tag);
  });

  test("each arm is taken in some rendering, however many there are", () => {
    const arms = Array.from(
      { length: 30 },
      (_, index) => `{% if a${index} %}x${index};{% else %}y${index};{% endif %}`,
    );
    const renderings = masksOf(readTemplate(`${arms.join("")}\n`, { language: "jinja" }));
    for (const word of arms.flatMap((_, index) => [`x${index};`, `y${index};`])) {
      expect(renderings.some((rendering) => rendering.includes(word))).toBe(true);
      expect(renderings.some((rendering) => !rendering.includes(word))).toBe(true);
    }
    // Not all combinations: those would be a thousand million.
    expect(renderings.length).toBeLessThan(arms.length * 5);
  });

  test("a part of a file that is no template is left away, and none of its tags counts", () => {
    const text = "{{ a }} b {{ c }} d {{ e }}";
    const template = readTemplate(text, { language: "jinja", within: { start: 8, end: 20 } });
    expect(template.tags.map(({ start }) => start)).toEqual([10]);
    expect(masksOf(template).map(shown)).toEqual(["········b ?······ d ·······"]);
    expect(masksOf(readTemplate(text, { language: "none" }))).toEqual([text]);
  });

  test("where each loop begins", () => {
    const text = "{% if a %}{% for b in c %}x{% endfor %}{% endif %}{% for d in e %}y{% endfor %}";
    expect(readTemplate(text, { language: "jinja" }).loops).toEqual([10, 50]);
  });
});

test.each([
  // A stretch of nothing is blank, and keeps its line ends.
  ["a {{x}} b", "a ····· b", "a       b"],
  ["{{x}} b", "····· b", "      b"],
  ["a {{x}}", "a ·····", "a      "],
  ["a\n{%\n%}\nb", "a\n·····\nb", "a\n  \n  \nb"],
  ["a {%\r\n%} b", "a ······ b", "a   \r\n   b"],
  ["{x{{y}}}", "{x·····}", "{x     }"],
  // Within a word, and behind a value, it stays.
  ["a{{x}}b", "a·····b", "a·····b"],
  ["a{{x}}", "a?····", "a?····"],
])("the words of %j, masked as %j, are those of %j", (text, drawn, expected) => {
  expect(shown(withBlanks(text, mask(drawn)))).toBe(expected);
});
