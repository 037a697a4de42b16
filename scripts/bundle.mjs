// Bundles the command into dist/kalint.js, the only file that the npm package runs.
import { build } from "esbuild";

await build({
  entryPoints: { kalint: "packages/cli/src/main.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: false,
  legalComments: "none",
  // Some dependencies are CommonJS and call require().
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  logLevel: "warning",
});
