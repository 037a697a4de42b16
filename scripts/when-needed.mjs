/** By module: what it imports, and the first use, which loads it. */
const uses = [
  [/[/\\]syntax[/\\]src[/\\]parse\.ts$/, "./parser.js", "parseItems", "parseItems("],
  [/[/\\]lint[/\\]src[/\\]configuration[/\\]read\.ts$/, "ajv", "Ajv", "new Ajv("],
  [/[/\\]cli[/\\]src[/\\]convert[/\\]from-json\.ts$/, "ajv", "Ajv", "new Ajv("],
];

/** How a bundle of one file loads them. */
export const byRequire = (from) => `require(${from})`;

/**
 * How a bundle of parts does: esbuild makes parts of what is loaded by `import()` alone (`joinParts`). ajv is CommonJS, which
 * is all that its part exports.
 */
export const fromPart = (from) => `loadNow(import(${from}))${from === '"ajv"' ? ".default" : ""}`;

/**
 * For bundles of CommonJS: the parser and the checker of `kalint.json` are loaded when something is first parsed or checked
 * with them. Most runs on a small file need neither.
 * @param {(from: string) => string} load
 * @returns {(path: string, text: string) => string}
 */
export const whenNeeded = (load) => (path, text) => {
  const needed = uses.find(([filter]) => filter.test(path));
  if (needed === undefined) return text;
  const [, from, name, use] = needed;
  const imported = new RegExp(`^import \\{ ${name}(?:, (type [^}]*))? \\} from "${from}";$`, "m");
  if (!imported.test(text) || text.split(use).length !== 2) throw new Error(`${path} loads ${from} in another way`);
  return text
    .replace(imported, (_, types) => (types === undefined ? "" : `import { ${types} } from "${from}";`))
    .replace(use, () => use.replace(name, `(${load(JSON.stringify(from))} as typeof import("${from}")).${name}`));
};
