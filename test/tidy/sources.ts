import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const packages = join(import.meta.dirname, "../../packages");

/** The TypeScript of some packages, by its path below `packages`. */
export function sources(...names: readonly string[]): readonly { readonly path: string; readonly text: string }[] {
  return names.flatMap((name) =>
    readdirSync(join(packages, name, "src"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(packages, path), text: readFileSync(path, "utf8") })),
  );
}

/** What all packages but the one that knows keepalived hold; what people read in other languages is no code. */
export function allButSchema(): ReturnType<typeof sources> {
  const names = readdirSync(packages).filter((name) => name !== "schema");
  return sources(...names).filter(({ path }) => !path.includes("/locale/") && !path.endsWith(".generated.ts"));
}
