/** Which instances of several hosts are, or are meant to be, one virtual router. */

import type { HostConfiguration, VrrpInstance } from "@kalint/daemon";
import type { VirtualRouter } from "../types.js";

interface Member {
  readonly host: HostConfiguration;
  readonly instance: VrrpInstance;
}

/** One set of members, one host each. */
interface Group {
  readonly members: Member[];
  readonly hosts: Set<HostConfiguration>;
  /** Set when the group has become part of another. */
  into?: Group;
}

/**
 * Groups by what instances share, the surest first: a mismatch in addresses, in the virtual_router_id or in the name
 * alone does not part them. Instances that no other host has stay alone and are left out.
 */
export function virtualRoutersOf(hosts: readonly HostConfiguration[]): readonly VirtualRouter[] {
  const groups = hosts.flatMap((host) =>
    host.instances.map((instance): Group => ({ members: [{ host, instance }], hosts: new Set([host]) })),
  );
  const owns = (group: Group): Member => group.members[0]!;
  const stages: readonly ((member: Member) => readonly string[])[] = [
    ({ instance }) => both(addressKey(instance), idKey(instance)),
    ({ instance }) => both(addressKey(instance), instance.name),
    ({ instance }) => one(addressKey(instance)),
    ({ instance }) => both(idKey(instance), instance.name),
    ({ instance }) => instance.addresses.map(({ value }) => value.text),
    ({ instance }) => both(idKey(instance), instance.interface?.value),
    ({ instance }) => both(instance.name, instance.interface?.value),
    ({ instance }) => one(idKey(instance)),
  ];
  for (const keysOf of stages) {
    const byKey = new Map<string, Group[]>();
    for (const group of groups) {
      for (const key of keysOf(owns(group))) {
        const entries = byKey.get(key);
        if (entries) entries.push(group);
        else byKey.set(key, [group]);
      }
    }
    for (const entries of byKey.values()) mergeAll(entries);
  }
  const roots = new Set(groups.map(rootOf));
  return [...roots]
    .filter(({ members }) => members.length > 1)
    .map(({ members }) => ({ members: inOrder(members, hosts) }));
}

function mergeAll(entries: readonly Group[]): void {
  const open: Group[] = [];
  for (const entry of entries) {
    const group = rootOf(entry);
    const target = open
      .map(rootOf)
      .find((other) => other !== group && ![...group.hosts].some((host) => other.hosts.has(host)));
    if (target) merge(target, group);
    else if (!open.map(rootOf).includes(group)) open.push(group);
  }
}

function merge(target: Group, group: Group): void {
  target.members.push(...group.members);
  for (const host of group.hosts) target.hosts.add(host);
  group.into = target;
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.into) root = root.into;
  return root;
}

function inOrder(members: readonly Member[], hosts: readonly HostConfiguration[]): readonly Member[] {
  return members.toSorted((left, right) => hosts.indexOf(left.host) - hosts.indexOf(right.host));
}

function addressKey(instance: VrrpInstance): string | undefined {
  const addresses = [...instance.addresses, ...instance.excludedAddresses].map(({ value }) => value.text);
  return addresses.length > 0 ? addresses.toSorted().join(" ") : undefined;
}

function idKey(instance: VrrpInstance): string | undefined {
  const id = instance.virtualRouterId?.value;
  return id === undefined ? undefined : `${instance.family ?? "ipv4"} ${id}`;
}

function one(key: string | undefined): readonly string[] {
  return key === undefined ? [] : [key];
}

function both(left: string | undefined, right: string | undefined): readonly string[] {
  return left === undefined || right === undefined ? [] : [`${left} | ${right}`];
}
