import {
  type Family,
  type HostConfiguration,
  type IpAddress,
  networkOf,
  numberOf,
  readPrefixedAddress,
  specialAddress,
  textOf,
  type VirtualAddress,
} from "@kalint/daemon";
import { keywordAt, protocol, say } from "@kalint/schema";
import { type Company, companyOf, counterparts, instancesAround, type Member } from "../company.js";
import type { Document } from "../document.js";
import type { Site } from "../site.js";
import { weights } from "./weights.js";
import { emailsOf, quoted } from "./written.js";

/** A value with the reason why it is offered. */
export interface Suggestion {
  readonly value: string;
  /** With the words that follow it there. */
  readonly line?: string;
  readonly detail: string;
}

/** What the hosts of the cluster know of the place where a value is to be written. */
export interface Situation {
  readonly document: Document;
  readonly company: Company;
  /** The instance around the place, as the document's hosts read it. */
  readonly own: readonly Member[];
  /** The same virtual router on the other hosts. */
  readonly peers: readonly Member[];
  readonly site: Site;
}

export function situationAt(document: Document, site: Site): Situation {
  const statement = "statement" in site ? site.statement : undefined;
  const condition = statement?.condition ?? site.blocks.findLast((one) => one.statement.condition)?.statement.condition;
  const company = companyOf(document, condition, document.recentClusters);
  const own = instancesAround(document, site.blocks, company);
  return { document, company, own, peers: own.length > 0 ? counterparts(own, company) : [], site };
}

/** What a keyword's value, or a line of its block, is likely to be beside the other hosts; by the keyword's path. */
const suggestions: Readonly<Record<string, (situation: Situation) => readonly Suggestion[]>> = {
  "vrrp_instance/virtual_router_id": routerIds,
  "vrrp_instance/priority": priorities,
  "vrrp_instance/state": states,
  "vrrp_instance/unicast_src_ip": ownSources,
  "vrrp_instance/unicast_peer": peerSources,
  "vrrp_instance/virtual_ipaddress": virtualAddresses,
  "vrrp_instance/virtual_ipaddress_excluded": virtualAddresses,
  "virtual_server/real_server": realServers,
  "virtual_server/sorry_server": realServers,
  virtual_server: services,
  virtual_server_group: services,
  "bfd_instance/neighbor_ip": peerAddresses,
  "bfd_instance/neighbour_ip": peerAddresses,
  "bfd_instance/source_ip": ownAddresses,
  "vrrp_instance/mcast_src_ip": ownAddresses,
  "vrrp_instance/virtual_ipaddress label": labels,
  "vrrp_instance/virtual_ipaddress_excluded label": labels,
  "global_defs/router_id": hostName,
  "global_defs/notification_email_from": ({ company }) =>
    emailsOf(company).map((value) => ({ value, detail: say`in use here` })),
};

/** These say who a host is: the other host's value is wrong on this one. */
const personal: ReadonlySet<string> = new Set([
  "vrrp_instance/priority",
  "vrrp_instance/state",
  "vrrp_instance/unicast_src_ip",
  "vrrp_instance/mcast_src_ip",
  "vrrp_instance/bfd_instance",
  "global_defs/router_id",
]);

export function suggestionsFor(path: string, situation: Situation): readonly Suggestion[] {
  if (path.endsWith("/connect_ip")) return checkedServer(situation);
  if (/[ /]weight$/.test(path) && !path.startsWith("virtual_server")) return weights(situation);
  return [...(suggestions[path]?.(situation) ?? []), ...agreedValues(path, situation)];
}

/** What the other hosts have, of what should be the same on all of them. */
export function agreedValues(path: string, situation: Situation): readonly Suggestion[] {
  return personal.has(path) ? [] : asOnPeers(path, situation);
}

/** What the same instance, virtual server or global setting has elsewhere. */
function asOnPeers(path: string, situation: Situation): readonly Suggestion[] {
  const { peers, company } = situation;
  const [block, name, ...rest] = path.split("/");
  if (name === undefined) return [];
  if (block === "virtual_server") return asOnServers(path, situation);
  const statements =
    block === "vrrp_instance"
      ? peers.flatMap(({ host, instance }) => instance.statement.children.map((statement) => ({ host, statement })))
      : block === "global_defs"
        ? company.others.flatMap((host) => host.global.statements.map((statement) => ({ host, statement })))
        : [];
  return statements
    .flatMap(({ host, statement }) =>
      rest.length === 0 || statement.keyword.name !== name
        ? [{ host, statement }]
        : statement.children.map((child) => ({ host, statement: child })),
    )
    .filter(({ statement }) => statement.keyword.path === path && statement.words.length === 2)
    .map(({ host, statement }) => ({ value: statement.words[1]!.value, detail: say`as on ${host.name}` }));
}

/** What the blocks with the same heads have elsewhere and this one has not, from the virtual server inwards. */
function asOnServers(path: string, { site, company }: Situation): readonly Suggestion[] {
  const [server, ...inner] = site.blocks.map(({ statement }) => headOf(statement));
  if (server === undefined) return [];
  const here = new Set(besides(site).map(headOf));
  return company.others.flatMap((host) => {
    let blocks = host.virtualServers.map(({ statement }) => statement).filter((one) => headOf(one) === server);
    for (const head of inner) blocks = blocks.flatMap(({ children }) => children).filter((one) => headOf(one) === head);
    return blocks
      .flatMap(({ children }) => children)
      .filter((one) => one.keyword.path === path && one.words.length > 1 && !here.has(headOf(one)))
      .map(({ words }) => ({
        value: words[1]!.value,
        line: words
          .slice(1)
          .map((word) => quoted(word.value))
          .join(" "),
        detail: say`as on ${host.name}`,
      }));
  });
}

function headOf({ words }: { readonly words: readonly { readonly value: string }[] }): string {
  return words.map(({ value }) => value).join(" ");
}

/** A file of its own has no name but that of all configurations: then its folder may tell, where that has a number (`lb1`). */
function hostName({ document, company }: Situation): readonly Suggestion[] {
  const named = company.own
    .filter(({ name, effective }) => company.others.length > 0 || effective.configId === name)
    .map(({ name }) => name);
  const folder = document.path.split("/").at(-2) ?? "";
  const names = named.length === 0 && /^[a-z][\w.-]*\d$/i.test(folder) ? [folder] : named;
  return names.map((value) => ({ value, detail: say`this host` }));
}

/** Values that people usually write, but that something else here has already. */
export function takenFor(path: string, { own, peers, company }: Situation): ReadonlySet<string> {
  if (path !== "vrrp_instance/virtual_router_id") return new Set();
  const shared = new Set([...own, ...peers].map(({ instance }) => instance));
  const others = [...company.own, ...company.others].flatMap(({ instances }) =>
    instances.filter((instance) => !shared.has(instance)),
  );
  return new Set(others.flatMap(({ virtualRouterId }) => (virtualRouterId ? String(virtualRouterId.value) : [])));
}

function routerIds({ own, peers, company }: Situation): readonly Suggestion[] {
  const shared = peers.flatMap(({ host, instance }) =>
    instance.virtualRouterId
      ? [{ value: String(instance.virtualRouterId.value), detail: say`as on ${host.name}` }]
      : [],
  );
  const used = [...company.own, ...company.others].flatMap(({ instances }) =>
    instances
      .filter((instance) => !own.some((member) => member.instance === instance))
      .flatMap(({ virtualRouterId }) => virtualRouterId?.value ?? []),
  );
  return shared.length > 0 || used.length === 0
    ? shared
    : [{ value: String(nextFree(used, mostRouterId)), detail: say`next free` }];
}

const [routerId] = keywordAt("vrrp_instance/virtual_router_id")?.arguments ?? [];
const mostRouterId = routerId?.type === "uint" ? routerId.max : 0;

function nextFree(used: readonly number[], most: number): number {
  const after = Math.max(...used) + 1;
  if (after <= most) return after;
  return Array.from({ length: most }, (_, index) => index + 1).find((one) => !used.includes(one)) ?? most;
}

/** Far enough that the usual weights of trackers lie between. */
const step = 50;

export function priorityAbove(other: number): number {
  return Math.min(protocol.highestPriority, other + step);
}

export function priorityBelow(other: number): number {
  return other > step + 10 ? other - step : Math.max(protocol.lowestPriority, Math.floor(other / 2));
}

/** The default: who has less is the backup. */
const usualPriority = 100;

function priorities({ own, peers }: Situation): readonly Suggestion[] {
  const role = own.map(({ instance }) => instance.state?.value).find((state) => state !== undefined);
  const [highest] = peers.toSorted((a, b) => b.instance.effectivePriority - a.instance.effectivePriority);
  if (!highest) return [];
  const { host, instance } = highest;
  const other = instance.effectivePriority;
  const above = { value: String(priorityAbove(other)), detail: say`above ${other} on ${host.name}` };
  const below = { value: String(priorityBelow(other)), detail: say`below ${other} on ${host.name}` };
  if (role === "MASTER") return [above];
  if (role === "BACKUP" || instance.state?.value === "MASTER") return [below];
  return other < usualPriority ? [above, below] : [below, above];
}

function states({ peers }: Situation): readonly Suggestion[] {
  const master = peers.find(({ instance }) => instance.state?.value === "MASTER");
  if (master) return [{ value: "BACKUP", detail: say`${master.host.name} is MASTER` }];
  const backup = peers.find(({ instance }) => instance.state?.value === "BACKUP");
  return backup ? [{ value: "MASTER", detail: say`${backup.host.name} is BACKUP` }] : [];
}

/** The addresses by which this host is known in its other blocks. */
function ownAddresses({ company }: Situation): readonly Suggestion[] {
  const sources = company.own.flatMap(({ instances }) =>
    instances.flatMap(({ name, source }) =>
      source ? [{ value: source.value.text, detail: say`source of ${name}` }] : [],
    ),
  );
  return uniqueValues(sources);
}

function peerAddresses({ company }: Situation): readonly Suggestion[] {
  const peers = company.own.flatMap(({ instances }) =>
    instances.flatMap(({ name, unicastPeers }) =>
      unicastPeers.map(({ value }) => ({ value: value.text, detail: say`peer of ${name}` })),
    ),
  );
  return uniqueValues(peers);
}

function uniqueValues(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return [...new Map(suggestions.toReversed().map((one) => [one.value, one])).values()].toReversed();
}

/** What the others call this host, a peer that is none of them; then what it is in its other instances. */
function ownSources(situation: Situation): readonly Suggestion[] {
  return uniqueValues([...namedByPeers(situation), ...ownAddresses(situation)]);
}

function namedByPeers({ peers }: Situation): readonly Suggestion[] {
  const sources = new Set(peers.flatMap(({ instance }) => instance.source?.value.text ?? []));
  return peers.flatMap(({ host, instance }) =>
    instance.unicastPeers
      .filter(({ value }) => !sources.has(value.text))
      .map(({ value }) => ({ value: value.text, detail: say`a peer on ${host.name}` })),
  );
}

function peerSources({ own, peers }: Situation): readonly Suggestion[] {
  const self = new Set(own.flatMap(({ instance }) => instance.source?.value.text ?? []));
  const sources = peers.flatMap(({ host, instance }) =>
    instance.source ? [{ value: instance.source.value.text, detail: host.name }] : [],
  );
  const named = peers.flatMap(({ host, instance }) =>
    instance.unicastPeers.map(({ value }) => ({ value: value.text, detail: say`a peer on ${host.name}` })),
  );
  return [...sources, ...named].filter(({ value }) => !self.has(value));
}

/** The other host's lines, then the next free address of each network. */
function virtualAddresses(situation: Situation): readonly Suggestion[] {
  const { own, peers, company, site } = situation;
  const excluded = site.block?.name === "virtual_ipaddress_excluded";
  const listOf = ({ instance }: Member) => (excluded ? instance.excludedAddresses : instance.addresses);
  const present = new Set(own.flatMap(listOf).map(({ value }) => value.text));
  const shared = peers.flatMap((member) =>
    listOf(member)
      .filter(({ value }) => !present.has(value.text))
      .map((address) => ({ value: addressLine(address), detail: say`as on ${member.host.name}` })),
  );
  if (shared.length > 0) return shared;
  const known = [
    own.flatMap(listOf).map(({ value }) => value),
    own.flatMap(({ instance }) => instance.addresses).map(({ value }) => value),
    own.flatMap(({ instance }) => instance.source?.value ?? []),
    besideOn(situation),
  ].find((addresses) => addresses.length > 0);
  return nextAddresses(known ?? [], takenOn(company)).map((value) => ({ value, detail: say`next free address` }));
}

/** The interface with a number that no other address of the instance has. */
function labels({ own, site }: Situation): readonly Suggestion[] {
  const words = ("statement" in site ? site.statement?.words : undefined)?.map(({ value }) => value) ?? [];
  const at = words.indexOf("dev");
  const [first] = own;
  const device = (at === -1 ? undefined : words[at + 1]) ?? first?.instance.interface?.value;
  if (!first || device === undefined || /[:$]/.test(device)) return [];
  const taken = new Set(
    [...first.instance.addresses, ...first.instance.excludedAddresses].flatMap(({ from }) =>
      from.words.map(({ value }) => value),
    ),
  );
  let number = 1;
  while (taken.has(`${device}:${number}`)) number += 1;
  const value = `${device}:${number}`;
  return value.length > longestInterface ? [] : [{ value, detail: say`next free` }];
}

/** A label is as long as an interface's name may be. */
const longestInterface = 15;

/** The addresses of this host's other instances on the same interface or, before one is written, on any. */
function besideOn({ own, company }: Situation): readonly IpAddress[] {
  const interfaces = new Set(own.flatMap(({ instance }) => instance.interface?.value ?? []));
  return company.own
    .flatMap(({ instances }) => instances)
    .filter(({ interface: used }) => interfaces.size === 0 || (used !== undefined && interfaces.has(used.value)))
    .flatMap(({ addresses }) => addresses.map(({ value }) => value));
}

/** An address with its options, as its line says it. */
export function addressLine({ from, value }: VirtualAddress): string {
  return from.words.length > 0 ? from.words.map((word) => word.value).join(" ") : value.text;
}

/** Every address that some host of the company names. */
function takenOn({ own, others }: Company): readonly IpAddress[] {
  return [...own, ...others].flatMap((host: HostConfiguration) =>
    [
      ...host.instances.flatMap((instance) => [
        ...instance.addresses,
        ...instance.excludedAddresses,
        ...instance.unicastPeers,
        ...(instance.source ? [instance.source] : []),
      ]),
    ].map(({ value }) => value),
  );
}

function nextAddresses(known: readonly IpAddress[], taken: readonly IpAddress[]): readonly string[] {
  const byNetwork = new Map<string, IpAddress[]>();
  for (const address of known) {
    const network = networkOf(address);
    byNetwork.set(network, [...(byNetwork.get(network) ?? []), address]);
  }
  const used = new Set([...known, ...taken].map(({ text }) => text));
  return [...byNetwork].flatMap(([network, addresses]) => {
    const last = addresses.reduce((one, other) => (numberOf(other) > numberOf(one) ? other : one));
    const { family, prefixLength } = last;
    for (let number = numberOf(last) + 1n; number < numberOf(last) + 256n; number += 1n) {
      const text = textOf(number, family);
      const next: IpAddress = { family, text, prefixLength: Number(network.split("/")[1]) };
      if (networkOf(next) !== network || specialAddress(next) !== undefined) return [];
      if (!used.has(text)) return [prefixLength === undefined ? text : `${text}/${prefixLength}`];
    }
    return [];
  });
}

/** A check asks its real server where nothing else is said. */
function checkedServer({ site }: Situation): readonly Suggestion[] {
  const server = site.blocks.find(({ keyword }) => keyword?.name === "real_server")?.statement.words[1]?.value;
  return server === undefined ? [] : [{ value: server, detail: say`the real server` }];
}

/** One more like those there are, where the other hosts have none that is not here. */
function realServers(situation: Situation): readonly Suggestion[] {
  const { site } = situation;
  if ("keyword" in site && site.keyword && asOnServers(site.keyword.path, situation).length > 0) return [];
  const before = besides(site).flatMap(({ words }) =>
    words[0]?.value === "real_server" ? (readPrefixedAddress(words[1]?.value ?? "").value ?? []) : [],
  );
  return nextAddresses(before, []).map((value) => ({ value, detail: say`next address` }));
}

/** The statements beside the one that the cursor is on. */
function besides(site: Site) {
  return site.siblings.flatMap((item) =>
    item.kind === "statement" && item !== ("statement" in site ? site.statement : undefined) ? [item] : [],
  );
}

/** Virtual addresses that no virtual server has yet come first. */
function services({ company }: Situation): readonly Suggestion[] {
  const families: readonly Family[] = ["ipv4", "ipv6"];
  return families.flatMap((family) =>
    company.own.flatMap(({ instances }) =>
      instances.flatMap(({ name, addresses }) =>
        addresses
          .filter(({ value }) => value.family === family)
          .map(({ value }) => ({ value: value.text, detail: say`address of ${name}` })),
      ),
    ),
  );
}
