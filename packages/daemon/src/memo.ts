import type { Version } from "@kalint/schema";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveStatement } from "./types.js";

/**
 * What many rules ask of one host, worked out once. It is kept with the host and goes with it; a host is a value that
 * never changes, so nobody can tell.
 */
export function perHost<T>(work: (host: HostConfiguration) => T): (host: HostConfiguration) => T {
  const known = new WeakMap<HostConfiguration, { readonly result: T }>();
  return (host) => {
    const earlier = known.get(host);
    if (earlier) return earlier.result;
    const result = work(host);
    known.set(host, { result });
    return result;
  };
}

/**
 * What the lines of a block alone decide, worked out once: a later reading takes the block over as it is. The places in it must be
 * those of its lines, which move with them.
 */
export function perBlock<T>(
  work: (block: EffectiveStatement, target: Version) => T,
): (block: EffectiveStatement, target: Version) => T {
  const known = new WeakMap<EffectiveStatement, { readonly target: Version; readonly result: T }>();
  return (block, target) => {
    const earlier = known.get(block);
    if (earlier?.target === target) return earlier.result;
    const result = work(block, target);
    known.set(block, { target, result });
    return result;
  };
}
