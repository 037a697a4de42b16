// The packages by the names that others import, for bundlers and tests: from their sources, so that no build is needed
// between an edit and what shows it.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../packages", import.meta.url));

/** `@kalint/NAME` to its `src/index.ts`. */
export const sources = Object.fromEntries(
  readdirSync(folder)
    .map((name) => [`@kalint/${name}`, join(folder, name, "src/index.ts")])
    .filter(([, file]) => existsSync(file)),
);
