// Bundles the extension and the language server, beside what the extension takes from /grammars.
//   node build.mjs [FOLDER]     default: dist
// Needs a build of the other packages (`tsc -b`).
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { noticesFile, noticesOf } from "../../scripts/notices.mjs";
import { shortCatalogues } from "../../scripts/short-catalogues.mjs";
import { withoutLexer } from "../../scripts/without-lexer.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = `${here}/../..`;
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

/** The server itself is in the package once: a process requires it, a worker has it in front of its own start. */
const core = { name: "kalintServer", file: "server.core.cjs" };

/**
 * `found`: how a start gets at the core. The connection that it makes knows the errors that are meant for the client by
 * their class, so that there must be one of it, the core's.
 */
const outside = (found) => ({
  name: "server core",
  setup(one) {
    one.onResolve({ filter: /^\.\/server\.js$/ }, () => ({ path: "core", namespace: "core" }));
    one.onLoad({ filter: /.*/, namespace: "core" }, () => ({ contents: `module.exports = ${found};` }));
    one.onLoad({ filter: /vscode-jsonrpc[/\\]lib[/\\]common[/\\]messages\.js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, "utf8")}\nexports.ResponseError = ${found}.ResponseError;`,
    }));
  },
});

// What an earlier build has left would be packaged too.
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const bundles = await Promise.all([
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
    plugins: [shortCatalogues, withoutLexer],
    globalName: core.name,
    footer: { js: `if (typeof module === "object") module.exports = ${core.name};` },
    stdin: {
      contents: 'export { serve } from "./dist/server.js"; export { ResponseError } from "vscode-languageserver";',
      resolveDir: `${here}/../server`,
    },
    outfile: `${out}/${core.file}`,
  }),
  build({
    ...web,
    format: "iife",
    stdin: server("@kalint/server/browser", `startServer(self, "${version}")`),
    plugins: [outside(`self.${core.name}`)],
    outfile: `${out}/server.web.js`,
  }),
]);
const notices = noticesOf(
  bundles.map(({ metafile }) => metafile),
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
