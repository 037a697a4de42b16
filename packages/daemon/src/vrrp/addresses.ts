/** Lines of `virtual_ipaddress`, `virtual_ipaddress_excluded` and `static_ipaddress` (vrrp/vrrp_ipaddress.c: alloc_ipaddress). */
import { SourcedWord, sourced } from "../bind/sources.js";
import { widthOf } from "../networks.js";
import type { IpAddress } from "../objects.js";
import type { RemarkFacts } from "../remarks.js";
import type { EffectiveLine, EffectiveWord, Mutable } from "../types.js";
import { dropsLine } from "../values/argument.js";
import { type LinePart, partsOf } from "../values/assign.js";
import { assignFreeLine } from "../values/notes.js";
import { readAddress, readPrefixedAddress } from "../values/read.js";
import { joinFamily } from "./handler.js";
import { canExist } from "./interfaces.js";
import type { VirtualAddress } from "./model.js";
import type { InstanceDraft, VrrpProcess } from "./process.js";
import type { Effect } from "./static-entries.js";
import { findsTrackGroup } from "./track-groups.js";

/** The options of a line that others depend on, as far as they are taken: the word that names each, and its value. */
type Taken = { [Name in "dev" | "scope" | "broadcast" | "label" | "peer" | "track_group"]?: EffectiveWord } & {
  useVmac?: EffectiveWord;
};

/** The address that the daemon takes from the line, or nothing where it drops the line. */
export function readAddressLine(vrrp: VrrpProcess, line: EffectiveLine): VirtualAddress | undefined {
  const word = line.wording.words[0];
  const address = word && readPrefixedAddress(word.value).value;
  if (address === undefined) return undefined;
  const taken: Taken = {};
  if (line.wording.words.length > 1 && !takeOptions(vrrp, { line, address, taken })) return undefined;
  checkTogether(vrrp, line, address, taken);
  const { dev, useVmac } = taken;
  const found: Mutable<VirtualAddress> = new SourcedWord(address, line, 0);
  if (dev) found.device = sourced(dev.value, dev, line);
  if (useVmac) found.useVmac = useVmac.place;
  return found;
}

interface AddressDraft {
  readonly line: EffectiveLine;
  readonly address: IpAddress;
  readonly taken: Taken;
}

/** False where the line is dropped. */
function takeOptions(vrrp: VrrpProcess, draft: AddressDraft): boolean {
  const { line } = draft;
  const { grammar, ...assignment } = assignFreeLine(line, vrrp.target);
  for (const part of partsOf(assignment, line.words)) {
    if (part.option === undefined) continue;
    if (part.values.length < part.option.arguments.length) return false;
    const effect = takeOption(vrrp, draft, part);
    if (effect === "dropped" || part.values.some((value) => dropsLine(value, grammar, vrrp.target))) return false;
    if (effect === "ended") break;
  }
  return true;
}

function takeOption(vrrp: VrrpProcess, draft: AddressDraft, { option, word, values }: LinePart): Effect {
  const { remarks } = vrrp;
  const { line, address, taken } = draft;
  const value = values[0]?.word;
  const text = line.wording.words[0]!.value;
  if (option?.name === "use_vmac") taken.useVmac = word;
  if (value === undefined) return undefined;
  switch (option?.name) {
    case "dev":
      if (taken.dev !== undefined) {
        remarks.onLine(line, word.place, { kind: "option-twice", option: "dev", effect: "address-dropped", text });
        return "dropped";
      }
      taken.dev = value;
      return canExist(vrrp, line, value) ? undefined : "dropped";
    case "scope":
      if (value.value !== "global" && Number(value.value) !== 0) taken.scope = word;
      return undefined;
    case "broadcast":
      if (address.family === "ipv6") {
        remarks.onLine(line, word.place, { kind: "broadcast-of-ipv6-address", address: text });
        return "dropped";
      }
      taken.broadcast = value;
      return undefined;
    case "label":
      taken.label = word;
      return undefined;
    case "peer":
      takePeer(vrrp, draft, word, value);
      return undefined;
    case "track_group":
      if (taken.track_group !== undefined) {
        remarks.onLine(line, word.place, { kind: "option-twice", option: "track_group", effect: "rest-ignored" });
        return "ended";
      }
      if (findsTrackGroup(vrrp, line, value)) taken.track_group = word;
      return undefined;
    default:
      return undefined;
  }
}

function takePeer({ remarks }: VrrpProcess, draft: AddressDraft, word: EffectiveWord, value: EffectiveWord): void {
  const { line, address, taken } = draft;
  if (taken.peer !== undefined) {
    remarks.onLine(line, word.place, {
      kind: "option-twice",
      option: "peer",
      effect: "option-ignored",
      text: value.value,
    });
    return;
  }
  const peer = readAddress(value.value).value;
  if (peer === undefined) return;
  const first = line.words[0]!;
  if (peer.family !== address.family) {
    remarks.onLine(line, value.place, {
      kind: "address-peer-of-other-family",
      peer: value.value,
      address: first.value,
    });
    return;
  }
  if ((address.prefixLength ?? widthOf(address)) !== widthOf(address)) {
    const withoutPrefix = first.value.slice(0, first.value.indexOf("/"));
    remarks.onLine(line, first.place, { kind: "prefix-length-beside-peer", address: first, withoutPrefix });
  }
  taken.peer = value;
}

/** What the options do to each other, once all are read. */
function checkTogether({ remarks }: VrrpProcess, line: EffectiveLine, address: IpAddress, taken: Taken): void {
  const { broadcast, peer } = taken;
  const { family, prefixLength = widthOf(address) } = address;
  const text = line.wording.words[0]!.value;
  if (broadcast && peer) {
    remarks.onLine(line, broadcast.place, { kind: "broadcast-beside-peer", address: text });
  } else if (broadcast && /^[+-]$/.test(broadcast.value) && widthOf(address) - prefixLength < 2) {
    remarks.onLine(line, broadcast.place, {
      kind: "broadcast-without-room",
      prefixLength,
      sign: broadcast.value,
      written: text.includes("/"),
    });
  }
  for (const option of ["scope", "label"] as const) {
    const word = family === "ipv6" && taken[option];
    if (word) remarks.onLine(line, word.place, { kind: "option-of-ipv4-addresses", option, address: text });
  }
  if (taken.track_group && line.wording.words.some(({ value }) => value === "no_track")) {
    remarks.unsaid(taken.track_group.place, { kind: "track-group-untracked" });
  }
}

/** Source: keepalived 2.4.3, vrrp/vrrp_data.c: alloc_vrrp_vip, alloc_vrrp_evip, vip_is_duplicate. */
export function addVirtualAddress(
  vrrp: VrrpProcess,
  instance: InstanceDraft,
  line: EffectiveLine,
  excluded: boolean,
): void {
  const { remarks, switches } = vrrp;
  const address = readAddressLine(vrrp, line);
  if (address === undefined) return;
  if (!excluded) {
    const named = { from: line, index: 0, subject: "virtual-address", keyword: "virtual_ipaddress" } as const;
    if (!joinFamily(vrrp, instance, address.value.family, named)) return;
  }
  const twin = findTwin(instance, address, excluded);
  if (twin !== undefined) {
    const facts: RemarkFacts = {
      kind: "address-twice",
      address: line.wording.words[0]!.value,
      instance: instance.name,
      first: twin.place,
      line,
      ignored: switches.noticesDuplicates,
    };
    if (switches.noticesDuplicates) {
      remarks.onLine(line, address.place, facts);
      return;
    }
    remarks.unsaid(address.place, facts);
  }
  (excluded ? instance.excluded : instance.addresses).push(address);
  const { text } = address.value;
  instance.namesakes.set(text, [...(instance.namesakes.get(text) ?? []), { address, excluded }]);
}

/** An excluded address may stand on another interface once more. */
function findTwin(
  { namesakes }: InstanceDraft,
  address: VirtualAddress,
  excluded: boolean,
): VirtualAddress | undefined {
  const all = namesakes.get(address.value.text) ?? [];
  const onSameDevice = (other: VirtualAddress): boolean => other.device?.value === address.device?.value;
  const twin =
    all.find((other) => !other.excluded && (!excluded || onSameDevice(other.address))) ??
    all.find((other) => other.excluded && onSameDevice(other.address));
  return twin?.address;
}
