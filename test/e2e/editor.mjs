// What the checks of terminal editors share.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { workspaceFiles } from "./checks.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder with two hosts, which goes afterwards. */
export function withWorkspace(name, use) {
  const workspace = mkdtempSync(join(tmpdir(), `kalint-${name}-`));
  try {
    for (const [path, text] of Object.entries(workspaceFiles)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
    use(workspace);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** An environment in which `kalint` is the command that was built, as the set-ups name it. */
export function commandOnPath(workspace) {
  const folder = join(workspace, "bin");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "kalint");
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist/kalint.js")}" "$@"\n`);
  chmodSync(file, 0o755);
  return { ...process.env, PATH: `${folder}:${process.env.PATH}` };
}
