import type { Version } from "@kalint/schema";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveStatement } from "./types.js";

/**
 * What many rules ask of one host, worked out once. It is kept with the host and goes with it; a host is a value that
 * never changes, so nobody can tell.
 */
export function perHost<T>(work: (host: HostConfiguration) => T): (host: HostConfiguration) => T {
  return perObject(work);
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

/** What an object alone decides, worked out once: objects of blocks that an edit leaves as they are stay the same. */
export function perObject<K extends object, T>(work: (object: K) => T): (object: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (object) => {
    const earlier = known.get(object);
    if (earlier) return earlier.result;
    const result = work(object);
    known.set(object, { result });
    return result;
  };
}
