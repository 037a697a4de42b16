import type { Version } from "@kalint/schema";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveStatement } from "./types.js";

/** What is worked out of objects, kept with each of them. */
interface Memory<K extends object, V> {
  get(object: K): V | undefined;
  set(object: K, value: V): void;
}

/** Where an object has what is kept with it. Of many objects of one class, the class has room for it. */
export const memories = Symbol("memories");

/** What is kept with an object, one after the other: they are few. */
export interface Memories {
  first: Kept | undefined;
}

interface Kept {
  readonly memory: unknown;
  value: unknown;
  readonly next: Kept | undefined;
}

/** Not seen by whoever copies, prints or compares the object. */
interface Remembering {
  [memories]?: Memories | undefined;
}

/**
 * Like a WeakMap. V8's small collections take what such a map holds for alive, and with it the object, where its value leads to
 * it: what an edit leaves behind would be copied twice and wait for a large collection. It is the same with what a getter
 * within `{ … }` closes over, of which V8 keeps one for each object; so getters are made once for all.
 */
export function createMemory<K extends object, V>(): Memory<K, V> {
  const find = (object: K): Kept | undefined => {
    let kept = (object as Remembering)[memories]?.first;
    while (kept !== undefined && kept.memory !== memory) kept = kept.next;
    return kept;
  };
  const memory: Memory<K, V> = {
    get: (object) => find(object)?.value as V | undefined,
    set(object, value) {
      const kept = find(object);
      if (kept) kept.value = value;
      else {
        const own = memoriesOf(object);
        own.first = { memory, value, next: own.first };
      }
    },
  };
  return memory;
}

function memoriesOf(object: Remembering): Memories {
  const known = object[memories];
  if (known !== undefined) return known;
  const own: Memories = { first: undefined };
  if (memories in object) object[memories] = own;
  else Object.defineProperty(object, memories, { value: own });
  return own;
}

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
  const known = createMemory<EffectiveStatement, { readonly target: Version; readonly result: T }>();
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
  const known = createMemory<K, { readonly result: T }>();
  return (object) => {
    const earlier = known.get(object);
    if (earlier) return earlier.result;
    const result = work(object);
    known.set(object, { result });
    return result;
  };
}

/** What a part of the schema and a name decide, worked out once for each pair: every line asks. */
export function perName<K extends object, T>(work: (part: K, name: string) => T): (part: K, name: string) => T {
  const known = new WeakMap<K, Map<string, { readonly result: T }>>();
  return (part, name) => {
    const names = known.get(part) ?? new Map<string, { readonly result: T }>();
    const earlier = names.get(name);
    if (earlier) return earlier.result;
    const result = work(part, name);
    known.set(part, names.set(name, { result }));
    return result;
  };
}
