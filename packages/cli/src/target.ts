import { targetNamed } from "@kalint/lint";
import type { Version } from "@kalint/schema";
import { UsageError } from "./usage.js";

/** The keepalived version that a name stands for: a version itself, or a distribution's. */
export function targetVersion(text: string): Version {
  const target = targetNamed(text);
  if ("problem" in target) throw new UsageError(`--target ${target.problem}`);
  return target.version;
}
