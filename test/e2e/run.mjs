// Real editors, browsers and pre-commit against the built command and the packaged extension: node test/e2e/run.mjs [neovim|vim|emacs|lsp-mode|ale|helix|vscode|vscode-typing|vscode-api|vscode-looks|vscode-chinese|pre-commit|site]…
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const everything = [
  "neovim",
  "vim",
  "emacs",
  "lsp-mode",
  "ale",
  "helix",
  "vscode",
  "vscode-typing",
  "vscode-api",
  "vscode-looks",
  "vscode-chinese",
  "pre-commit",
  "site",
];
const chosen = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const editor of chosen.length > 0 ? chosen : everything) {
  const from = performance.now();
  const { status, output } = await run(join(here, `${editor}.mjs`));
  console.log(`     ${editor}: ${Math.round((performance.now() - from) / 1000)} s`);
  const counts = /^(\d+) passed, (\d+) failed$/m.exec(output);
  passed += Number(counts?.[1] ?? 0);
  failed += Number(counts?.[2] ?? 0);
  // A script that ends early has not counted what it did not reach.
  if (!counts || (status !== 0 && counts[2] === "0")) failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

function run(script) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
      process.stdout.write(String(data).replace(/^\d+ passed, \d+ failed\n/m, ""));
    });
    child.on("close", (status) => resolve({ status, output }));
  });
}
