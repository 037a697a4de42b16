import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sources } from "./sources.mjs";

/**
 * A plugin of esbuild: what the command needs before it knows what is asked for is imported from its own module. Through the
 * index of a package it would have all of the package in its part, as esbuild splits by what a file imports at all.
 */
export const withoutIndexes = {
  name: "without-indexes",
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]cli[/\\]src[/\\][\w-]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /^import \{([^}]*)\} from "(@kalint\/(?:schema|syntax))";$/gm,
        (_, names, from) =>
          names
            .split(",")
            .map((name) => name.trim())
            .filter((name) => name !== "" && !name.startsWith("type "))
            .map((name) => `import { ${name} } from ${JSON.stringify(moduleOf(sources[from], name.split(" as ")[0]))};`)
            .join("\n"),
      ),
      loader: "ts",
    }));
  },
};

/** The module that declares a name which a module exports. */
function moduleOf(module, name) {
  const found = search(module, name);
  if (found === undefined) throw new Error(`${module} does not say which module has ${name}`);
  return found;
}

function search(module, name) {
  const text = readFileSync(module, "utf8");
  if (new RegExp(`^export (?:const|class|(?:async )?function\\*?) ${name}\\b`, "m").test(text)) return module;
  for (const [, names, from] of text.matchAll(/^export (?:\{([^}]*)\}|\*) from "(.*)";$/gm)) {
    const isThere = names === undefined || names.split(",").some((each) => each.trim() === name);
    const found = isThere && search(join(dirname(module), from.replace(/\.js$/, ".ts")), name);
    if (found) return found;
  }
  return undefined;
}
