import { targetNamed } from "@kalint/lint";
import type { Target, Version } from "@kalint/schema";
import { UsageError } from "./usage.js";

/** What the name of a version or of a distribution stands for. */
export function readTarget(text: string): Target {
  const target = targetNamed(text);
  if ("problem" in target) throw new UsageError(`--target ${target.problem}`);
  return target;
}

/** The keepalived version that a name stands for: a version itself, or a distribution's. */
export function targetVersion(text: string): Version {
  return readTarget(text).version;
}
