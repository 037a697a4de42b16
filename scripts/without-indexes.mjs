import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sources } from "./sources.mjs";

/**
 * A file with each name imported from the module that declares it, and not through the index of its package: as esbuild splits
 * by what a file imports at all, each part would have all of the packages.
 * @param {string} _path
 * @param {string} text
 */
export function withoutIndexes(_path, text) {
  return text.replace(/^(import|export) \{([^}]*)\} from "(@kalint\/\w+)";$/gm, (_, kind, names, from) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type "))
      .map((name) => {
        const [exported, own = exported] = name.split(" as ");
        const { module, declared } = declarationOf(sources[from], exported);
        return `${kind} { ${declared} as ${own} } from ${JSON.stringify(module)};`;
      })
      .join("\n"),
  );
}

/** The module that declares what another exports, and its name there. */
function declarationOf(module, name) {
  const found = search(module, name);
  if (found === undefined) throw new Error(`${module} does not say which module has ${name}`);
  return found;
}

function search(module, name) {
  const { declared, passedOn } = exportsOf(module);
  if (declared.has(name)) return { module, declared: name };
  for (const { names, from } of passedOn) {
    const inner = names === undefined ? name : names.get(name);
    const found = inner === undefined || from === undefined ? undefined : search(from, inner);
    if (found) return found;
  }
  return undefined;
}

const known = new Map();

/** What a module exports of its own, and what of others. */
function exportsOf(module) {
  if (known.has(module)) return known.get(module);
  const text = readFileSync(module, "utf8");
  const declarations = text.matchAll(/^export (?:const|let|(?:abstract )?class|(?:async )?function\*?) (\w+)/gm);
  const lists = text.matchAll(/^export \{([^}]*)\};$/gm);
  const declared = new Set([
    ...Array.from(declarations, ([, name]) => name),
    ...Array.from(lists, ([, list]) => list.split(",").map((each) => each.trim().split(" as ").at(-1))).flat(),
  ]);
  const passedOn = Array.from(text.matchAll(/^export (?:\{([^}]*)\}|\*) from "(.*)";$/gm), ([, list, from]) => ({
    names:
      list === undefined
        ? undefined
        : new Map(
            list
              .split(",")
              .map((each) => each.trim().split(" as ").reverse())
              .map(([own, exported = own]) => [own, exported]),
          ),
    from: from.startsWith(".") ? join(dirname(module), from.replace(/\.js$/, ".ts")) : sources[from],
  }));
  const found = { declared, passedOn };
  known.set(module, found);
  return found;
}
