import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const fixturesFolder = fileURLToPath(new URL("../../fixtures/", import.meta.url));

/** Paths of every `.conf` below fixtures/, sorted. */
export function configurationFiles(folder: string = fixturesFolder): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".conf"))
    .sort()
    .map((name) => join(folder, name));
}
