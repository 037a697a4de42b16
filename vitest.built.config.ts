import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.config.js";

const packages = join(import.meta.dirname, "packages");

/**
 * What `npm test` runs: the same tests against what `tsc -b` has just written of the sources. Node loads it as it is, which
 * takes a quarter less than to have Vite transform each source once more.
 */
export default defineConfig({
  ...base,
  resolve: {},
  plugins: [{ name: "built", enforce: "pre", resolveId: (id, importer) => builtFileOf(id, importer) }],
  test: { ...base.test, server: { deps: { external: [/\/packages\/\w+\/dist\//] } } },
});

/** A module of a package by its name, and one that a test names by its place in the sources. */
function builtFileOf(id: string, importer: string | undefined): string | undefined {
  const path = id.startsWith(".") && importer !== undefined ? resolve(importer, "..", id) : id;
  const [, name, module = "index"] = /^@kalint\/(\w+)$/.exec(path) ?? sourceIn.exec(path) ?? [];
  const file = name && join(packages, name, "dist", `${module}.js`);
  return file && existsSync(file) ? file : undefined;
}

const sourceIn = /\/packages\/(\w+)\/src\/(.+)\.js$/;
