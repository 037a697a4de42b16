/**
 * The checks after reading (vrrp/vrrp.c: vrrp_complete_init, in its order). An instance that cannot run ends them: VRRP
 * does not start, and what stands behind is not looked at any more.
 */
import { onceIn, type Steps } from "@kalint/syntax";
import { completeInstance } from "./complete-instance.js";
import { checkRouterIds, checkVmacConflicts } from "./conflicts.js";
import { checkMadeInterfaces, refuse } from "./interfaces.js";
import type { SyncGroup } from "./model.js";
import { type InstanceDraft, isPriorityOwner, type VrrpProcess } from "./process.js";
import { type Settled, settle } from "./settled.js";
import { nameOf } from "./trackers.js";

/** With a pause after so many instances. */
const betweenPauses = 200;

export function* complete(vrrp: VrrpProcess): Steps<readonly Settled[]> {
  const { remarks, instances } = vrrp;
  checkMadeInterfaces(vrrp);
  checkMinimum(vrrp);
  const byName = new Map<string, InstanceDraft>();
  for (const instance of instances) byName.set(instance.name, instance);
  const groups = vrrp.groups.filter(({ dropped }) => !dropped);
  for (const group of groups) setMembers(vrrp, group, byName);
  const all: Settled[] = [];
  const isPauseDue = onceIn(betweenPauses);
  for (const instance of instances) {
    if (isPauseDue()) yield;
    const settled = settle(vrrp, instance);
    const kind = completeInstance(settled);
    if (kind) remarks.stop();
    if (kind) vrrp.refusal ??= { kind, instance: instance.name };
    all.push(settled);
  }
  checkRouterIds(vrrp, all);
  yield;
  checkVmacConflicts(vrrp, all);
  yield;
  for (const group of groups) checkGroupTracking(vrrp, group, all);
  checkUnusedScripts(vrrp);
  return all;
}

/** Only a real start looks for them. A file without instances may be a part of another. */
function checkUnusedScripts({ remarks, scripts, trackedScripts, instances }: VrrpProcess): void {
  if (instances.length === 0) return;
  for (const { name, place } of scripts) {
    if (!trackedScripts.has(name)) remarks.unsaid(place, { kind: "script-never-tracked", script: name });
  }
}

/** `virtual_router_id` and `interface` are missing keywords; what those rules say is not said again. Source: chk_min_cfg. */
function checkMinimum(vrrp: VrrpProcess): void {
  const { remarks, switches } = vrrp;
  for (const instance of vrrp.instances) {
    const { name, unicast, virtualRouterId } = instance;
    if (virtualRouterId === undefined) {
      remarks.stop();
      vrrp.refusal ??= { kind: "no-router-id", instance: name };
      return;
    }
    if (instance.interface !== undefined || (unicast && switches.unicastWithoutInterface)) continue;
    if (unicast) remarks.unsaid(instance.place, { kind: "instance-without-interface", instance: name });
    refuse(vrrp);
    vrrp.refusal ??= { kind: "no-interface", instance: name };
    return;
  }
}

/** Source: vrrp/vrrp_sync.c: vrrp_sync_set_group. Members that nothing defines are undefined references. */
function setMembers({ remarks }: VrrpProcess, group: SyncGroup, instances: ReadonlyMap<string, InstanceDraft>): void {
  const { name } = group;
  const own: InstanceDraft[] = [];
  let owners: boolean | undefined;
  for (const member of group.members) {
    const instance = instances.get(member.value);
    if (instance === undefined) continue;
    if (instance.group) {
      const { name: other, place: otherPlace } = instance.group;
      const facts = { member: member.value, group: name, other, otherPlace };
      remarks.afterwards(member.place, { kind: "member-of-two-groups", ...facts });
      continue;
    }
    instance.group = group;
    own.push(instance);
    if (owners === true && instance.state?.value === "BACKUP") {
      remarks.afterwards(member.place, { kind: "owner-beside-backup", group: name, instance: instance.name });
    }
    if (owners !== false) owners = instance.state?.value === "MASTER" && isWrittenOwner(instance);
  }
  const [only] = own;
  if (only && own.length === 1) {
    remarks.afterwards(group.place, { kind: "sync-group-of-one", group: name, member: only.name });
  }
}

function isWrittenOwner(instance: InstanceDraft): boolean {
  return instance.priority !== undefined && isPriorityOwner(instance);
}

/** Source: sync_group_tracking_init. */
function checkGroupTracking({ remarks, switches }: VrrpProcess, group: SyncGroup, all: readonly Settled[]): void {
  if (group.trackers.length === 0) return;
  const members = all.filter(({ instance }) => instance.group === group);
  const owner = members.find((member) => member.owner)?.instance;
  for (const tracker of group.trackers) {
    if (owner && tracker.effectiveWeight !== 0) {
      // Whether a script is tracked at all depends on its file.
      remarks[tracker.kind === "script" ? "unsaid" : "afterwards"](tracker.place, {
        kind: "weight-of-owners-group",
        group: group.name,
        tracked: nameOf(tracker),
        owner: owner.name,
      });
    }
    if (tracker.kind !== "interface") continue;
    for (const { instance, trackers } of members) {
      const own = instance.interface?.value === tracker.name && !instance.settings.has("dont_track_primary");
      const twin = trackers.find(({ kind, name }) => kind === "interface" && name === tracker.name);
      if (!own && !twin) continue;
      remarks[switches.reportsSharedTracking ? "afterwards" : "unsaid"](tracker.place, {
        kind: "tracked-by-member-too",
        group: group.name,
        interface: tracker.name,
        member: instance.name,
        ...(twin && { tracking: twin.place }),
      });
      break;
    }
  }
}
