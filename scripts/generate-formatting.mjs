// What the page about formatting shows, from the fixtures and the formatter itself.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatText } from "../packages/format/dist/index.js";
import { vocabulary } from "../packages/schema/dist/index.js";

const root = join(fileURLToPath(import.meta.url), "../..");
const page = "docs/formatting.md";

/** `<!-- format CASE -->` … `<!-- end -->` shows a case of fixtures/format before and after. */
const example = /(<!-- format ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g;

export function generateFormatting() {
  const text = readFileSync(join(root, page), "utf8");
  return new Map([[page, text.replace(example, (_, begin, name, end) => `${begin}${shown(name)}${end}`)]]);
}

function shown(name) {
  const folder = join(root, "fixtures/format", name);
  const input = readFileSync(join(folder, "input.conf"), "utf8");
  const settings = join(folder, "options.json");
  const options = existsSync(settings) ? JSON.parse(readFileSync(settings, "utf8")) : {};
  const fence = (kind, content) => `${kind}\n\n\`\`\`\n${content.trimEnd()}\n\`\`\`\n\n`;
  return `${fence("before", input)}${fence("after", formatText(input, { ...options, ...vocabulary }))}`;
}
