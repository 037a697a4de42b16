// The tree that a release tag names: the built command without anything that builds it, so that pre-commit and the
// GitHub Action start at once. The release workflow commits it on top of the release's source.
//   node scripts/release-tree.mjs FOLDER       needs `npm run build`
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2] && resolve(process.argv[2]);
if (!folder || folder === resolve(root)) {
  console.error("Usage: node scripts/release-tree.mjs FOLDER (which is emptied)");
  process.exit(2);
}
const ready = spawnSync(process.execPath, [join(root, "scripts/check-package.mjs")], { stdio: "inherit" });
if (ready.status !== 0) process.exit(1);

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { scripts: _, devDependencies: __, workspaces: ___, allowScripts: ____, ...published } = manifest;

rmSync(folder, { recursive: true, force: true });
for (const path of [...manifest.files, "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml", "templates"]) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(join(root, path), join(folder, path), { recursive: true });
}
writeFileSync(join(folder, "package.json"), `${JSON.stringify(published, null, 2)}\n`);
