// Outputs in both READMEs and in docs/migration.md, and the README's picture, from the command itself. Needs `npm run build`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printedBy } from "./printed.mjs";

const root = join(fileURLToPath(import.meta.url), "../..");

/** What stands between `<!-- kalint WORDS -->` and `<!-- end -->` in a page is what these words print. */
const outputs = /(<!-- kalint (.*?) -->\n```\n)[\s\S]*?(```\n<!-- end -->)/g;

/** A terminal colour, kept by `split`. */
const colorCodes = new RegExp(`(${String.fromCharCode(27)}\\[\\d+m)`, "g");

const colors = { 31: "#f85149", 33: "#d29922", 36: "#39c5cf", 32: "#3fb950", 34: "#58a6ff", 35: "#bc8cff" };
const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text with terminal colours as an SVG of a terminal. */
function picture(text, prompt) {
  const lines = [`\u001b[2m$\u001b[22m ${prompt}`, "", ...text.split("\n")];
  const width = 40 + 8.43 * Math.max(...lines.map((line) => line.replaceAll(colorCodes, "").length));
  const height = 34 + 20 * lines.length;
  const style = { bold: false, dim: false, color: undefined };
  const rows = lines.map((line, index) => {
    const spans = line.split(colorCodes).map((part) => {
      const code = part.startsWith("\u001b[") ? part.slice(2, -1) : undefined;
      if (code === undefined) {
        if (part === "") return "";
        const fill = style.color ?? (style.dim ? "#8b949e" : "#e6edf3");
        return `<tspan fill="${fill}"${style.bold ? ' font-weight="bold"' : ""}>${part.replaceAll(/[&<>]/g, (sign) => escapes[sign])}</tspan>`;
      }
      if (code === "1") style.bold = true;
      else if (code === "2") style.dim = true;
      else if (code === "22") Object.assign(style, { bold: false, dim: false });
      else style.color = colors[code];
      return "";
    });
    return `<text x="20" y="${36 + 20 * index}" xml:space="preserve">${spans.join("")}</text>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', monospace" font-size="14">`,
    "<title>kalint names a mistake between two hosts of a cluster</title>",
    `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    ...rows,
    "</svg>",
  ].join("\n")}\n`;
}

async function withOutputs(path) {
  const text = readFileSync(join(root, path), "utf8");
  const printed = [];
  for (const [, , words] of text.matchAll(outputs)) printed.push((await printedBy(words.split(" "))).trimEnd());
  return text.replace(outputs, (_, before, _words, after) => `${before}${printed.shift()}\n${after}`);
}

/** The pages with outputs, and the README's picture. */
export async function generateReadme() {
  const pair = { folder: "fixtures/clusters/web-pair-mismatched-virtual-router-id", color: true };
  const pages = [];
  for (const path of ["README.md", "README.zh-CN.md", "docs/migration.md"]) pages.push([path, await withOutputs(path)]);
  const check = (await printedBy(["check"], pair)).trimEnd();
  return new Map([...pages, ["docs/images/check.svg", picture(check, "kalint")]]);
}
