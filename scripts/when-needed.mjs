import { readFileSync } from "node:fs";

/** By module: what it imports, and the first use, which loads it. */
const uses = [
  [/[/\\]syntax[/\\]src[/\\]parse\.ts$/, "./parser.js", "parseItems", "parseItems("],
  [/[/\\]lint[/\\]src[/\\]configuration[/\\]read\.ts$/, "ajv", "Ajv", "new Ajv("],
  [/[/\\]cli[/\\]src[/\\]convert[/\\]from-json\.ts$/, "ajv", "Ajv", "new Ajv("],
];

/**
 * A plugin of esbuild for bundles that have `require`: the parser and the checker of `kalint.json` are run when something is
 * first parsed or checked with them. Most runs on a small file need neither.
 */
export const whenNeeded = {
  name: "when-needed",
  setup(bundle) {
    for (const [filter, from, name, use] of uses) {
      bundle.onLoad({ filter }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const imported = new RegExp(`^import \\{ ${name}(?:, (type [^}]*))? \\} from "${from}";$`, "m");
        if (!imported.test(text) || text.split(use).length !== 2)
          throw new Error(`${path} loads ${from} in another way`);
        const contents = text
          .replace(imported, (_, types) => (types === undefined ? "" : `import { ${types} } from "${from}";`))
          .replace(use, () => use.replace(name, `(require("${from}") as typeof import("${from}")).${name}`));
        return { contents, loader: "ts" };
      });
    }
  },
};
