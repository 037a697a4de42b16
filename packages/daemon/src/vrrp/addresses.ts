/** Lines of `virtual_ipaddress`, `virtual_ipaddress_excluded` and `static_ipaddress` (vrrp/vrrp_ipaddress.c: alloc_ipaddress). */
import type { Family } from "../objects.js";
import type { RemarkFacts } from "../remarks.js";
import type { EffectiveLine } from "../types.js";
import { readAddress, readUnsigned } from "../values/read.js";
import type { Address, Instance, VrrpProcess } from "./facts.js";
import { joinFamily } from "./handler.js";
import { canExist } from "./interfaces.js";
import { findsTrackGroup } from "./track-groups.js";

/** Options with a value. `use_vmac` has none. */
const valued: ReadonlySet<string> = new Set(["dev", "scope", "broadcast", "brd", "label", "peer", "preferred_lft"]);

/** The address that the daemon takes from the line, or nothing where it drops the line. */
export function readAddressLine(vrrp: VrrpProcess, line: EffectiveLine, isStatic: boolean): Address | undefined {
  const { remarks } = vrrp;
  const [first, ...words] = line.words;
  if (first === undefined) return undefined;
  const [text = "", mask] = first.value.split(/\/(.*)/s);
  const family: Family = first.value.includes(":") ? "ipv6" : "ipv4";
  const full = family === "ipv4" ? 32 : 128;
  const prefix = mask === undefined ? full : (readUnsigned(mask, { min: 0, max: full }).value ?? full);
  const address = readAddress(text, family).value;
  if (address === undefined) return undefined;

  let device: string | undefined;
  let useVmac: Address["useVmac"];
  let peer: string | undefined;
  let broadcast: (typeof words)[number] | undefined;
  let group: (typeof words)[number] | undefined;
  let scope: (typeof words)[number] | undefined;
  let label: (typeof words)[number] | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const option = words[at]!;
    const name = option.value;
    if (name === "use_vmac" && !isStatic && vrrp.behaviour.vmacOfAddresses) useVmac = option.place;
    const takesValue = valued.has(name) || (isStatic && name === "track_group");
    if (!takesValue) continue;
    const value = words[at + 1];
    if (value === undefined) return undefined;
    at += 1;
    if (name === "dev") {
      if (device !== undefined) {
        remarks.onLine(line, option.place, {
          kind: "option-twice",
          option: "dev",
          effect: "address-dropped",
          text: first.value,
        });
        return undefined;
      }
      if (!canExist(vrrp, value.value)) return undefined;
      device = value.value;
    } else if (name === "scope") {
      if (value.value !== "global" && Number(value.value) !== 0) scope = option;
    } else if (name === "broadcast" || name === "brd") {
      if (family === "ipv6") {
        remarks.onLine(line, option.place, { kind: "broadcast-of-ipv6-address", address: first.value });
        return undefined;
      }
      if (value.value !== "+" && value.value !== "-" && readAddress(value.value, "ipv4").value === undefined)
        return undefined;
      broadcast = value;
    } else if (name === "label") {
      if (value.value.length > 15) return undefined;
      label = option;
    } else if (name === "peer") {
      if (peer !== undefined) {
        remarks.onLine(line, option.place, {
          kind: "option-twice",
          option: "peer",
          effect: "option-ignored",
          text: value.value,
        });
        continue;
      }
      const read = readAddress(value.value).value;
      if (read === undefined) continue;
      if (read.family !== family) {
        remarks.onLine(line, value.place, {
          kind: "address-peer-of-other-family",
          peer: value.value,
          address: first.value,
        });
        continue;
      }
      if (prefix !== full) {
        remarks.onLine(line, first.place, { kind: "prefix-length-beside-peer", address: first, withoutPrefix: text });
      }
      peer = value.value;
    } else if (name === "track_group") {
      if (group !== undefined) {
        remarks.onLine(line, option.place, { kind: "option-twice", option: "track_group", effect: "rest-ignored" });
        break;
      }
      if (findsTrackGroup(vrrp, line, value)) group = option;
    }
  }
  if (broadcast !== undefined && peer !== undefined) {
    remarks.onLine(line, broadcast.place, { kind: "broadcast-beside-peer", address: first.value });
  } else if (broadcast !== undefined && /^[+-]$/.test(broadcast.value) && prefix > 30) {
    remarks.onLine(line, broadcast.place, {
      kind: "broadcast-without-room",
      prefixLength: prefix,
      sign: broadcast.value,
      written: mask !== undefined,
    });
  }
  if (family === "ipv6") {
    if (scope)
      remarks.onLine(line, scope.place, { kind: "option-of-ipv4-addresses", option: "scope", address: first.value });
    if (label)
      remarks.onLine(line, label.place, { kind: "option-of-ipv4-addresses", option: "label", address: first.value });
  }
  if (group && words.some(({ value }) => value === "no_track")) {
    remarks.unsaid(group.place, { kind: "track-group-untracked" });
  }
  return {
    family,
    text: address.text,
    place: first.place,
    line,
    ...(device !== undefined && { device }),
    ...(useVmac && { useVmac }),
  };
}

/** Source: keepalived 2.4.3, vrrp/vrrp_data.c: alloc_vrrp_vip, alloc_vrrp_evip, vip_is_duplicate. */
export function addVirtualAddress(vrrp: VrrpProcess, instance: Instance, line: EffectiveLine, excluded: boolean): void {
  const { remarks, behaviour } = vrrp;
  const address = readAddressLine(vrrp, line, false);
  if (address === undefined) return;
  if (!excluded) {
    const word = line.words[0]!;
    const named = { word, from: line, subject: "virtual-address", keyword: "virtual_ipaddress" } as const;
    if (!joinFamily(vrrp, instance, address.family, named)) return;
  }
  const twin = findTwin(instance, address, excluded);
  if (twin !== undefined) {
    const facts: RemarkFacts = {
      kind: "address-twice",
      address: line.words[0]!.value,
      instance: instance.name,
      first: twin.place,
      line,
      ignored: behaviour.noticesDuplicates,
    };
    if (behaviour.noticesDuplicates) {
      remarks.onLine(line, address.place, facts);
      return;
    }
    remarks.unsaid(address.place, facts);
  }
  (excluded ? instance.excluded : instance.addresses).push(address);
  instance.namesakes.set(address.text, [...(instance.namesakes.get(address.text) ?? []), { address, excluded }]);
}

/** An excluded address may stand on another interface once more. */
function findTwin({ namesakes }: Instance, address: Address, excluded: boolean): Address | undefined {
  const all = namesakes.get(address.text) ?? [];
  const twin =
    all.find((other) => !other.excluded && (!excluded || other.address.device === address.device)) ??
    all.find((other) => other.excluded && other.address.device === address.device);
  return twin?.address;
}
