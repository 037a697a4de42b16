import type { From, RemarkOf } from "../remarks.js";
import type { EffectiveWord } from "../types.js";
import { inForce, inGlobals } from "../values/settings.js";
import { canNameInterface } from "../values/sites.js";
import type { InstanceDraft, VrrpProcess } from "./process.js";

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
  const possible = canNameInterface(name);
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
  const made = new Map(vrrp.instances.flatMap((one) => overlayOf(vrrp, one)));
  if (made.size === 0) return;
  for (const { from, word } of vrrp.interfaces) {
    const facts = made.get(word.value);
    if (facts === undefined) continue;
    refuse(vrrp);
    vrrp.remarks.onLine(from, word.place, { kind: "interface-made-later", interface: word.value, ...facts });
  }
}

type MadeInterface = Pick<RemarkOf<"interface-made-later">, "instance" | "overlay" | "named">;

/** By its name. keepalived calls an IPv4 instance's VMAC by its router id; how it calls others is not known here. */
function overlayOf({ global, target }: VrrpProcess, one: InstanceDraft): readonly (readonly [string, MadeInterface])[] {
  const { name: instance, vmac, vmacName, virtualRouterId, family } = one;
  if (vmacName) return [[vmacName.value, { instance, overlay: vmac ? "VMAC" : "ipvlan", named: vmacName.place }]];
  if (!vmac || !virtualRouterId || family === "ipv6") return [];
  const prefix = inForce(inGlobals({ children: global.statements }, "vmac_prefix", target))?.value;
  return [[`${prefix}.${virtualRouterId.value}`, { instance, overlay: "VMAC", named: vmac.place }]];
}

/** VRRP is refused: of what the daemon would check after reading it says nothing. */
export function refuse(vrrp: Pick<VrrpProcess, "remarks" | "refused">): void {
  vrrp.refused = true;
  vrrp.remarks.stop();
}
