/**
 * The checks after reading (vrrp/vrrp.c: vrrp_complete_init, in its order). An instance that cannot run ends them: VRRP
 * does not start, and what stands behind is not looked at any more.
 */
import { completeInstance } from "./completeInstance.js";
import { checkVmacConflicts, sharesRouterId } from "./conflicts.js";
import { type Instance, isPriorityOwner, type State, type SyncGroup } from "./facts.js";

export function complete(state: State): void {
  const { remarks, instances, groups } = state;
  for (const instance of instances) {
    if (hasMinimum(state, instance)) continue;
    if (instance.virtualRouterId === undefined) remarks.stop();
    else remarks.refuse();
    break;
  }
  const byName = new Map(instances.map((instance) => [instance.name, instance]));
  for (const group of groups) setMembers(state, group, byName);
  for (const instance of instances) {
    if (!completeInstance(state, instance)) remarks.stop();
  }
  if (sharesRouterId(state)) remarks.stop();
  checkVmacConflicts(state);
  for (const group of groups) checkGroupTracking(state, group);
  checkUnusedScripts(state);
}

/** Only a real start looks for them. A file without instances may be a part of another. */
function checkUnusedScripts({ remarks, scripts, trackedScripts, instances }: State): void {
  if (instances.length === 0) return;
  for (const { value, place } of scripts) {
    if (!trackedScripts.has(value))
      remarks.ours("unused-script", place, `nothing tracks vrrp_script ${value}: it never runs`);
  }
}

/** `virtual_router_id` and `interface` are missing keywords; what those rules say is not said again. Source: chk_min_cfg. */
function hasMinimum({ remarks, behaviour }: State, instance: Instance): boolean {
  const { name, unicast } = instance;
  if (instance.virtualRouterId === undefined) return false;
  if (instance.interface !== undefined) return true;
  if (unicast === undefined) return false;
  if (!behaviour.unicastWithoutInterface) {
    remarks.ours(
      "missing-interface",
      instance.place,
      `${name} has no interface, and this release of keepalived cannot do without: VRRP does not start`,
    );
    return false;
  }
  return true;
}

/** Source: vrrp/vrrp_sync.c: vrrp_sync_set_group. Wrong and missing members have rules of their own. */
function setMembers({ remarks }: State, group: SyncGroup, byName: ReadonlyMap<string, Instance>): void {
  let owners: boolean | undefined;
  for (const member of group.members) {
    const instance = byName.get(member.value);
    if (instance === undefined || instance.group) continue;
    instance.group = group;
    group.instances.push(instance);
    if (owners === true && instance.state?.value === "BACKUP") {
      remarks.afterwards(
        "conflicting-address-owner",
        member.place,
        `${group.name} holds instances with priority 255 and ${instance.name} without: they cannot change together`,
      );
    }
    if (owners !== false) owners = instance.state?.value === "MASTER" && instance.priority?.value === 255;
  }
}

/** Source: sync_group_tracking_init. */
function checkGroupTracking({ remarks, behaviour }: State, group: SyncGroup): void {
  const owner = group.instances.find(isPriorityOwner);
  for (const tracked of group.tracked) {
    if (owner && tracked.weight !== 0) {
      // Whether a script is tracked at all depends on its file.
      remarks[tracked.kind === "script" ? "ours" : "afterwards"](
        "conflicting-address-owner",
        tracked.place,
        `the weight of ${tracked.kind} ${tracked.name} in ${group.name} is ignored, because ${owner.name} has priority 255`,
      );
    }
    if (tracked.kind !== "interface") continue;
    for (const member of group.instances) {
      const own = member.interface?.value === tracked.name && !member.dontTrackPrimary;
      const twin = member.tracked.find(({ kind, name }) => kind === "interface" && name === tracked.name);
      if (!own && !twin) continue;
      remarks[behaviour.reportsSharedTracking ? "afterwards" : "ours"](
        "duplicate-tracking",
        tracked.place,
        `${group.name} tracks interface ${tracked.name}, which ${member.name} ${twin ? "tracks" : "uses"} itself`,
        twin ? { related: [{ place: twin.place, message: "tracked here too" }] } : {},
      );
      break;
    }
  }
}
