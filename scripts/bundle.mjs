// Bundles the npm package from the sources: kalint.js is the command, index.js what programs import, parts/ what they
// share and what is loaded only when it is needed (the language server, the checker of kalint.json, …),
// THIRD-PARTY-NOTICES.txt the licences of what they hold of others.
//   node scripts/bundle.mjs [FOLDER]     default: dist
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { inSteps } from "./in-steps.mjs";
import { joinParts } from "./joined-parts.mjs";
import { noticesFile, noticesOf } from "./notices.mjs";
import { packedKeywords } from "./packed-keywords.mjs";
import { parserAlone } from "./parser-alone.mjs";
import { shortCatalogues } from "./short-catalogues.mjs";
import { sources } from "./sources.mjs";
import { textsLater } from "./texts-later.mjs";
import { fromPart, whenNeeded } from "./when-needed.mjs";
import { withoutIndexes } from "./without-indexes.mjs";

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
      contents: replaced(path, "require('node:child_process')", "{}"),
      loader: "js",
    }));
  },
};

/** Whether to colour is known where colours are made; picocolors would ask the terminal besides, which loads Node's streams. */
const withoutTerminal = {
  name: "picocolors-without-terminal",
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]picocolors[/\\]picocolors\.js$/ }, ({ path }) => ({
      contents: replaced(path, "(p.stdout || {}).isTTY", "false"),
      loader: "js",
    }));
  },
};

function replaced(path, what, by) {
  const text = readFileSync(path, "utf8");
  if (!text.includes(what)) throw new Error(`${path} has no ${what}`);
  return text.replace(what, by);
}

const common = { platform: "node", target: "node20", minify: true, legalComments: "none", logLevel: "warning" };
const { metafile, outputFiles } = await build({
  ...common,
  absWorkingDir: root,
  entryPoints: { start: "packages/cli/src/start.ts", index: "packages/cli/src/api.ts" },
  outdir: join(folder, "parts"),
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  alias: sources,
  bundle: true,
  // esbuild splits modules of this kind only.
  splitting: true,
  format: "esm",
  plugins: [
    withoutChildProcess,
    withoutTerminal,
    parserAlone,
    packedKeywords,
    shortCatalogues,
    inSteps([whenNeeded(fromPart), textsLater, withoutIndexes]),
  ],
  define: { "import.meta.url": "__url" },
  metafile: true,
  write: false,
});

const partOf = (entry) => {
  const [path] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  return basename(path);
};
const start = partOf("packages/cli/src/start.ts");
const { files, fileOf } = joinParts(new Map(outputFiles.map(({ path, text }) => [basename(path), text])), {
  start: [start, partOf("packages/cli/src/by-options.ts")],
  check: [partOf("packages/cli/src/commands/check.ts"), partOf("packages/cli/src/output/text.ts")],
});

// As CommonJS: Node starts it faster, and its compiled code can be kept by every release of Node.
mkdirSync(join(folder, "parts"), { recursive: true });
writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
for (const [name, text] of files) {
  const url = text.includes("__url") ? 'const __url = require("node:url").pathToFileURL(__filename).href;' : "";
  const { code } = await transform(url + text, { ...common, format: "cjs" });
  writeFileSync(join(folder, "parts", name), asAscii(code));
}
writeFileSync(
  join(folder, "index.js"),
  `module.exports = require("./parts/${fileOf(partOf("packages/cli/src/api.ts"))}");\n`,
);
const main = await build({
  ...common,
  absWorkingDir: root,
  entryPoints: ["packages/cli/src/main.ts"],
  outfile: join(folder, "kalint.js"),
  bundle: true,
  format: "cjs",
  define: { startFile: JSON.stringify(`./parts/${fileOf(start)}`) },
  banner: { js: "#!/usr/bin/env node" },
  metafile: true,
});
writeFileSync(join(folder, noticesFile), noticesOf([metafile, main.metafile], root));

/** The command reads its parts as ASCII, and esbuild escapes other characters in strings only, not in tagged templates and patterns. */
function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// Parts of earlier builds go last, so that the command works at any moment.
for (const name of readdirSync(join(folder, "parts"))) {
  if (!files.has(name)) rmSync(join(folder, "parts", name));
}
