// The set-ups on the page about editors, from the files that the tests run.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "../..");

/** `<!-- set-up FILE -->` … `<!-- end -->` shows a file of editors/. */
const setUp = /(<!-- set-up ([\w.-]+) -->\n)[\s\S]*?(<!-- end -->)/g;

const languages = { el: "elisp", vim: "vim" };

/** `text`: the page as the other generators leave it. */
export function withSetUps(text) {
  return text.replace(setUp, (_, begin, name, end) => {
    const extension = name.split(".").at(-1);
    const content = readFileSync(join(root, "editors", name), "utf8").trimEnd();
    return `${begin}\n\`\`\`${languages[extension] ?? extension}\n${content}\n\`\`\`\n\n${end}`;
  });
}
