/** What two configurations share that speaks for one cluster. */
import type { HostConfiguration, IpAddress, VrrpInstance } from "../objects.js";
import { isCopy, type Nearness, nearness } from "./names.js";

export interface Link {
  readonly left: HostConfiguration;
  readonly right: HostConfiguration;
  /** Weak links only join a host that belongs nowhere yet. */
  readonly strong: boolean;
  readonly reasons: readonly string[];
}

/** More files than this in one folder are a collection rather than a cluster. */
const smallFolder = 8;

/** `undefined` where nothing speaks for it, or too little for how far apart the files are. */
export function linkBetween(
  left: HostConfiguration,
  right: HostConfiguration,
  filesInFolder: number,
): Link | undefined {
  const near = nearness(left.effective.path, right.effective.path);
  if (near === "apart" || isCopy(left.effective.path, right.effective.path)) return undefined;
  if (near === "same-folder" && filesInFolder > smallFolder) return undefined;
  let best = { weight: 0, reasons: [] as string[] };
  for (const a of left.instances) {
    for (const b of right.instances) {
      const evidence = compare(a, b);
      if (evidence.weight > best.weight) best = evidence;
    }
  }
  if (best.weight === 0) return undefined;
  const different = differInRole(left, right) || best.reasons.some((reason) => reason.startsWith("unicast"));
  if (near !== "siblings" && (best.weight < 2 || !different)) return undefined;
  return { left, right, strong: best.weight >= 2, reasons: [...best.reasons, namesReason(near)] };
}

function compare(a: VrrpInstance, b: VrrpInstance): { weight: number; reasons: string[] } {
  const reasons: string[] = [];
  let weight = 0;
  const naming = Number(names(a, b)) + Number(names(b, a));
  if (naming > 0) {
    weight += naming;
    reasons.push(
      naming === 2 ? `unicast peers name each other in ${a.name}` : `unicast peers of ${a.name} name one of the hosts`,
    );
  }
  const shared = sharedAddresses(a, b);
  const sameId =
    a.virtualRouterId !== undefined && a.virtualRouterId.value === b.virtualRouterId?.value && a.family === b.family;
  if (shared.length > 0) {
    weight += sameId ? 2 : 1;
    reasons.push(`share the virtual address ${shared[0]}${shared.length > 1 ? ` and ${shared.length - 1} more` : ""}`);
  }
  if (sameId && (shared.length > 0 || sameSubnet(a, b))) {
    if (shared.length === 0) weight += 1;
    reasons.push(`share virtual_router_id ${a.virtualRouterId?.value}`);
  }
  return { weight, reasons };
}

function names(a: VrrpInstance, b: VrrpInstance): boolean {
  const source = b.unicastSource?.value ?? b.multicastSource?.value;
  return source !== undefined && a.unicastPeers.some(({ value }) => value.text === source.text);
}

function sharedAddresses(a: VrrpInstance, b: VrrpInstance): readonly string[] {
  const others = new Set([...b.addresses, ...b.excludedAddresses].map(({ value }) => value.text));
  return [...a.addresses, ...a.excludedAddresses].map(({ value }) => value.text).filter((text) => others.has(text));
}

/** Addresses in one /24 or /64. */
function sameSubnet(a: VrrpInstance, b: VrrpInstance): boolean {
  const others = new Set(b.addresses.map(({ value }) => subnet(value)));
  return a.addresses.some(({ value }) => others.has(subnet(value)));
}

function subnet({ family, text }: IpAddress): string {
  return family === "ipv4" ? text.slice(0, text.lastIndexOf(".")) : text.split(":").slice(0, 4).join(":");
}

function differInRole(left: HostConfiguration, right: HostConfiguration): boolean {
  if (left.global.routerId && right.global.routerId && left.global.routerId.value !== right.global.routerId.value)
    return true;
  return left.instances.some((a) =>
    right.instances.some(
      (b) =>
        sharedAddresses(a, b).length > 0 &&
        (a.effectivePriority !== b.effectivePriority || a.state?.value !== b.state?.value),
    ),
  );
}

function namesReason(near: Nearness): string {
  if (near === "siblings") return "their paths differ only in a number or a role";
  return near === "neighbours" ? "they stand in folders side by side" : "they stand in one folder";
}
