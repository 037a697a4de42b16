import { type Cluster, nearness } from "@kalint/cluster";
import type { HostConfiguration, VrrpInstance } from "@kalint/daemon";
import { type Condition, changeBetween, type Span } from "@kalint/syntax";
import type { Document } from "./document.js";
import type { Surrounding } from "./site.js";

/** The hosts that read a document, and those that share virtual routers with them. */
export interface Company {
  readonly own: readonly HostConfiguration[];
  readonly others: readonly HostConfiguration[];
  readonly clusters: readonly Cluster[];
}

/**
 * By the clusters that are known or, where a file does not say enough yet, by the paths: `lb1/keepalived.conf` beside
 * `lb2/keepalived.conf`. A line behind `@id` is that host's alone.
 */
export function companyOf(
  document: Document,
  condition?: Condition,
  known: readonly Cluster[] = document.clusters,
): Company {
  const isOwn = (host: HostConfiguration): boolean => host.effective.files.some(({ path }) => path === document.path);
  const clusters = known.filter(({ hosts }) => hosts.some(isOwn));
  const all = clusters.flatMap(({ hosts }) => hosts);
  const meant = (host: HostConfiguration): boolean =>
    isOwn(host) &&
    (condition === undefined ||
      host.effective.configId === undefined ||
      (host.effective.configId === condition.id) !== condition.negated);
  const own = all.length > 0 ? all.filter(meant) : document.hosts;
  const others = all.filter((host) => !own.includes(host));
  if (others.length > 0) return { own, others, clusters };
  const beside = known.filter(({ hosts }) =>
    hosts.some(({ effective }) => /^(siblings|neighbours)$/.test(nearness(document.path, effective.path))),
  );
  return { own, others: beside.flatMap(({ hosts }) => hosts).filter((host) => !own.includes(host)), clusters };
}

/** An instance as one host has it. */
export interface Member {
  readonly host: HostConfiguration;
  readonly instance: VrrpInstance;
}

/** The instance whose block is around a place, or around the line that includes the document, as each of the document's hosts reads it. */
export function instancesAround(
  document: Document,
  blocks: readonly Surrounding[],
  company: Company,
): readonly Member[] {
  const [outermost] = blocks;
  if (outermost) return membersIn(document, outermost.statement, company.own);
  const { around } = document;
  if (!around) return [];
  return company.own.flatMap((host) =>
    host.instances
      .filter(({ place }) => place.file === around.file && around.start <= place.start && place.start <= around.end)
      .map((instance) => ({ host, instance })),
  );
}

/** The instances that begin within a span of the document. Of a host that has read an earlier text, where they are now. */
export function membersIn(
  document: Document,
  { start, end }: Span,
  hosts: readonly HostConfiguration[],
): readonly Member[] {
  return hosts.flatMap((host) => {
    const now = offsetNow(document, host);
    return host.instances
      .filter(({ place }) => place.file === document.path && start <= now(place.start) && now(place.start) <= end)
      .map((instance) => ({ host, instance }));
  });
}

/** Where an offset of the text that a host has read is in the document. */
function offsetNow({ path, text }: Document, { effective }: HostConfiguration): (offset: number) => number {
  const read = effective.files.find((file) => file.path === path)?.text;
  if (read === undefined || read === text) return (offset) => offset;
  const { start, end } = changeBetween(read, text);
  return (offset) => (offset >= end ? offset + text.length - read.length : Math.min(offset, start));
}

/** The same virtual router on the other hosts: as it is known or, where too little is written yet, by its name or as the only one that it may be. */
export function counterparts(own: readonly Member[], { others, clusters }: Company): readonly Member[] {
  const routers = clusters
    .flatMap(({ virtualRouters }) => virtualRouters)
    .filter(({ members }) => members.some((member) => own.some(({ instance }) => instance === member.instance)));
  const known = routers.flatMap(({ members }) => members).filter(({ host }) => others.includes(host));
  if (known.length > 0) return known;
  const named = others.flatMap((host) =>
    host.instances
      .filter(({ name }) => own.some(({ instance }) => instance.name === name))
      .map((instance) => ({ host, instance })),
  );
  if (named.length > 0 || own.some(({ host }) => host.instances.length !== 1)) return named;
  const mayBeSame = (other: VrrpInstance) => own.every(({ instance }) => isSameOrOpen(instance, other));
  return others.flatMap((host) =>
    host.instances.length === 1 && mayBeSame(host.instances[0]!) ? [{ host, instance: host.instances[0]! }] : [],
  );
}

/** Whether nothing that both say tells one virtual router from the other. */
function isSameOrOpen(one: VrrpInstance, other: VrrpInstance): boolean {
  const [id, otherId] = [one.virtualRouterId, other.virtualRouterId];
  if (id !== undefined && otherId !== undefined && id.value !== otherId.value) return false;
  const texts = new Set(other.addresses.map(({ value }) => value.text));
  return texts.size === 0 || one.addresses.length === 0 || one.addresses.some(({ value }) => texts.has(value.text));
}
