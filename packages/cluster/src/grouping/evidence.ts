/** What two configurations share that speaks for one cluster. */

import type { HostConfiguration, IpAddress, VrrpInstance } from "@kalint/daemon";
import { directoryOf, networkOf, perHost } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { distance, type Nearness, nearness, originalPath } from "./names.js";

export interface Link {
  readonly left: HostSummary;
  readonly right: HostSummary;
  /** Weak links only join a host that belongs nowhere yet. */
  readonly strong: boolean;
  /** The higher, the surer. */
  readonly score: number;
  /** Unicast peers that name each other. */
  readonly mutual: boolean;
  /** The paths differ only in a number or a role. */
  readonly siblings: boolean;
  readonly reasons: readonly string[];
}

/** What is asked of a host again and again. */
export interface HostSummary {
  readonly host: HostConfiguration;
  readonly path: string;
  readonly folder: string;
  readonly original: string;
  readonly byAddress: ReadonlyMap<string, readonly VrrpInstance[]>;
  readonly byId: ReadonlyMap<string, readonly VrrpInstance[]>;
  readonly bySource: ReadonlyMap<string, readonly VrrpInstance[]>;
  readonly byPeer: ReadonlyMap<string, readonly VrrpInstance[]>;
}

export const summarise = perHost((host): HostSummary => {
  const { path } = host.effective;
  return {
    host,
    path,
    folder: directoryOf(path),
    original: originalPath(path),
    byAddress: index(host.instances, (instance) => allAddresses(instance)),
    byId: index(host.instances, (instance) => (instance.virtualRouterId ? [`${instance.virtualRouterId.value}`] : [])),
    bySource: index(host.instances, (instance) => {
      const source = sourceOf(instance);
      return source === undefined ? [] : [source];
    }),
    byPeer: index(host.instances, (instance) => instance.unicastPeers.map(({ value }) => value.text)),
  };
});

function index(
  instances: readonly VrrpInstance[],
  keysOf: (instance: VrrpInstance) => readonly string[],
): Map<string, VrrpInstance[]> {
  const result = new Map<string, VrrpInstance[]>();
  for (const instance of instances) {
    for (const key of new Set(keysOf(instance))) {
      const entries = result.get(key);
      if (entries) entries.push(instance);
      else result.set(key, [instance]);
    }
  }
  return result;
}

/** More files than this in one folder are a collection rather than a cluster. */
const smallFolder = 8;

/** Unicast peers that name each other, one address and one virtual_router_id. */
const surest = 4;

/** `undefined` where nothing speaks for it, or too little for how far apart the files are. */
export function linkBetween(left: HostSummary, right: HostSummary, filesInFolder: number): Link | undefined {
  if (left.path === right.path || left.original === right.original) return undefined;
  const known = pairOf(left, right);
  if (known.near === "same-folder" && filesInFolder > smallFolder) return undefined;
  known.found ??= { link: makeLink(left, right, known.near) };
  return known.found.link;
}

interface Pair {
  readonly right: HostSummary;
  readonly near: Nearness;
  found?: { readonly link: Link | undefined };
}

/** The last for each other file, kept with the host: an edit makes another one of one host alone. */
const pairsOf = perHost(() => new Map<string, Pair>());

function pairOf(left: HostSummary, right: HostSummary): Pair {
  const known = pairsOf(left.host);
  const before = known.get(right.path);
  if (before?.right === right) return before;
  const pair = { right, near: before?.near ?? nearness(left.path, right.path) };
  known.set(right.path, pair);
  return pair;
}

function makeLink(left: HostSummary, right: HostSummary, near: Nearness): Link | undefined {
  let best: Evidence = { weight: 0, reasons: [], unicast: false, shared: false };
  let same = false;
  for (const [a, b] of candidates(left, right)) {
    const evidence = compare(a, b);
    if (evidence.weight > best.weight) {
      best = evidence;
      same = sourceOf(a) !== undefined && sourceOf(a) === sourceOf(b);
    }
    if (best.weight >= surest || (best.weight >= 2 && a.unicastPeers.length === 0)) break;
  }
  if (best.weight === 0) return undefined;
  // Files that stand far apart are one cluster only where both say so, and mean the same addresses.
  if (near === "apart" && best.weight < surest) return undefined;
  if (near !== "siblings" && (best.weight < 2 || !(best.unicast || differInRole(left, right)))) return undefined;
  // What only resembles is one cluster where no more than a role or a number tells the files apart.
  if (best.shared === false && distance(left.path, right.path) > 1) return undefined;
  const away = near === "siblings" ? distance(left.path, right.path) - 1 : near === "apart" ? 5 : 0;
  return {
    left,
    right,
    strong: best.weight >= 2,
    mutual: best.unicast && best.weight >= surest,
    siblings: near === "siblings",
    score: best.weight * 10 - away * 3 - (same ? 5 : 0),
    reasons: near === "apart" ? best.reasons : [...best.reasons, namesReason(near)],
  };
}

/** Pairs of instances that share anything, the surest kind first. */
function* candidates(left: HostSummary, right: HostSummary): Generator<readonly [VrrpInstance, VrrpInstance]> {
  yield* pairs(left.byAddress, right.byAddress);
  yield* pairs(left.byId, right.byId);
  yield* pairs(left.byPeer, right.bySource);
  yield* pairs(left.bySource, right.byPeer);
}

function* pairs(
  left: ReadonlyMap<string, readonly VrrpInstance[]>,
  right: ReadonlyMap<string, readonly VrrpInstance[]>,
): Generator<readonly [VrrpInstance, VrrpInstance]> {
  for (const [key, own] of left) {
    for (const other of right.get(key) ?? []) for (const instance of own) yield [instance, other];
  }
}

interface Evidence {
  readonly weight: number;
  readonly reasons: readonly string[];
  readonly unicast: boolean;
  /** Addresses, networks or peers. */
  readonly shared: boolean;
}

function compare(a: VrrpInstance, b: VrrpInstance): Evidence {
  const reasons: string[] = [];
  let weight = 0;
  const naming = Number(names(a, b)) + Number(names(b, a));
  if (naming > 0) {
    weight += naming;
    reasons.push(
      naming === 2
        ? say`unicast peers of ${a.name} name each other`
        : say`unicast peers of ${a.name} name one of the hosts`,
    );
  }
  const shared = sharedAddresses(a, b);
  const sameId =
    a.virtualRouterId !== undefined && a.virtualRouterId.value === b.virtualRouterId?.value && a.family === b.family;
  if (shared.length > 0) {
    weight += sameId ? 2 : 1;
    reasons.push(
      say`they share the virtual address ${shared[0]}${shared.length > 1 ? say` and ${shared.length - 1} more` : ""}`,
    );
  }
  if (sameId && (shared.length > 0 || sameSubnet(a, b))) {
    // One name on one interface as well: one virtual router whose addresses differ by mistake, or two that clash.
    if (shared.length === 0) weight += a.name === b.name && a.interface?.value === b.interface?.value ? 2 : 1;
    reasons.push(say`they share virtual_router_id ${a.virtualRouterId?.value}`);
  } else if (sameId && areAlike(a, b)) {
    weight += 1;
    reasons.push(
      say`they share virtual_router_id ${a.virtualRouterId?.value}`,
      say`${a.name} differs in nothing but its role and the network of its addresses`,
    );
  }
  return { weight, reasons, unicast: naming > 0, shared: naming > 0 || shared.length > 0 || sameSubnet(a, b) };
}

/** A master and its backup in all that they say, but for a slip in the addresses. */
function areAlike(a: VrrpInstance, b: VrrpInstance): boolean {
  const shown = ({ name, interface: link, effectiveAdvertInterval, authentication, addresses }: VrrpInstance) =>
    JSON.stringify([
      name,
      link?.value,
      effectiveAdvertInterval,
      authentication?.type?.value,
      authentication?.password?.value,
      addresses.map(({ value }) => value.prefixLength),
    ]);
  const roles = [a, b].map(({ state }) => state?.value ?? "BACKUP");
  return roles[0] !== roles[1] && a.effectivePriority !== b.effectivePriority && shown(a) === shown(b);
}

function names(a: VrrpInstance, b: VrrpInstance): boolean {
  const source = sourceOf(b);
  return source !== undefined && a.unicastPeers.some(({ value }) => value.text === source);
}

function sourceOf(instance: VrrpInstance): string | undefined {
  return instance.source?.value.text;
}

function allAddresses(instance: VrrpInstance): readonly string[] {
  return [...instance.addresses, ...instance.excludedAddresses].map(({ value }) => value.text);
}

function sharedAddresses(a: VrrpInstance, b: VrrpInstance): readonly string[] {
  const others = new Set(allAddresses(b));
  return allAddresses(a).filter((text) => others.has(text));
}

/** Addresses in one /24 or /64. */
function sameSubnet(a: VrrpInstance, b: VrrpInstance): boolean {
  const others = new Set(b.addresses.map(({ value }) => subnet(value)));
  return a.addresses.some(({ value }) => others.has(subnet(value)));
}

/** Of a usual size: one host may have left the prefix length out. */
export function subnet({ family, text }: IpAddress): string {
  return networkOf({ family, text });
}

function differInRole(left: HostSummary, right: HostSummary): boolean {
  const [ours, theirs] = [left.host.global.routerId?.value, right.host.global.routerId?.value];
  if (ours !== undefined && theirs !== undefined && ours !== theirs) return true;
  for (const [a, b] of [...pairs(left.byAddress, right.byAddress), ...pairs(left.byId, right.byId)]) {
    if (a.effectivePriority !== b.effectivePriority || a.state?.value !== b.state?.value) return true;
  }
  return false;
}

function namesReason(near: Exclude<Nearness, "apart">): string {
  if (near === "siblings") return say`their paths differ only in a number or a role`;
  return near === "neighbours" ? say`they stand in folders side by side` : say`they stand in one folder`;
}
