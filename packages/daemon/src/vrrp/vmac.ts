/** The words of `use_vmac` and `use_ipvlan` (vrrp/vrrp_parser.c: vrrp_vmac_handler, vrrp_ipvlan_handler). */
import { isKnownIn, longestInterfaceName, type Option } from "@kalint/schema";
import { sourced } from "../bind/sources.js";
import type { EffectiveStatement, EffectiveWord } from "../types.js";
import { readPrefixedAddress } from "../values/read.js";
import { joinFamily, setBy } from "./handler.js";
import type { InstanceDraft, VrrpProcess } from "./process.js";

export function readVmac(vrrp: VrrpProcess, instance: InstanceDraft, statement: EffectiveStatement): void {
  const { remarks, switches } = vrrp;
  instance.vmac = setBy(statement, true);
  const words = statement.words.slice(1, switches.readsAllVmacWords ? undefined : switches.readsSecondVmacWord ? 3 : 2);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    // Before there were MAC addresses every word was a name.
    const isMac = switches.readsVmacAddress && word.value.includes(":");
    const option = isMac ? undefined : optionOf(statement, word, vrrp);
    const name = option && namesInterface(option) ? words[at + 1] : word;
    at += option?.arguments.length ?? 0;
    if (isMac) readMac(word);
    else if (name === undefined) return;
    else if (option === undefined || name !== word) {
      readName(vrrp, instance, statement, name, "VMAC", !switches.checksVmacName || isDeviceName(name.value));
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
    else instance.vmacMac = sourced(word.value, word, statement);
  }
}

export function readIpvlan(vrrp: VrrpProcess, instance: InstanceDraft, statement: EffectiveStatement): void {
  const { remarks } = vrrp;
  // The second one has a rule of its own.
  if (instance.ipvlan) return;
  instance.ipvlan = setBy(statement, true);
  const words = statement.words.slice(1);
  let mode: EffectiveWord | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const option = optionOf(statement, word, vrrp);
    at += option?.arguments.length ?? 0;
    if (option?.group === "mode") {
      if (mode)
        remarks.onLine(statement, word.place, { kind: "ipvlan-mode-twice", first: mode.value, text: word.value });
      mode ??= word;
    } else if (option && namesInterface(option)) {
      const name = words[at];
      if (name === undefined) return;
      readName(vrrp, instance, statement, name, "ipvlan", true);
    } else if (option === undefined && !readIpvlanAddress(vrrp, instance, statement, word)) {
      readName(vrrp, instance, statement, word, "ipvlan", true);
    }
  }
}

/** False where the word is no address. */
function readIpvlanAddress(
  vrrp: VrrpProcess,
  instance: InstanceDraft,
  statement: EffectiveStatement,
  word: EffectiveWord,
): boolean {
  const { value: address, reason } = readPrefixedAddress(word.value);
  if (address === undefined || reason !== undefined) return false;
  if (instance.ipvlanAddress) {
    vrrp.remarks.onLine(statement, word.place, { kind: "ipvlan-address-twice", text: word.value });
    return true;
  }
  const index = statement.words.indexOf(word);
  const named = { from: statement, index, subject: "ipvlan-address", keyword: "use_ipvlan" } as const;
  if (joinFamily(vrrp, instance, address.family, named)) {
    instance.ipvlanAddress = sourced(address.family, word, statement);
    instance.source ??= sourced(address, word, statement);
  }
  return true;
}

/** The option that the word names in the target release. */
function optionOf(
  { keyword }: EffectiveStatement,
  { value }: EffectiveWord,
  { target }: VrrpProcess,
): Option | undefined {
  const [argument] = keyword.arguments;
  if (argument?.type !== "options") return undefined;
  return argument.options.find((option) => option.name === value && !option.positional && isKnownIn(option, target));
}

/** `name`, before a name that would be read as another option. */
function namesInterface(option: Option): boolean {
  return option.arguments[0]?.type === "interface";
}

function readName(
  { remarks, instances }: VrrpProcess,
  instance: InstanceDraft,
  statement: EffectiveStatement,
  word: EffectiveWord,
  overlay: "VMAC" | "ipvlan",
  valid: boolean,
): void {
  if (instance.vmacName !== undefined) {
    remarks.onLine(statement, word.place, {
      kind: "overlay-name-twice",
      overlay,
      first: instance.vmacName.value,
      text: word.value,
    });
    return;
  }
  // A name that is too long is a bad argument.
  if (word.value.length > longestInterfaceName) return;
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
  instance.vmacName = sourced(word.value, word, statement);
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
