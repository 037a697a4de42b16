// Bundles the extension and the language server into dist/, beside what the extension takes from /grammars.
// Needs a build of the other packages (`tsc -b`).
import { copyFile, mkdir } from "node:fs/promises";
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

await mkdir(`${here}/dist`, { recursive: true });
await Promise.all([
  build({ ...shared, entryPoints: ["src/extension.ts"], outfile: "dist/extension.cjs", external: ["vscode"] }),
  build({
    ...shared,
    stdin: {
      contents: 'import { startServer } from "@kalint/server"; startServer({ transport: "node-ipc" });',
      resolveDir: here,
    },
    outfile: "dist/server.cjs",
  }),
  ...["keepalived.tmLanguage.json", "keepalived-in-markdown.tmLanguage.json", "language-configuration.json"].map(
    (name) => copyFile(`${root}/grammars/${name}`, `${here}/dist/${name}`),
  ),
  copyFile(`${root}/LICENSE`, `${here}/dist/LICENSE`),
]);
