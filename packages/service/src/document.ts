import {
  bind,
  configIdsOf,
  type EffectiveConfiguration,
  evaluate,
  type Host,
  type HostConfiguration,
} from "@kalint/daemon";
import { type Keyword, keywordAt, rootBlockNames, type Version } from "@kalint/schema";
import { parse, type SyntaxTree } from "@kalint/syntax";

/** One version of a file that is open in an editor. A value: a change makes a new one. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly target: Version;
  /** Features that the hosts' build lacks. */
  readonly withoutFeatures: readonly string[];
  /** Other files; it gives this document's own text under `path`. */
  readonly host: Host;
  readonly tree: SyntaxTree;
  /** The block in which another file includes this one; `undefined` at the top. */
  readonly within: Keyword | undefined;
  /**
   * What each host that the file describes would read: one per config-id, or one alone. For an included file these are
   * the hosts of the file that includes it. Made on demand, once.
   */
  readonly hosts: readonly HostConfiguration[];
}

/** How a file comes to be read: through which main file, and inside which block. */
export interface Inclusion {
  readonly main: string;
  /** A keyword's path. */
  readonly block?: string;
}

export interface DocumentOptions {
  readonly target: Version;
  readonly withoutFeatures?: readonly string[];
  readonly host: Host;
  /** Asked when it matters, at most once. */
  readonly inclusion?: () => Inclusion | undefined;
}

/** Opens a text as the file `path`. Nothing is parsed or read until it is asked for. */
export function openDocument(text: string, path: string, options: DocumentOptions): Document {
  const host: Host = { ...options.host, read: (asked) => (asked === path ? text : options.host.read(asked)) };
  const { withoutFeatures = [] } = options;
  const tree = once(() => parse(text, { rootBlocks: rootBlockNames }));
  const inclusion = once(() => options.inclusion?.());
  const hosts = once(() => {
    const main = inclusion()?.main ?? path;
    return effectiveConfigurations(main, host, options.target, withoutFeatures).map((one) => bind(one, main));
  });
  return {
    path,
    text,
    target: options.target,
    withoutFeatures,
    host,
    get tree() {
      return tree();
    },
    get within() {
      const block = inclusion()?.block;
      return block === undefined ? undefined : keywordAt(block);
    },
    get hosts() {
      return hosts();
    },
  };
}

function effectiveConfigurations(
  path: string,
  host: Host,
  target: Version,
  withoutFeatures: readonly string[],
): EffectiveConfiguration[] {
  const ids = configIdsOf({ path, host });
  const configIds = ids.length === 0 ? [undefined] : ids;
  return configIds.map((configId) =>
    evaluate({ path, host, target, withoutFeatures, ...(configId !== undefined && { configId }) }),
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
