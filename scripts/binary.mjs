// The command as one file that needs no Node: a Node single executable application.
//   node scripts/binary.mjs [FOLDER] [--node FILE] [--reproducible]       default: out/kalint, with this process's own Node
// Another machine's Node (`--node`) gives that machine's binary. With --reproducible two builds have the same bytes: without what V8
// has compiled, which differs each time and makes a start faster by a third. Needs nothing but npm ci. Beside it go the licences of
// all that it holds, Node included.
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { inject } from "postject";
import { inSteps } from "./in-steps.mjs";
import { nodeNotice, noticesFile, noticesOf } from "./notices.mjs";
import { packedKeywords } from "./packed-keywords.mjs";
import { sources } from "./sources.mjs";
import { textsLater } from "./texts-later.mjs";
import { byRequire, whenNeeded } from "./when-needed.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: "string" }, reproducible: { type: "boolean" } },
});
const folder = resolve(positionals[0] ?? join(root, "out"));
const work = join(folder, "binary");
const node = values.node ?? process.execPath;

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

// One CommonJS file: a single executable holds one script.
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["packages/cli/src/start.ts"],
  outfile: join(work, "kalint.cjs"),
  alias: sources,
  bundle: true,
  minify: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  plugins: [packedKeywords, inSteps([whenNeeded(byRequire), textsLater])],
  banner: { js: 'const __here = require("node:url").pathToFileURL(process.execPath).href;' },
  define: { "import.meta.url": "__here" },
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});
const notices = noticesOf([metafile], root, [nodeNotice(node)]);
writeFileSync(
  join(work, "sea.json"),
  JSON.stringify({
    main: join(work, "kalint.cjs"),
    output: join(work, "kalint.blob"),
    disableExperimentalSEAWarning: true,
    useCodeCache: values.node === undefined && !values.reproducible,
  }),
);
execFileSync(process.execPath, ["--experimental-sea-config", join(work, "sea.json")], { stdio: "inherit" });
const binary = join(folder, "kalint");
rmSync(binary, { force: true });
copyFileSync(node, binary);
chmodSync(binary, 0o755);
await inject(binary, "NODE_SEA_BLOB", readFileSync(join(work, "kalint.blob")), {
  sentinelFuse: "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2",
});
rmSync(work, { recursive: true });
writeFileSync(join(folder, noticesFile), notices);
console.log(`wrote ${binary}`);
