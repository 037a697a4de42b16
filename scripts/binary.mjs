// The command as one file that needs no Node: a Node single executable application.
//   node scripts/binary.mjs [FOLDER] [--node FILE]       default: out/kalint, with this process's own Node
// Another machine's Node (`--node`) gives that machine's binary. Needs nothing but npm ci.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { inject } from "postject";
import { sources } from "./sources.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { node: { type: "string" } } });
const folder = resolve(positionals[0] ?? join(root, "out"));
const work = join(folder, "binary");

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

// One CommonJS file: a single executable holds one script. Its top-level await becomes that of an async function.
const { outputFiles } = await build({
  absWorkingDir: root,
  stdin: { contents: 'import "./packages/cli/src/start.js";', resolveDir: root, loader: "ts" },
  alias: sources,
  bundle: true,
  minify: true,
  platform: "node",
  format: "esm",
  target: "node20",
  define: { "import.meta.url": "__here" },
  legalComments: "none",
  write: false,
  logLevel: "warning",
});
const { code } = await build({
  stdin: { contents: asFunction(outputFiles[0].text), loader: "js" },
  format: "cjs",
  platform: "node",
  target: "node20",
  minify: true,
  write: false,
  logLevel: "warning",
}).then(({ outputFiles: [file] }) => ({ code: file.text }));
writeFileSync(join(work, "kalint.cjs"), code);
writeFileSync(
  join(work, "sea.json"),
  JSON.stringify({
    main: join(work, "kalint.cjs"),
    output: join(work, "kalint.blob"),
    disableExperimentalSEAWarning: true,
    useCodeCache: values.node === undefined,
  }),
);
execFileSync(process.execPath, ["--experimental-sea-config", join(work, "sea.json")], { stdio: "inherit" });
const binary = join(folder, "kalint");
rmSync(binary, { force: true });
copyFileSync(values.node ?? process.execPath, binary);
chmodSync(binary, 0o755);
await inject(binary, "NODE_SEA_BLOB", readFileSync(join(work, "kalint.blob")), {
  sentinelFuse: "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2",
});
rmSync(work, { recursive: true });
console.log(`wrote ${binary}`);

/** Imports of Node's own modules become `require`, and the rest runs in an async function. */
function asFunction(text) {
  const imports = [];
  const body = text.replace(
    /import\s*([\w$]+)?\s*,?\s*(\{[^}]*\})?\s*(?:\*\s*as\s+([\w$]+))?\s*from\s*"([^"]+)";?/g,
    (_, single, named, all, module) => {
      if (single) imports.push(`const ${single} = require("${module}");`);
      if (all) imports.push(`const ${all} = require("${module}");`);
      if (named) imports.push(`const ${named.replace(/([\w$]+)\s+as\s+/g, "$1: ")} = require("${module}");`);
      return "";
    },
  );
  const here = 'const __here = require("node:url").pathToFileURL(process.execPath).href;';
  return `${imports.join("\n")}\n${here}\n(async () => {\n${body}\n})();`;
}
