// Bundles the command, from the sources: kalint.js is what the npm package runs, the other files are parts that it
// loads when it needs them (the language server, output formats, the checker of kalint.json).
//   node scripts/bundle.mjs [FOLDER]     default: dist
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2] ?? join(root, "dist");
const packages = ["syntax", "schema", "model", "format", "lint", "service", "server"];

/**
 * commander loads child_process for subcommands that are programs of their own, which we do not have; loading it
 * takes longer than checking a small file.
 */
const withoutChildProcess = {
  name: "commander-without-child-process",
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]commander[/\\]lib[/\\]command\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace("require('node:child_process')", "{}"),
      loader: "js",
    }));
  },
};

rmSync(join(folder, "parts"), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { kalint: "packages/cli/src/main.ts" },
  outdir: folder,
  alias: Object.fromEntries(packages.map((name) => [`@kalint/${name}`, join(root, `packages/${name}/src/index.ts`)])),
  bundle: true,
  splitting: true,
  chunkNames: "parts/[name]-[hash]",
  // Less to read is less to compile on every run.
  minify: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // jsonc-parser's CommonJS form cannot be bundled.
  mainFields: ["module", "main"],
  sourcemap: false,
  legalComments: "none",
  plugins: [withoutChildProcess],
  // Some dependencies are CommonJS and call require().
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  logLevel: "warning",
});
