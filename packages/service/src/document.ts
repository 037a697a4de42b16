import {
  bind,
  configIdsOf,
  type EffectiveConfiguration,
  evaluate,
  type Host,
  type HostConfiguration,
} from "@kalint/model";
import { rootBlockNames, type Version } from "@kalint/schema";
import { parse, type SyntaxTree } from "@kalint/syntax";

/** One version of a file that is open in an editor. A value: a change makes a new one. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly target: Version;
  /** Other files; it gives this document's own text under `path`. */
  readonly host: Host;
  readonly tree: SyntaxTree;
  /** What each host that the file describes would read: one per config-id, or one alone. Made on demand, once. */
  readonly hosts: readonly HostConfiguration[];
}

export interface DocumentOptions {
  readonly target: Version;
  readonly host: Host;
}

/** Opens a text as the file `path`. Nothing is parsed or read until it is asked for. */
export function openDocument(text: string, path: string, options: DocumentOptions): Document {
  const host: Host = { ...options.host, read: (asked) => (asked === path ? text : options.host.read(asked)) };
  const tree = once(() => parse(text, { rootBlocks: rootBlockNames }));
  const hosts = once(() => effectiveConfigurations(path, host, options.target).map((one) => bind(one, path)));
  return {
    path,
    text,
    target: options.target,
    host,
    get tree() {
      return tree();
    },
    get hosts() {
      return hosts();
    },
  };
}

function effectiveConfigurations(path: string, host: Host, target: Version): EffectiveConfiguration[] {
  const ids = configIdsOf({ path, host });
  const configIds = ids.length === 0 ? [undefined] : ids;
  return configIds.map((configId) =>
    evaluate(configId === undefined ? { path, host, target } : { path, host, target, configId }),
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
