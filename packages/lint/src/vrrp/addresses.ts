/** Lines of `virtual_ipaddress`, `virtual_ipaddress_excluded` and `static_ipaddress` (vrrp/vrrp_ipaddress.c: alloc_ipaddress). */
import { type EffectiveLine, type Family, readAddress, readUnsigned } from "@kalint/daemon";
import { replaceWord } from "../edits.js";
import { quote } from "../suggest.js";
import type { Address, Instance, State } from "./facts.js";
import { canExist } from "./interfaces.js";
import { removal } from "./remarks.js";
import { findsTrackGroup } from "./trackGroups.js";

/** Options with a value. `use_vmac` has none. */
const valued: ReadonlySet<string> = new Set(["dev", "scope", "broadcast", "brd", "label", "peer", "preferred_lft"]);

/** The address that the daemon takes from the line, or nothing where it drops the line. */
export function readAddressLine(state: State, line: EffectiveLine, isStatic: boolean): Address | undefined {
  const { remarks, host } = state;
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
    if (name === "use_vmac" && !isStatic && state.behaviour.vmacOfAddresses) useVmac = option.place;
    const takesValue = valued.has(name) || (isStatic && name === "track_group");
    if (!takesValue) continue;
    const value = words[at + 1];
    if (value === undefined) return undefined;
    at += 1;
    if (name === "dev") {
      if (device !== undefined) {
        remarks.onLine(
          "duplicate-option",
          line,
          option.place,
          `dev stands twice on this line: keepalived drops the address ${first.value}`,
        );
        return undefined;
      }
      if (!canExist(state, value.value)) return undefined;
      device = value.value;
    } else if (name === "scope") {
      if (value.value !== "global" && Number(value.value) !== 0) scope = option;
    } else if (name === "broadcast" || name === "brd") {
      if (family === "ipv6") {
        remarks.onLine(
          "conflicting-address-option",
          line,
          option.place,
          `IPv6 has no broadcast: keepalived drops the address ${first.value}`,
          {
            help: "Remove the option and its value.",
            severity: "error",
          },
        );
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
        remarks.onLine(
          "duplicate-option",
          line,
          option.place,
          `peer stands twice on this line: ${quote(value.value)} is ignored`,
        );
        continue;
      }
      const read = readAddress(value.value).value;
      if (read === undefined) continue;
      if (read.family !== family) {
        remarks.onLine(
          "mismatched-address-family",
          line,
          value.place,
          `the peer ${value.value} and the address ${first.value} are of different families: the peer is ignored`,
        );
        continue;
      }
      if (prefix !== full) {
        remarks.onLine(
          "conflicting-address-option",
          line,
          first.place,
          `${first.value} has a peer, so its prefix length is ignored`,
          {
            help: `Write ${text}.`,
            fixes: replaceWord(first, text, true),
          },
        );
      }
      peer = value.value;
    } else if (name === "track_group") {
      if (group !== undefined) {
        remarks.onLine(
          "duplicate-option",
          line,
          option.place,
          `track_group stands twice on this line: the rest of the line from here is ignored`,
        );
        break;
      }
      if (findsTrackGroup(state, line, value)) group = option;
    }
  }
  if (broadcast !== undefined && peer !== undefined) {
    remarks.onLine(
      "conflicting-address-option",
      line,
      broadcast.place,
      `${first.value} has a peer, so its broadcast address is ignored`,
    );
  } else if (broadcast !== undefined && /^[+-]$/.test(broadcast.value) && prefix > 30) {
    remarks.onLine(
      "conflicting-address-option",
      line,
      broadcast.place,
      `a /${prefix} has no room for the broadcast address that ${broadcast.value} asks for`,
      {
        help:
          mask === undefined
            ? "Write the subnet's prefix length behind the address, or remove the option."
            : "Remove the option.",
      },
    );
  }
  if (family === "ipv6") {
    if (scope)
      remarks.onLine(
        "conflicting-address-option",
        line,
        scope.place,
        `an IPv6 address takes no scope here: it is ignored for ${first.value}`,
      );
    if (label)
      remarks.onLine(
        "conflicting-address-option",
        line,
        label.place,
        `an IPv6 address has no label: it is ignored for ${first.value}`,
      );
  }
  if (group && words.some(({ value }) => value === "no_track")) {
    remarks.ours("conflicting-track-group", group.place, "track_group has no effect beside no_track", {
      severity: "warning",
    });
  }
  void host;
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
export function addVirtualAddress(state: State, instance: Instance, line: EffectiveLine, excluded: boolean): void {
  const { remarks, host, behaviour } = state;
  const address = readAddressLine(state, line, false);
  if (address === undefined) return;
  if (!excluded) {
    instance.family ??= address.family;
    if (instance.family !== address.family) {
      remarks.onLine(
        "mismatched-address-family",
        line,
        address.place,
        `${line.words[0]!.value} is an ${familyName(address.family)} address, but ${instance.name} is an ${familyName(instance.family)} instance: it is left out`,
        {
          help: "Put it into `virtual_ipaddress_excluded`, which takes both families, or into an instance of its own.",
        },
      );
      return;
    }
  }
  const twin = findTwin(instance, address, excluded);
  if (twin !== undefined) {
    const message = `${line.words[0]!.value} stands twice in ${instance.name}`;
    const more = {
      related: [{ place: twin.place, message: "the other one" }],
      fixes: removal(host, line, behaviour.noticesDuplicates),
    };
    if (behaviour.noticesDuplicates) {
      remarks.onLine("duplicate-virtual-address", line, address.place, `${message}: this one is ignored`, more);
      return;
    }
    remarks.ours("duplicate-virtual-address", address.place, message, { ...more, severity: "warning" });
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

export function familyName(family: Family): string {
  return family === "ipv4" ? "IPv4" : "IPv6";
}
