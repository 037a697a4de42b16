/**
 * The checks after reading (vrrp/vrrp.c: vrrp_complete_init, in its order). An instance that cannot run ends them: VRRP
 * does not start, and what stands behind is not looked at any more.
 */
import { completeInstance } from "./complete-instance.js";
import { checkVmacConflicts, sharesRouterId } from "./conflicts.js";
import { type Instance, isPriorityOwner, nameOf, refuse, type SyncGroup, type VrrpProcess } from "./facts.js";

export function complete(vrrp: VrrpProcess): void {
  const { remarks, instances, groups } = vrrp;
  for (const instance of instances) {
    if (hasMinimum(vrrp, instance)) continue;
    if (instance.virtualRouterId === undefined) remarks.stop();
    else refuse(vrrp);
    break;
  }
  const byName = new Map(instances.map((instance) => [instance.name, instance]));
  for (const group of groups) setMembers(vrrp, group, byName);
  for (const instance of instances) {
    if (!completeInstance(vrrp, instance)) remarks.stop();
  }
  if (sharesRouterId(vrrp)) remarks.stop();
  checkVmacConflicts(vrrp);
  for (const group of groups) checkGroupTracking(vrrp, group);
  checkUnusedScripts(vrrp);
}

/** Only a real start looks for them. A file without instances may be a part of another. */
function checkUnusedScripts({ remarks, scripts, trackedScripts, instances }: VrrpProcess): void {
  if (instances.length === 0) return;
  for (const { name, place } of scripts) {
    if (!trackedScripts.has(name)) remarks.unsaid(place, { kind: "script-never-tracked", script: name });
  }
}

/** `virtual_router_id` and `interface` are missing keywords; what those rules say is not said again. Source: chk_min_cfg. */
function hasMinimum({ remarks, behaviour }: VrrpProcess, instance: Instance): boolean {
  const { name, unicast } = instance;
  if (instance.virtualRouterId === undefined) return false;
  if (instance.interface !== undefined) return true;
  if (unicast === undefined) return false;
  if (!behaviour.unicastWithoutInterface) {
    remarks.unsaid(instance.place, { kind: "instance-without-interface", instance: name });
    return false;
  }
  return true;
}

/** Source: vrrp/vrrp_sync.c: vrrp_sync_set_group. Wrong and missing members have rules of their own. */
function setMembers({ remarks }: VrrpProcess, group: SyncGroup, byName: ReadonlyMap<string, Instance>): void {
  let owners: boolean | undefined;
  for (const member of group.members) {
    const instance = byName.get(member.value);
    if (instance === undefined || instance.group) continue;
    instance.group = group;
    group.instances.push(instance);
    if (owners === true && instance.state?.value === "BACKUP") {
      remarks.afterwards(member.place, { kind: "owner-beside-backup", group: group.name, instance: instance.name });
    }
    if (owners !== false) owners = instance.state?.value === "MASTER" && instance.priority?.value === 255;
  }
}

/** Source: sync_group_tracking_init. */
function checkGroupTracking({ remarks, behaviour }: VrrpProcess, group: SyncGroup): void {
  const owner = group.instances.find(isPriorityOwner);
  for (const tracked of group.trackers) {
    if (owner && tracked.effectiveWeight !== 0) {
      // Whether a script is tracked at all depends on its file.
      remarks[tracked.kind === "script" ? "unsaid" : "afterwards"](tracked.place, {
        kind: "weight-of-owners-group",
        group: group.name,
        tracked: nameOf(tracked),
        owner: owner.name,
      });
    }
    if (tracked.kind !== "interface") continue;
    for (const member of group.instances) {
      const own = member.interface?.value === tracked.name && !member.dontTrackPrimary;
      const twin = member.trackers.find(({ kind, name }) => kind === "interface" && name === tracked.name);
      if (!own && !twin) continue;
      remarks[behaviour.reportsSharedTracking ? "afterwards" : "unsaid"](tracked.place, {
        kind: "tracked-by-member-too",
        group: group.name,
        interface: tracked.name,
        member: member.name,
        ...(twin && { tracking: twin.place }),
      });
      break;
    }
  }
}
