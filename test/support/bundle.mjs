// Runs a test program of the sources outside of vitest: bundled, as the packages are used by their names.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { sources } from "../../scripts/sources.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs `entry`, a path in the checkout, in this process and with its arguments. */
export async function runBundled(entry) {
  const folder = mkdtempSync(join(tmpdir(), "kalint-bundle-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, "program.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    alias: sources,
    bundle: true,
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    // Some dependencies are CommonJS and call require().
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
    // The fixtures are found from the sources' places, which a bundle does not keep.
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, "test/support/bundled.js")).toString()) },
    logLevel: "error",
  });
  await import(pathToFileURL(outfile).toString());
}
