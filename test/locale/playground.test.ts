import { expect, test } from "vitest";

/** The site's scripts are JavaScript; this is the shape of what is tested. */
const { translated } = (await import(new URL("../../site/playground/languages.mjs", import.meta.url).href)) as {
  translated(source: string, messages: Readonly<Record<string, string>>): string;
};

const messages = {
  "no {0} in {1}": "{1} 中没有 {0}",
  "block {0}": "块 `{0}`",
  "and {0} more": "另有 {0} 个",
};

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: sources that hold templates
test.each([
  ["takes the translation", "say`and ${count} more`", "say`另有 ${count} 个`"],
  ["takes the values in its order", "say`no ${name} in ${place}`", "say`${place} 中没有 ${name}`"],
  [
    "translates texts within values",
    "say`no ${a ?? say`and ${1} more`} in ${b}`",
    "say`${b} 中没有 ${a ?? say`另有 ${1} 个`}`",
  ],
  ["keeps backticks", "f(say`block ${x}`, 1);", "f(say`块 \\`${x}\\``, 1);"],
  ["leaves what is not said", "const a = `and ${b} more`;", "const a = `and ${b} more`;"],
])("the playground's worker %s", (_, source, expected) => {
  expect(translated(source, messages)).toBe(expected);
});

test("a text without a translation stops the build of the site", () => {
  expect(() => translated("say`gone ${x}`", messages)).toThrow('no translation of "gone {0}"');
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: sources that hold templates
