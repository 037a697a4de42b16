// Bundles the npm package from the sources: kalint.js is the command, index.js what programs import, parts/ what they
// share and what is loaded only when it is needed (the language server, the checker of kalint.json, …).
//   node scripts/bundle.mjs [FOLDER]     default: dist
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sources } from "./sources.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, "dist"));

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

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { kalint: "packages/cli/src/main.ts", index: "packages/cli/src/api.ts" },
  outdir: folder,
  alias: sources,
  bundle: true,
  splitting: true,
  chunkNames: "parts/[name]-[hash]",
  // Less to read is less to compile on every run.
  minify: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: false,
  legalComments: "none",
  plugins: [withoutChildProcess],
  // Some dependencies are CommonJS and call require().
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: "warning",
});

// Parts of earlier builds go last, so that the command works at any moment.
const written = new Set(Object.keys(metafile.outputs).map((path) => join(root, path)));
for (const name of readdirSync(join(folder, "parts"))) {
  const path = join(folder, "parts", name);
  if (!written.has(path)) rmSync(path);
}
