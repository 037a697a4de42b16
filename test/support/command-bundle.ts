import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/**
 * Puts the command into a folder, as it is published and made from the sources as they are now. What `npm run build` has
 * made is taken where no source is newer: to bundle takes longer than most of what is tested of a bundle.
 */
export function bundleInto(folder: string): void {
  const packages = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name, "src"));
  const sources = Math.max(...[...packages, join(root, "scripts")].map(newestIn));
  const built = statSync(join(root, "dist/kalint.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > sources) cpSync(join(root, "dist"), folder, { recursive: true });
  else execFileSync(process.execPath, [join(root, "scripts/bundle.mjs"), folder]);
}

function newestIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).reduce(
    (newest, name) => Math.max(newest, statSync(join(folder, name)).mtimeMs),
    0,
  );
}
