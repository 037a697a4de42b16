import { distributions, newestVersion, resolveTarget, type Version } from "@kalint/schema";
import { didYouMean, UsageError } from "./usage.js";

/** The keepalived version that a name stands for: a version itself, or a distribution's. `what` names it in the error. */
export function targetVersion(text: string, what = "--target"): Version {
  const target = resolveTarget(text);
  if (target) return target.version;
  const names = distributions.flatMap(({ name, also = [] }) => [name, ...also]);
  const families = [...new Set(distributions.map(({ name }) => name.replace(/-.*/, "")))];
  throw new UsageError(
    `${what} cannot be '${text}'.${didYouMean(text, names)} Allowed: a keepalived version such as ${newestVersion} or 2.2.7, or a release of ${families.join(", ")} such as debian-12.`,
  );
}
