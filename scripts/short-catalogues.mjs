// A plugin of esbuild: catalogues of other languages with short keys in place of the English templates (`shortKey`), which
// the bundle holds already. Needs a build (`tsc -b`).
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = (path) => import(pathToFileURL(join(root, path)).href);

export const shortCatalogues = {
  name: "short catalogues",
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]locale[/\\]zh-cn[/\\]index\.[jt]s$/ }, async ({ path }) => {
      const isCommands = /[/\\]cli[/\\]/.test(path);
      const resolveDir = dirname(path);
      if (isCommands) {
        const { messages } = await built("packages/cli/dist/locale/zh-cn/index.js");
        return { contents: `export const messages = ${JSON.stringify(await withShortKeys(messages))};`, resolveDir };
      }
      const { catalogue } = await built("packages/schema/dist/locale/zh-cn/index.js");
      const short = JSON.stringify(await withShortKeys(catalogue.messages));
      const contents = [
        'import { join } from "./join.js";',
        'import { shortKey } from "../key.js";',
        `export const catalogue = { messages: ${short}, rules: ${JSON.stringify(catalogue.rules)}, join, keyOf: shortKey };`,
      ];
      return { contents: contents.join("\n"), resolveDir };
    });
  },
};

/** @param {Record<string, string>} messages */
export async function withShortKeys(messages) {
  const { shortKey } = await built("packages/schema/dist/locale/key.js");
  const short = {};
  for (const [template, text] of Object.entries(messages)) {
    const key = shortKey(template);
    if (key in short) throw new Error(`two messages have the key ${key}, one of them ${JSON.stringify(template)}`);
    short[key] = text;
  }
  return short;
}
