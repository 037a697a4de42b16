import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * A file or folder of the material that the project is measured with, which is no part of it: beside the checkout, or
 * where KALINT_SHARED says. `npm run measure` fails where it is absent.
 */
export function measured(path: string): string {
  const root = process.env.KALINT_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url));
  const found = join(root, path);
  if (!existsSync(found)) throw new Error(`${found} is not there: nothing to measure with`);
  return found;
}
