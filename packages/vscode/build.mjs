// Bundles the extension and the language server, beside what the extension takes from /grammars.
//   node build.mjs [FOLDER]     default: dist
// Needs a build of the other packages (`tsc -b`).
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { noticesFile, noticesOf } from "../../scripts/notices.mjs";
import { parserAlone } from "../../scripts/parser-alone.mjs";
import { shortCatalogues } from "../../scripts/short-catalogues.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const { version } = JSON.parse(await readFile(`${here}/package.json`, "utf8"));
const out = resolve(process.argv[2] ?? `${here}/dist`);
const shared = {
  absWorkingDir: here,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: true,
  sourcemap: false,
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  logLevel: "warning",
};

const web = { ...shared, platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };
const server = (from, start) => ({ contents: `import { startServer } from "${from}"; ${start};`, resolveDir: here });

/**
 * The server itself is in the package once, with what it and its starts use of the protocol's libraries: a process requires
 * it, a worker has it in front of its own start. There must be one of each library anyway: errors that are meant for the
 * client are known by their class.
 */
const core = { name: "kalintServer", file: "server.core.cjs" };
const ofProtocol =
  /[/\\](vscode-jsonrpc|vscode-languageserver|vscode-languageserver-protocol)[/\\]lib[/\\]common[/\\].*\.js$/;
const ofStarts = new Set();

/** `found`: how a start gets at the core. */
const outside = (found) => ({
  name: "server core",
  setup(one) {
    const ofCore = (path) => ({ contents: `module.exports = ${found}.modules[${JSON.stringify(path)}];` });
    one.onResolve({ filter: /^\.\/server\.js$/ }, () => ({ path: "./dist/server.js", namespace: "core" }));
    one.onLoad({ filter: /./, namespace: "core" }, ({ path }) => ofCore(path));
    one.onLoad({ filter: ofProtocol }, ({ path }) => {
      ofStarts.add(path);
      return ofCore(relative(root, path));
    });
  },
});

/** What starts get at, made when they do. */
const coreModules = () =>
  ["./dist/server.js", ...[...ofStarts].sort()]
    .map((path) => [path.startsWith(".") ? path : relative(root, path), path])
    .map(([name, path]) => `get ${JSON.stringify(name)}() { return require(${JSON.stringify(path)}); }`)
    .join(",\n");

// What an earlier build has left would be packaged too.
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const starts = await Promise.all([
  build({ ...shared, entryPoints: ["src/extension.ts"], outfile: `${out}/extension.cjs`, external: ["vscode"] }),
  build({ ...web, entryPoints: ["src/extension.web.ts"], outfile: `${out}/extension.web.js`, external: ["vscode"] }),
  build({
    ...shared,
    stdin: server("@kalint/server", `startServer({ transport: "node-ipc", version: "${version}" })`),
    plugins: [outside(`require("./${core.file}")`)],
    external: [`./${core.file}`],
    outfile: `${out}/server.cjs`,
  }),
  build({
    ...web,
    format: "iife",
    stdin: server("@kalint/server/browser", `startServer(self, "${version}")`),
    plugins: [outside(`self.${core.name}`)],
    outfile: `${out}/server.web.js`,
  }),
]);
const served = await build({
  ...web,
  format: "iife",
  plugins: [shortCatalogues, parserAlone],
  globalName: core.name,
  footer: { js: `if (typeof module === "object") module.exports = ${core.name};` },
  stdin: { contents: `export const modules = {${coreModules()}};`, resolveDir: `${here}/../server` },
  outfile: `${out}/${core.file}`,
});
const notices = noticesOf(
  [...starts, served].map(({ metafile }) => metafile),
  here,
);
await Promise.all([
  writeFile(`${out}/${noticesFile}`, notices),
  ...["keepalived", "keepalived-in-markdown", "keepalived-in-templates"].map((name) =>
    copySmall(`${root}/grammars/${name}.tmLanguage.json`),
  ),
  copyFile(`${root}/grammars/language-configuration.json`, `${out}/language-configuration.json`),
  copySmall(`${root}/packages/cli/schema/kalint.schema.json`),
  copySmall(`${here}/page/cluster-page.js`),
  copySmall(`${here}/page/cluster-page.css`),
  copyFile(`${root}/LICENSE`, `${out}/LICENSE`),
]);

/** Without the white space and comments that nobody reads there. */
async function copySmall(path) {
  const text = await readFile(path, "utf8");
  const loader = extname(path).slice(1);
  const small =
    loader === "json" ? JSON.stringify(JSON.parse(text)) : (await transform(text, { loader, minify: true })).code;
  await writeFile(`${out}/${basename(path)}`, small);
}
