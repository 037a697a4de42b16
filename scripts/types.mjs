// The types of what programs import: the declarations that packages/cli/src/api.ts reaches, with the packages' names
// made relative. Needs what `tsc -b` writes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const types = join(root, "dist/types");
const entry = "cli/api";

rmSync(types, { recursive: true, force: true });
const seen = new Set();
const waiting = [entry];
for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
  if (seen.has(module)) continue;
  seen.add(module);
  copy(module);
}
writeFileSync(join(root, "dist/index.d.ts"), `export * from "./types/${entry}.js";\n`);

/** `module`: package and path, such as `lint/types`. */
function copy(module) {
  const [name, ...rest] = module.split("/");
  const text = readFileSync(join(root, "packages", name, "dist", `${rest.join("/")}.d.ts`), "utf8");
  const target = join(types, `${module}.d.ts`);
  mkdirSync(dirname(target), { recursive: true });
  const foreign = /^(?:import|export)\b[^"']*\bfrom (["'])(?!@kalint\/|\.)(.*?)\1/m.exec(text);
  if (foreign)
    throw new Error(`${module}.d.ts needs the types of ${foreign[2]}, which who installs kalint does not have`);
  const own = text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
  writeFileSync(
    target,
    own.replace(/(["'])(@kalint\/\w+|\.{1,2}\/[^"']+)\1/g, (_, quote, specifier) => {
      const other = specifier.startsWith("@kalint/")
        ? `${specifier.slice("@kalint/".length)}/index`
        : join(dirname(module), specifier).replace(/\.js$/, "");
      waiting.push(other);
      // The extension first: a file may be called as the folder beside it.
      const path = relative(dirname(module), `${other}.js`);
      return `${quote}${path.startsWith(".") ? path : `./${path}`}${quote}`;
    }),
  );
}
