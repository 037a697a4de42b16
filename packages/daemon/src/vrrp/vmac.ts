/** The words of `use_vmac` and `use_ipvlan` (vrrp/vrrp_parser.c: vrrp_vmac_handler, vrrp_ipvlan_handler). */
import type { EffectiveStatement, EffectiveWord } from "../types.js";
import { readPrefixedAddress } from "../values/read.js";
import type { Instance, VrrpProcess } from "./facts.js";
import { joinFamily } from "./handler.js";

export function readVmac(vrrp: VrrpProcess, instance: Instance, statement: EffectiveStatement): void {
  const { remarks, behaviour } = vrrp;
  const place = statement.words[0]!.place;
  instance.vmac = { value: true, place, from: statement };
  const words = statement.words.slice(
    1,
    behaviour.readsAllVmacWords ? undefined : behaviour.readsSecondVmacWord ? 3 : 2,
  );
  for (let at = 0; at < words.length; at += 1) {
    let word = words[at]!;
    if (word.value.includes(":")) readMac(word);
    else if (behaviour.vmacOptions && word.value === "netlink_notify_msg") continue;
    else if (behaviour.vmacOptions && word.value === "group") at += 1;
    else {
      if (behaviour.vmacOptions && word.value === "name") {
        at += 1;
        if (words[at] === undefined) return;
        word = words[at]!;
      }
      readName(vrrp, instance, statement, word, "VMAC", isDeviceName(word.value));
    }
  }

  function readMac(word: EffectiveWord): void {
    if (instance.vmacMac) {
      remarks.onLine(statement, word.place, { kind: "mac-address-twice", instance: instance.name, text: word.value });
      return;
    }
    const bytes = readBytes(word.value);
    const because =
      bytes === undefined
        ? "malformed"
        : (bytes[0]! & 1) === 1
          ? "multicast"
          : isVrrpPrefix(bytes)
            ? "reserved"
            : undefined;
    if (because) remarks.onLine(statement, word.place, { kind: "unusable-mac-address", text: word.value, because });
    else instance.vmacMac = { value: word.value, place: word.place, from: statement };
  }
}

export function readIpvlan(vrrp: VrrpProcess, instance: Instance, statement: EffectiveStatement): void {
  const { remarks, behaviour } = vrrp;
  // The second one has a rule of its own.
  if (instance.ipvlan) return;
  instance.ipvlan = { value: true, place: statement.words[0]!.place, from: statement };
  const words = statement.words.slice(1);
  let mode: EffectiveWord | undefined;
  for (let at = 0; at < words.length; at += 1) {
    let word = words[at]!;
    if (word.value === "bridge" || word.value === "private" || word.value === "vepa") {
      if (mode)
        remarks.onLine(statement, word.place, { kind: "ipvlan-mode-twice", first: mode.value, text: word.value });
      mode ??= word;
      continue;
    }
    if (behaviour.vmacOptions && word.value === "group") {
      at += 1;
      continue;
    }
    if (behaviour.vmacOptions && word.value === "name") {
      at += 1;
      if (words[at] === undefined) return;
      word = words[at]!;
    } else {
      const { value: address, reason } = readPrefixedAddress(word.value);
      if (address !== undefined && reason === undefined) {
        const { family, text } = address;
        if (instance.ipvlanAddress) {
          remarks.onLine(statement, word.place, { kind: "ipvlan-address-twice", text: word.value });
        } else if (
          joinFamily(vrrp, instance, family, {
            word,
            from: statement,
            subject: "ipvlan-address",
            keyword: "use_ipvlan",
          })
        ) {
          instance.ipvlanAddress = { value: family, place: word.place, from: statement };
          instance.source ??= { value: text, place: word.place, from: statement };
        }
        continue;
      }
    }
    readName(vrrp, instance, statement, word, "ipvlan", true);
  }
}

function readName(
  { remarks, instances, behaviour }: VrrpProcess,
  instance: Instance,
  statement: EffectiveStatement,
  word: EffectiveWord,
  overlay: "VMAC" | "ipvlan",
  valid: boolean,
): void {
  if (instance.vmacName !== undefined) {
    // A second name on one line is an unknown option where options are known.
    const sameLine = instance.vmacName.from === statement && behaviour.vmacOptions && overlay === "VMAC";
    if (!sameLine) {
      remarks.onLine(statement, word.place, {
        kind: "overlay-name-twice",
        overlay,
        first: instance.vmacName.value,
        text: word.value,
      });
    }
    return;
  }
  // A name that is too long is a bad argument.
  if (word.value.length > 15) return;
  if (!valid) {
    remarks.onLine(statement, word.place, { kind: "unusable-overlay-name", text: word.value });
    return;
  }
  const own = instance.statement.children.find(
    ({ keyword, words }) => keyword.name === "interface" && words[1]?.value === word.value,
  );
  if (own) {
    remarks.onLine(statement, word.place, {
      kind: "overlay-named-like-interface",
      overlay,
      name: word.value,
      instance: instance.name,
      interface: own.words[1]!.place,
    });
    return;
  }
  const other = instances.find(({ vmacName }) => vmacName?.value === word.value);
  if (other) {
    remarks.onLine(statement, word.place, { kind: "overlay-name-taken", name: word.value, by: other.name });
    return;
  }
  instance.vmacName = { value: word.value, place: word.place, from: statement };
}

/** The kernel's dev_name_valid. */
function isDeviceName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[/:\s]/.test(name);
}

function readBytes(text: string): readonly number[] | undefined {
  const parts = text.replace(/:$/, "").split(":");
  if ((parts.length !== 5 && parts.length !== 6) || (parts.length === 6 && text.endsWith(":"))) return undefined;
  return parts.every((part) => /^[\da-f]{1,2}$/i.test(part))
    ? parts.map((part) => Number.parseInt(part, 16))
    : undefined;
}

function isVrrpPrefix([a, b, c, d, e]: readonly number[]): boolean {
  return a === 0 && b === 0 && c === 0x5e && d === 0 && (e === 1 || e === 2);
}
