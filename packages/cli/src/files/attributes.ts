import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";

/**
 * Makes an empty file with mode, owner and extended attributes of another (access lists, SELinux labels): Node has no call
 * for those, GNU's cp has. Where it is not there, false, and no file is left.
 */
export function copyAttributes(from: string, to: string): boolean {
  const program = process.platform === "linux" && canCopy ? copiers.find((path) => existsSync(path)) : undefined;
  if (program === undefined) return false;
  const words = ["--attributes-only", "--preserve=all", "--no-clobber", "--", from, to];
  if (spawnSync(program, words, { stdio: "ignore" }).status === 0 && existsSync(to)) return true;
  // BusyBox's does not know the options: it is not asked for each file.
  canCopy = false;
  rmSync(to, { force: true });
  return false;
}

/** Never by PATH, which may lead into the repository. */
const copiers: readonly string[] = ["/bin/cp", "/usr/bin/cp"];
let canCopy = true;
