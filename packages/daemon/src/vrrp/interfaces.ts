import { longestInterfaceName } from "@kalint/schema";
import type { From } from "../remarks.js";
import type { EffectiveWord } from "../types.js";
import type { VrrpProcess } from "./process.js";

/** A word that names an interface of the host, and what it stands in. */
export interface InterfaceUse {
  readonly from: From;
  readonly word: EffectiveWord;
}

/**
 * Notes that an interface is named, and tells whether a host can have it at all. Where none can (the name is too long,
 * holds signs that none has, or is a definition that nobody has made), or where this one is known not to have it,
 * keepalived refuses VRRP as a whole: it checks nothing after reading. Source: keepalived 2.4.3, vrrp/vrrp_daemon.c:
 * start_vrrp.
 */
export function canExist(vrrp: VrrpProcess, from: From, word: EffectiveWord): boolean {
  vrrp.interfaces.push({ from, word });
  const name = word.value;
  const possible = name.length <= longestInterfaceName && /^[^\s/:$<>{}[\]]+$/.test(name);
  const missing = !vrrp.global.dynamicInterfaces && vrrp.known?.interfaces?.includes(name) === false;
  if (!possible || missing) refuse(vrrp);
  return possible;
}

/**
 * keepalived looks interfaces up as it reads, and makes those of use_vmac and use_ipvlan afterwards. Of what a known
 * host has or lacks the name of an interface says all.
 */
export function checkMadeInterfaces(vrrp: VrrpProcess): void {
  if (vrrp.global.dynamicInterfaces || vrrp.known?.interfaces !== undefined) return;
  const made = new Map(vrrp.instances.flatMap((one) => (one.vmacName ? [[one.vmacName.value, one] as const] : [])));
  if (made.size === 0) return;
  for (const { from, word } of vrrp.interfaces) {
    const instance = made.get(word.value);
    if (instance === undefined) continue;
    refuse(vrrp);
    vrrp.remarks.onLine(from, word.place, {
      kind: "interface-made-later",
      interface: word.value,
      instance: instance.name,
      overlay: instance.vmac ? "VMAC" : "ipvlan",
      named: instance.vmacName!.place,
    });
  }
}

/** VRRP is refused: of what the daemon would check after reading it says nothing. */
export function refuse(vrrp: Pick<VrrpProcess, "remarks" | "refused">): void {
  vrrp.refused = true;
  vrrp.remarks.stop();
}
