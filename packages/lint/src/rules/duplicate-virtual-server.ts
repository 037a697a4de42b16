import {
  type Family,
  type GroupEntry,
  groupNamed,
  type HostConfiguration,
  headerPlace,
  type Place,
  readServices,
  readSocketAddress,
  type Service,
  serverGroups,
} from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { lineShown } from "../reading.js";
import { nameOf } from "../statements.js";
import type { Finding } from "../types.js";

export const duplicateVirtualServer = defineHostRule({
  id: "duplicate-virtual-server",
  category: "lvs",
  severity: "error",
  summary: "Two virtual servers for one address, port and protocol.",
  why: "The kernel knows a service by these three. keepalived reads both blocks without a message; the kernel refuses the second service and then takes the real servers of both into the first. The scheduler, the persistence and the other settings of the second block never count, and each block counts its quorum for itself: the sorry server of one joins while the servers of the other still work.",
  advice: "Put all real servers into one block, or correct the address, the port or the protocol of the other.",
  since: "0.1.0",
  bad: [{ files: `${exampleServer()}\n${exampleServer([], { realServer: "10.0.0.3 80" })}` }],
  good: [
    { files: `${exampleServer()}\n${exampleServer([], { header: "192.0.2.10 443", realServer: "10.0.0.2 443" })}` },
  ],
  check(host, report) {
    const first = new Map<string, Claim>();
    const groups = serverGroups(host);
    const told = new Set<string>();
    for (const service of readServices(host)) {
      const group = service.groupName === undefined ? undefined : groupNamed(groups, service.groupName);
      let known = false;
      for (const claim of [
        ...claimsOf(service),
        ...(group?.entries ?? []).flatMap((entry) => entryClaim(service, entry)),
      ]) {
        const earlier = first.get(claim.key);
        first.set(claim.key, earlier ?? claim);
        if (earlier === undefined) continue;
        if (earlier.service === service) {
          // A group is read once, however many services use it.
          const once = `${claim.place.file} ${claim.place.start}`;
          if (!told.has(once)) report(repeatedEntry(claim, earlier));
          told.add(once);
        } else if (!known) {
          known = true;
          report(repeatedService(host, claim, earlier));
        }
      }
    }
  },
});

/** What a virtual server sets up in the kernel, and where that stands. */
interface Claim {
  readonly key: string;
  readonly name: string;
  readonly place: Place;
  readonly service: Service;
}

function claimsOf(service: Service): readonly Claim[] {
  const { kind, statement, port, mark, groupName, family } = service;
  const claim = { name: nameOf(statement), place: headerPlace(statement), service };
  if (kind === "fwmark") return mark === 0 ? [] : [{ ...claim, key: markKey(mark, family) }];
  if (kind === "group") return [{ ...claim, key: `group ${groupName} ${protocolOf(service)}` }];
  const address = statement.words[1]!.value;
  return [{ ...claim, key: addressKey(readSocketAddress(address).value?.text ?? address, port, service) }];
}

/** Ranges and networks are left out: they are long, and mostly meant. */
function entryClaim(service: Service, entry: GroupEntry): readonly Claim[] {
  const { line } = entry;
  const [first, second] = line.words;
  if (first === undefined || /[/-]/.test(first.value)) return [];
  const name = line.words.map(({ value }) => value).join(" ");
  if (entry.kind === "fwmark") {
    const mark = Number(second?.value);
    return mark > 0 ? [{ key: markKey(mark, entry.family ?? service.family), name, place: line.place, service }] : [];
  }
  const address = readSocketAddress(first.value).value;
  return address ? [{ key: addressKey(address.text, entry.port, service), name, place: line.place, service }] : [];
}

function markKey(mark: number, family: Family | undefined): string {
  return `fwmark ${mark} ${family ?? "ipv4"}`;
}

function addressKey(address: string, port: number, service: Service): string {
  return `${address} ${port} ${protocolOf(service)}`;
}

function protocolOf({ protocol, kind }: Service): string {
  return kind === "fwmark" ? "" : (protocol?.value ?? "UDP");
}

function repeatedService(host: HostConfiguration, claim: Claim, earlier: Claim): Finding {
  const { service } = claim;
  const own = headerPlace(service.statement);
  const other = headerPlace(earlier.service.statement);
  const entries = [earlier, claim].filter(({ place }) => place.start !== own.start && place.start !== other.start);
  return {
    place: own,
    message: `${`${claim.name} ${protocolOf(service)}`.trim()} is defined already on ${lineShown(host, earlier.place, own)}: both blocks set up the same service`,
    related: [
      { place: other, message: "the first one" },
      ...entries.map(({ place }) => ({ place, message: "the line of the group" })),
    ],
  };
}

function repeatedEntry(claim: Claim, earlier: Claim): Finding {
  return {
    place: claim.place,
    message: `${claim.name} stands twice in virtual_server_group ${claim.service.groupName}: it is one service all the same`,
    related: [{ place: earlier.place, message: "the first one" }],
    severity: "warning",
  };
}
