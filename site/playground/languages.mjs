// Plugins of esbuild that say the worker's texts in one language, so that no catalogue is loaded and looked up: a text
// of the sources is replaced by its translation, with the same values.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { saidNodes } from "../../scripts/generate-texts.mjs";

const english = { messages: undefined, rules: undefined };

/** @returns {Promise<{ messages?: Record<string, string>, rules?: Record<string, { summary: string, advice: string }> }>} */
export async function catalogueOf(locale) {
  if (locale === "en") return english;
  const { catalogue } = await import("../../packages/schema/dist/locale/zh-cn/index.js");
  const { messages } = await import("../../packages/cli/dist/locale/zh-cn/index.js");
  return { messages: { ...catalogue.messages, ...messages }, rules: catalogue.rules };
}

/** A file of the packages as the worker has it: its texts in the language, and of a rule what is shown here. */
export function spoken(path, { messages, rules }) {
  const source = readFileSync(path, "utf8");
  const said = messages ? translated(source, messages) : source.replace(/\bsay`/g, "`");
  return /[/\\]lint[/\\]src[/\\]rules[/\\]/.test(path) ? ruleWithout(said, rules?.[basename(path, ".ts")]) : said;
}

/** In another language values are put into their sentence by its rules for spaces; in English the tag is not needed. */
export const sayModule = `import { join } from "./zh-cn/join.js";
export function speak() {}
export const textsOf = (rule) => rule;
export const sayText = (text) => text;
export function say(parts, ...values) {
  return parts.reduce((text, part, index) => join(join(text, String(values[index - 1])), part));
}`;

/** @param {string} source @param {Record<string, string>} messages */
export function translated(source, messages) {
  if (!source.includes("say`")) return source;
  const nodes = saidNodes(source);
  const within = (start, end) => {
    let text = "";
    let at = start;
    for (const node of nodes) {
      if (node.start < at || node.end > end) continue;
      text += source.slice(at, node.start) + inWords(node);
      at = node.end;
    }
    return text + source.slice(at, end);
  };
  const inWords = ({ template, values }) => {
    const translation = messages[template];
    if (translation === undefined) throw new Error(`no translation of ${JSON.stringify(template)}`);
    const pieces = translation
      .split(/\{(\d+)\}/)
      .map((piece, index) =>
        index % 2 ? `\${${within(...values[Number(piece)])}}` : piece.replace(/[\\`]|\$(?=\{)/g, "\\$&"),
      );
    return `say\`${pieces.join("")}\``;
  };
  return within(0, source.length);
}

/**
 * What the rules' pages, lists and tests show, and reasons, are not shown by the playground. A summary is said only of
 * templates whose renderings disagree.
 */
function ruleWithout(source, texts) {
  const short = source
    .replace(/^ {2}(?:bad|good|evidence|source|since|fixable):\s+(?:\[\n[\s\S]*?\n {2}\]|\S.*),$/gm, "")
    .replace(/^ +description:\s+("(?:[^"\\]|\\.)*"),$/gm, "")
    .replace(/^ {2}why:\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),$/gm, "");
  if (!texts) return short;
  return short.replace(
    /^ {2}(summary|advice):\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),$/gm,
    (_, name) => `  ${name}: ${JSON.stringify(texts[name])},`,
  );
}
