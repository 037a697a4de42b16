import { type Keyword, keywords } from "@kalint/schema";
import type { RandomSource } from "../../support/random-text.js";
import { lineWords, wordsFor } from "./words.js";

/** The blocks that rules and failover have most to say about come more often. */
const roots = keywords.flatMap((keyword) =>
  ["vrrp_instance", "virtual_server"].includes(keyword.name) ? Array(8).fill(keyword) : [keyword],
) as readonly Keyword[];

// biome-ignore format: one list
const between = [
  "# kalint-disable-next-line all", "# kalint-disable-line", "# kalint-disable unknown-keyword", "# kalint-enable",
  "# kalint-disable-file style -- why", "# kalint-format off", "# kalint-format on", "# a comment", "!", "", "", "",
  "$X=a", "$X=10.0.0.1", "$Y=a \\\nb", "include x", "include *.conf", "@a $X=b", "}", "{", "~SEQ(i, 1, 3) A $i", "{% if x %}",
];

/** A configuration made from the schema: fewer than `most` lines in each root block, keywords and values in their places, most of them right. */
export function structuredText(random: RandomSource, most: number): string {
  const lines: string[] = [];
  const blocks = 1 + random.below(Math.ceil(most / 3));
  for (let count = blocks; count > 0; count--) addKeyword(random, random.pick(roots), "", most, lines);
  const text = lines.join(random.below(10) === 0 ? "\r\n" : "\n");
  return random.below(12) === 0 ? text : `${text}\n`;
}

function addKeyword(random: RandomSource, keyword: Keyword, margin: string, most: number, lines: string[]): void {
  if (random.below(16) === 0) lines.push(margin + random.pick(between));
  const prefix = random.below(24) === 0 ? random.pick(["@a ", "@^a ", "@b ", "~SEQ(i, 1, 2) "]) : "";
  const head = [keyword.name, ...wordsFor(random, keyword.arguments)].join(" ");
  if (keyword.kind !== "block" && keyword.kind !== "lines") {
    lines.push(`${prefix}${margin}${head}${random.below(20) === 0 ? " # why" : ""}`);
    return;
  }
  lines.push(`${prefix}${margin}${head} {`);
  const inner = `${margin}    `;
  for (let count = random.below(margin === "" ? most : most / 2); count > 0; count--) {
    if (keyword.kind === "lines") lines.push(inner + lineWords(random, keyword.lines ?? "").join(" "));
    else if (keyword.children) addKeyword(random, random.pick(keyword.children), inner, most, lines);
  }
  if (random.below(40) > 0) lines.push(`${margin}}`);
}
