// The page about editors: the set-ups that the tests run, and the table of methods, from what the server declares.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { capabilities } from "../packages/server/dist/capabilities.js";
import { methodTexts } from "../packages/server/dist/methods.js";
import { withSetUps } from "./generate-editors.mjs";

const page = "docs/editors.md";
const part = /(<!-- methods -->\n)[\s\S]*?(<!-- end -->)/;

export function generateMethods() {
  const { workspace, ...direct } = capabilities;
  const rows = Object.keys({ ...direct, ...workspace }).map((name) => {
    const { methods, text } = methodTexts[name];
    return `| ${methods} | ${text} |`;
  });
  const table = ["", "| method | here |", "| --- | --- |", ...rows, "", ""].join("\n");
  const before = readFileSync(join(fileURLToPath(import.meta.url), "../..", page), "utf8");
  return new Map([[page, withSetUps(before.replace(part, (_, begin, end) => `${begin}${table}${end}`))]]);
}
