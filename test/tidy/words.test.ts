import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@kalint/lint";
import { allKeywords, lineGrammars } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { messages as commandMessages } from "../../packages/cli/src/locale/zh-cn/index.js";
import { catalogue } from "../../packages/schema/src/locale/zh-cn/index.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The words in bold of the table in CONTRIBUTING.md. */
const words = [...read("CONTRIBUTING.md").matchAll(/^\| .*?\*\*(.+?)\*\*.* \| .* \|$/gm)].map(([, word = ""]) => word);
const pattern = new RegExp(`(?<![\\w-])(?:${words.join("|")})(?![\\w-])`, "gi");

/** What people wrote, without code, output and the table itself. */
function prose(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, "")
    .replace(/^\| .*\*\*.*\*\*.* \|.*$/gm, "")
    .replace(/`[^`\n]*`/g, "")
    .replace(/\s+/g, " ");
}

function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => {
    const around = text.slice(Math.max(0, index - 30), index + word.length + 30);
    return `${word}: … ${around} …`;
  });
}

/** Every text of a record, however deep. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" ? (["summary", "note", "context"].includes(key) ? [inner] : []) : textsOf(inner),
  );
}

test("the list has words, and the pattern finds them", () => {
  expect(words.length).toBeGreaterThanOrEqual(20);
  expect(wordsIn("it mends the line")).toHaveLength(1);
  expect(wordsIn("amends")).toEqual([]);
});

describe("words that are not used", () => {
  const documents = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "action.yml",
    "grammars/README.md",
    ...readdirSync(join(root, "docs"))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];
  test.each(documents)("%s", (path) => {
    // What failover.md lists as limits are the command's own messages.
    expect(wordsIn(prose(read(path)))).toEqual([]);
  });

  test("the help", () => {
    expect(wordsIn(prose(read("packages/cli/src/help.ts")))).toEqual([]);
  });

  test("every message, and what is said of releases", () => {
    const texts = Object.keys({ ...catalogue.messages, ...commandMessages });
    expect(texts.length).toBeGreaterThan(1500);
    expect(texts.filter((text) => wordsIn(prose(text)).length > 0)).toEqual([]);
  });

  test("what is said of keywords", () => {
    const texts = [...allKeywords, ...Object.values(lineGrammars)].flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(900);
    expect([...new Set(texts.flatMap(wordsIn))]).toEqual([]);
  });
});

test("nor in the texts and messages of the rules", () => {
  for (const { id, summary, why, advice } of rules) {
    const messages = messagesIn(read(`packages/lint/src/rules/${id}.ts`));
    expect([id, ...wordsIn(prose(`${summary}\n${why}\n${advice}`)), ...messages.flatMap(wordsIn)]).toEqual([id]);
  }
});

/** The texts of a rule's source that a reader sees. */
function messagesIn(source: string): readonly string[] {
  return [...source.matchAll(/\b(?:message|help|title)(?::| =) *(?:say)?(?:"([^"\n]*)"|`([^`\n]*)`)/g)].map(
    ([, plain, template]) => plain ?? template ?? "",
  );
}
