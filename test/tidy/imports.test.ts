import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

/** What each package may import, besides its own files. `node:*` stands for Node's own modules. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  syntax: ["chevrotain"],
  schema: [],
  daemon: ["@kalint/syntax", "@kalint/schema"],
  cluster: ["@kalint/daemon", "@kalint/schema"],
  project: ["@kalint/cluster", "@kalint/daemon", "@kalint/syntax", "@kalint/schema", "ignore"],
  format: ["@kalint/syntax", "get-east-asian-width"],
  lint: [
    "@kalint/project",
    "@kalint/cluster",
    "@kalint/daemon",
    "@kalint/syntax",
    "@kalint/schema",
    "ajv",
    "fastest-levenshtein",
    "@humanwhocodes/momoa",
  ],
  service: [
    "@kalint/lint",
    "@kalint/format",
    "@kalint/project",
    "@kalint/cluster",
    "@kalint/daemon",
    "@kalint/syntax",
    "@kalint/schema",
  ],
  disk: ["node:*"],
  server: [
    "@kalint/disk",
    "@kalint/service",
    "@kalint/lint",
    "@kalint/format",
    "@kalint/project",
    "@kalint/cluster",
    "@kalint/daemon",
    "@kalint/syntax",
    "@kalint/schema",
    "editorconfig-without-wasm",
    "vscode-languageserver",
    "vscode-uri",
    "node:*",
  ],
  cli: [
    "@kalint/disk",
    "@kalint/lint",
    "@kalint/format",
    "@kalint/project",
    "@kalint/cluster",
    "@kalint/daemon",
    "@kalint/syntax",
    "@kalint/schema",
    "@kalint/server",
    "@dagrejs/dagre",
    "@humanwhocodes/momoa",
    "ajv",
    "commander",
    "diff",
    "editorconfig-without-wasm",
    "fastest-levenshtein",
    "get-east-asian-width",
    "picocolors",
    "tinyglobby",
    "node:*",
  ],
  vscode: ["vscode", "vscode-languageclient", "node:*"],
};

const packages = join(import.meta.dirname, "../../packages");

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The modules that a text imports or re-exports from, statically or by `import()`. */
function importsOf(text: string): string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? "");
}

function isAllowed(module: string, list: readonly string[]): boolean {
  if (module.startsWith("./") || module.startsWith("../")) return true;
  return list.some((name) =>
    name.endsWith("*") ? module.startsWith(name.slice(0, -1)) : module === name || module.startsWith(`${name}/`),
  );
}

test.each(Object.keys(allowed))("packages/%s imports only what the table allows", (name) => {
  const root = join(packages, name, "src");
  const wrong = sourceFiles(root).flatMap((file) =>
    importsOf(readFileSync(file, "utf8"))
      .filter((module) => !isAllowed(module, allowed[name] ?? []))
      .map((module) => `${relative(packages, file)} imports ${module}`),
  );
  expect(wrong).toEqual([]);
});

test("the table names every package", () => {
  expect(readdirSync(packages).sort()).toEqual(Object.keys(allowed).sort());
});

test("imports of every form are seen", () => {
  const text = `import a from "a";\nimport type { B } from "b";\nexport * from "c";\nconst d = await import("d");\nimport "e";`;
  expect(importsOf(text)).toEqual(["a", "b", "c", "d", "e"]);
});

test("relative imports stay inside their package", () => {
  const wrong = Object.keys(allowed).flatMap((name) => {
    const root = join(packages, name, "src");
    return sourceFiles(root).flatMap((file) =>
      importsOf(readFileSync(file, "utf8"))
        .filter((module) => module.startsWith("."))
        .filter((module) => relative(root, join(file, "..", module)).startsWith(".."))
        .map((module) => `${relative(packages, file)} imports ${module}`),
    );
  });
  expect(wrong).toEqual([]);
});
