import type { Version } from "@kalint/schema";
import * as schema from "@kalint/schema";
import { UsageError } from "./usage.js";

/** The keepalived version that a name stands for: a version itself, or a distribution's. `what` names it in the error. */
export function targetVersion(text: string, what = "--target"): Version {
  const version = schema.parseVersion(text);
  if (version !== undefined) return version;
  throw new UsageError(
    `${what} cannot be '${text}': a keepalived version such as ${schema.newestVersion} or 2.2.7 is wanted.`,
  );
}
