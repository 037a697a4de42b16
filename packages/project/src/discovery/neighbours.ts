import type { HostConfiguration } from "@kalint/daemon";
import type { ProjectHost } from "../host.js";
import { absolutePath, folderOf, isAbsolute, isCommonPlace, nameOf } from "../paths.js";
import { buildFor } from "../reading/hosts.js";
import type { BesideRequest } from "./beside.js";
import { configurationsBelow } from "./walk.js";

/** A search beside one file must stay small whatever lies there. */
const bounds = { files: 64, depth: 3, names: 4000 };

/**
 * The configurations beside the given ones that may be other hosts of their clusters: pre-commit passes only the file
 * that changed, and its mistake may show only against the file that did not. Looked for in each file's folder and in
 * the folder above it; kept where an address is shared and either the names are alike (`lb1/`, `lb2/`; `master.conf`,
 * `backup.conf`) or both sides name each other as unicast peers. Files that merely repeat a tutorial's addresses are
 * no neighbours. Whether they form a cluster is judged by `findClusters`.
 */
export async function findNeighbours(request: BesideRequest): Promise<readonly string[]> {
  const { directory, paths, host, walk } = request;
  const own = new Set(paths.map((path) => absolutePath(directory, path)));
  const found = new Set<string>();
  const candidates = new Map<string, readonly string[]>();
  for (const path of paths) {
    const absolute = absolutePath(directory, path);
    const base = searchBase(host, absolute);
    if (base === undefined) continue;
    const below = candidates.get(base) ?? (await configurationsBelow(host, base, { ...walk, ...bounds }));
    candidates.set(base, below);
    const text = host.read(path);
    if (text === undefined) continue;
    const addresses = addressesIn(text);
    if (addresses.size === 0) continue;
    for (const candidate of below) {
      const name = nameOf(directory, candidate, isAbsolute(path));
      if (own.has(candidate) || found.has(name)) continue;
      const other = host.read(name);
      if (other === undefined || !shares(addresses, addressesIn(other))) continue;
      if (namedAlike(absolute, candidate, base) || namesEachOther(path, name, request)) found.add(name);
    }
  }
  return [...found].sort();
}

/** The folder above the file's own, unless that lies outside or is a place where everything lies (`/`, `/etc`, `/home`, `/tmp`). */
function searchBase(host: ProjectHost, file: string): string | undefined {
  const folder = folderOf(file) ?? "/";
  const above = folderOf(folder);
  if (above !== undefined && host.isOutside?.(above)) return folder;
  if (above !== undefined && !isCommonPlace(above)) return above;
  return above === undefined ? undefined : folder;
}

function addressesIn(text: string): ReadonlySet<string> {
  const words = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}/g) ?? [];
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => word.length > 4));
}

function shares(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const address of one) if (other.has(address)) return true;
  return false;
}

/** Words that tell the hosts of one pair apart. */
const roles =
  /^(master|backup|primary|secondary|active|standby|passive|slave|left|right|one|two|first|second|main|[ab])$/;

/** Whether two paths below `base` differ only in numbers and roles. */
function namedAlike(one: string, other: string, base: string): boolean {
  return skeleton(one, base) === skeleton(other, base);
}

function skeleton(path: string, base: string): string {
  return path
    .slice(base.length)
    .toLowerCase()
    .split(/(\d+|[^a-z0-9]+)/)
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) || roles.test(part) ? "*" : part))
    .join("");
}

/** Whether both hosts list the other's source address among their unicast peers. */
function namesEachOther(one: string, other: string, request: BesideRequest): boolean {
  const { queries } = request;
  const read = (path: string) =>
    queries.host(queries.effective({ path, target: buildFor(request, path, undefined).target }), path);
  const [here, there] = [read(one), read(other)];
  return names(here, there) && names(there, here);
}

function names(one: HostConfiguration, other: HostConfiguration): boolean {
  const sources = new Set(other.instances.flatMap((instance) => instance.source?.value.text ?? []));
  return one.instances.some((instance) => instance.unicastPeers.some((peer) => sources.has(peer.value.text)));
}
