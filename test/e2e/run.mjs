// Real editors against the built command and the packaged extension: node test/e2e/run.mjs [neovim|vscode]…
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const chosen = process.argv.slice(2);
for (const editor of chosen.length > 0 ? chosen : ["neovim", "vscode"]) {
  const { status } = spawnSync(process.execPath, [join(here, `${editor}.mjs`)], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
