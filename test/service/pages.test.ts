import {
  allKeywords,
  keywordIn,
  lineGrammars,
  newestVersion,
  nextVersion,
  oldestVersion,
  releaseName,
} from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { keywordPage, optionPage } from "../../packages/service/src/pages.js";

/** Fails unless the page has these parts in this order, each as paragraphs or lines of its own. */
function checkParts(page: string, parts: readonly (string | undefined | false)[]): void {
  let at = 0;
  for (const part of parts) {
    if (!part) continue;
    const found = page.indexOf(part, at);
    expect(found, `${part}\n--- in this order in ---\n${page}`).toBeGreaterThanOrEqual(at);
    expect(found === 0 || page[found - 1] === "\n", part).toBe(true);
    at = found + part.length;
    expect(at === page.length || page[at] === "\n", part).toBe(true);
  }
}

describe("pages about the language", () => {
  test("that of a keyword holds all that its record says", () => {
    for (const newest of allKeywords) {
      const keyword = keywordIn(newest, newestVersion);
      const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
      const page = keywordPage(newest, newestVersion);
      expect(page.startsWith(`\`\`\`keepalived\n${keyword.name}`), page).toBe(true);
      checkParts(page, [
        keyword.summary,
        grammar && `Each line: ${grammar.summary}`,
        keyword.note,
        ...(keyword.differences ?? []).map(({ version, note }) => `- From ${releaseName(version)}: ${note}`),
        keyword.context && `Allowed: ${keyword.context}`,
      ]);
      const facts = page.slice(page.lastIndexOf("\n") + 1).split(" · ");
      const around = keyword.path.split("/").slice(0, -1).join("/");
      expect(facts).toContain(around === "" ? "At the top of the file" : `In \`${around}\``);
      expect(facts.includes(`Default \`${keyword.default}\``)).toBe(keyword.default !== undefined);
      expect(facts.includes(`since ${keyword.since}`)).toBe(![oldestVersion, nextVersion].includes(keyword.since));
      expect(facts.includes("not released yet: target `next`")).toBe(keyword.since === nextVersion);
      expect(facts.includes(`removed in ${keyword.removed}`)).toBe(keyword.removed !== undefined);
      expect(facts.some((fact) => fact.startsWith("required"))).toBe(keyword.required !== undefined);
      for (const feature of ["vrrp", "lvs"]) expect(facts).not.toContain(`needs \`${feature}\``);
      // Nothing is said where the record says nothing.
      expect(page.includes("Each line: ")).toBe(grammar !== undefined);
      expect(/^Allowed: /m.test(page)).toBe(keyword.context !== undefined);
      expect(page).not.toContain("\n\n\n");
    }
  });

  test("that of an option holds all that its record says", () => {
    for (const { options } of Object.values(lineGrammars)) {
      for (const option of options) {
        const page = optionPage(option, "virtual_routes", newestVersion);
        checkParts(page, [option.summary, option.note, option.context && `Allowed: ${option.context}`]);
        expect(page).toMatch(/^Option in `virtual_routes`/m);
        expect(/^Allowed: /m.test(page)).toBe(option.context !== undefined);
        expect(page).not.toContain("\n\n\n");
      }
    }
  });
});
