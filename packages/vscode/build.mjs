// Bundles the extension and the language server into dist/, beside what the extension takes from /grammars.
// Needs a build of the other packages (`tsc -b`).
import { copyFile, mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = `${here}/../..`;
const shared = {
  absWorkingDir: here,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: true,
  sourcemap: false,
  legalComments: "eof",
  logLevel: "warning",
};

const web = { ...shared, platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };
const server = (from, start) => ({ contents: `import { startServer } from "${from}"; ${start};`, resolveDir: here });

/** The server itself is in the package once: a process requires it, a worker has it in front of its own start. */
const core = { name: "kalintServer", file: "server.core.cjs" };
const outside = (resolve) => ({
  name: "server core",
  setup(one) {
    one.onResolve({ filter: /^\.\/server\.js$/ }, () => resolve);
    one.onLoad({ filter: /.*/, namespace: "core" }, () => ({ contents: `module.exports = self.${core.name};` }));
  },
});

// What an earlier build has left would be packaged too.
await rm(`${here}/dist`, { recursive: true, force: true });
await mkdir(`${here}/dist`, { recursive: true });
await Promise.all([
  build({ ...shared, entryPoints: ["src/extension.ts"], outfile: "dist/extension.cjs", external: ["vscode"] }),
  build({ ...web, entryPoints: ["src/extension.web.ts"], outfile: "dist/extension.web.js", external: ["vscode"] }),
  build({
    ...shared,
    stdin: server("@kalint/server", 'startServer({ transport: "node-ipc" })'),
    plugins: [outside({ path: `./${core.file}`, external: true })],
    outfile: "dist/server.cjs",
  }),
  build({
    ...web,
    format: "iife",
    globalName: core.name,
    footer: { js: `if (typeof module === "object") module.exports = ${core.name};` },
    stdin: { contents: 'export { serve } from "../server/dist/server.js";', resolveDir: here },
    outfile: `dist/${core.file}`,
  }),
  build({
    ...web,
    format: "iife",
    stdin: server("@kalint/server/browser", "startServer(self)"),
    plugins: [outside({ path: core.file, namespace: "core" })],
    outfile: "dist/server.web.js",
  }),
  copyFile(
    `${root}/grammars/keepalived-in-markdown.tmLanguage.json`,
    `${here}/dist/keepalived-in-markdown.tmLanguage.json`,
  ),
  copyFile(`${root}/grammars/keepalived.tmLanguage.json`, `${here}/dist/keepalived.tmLanguage.json`),
  copyFile(`${root}/grammars/language-configuration.json`, `${here}/dist/language-configuration.json`),
  copyFile(`${root}/packages/cli/schema/kalint.schema.json`, `${here}/dist/kalint.schema.json`),
  copyFile(`${here}/page/cluster-page.js`, `${here}/dist/cluster-page.js`),
  copyFile(`${here}/page/cluster-page.css`, `${here}/dist/cluster-page.css`),
  copyFile(`${root}/LICENSE`, `${here}/dist/LICENSE`),
]);
