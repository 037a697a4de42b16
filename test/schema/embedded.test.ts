import { embeddedConfigurations } from "@kalint/schema";
import { expect, test } from "vitest";

const block = "vrrp_script chk {\n      script /usr/bin/true\n    }\n";

test.each([
  ["a literal of YAML", `  keepalived.conf: |\n    ${block}`, "YAML"],
  ["a folded one that keeps no line end", `  "keepalived.conf":  >-\n    ${block}`, "YAML"],
  ["a key of a list's item", `- content: |\n    ${block}`, "YAML"],
  ["no literal, as no blank follows the colon", `  keepalived.conf:|\n    ${block}`, undefined],
  ["a literal without one of keepalived's blocks", "  a: |\n    b {\n    }\n", undefined],
])("%s", (_name, text, language) => {
  expect(embeddedConfigurations(text).map((each) => each.in)).toEqual(language === undefined ? [] : [language]);
});
