// Random texts through every way into kalint, for as long as you like:
//   npm run fuzz -- [--minutes N] [--seed S] [--count TEXTS] [--entry NAME] [--show N]
// One execution is one text through one entry (test/fuzz/entries). The first seed is printed: with it the same texts
// come again. A failure is made as short as it can be, and shown with the command that shows it again. Files of
// ../shared/corpus take part where they are (KALINT_SHARED=FOLDER). Prints, last, `N passed, N failed`: entries.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { sources } from "../../scripts/sources.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kalint-fuzz-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const outfile = join(folder, "fuzz.mjs");
await build({
  absWorkingDir: root,
  entryPoints: ["test/fuzz/main.ts"],
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
