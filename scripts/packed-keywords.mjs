import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const built = (name) =>
  pathToFileURL(join(fileURLToPath(new URL("..", import.meta.url)), "packages/schema/dist", name)).href;

/**
 * A plugin of esbuild: bundles hold the keywords complete, as one JSON text of rows, and the grammars of lines as another.
 * Made from literals as the sources have them, they took a fifth of a run on a small file.
 */
export const packedKeywords = {
  name: "packed-keywords",
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]schema[/\\]src[/\\]keywords[/\\]index\.ts$/ }, async () => {
      const { keywords } = await import(built("keywords/index.js"));
      const { packedFields } = await import(built("keywords/packed.js"));
      return {
        contents: `import { unpackKeywords } from "./packed.js";\nexport const keywords = unpackKeywords(${parsed(packKeywords(keywords, packedFields))});`,
        loader: "js",
      };
    });
    bundle.onLoad({ filter: /[/\\]schema[/\\]src[/\\]grammars\.ts$/ }, async () => {
      const { lineGrammars } = await import(built("grammars.js"));
      return { contents: `export const lineGrammars = ${parsed(lineGrammars)};`, loader: "js" };
    });
  },
};

/**
 * @param {readonly object[]} keywords
 * @param {readonly string[]} fields the order in a row
 * @returns {import("../packages/schema/src/keywords/packed.js").PackedKeywords}
 */
export function packKeywords(keywords, fields) {
  const values = [];
  const places = new Map();
  // What is the same is held once. Variants are not: what a keyword was at a release is kept with its variant.
  const placeOf = (field, value) => {
    if (value === undefined) return 0;
    const key = field === "variants" ? value : JSON.stringify(value);
    if (!places.has(key)) places.set(key, values.push(value));
    return places.get(key);
  };
  const rowOf = (keyword) => [
    ...fields.map((field) => placeOf(field, keyword[field])),
    keyword.children === undefined ? 0 : keyword.children.map(rowOf),
  ];
  return { rows: keywords.map(rowOf), values };
}

/** Of ASCII alone, as V8 reads a text of wide characters half as fast. */
function parsed(value) {
  const json = JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `JSON.parse(${JSON.stringify(json)})`;
}
