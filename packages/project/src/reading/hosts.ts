import { type DeclaredCluster, hostNames } from "@kalint/cluster";
import {
  type EffectiveConfiguration,
  type EffectiveWord,
  type Filling,
  type Host,
  type HostConfiguration,
  type HostFacts,
  type KnownHost,
  statementsOf,
} from "@kalint/daemon";
import type { Version } from "@kalint/schema";
import { itemsOf, type Steps, toEnd } from "@kalint/syntax";
import { type Asked, createQueries, type Queries } from "./queries.js";

/** Told before each file is read. */
export interface ReadingProgress {
  readonly phase: "reading";
  readonly done: number;
  readonly total: number;
  readonly path: string;
}

/** A keepalived, and what is known of its build. */
export interface Build {
  readonly target: Version;
  /** Parts of keepalived that it lacks: keys of the schema's `features`. */
  readonly withoutFeatures?: readonly string[];
  /** The distribution that the target was named by, for messages. */
  readonly distribution?: string;
}

/** Which files are read, and what is known of the hosts that read them. */
export interface HostsRequest extends Build {
  /** Main files, as the caller names them. One that cannot be read is left out of the result. */
  readonly paths: readonly string[];
  /** Further main files that only lend their facts. */
  readonly neighbours?: readonly string[];
  readonly host: Host;
  /** What has been worked out before, over the same host. */
  readonly queries?: Queries;
  /** What a host runs, where hosts differ; without it all run the same. */
  readonly buildOf?: (path: string, configId: string | undefined) => Build;
  /** Which of their values unknown words get. */
  readonly filling?: Filling;
  /** The main files are templates: which of their renderings is read. */
  readonly rendering?: Asked["rendering"];
  /** The main files are fragments: the block that they are parts of. */
  readonly inside?: Asked["inside"];
  /** What is known of the hosts themselves; a declared node's own facts win. */
  readonly facts?: HostFacts;
  /** Look only at the host with this config-id; without it at every id that a file names, in turn. */
  readonly configId?: string;
  readonly clusters?: readonly DeclaredCluster[];
  readonly progress?: (progress: ReadingProgress) => void;
}

/** One main file as one host reads it. */
export interface HostVariant {
  readonly path: string;
  /** `undefined`: the host that no line of the file names. */
  readonly configId: string | undefined;
  readonly configuration: HostConfiguration;
  /** Every id that the file names (or the one that was asked for). */
  readonly ids: readonly string[];
  /** From this id on the file's hosts are not looked at: there is too much to read. */
  readonly leftOut?: string;
  /** `keepalived -t -f FILE`, with the `-i` that was asked for, reads the file like this: the ground for claims about it. */
  readonly plain: boolean;
  /**
   * `yes`: somebody runs it like this, so its findings are shown. `unlikely`: it could be read, but lacks what every named
   * host has; what keepalived would report there is shown as information. `no`: its lines make no sense.
   */
  readonly isHost: "yes" | "unlikely" | "no";
  /** Read only for what it tells of the others. */
  readonly neighbour: boolean;
}

/** Reads every main file once for each config-id that it names, and once for a host that it does not name. */
export function hostsOf(request: HostsRequest): readonly HostVariant[] {
  return toEnd(hostsInSteps(request));
}

/** The same, with a pause before each file and each of its hosts: what was done until then stays with the queries. */
export function* hostsInSteps(request: HostsRequest): Steps<readonly HostVariant[]> {
  const { queries = createQueries({ host: request.host }) } = request;
  const neighbours = (request.neighbours ?? []).filter((path) => !request.paths.includes(path));
  const mains = [...new Set([...request.paths, ...neighbours])].filter((path) => request.host.read(path) !== undefined);
  const read: ReadMain[] = [];
  for (const [done, path] of mains.entries()) {
    yield;
    request.progress?.({ phase: "reading", done, total: mains.length, path });
    if (queries.leavesOut(path)) continue;
    const main = yield* queries.within(path, readMain(request, queries, path));
    if (main) read.push(main);
  }
  const mainFiles = withoutIncluded(read);
  const included = new Set(read.map(({ path }) => path).filter((path) => !mainFiles.has(path)));
  const named = mains.filter((path) => !included.has(path));
  const shortNames = hostNames(named);
  const names = new Map(named.map((path, index) => [path, shortNames[index]!]));
  const variants: HostVariant[] = [];
  for (const { path, ids, asked, effective, leftOut } of read) {
    if (!mainFiles.has(path)) continue;
    const withIds = effective.filter((each) => each.configId !== undefined);
    for (const each of effective) {
      const { configId } = each;
      const name =
        declaredName(request.clusters, path, configId) ??
        (asked ? names.get(path) : configId) ??
        names.get(path) ??
        path;
      const known = knownOf(request, queries, path, configId);
      const configuration = yield* queries.within(path, queries.hostInSteps(each, name, known));
      if (configuration === undefined) continue;
      variants.push({
        path,
        configId,
        ids,
        ...(leftOut !== undefined && { leftOut }),
        configuration,
        plain: asked || configId === undefined,
        isHost: configId !== undefined ? "yes" : stands(each, withIds),
        neighbour: neighbours.includes(path),
      });
    }
  }
  return variants;
}

interface ReadMain {
  readonly path: string;
  readonly ids: readonly string[];
  readonly asked: boolean;
  readonly leftOut: string | undefined;
  readonly effective: readonly EffectiveConfiguration[];
}

function* readMain(request: HostsRequest, queries: Queries, path: string): Steps<ReadMain> {
  const asked = request.configId !== undefined;
  const ids = request.configId === undefined ? yield* idsOf(request, queries, path) : [request.configId];
  const configIds: readonly (string | undefined)[] = asked ? ids : [...ids, undefined];
  const effective: EffectiveConfiguration[] = [];
  let leftOut: string | undefined;
  for (const id of configIds) {
    // One reading of each file there is always: that of the host which is asked for, or of the one that no line names.
    const isTooMuch = () => id !== undefined && !asked && queries.isSpent();
    const made = isTooMuch() ? undefined : yield* effectiveOf(request, queries, path, id);
    // The reading that takes the last room is left out with those that find none: it is said once.
    if (made === undefined || (made.isCut && isTooMuch())) leftOut ??= id;
    else effective.push(made);
    yield;
  }
  return { path, ids, asked, effective, leftOut };
}

function* idsOf(request: HostsRequest, queries: Queries, path: string): Steps<readonly string[]> {
  const declared = (request.clusters ?? []).flatMap((cluster) => cluster.nodes.filter((node) => node.file === path));
  const { filling, rendering } = request;
  // Of a rendering the reading is taken that is to be looked at anyway: no value gives a file or an id.
  const plain = askedOf(request, path, undefined);
  const asked = rendering && filling ? { ...plain, filling } : plain;
  const named = yield* queries.configIdsInSteps(asked);
  // In a template an id may be put together from a tag.
  const ids = rendering ? named.filter((id) => /^[\w.-]+$/.test(id)) : named;
  return [...new Set([...ids, ...declared.flatMap((node) => node.configId ?? [])])].sort();
}

/** What holds nothing unknown is the same with every filling. */
function* effectiveOf(
  request: HostsRequest,
  queries: Queries,
  path: string,
  configId: string | undefined,
): Steps<EffectiveConfiguration> {
  const asked = askedOf(request, path, configId);
  const { filling, rendering } = request;
  // Nearly every rendering has something unknown.
  if (filling !== undefined && rendering !== undefined) return yield* queries.effectiveInSteps({ ...asked, filling });
  const effective = yield* queries.effectiveInSteps(asked);
  if (filling === undefined || effective.unknown.length === 0) return effective;
  return yield* queries.effectiveInSteps({ ...asked, filling });
}

/** What reads a main file as a host. */
export function buildFor(
  request: Build & Pick<HostsRequest, "buildOf">,
  path: string,
  configId: string | undefined,
): Build {
  return request.buildOf?.(path, configId) ?? request;
}

/** What is to be read of a main file as a host. */
export function askedOf(
  request: Build & Pick<HostsRequest, "buildOf" | "rendering" | "inside">,
  path: string,
  configId?: string,
): Asked {
  const { rendering, inside } = request;
  const { target, withoutFeatures } = buildFor(request, path, configId);
  return {
    path,
    target,
    ...(rendering && { rendering }),
    ...(inside !== undefined && { inside }),
    ...(configId !== undefined && { configId }),
    ...(withoutFeatures && { withoutFeatures }),
  };
}

function knownOf(
  request: HostsRequest,
  queries: Queries,
  path: string,
  configId: string | undefined,
): KnownHost | undefined {
  const { host, facts, clusters } = request;
  const { distribution } = buildFor(request, path, configId);
  const all = { ...facts, ...declaredNode(clusters, path, configId)?.host };
  if (distribution === undefined && Object.keys(all).length === 0) return undefined;
  return queries.known(JSON.stringify([all, distribution]), () => {
    const { scripts, ...names } = all;
    return {
      ...names,
      ...(scripts !== undefined && { programAt: programsOf(host, scripts) }),
      ...(distribution !== undefined && { distribution }),
    };
  });
}

function programsOf(host: Host, scripts: true | readonly string[]): NonNullable<KnownHost["programAt"]> {
  if (scripts !== true) return (path) => (scripts.includes(path) ? "executable" : "missing");
  return (path) => {
    const found = host.stat(path);
    if (found === undefined) return "missing";
    return found.kind === "file" && found.executable ? "executable" : "not-executable";
  };
}

function declaredName(
  clusters: readonly DeclaredCluster[] | undefined,
  path: string,
  configId: string | undefined,
): string | undefined {
  return declaredNode(clusters, path, configId)?.name;
}

function declaredNode(
  clusters: readonly DeclaredCluster[] | undefined,
  path: string,
  configId: string | undefined,
): DeclaredCluster["nodes"][number] | undefined {
  const nodes = (clusters ?? []).flatMap((cluster) => cluster.nodes).filter((node) => node.file === path);
  return nodes.find((node) => node.configId === configId);
}

/**
 * Whether a host that the file does not name would have a working configuration: it has something to read, and lacks
 * nothing that every named host has (where each priority stands behind an `@id`, no other host is meant to exist).
 */
function stands(unnamed: EffectiveConfiguration, named: readonly EffectiveConfiguration[]): HostVariant["isHost"] {
  if (named.length === 0) return "yes";
  const isEmpty = unnamed.statements.length === 0;
  const [first, ...others] = named.map(keywordPaths);
  // Where one host alone is named there are others; where nothing is left for them, nothing must be broken either.
  if (others.length === 0) return isEmpty && unnamed.problems.length === 0 ? "no" : "yes";
  if (isEmpty || lacksDefinition(unnamed)) return "no";
  const own = keywordPaths(unnamed);
  const lacks = [...first!].some((path) => !own.has(path) && others.every((paths) => paths.has(path)));
  if (!lacks) return "yes";
  return unnamed.problems.length > Math.min(...named.map(({ problems }) => problems.length)) ? "no" : "unlikely";
}

/** A value stays a reference because its definitions are all behind conditions. */
function lacksDefinition(unnamed: EffectiveConfiguration): boolean {
  const conditional = new Set<string>();
  for (const { tree } of unnamed.files) {
    for (const { item } of itemsOf(tree)) {
      if (item.kind === "definition" && item.condition !== undefined) conditional.add(item.name.text);
    }
  }
  if (conditional.size === 0) return false;
  const isLeft = ({ value, unknown = value }: EffectiveWord) => {
    const name = /\$\{?(\w+)/.exec(unknown)?.[1];
    return name !== undefined && conditional.has(name);
  };
  for (const { words, lines } of statementsOf(unnamed)) {
    if (words.some(isLeft) || lines.some((line) => line.words.some(isLeft))) return true;
  }
  return unnamed.problems.some(({ word }) => word !== undefined && isLeft(word));
}

function keywordPaths(effective: EffectiveConfiguration): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const statement of statementsOf(effective)) paths.add(statement.keyword.path);
  return paths;
}

/** A file that another main file includes is read there, in its place; on its own it would be judged out of context. */
function withoutIncluded(
  read: readonly { readonly path: string; readonly effective: readonly EffectiveConfiguration[] }[],
): ReadonlySet<string> {
  const kept = new Set(read.map(({ path }) => path));
  for (const { path, effective } of read) {
    if (!kept.has(path)) continue;
    for (const { files } of effective) {
      for (const file of files) if (file.path !== path) kept.delete(file.path);
    }
  }
  return kept;
}
