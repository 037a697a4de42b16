/** Lines of the `track_…` blocks (vrrp/vrrp_track.c, trackers/track_file.c). */
import { present, sourced } from "../bind/sources.js";
import type { EffectiveLine, EffectiveWord } from "../types.js";
import { dropsLine, wordValue } from "../values/argument.js";
import { assignFreeLine } from "../values/notes.js";
import { canNameInterface } from "../values/sites.js";
import { canExist } from "./interfaces.js";
import type { Tracker, TrackKind } from "./model.js";
import type { VrrpProcess } from "./process.js";
import type { Trackable } from "./trackables.js";

/** What holds `track_…` blocks: an instance or a sync group. */
export interface Tracking {
  readonly name: string;
  readonly trackers: Tracker[];
}

export const trackBlocks: Readonly<Record<string, TrackKind>> = {
  track_interface: "interface",
  track_script: "script",
  track_file: "file",
  track_process: "process",
  track_bfd: "bfd",
};

export function addTracker(vrrp: VrrpProcess, owner: Tracking, kind: TrackKind, line: EffectiveLine): void {
  const name = line.words[0];
  if (name === undefined) return;
  if (kind === "script") vrrp.trackedScripts.add(name.value);
  const definition = definitionOf(vrrp, kind, line, name);
  if (definition === undefined) return;
  const twin = owner.trackers.find((tracker) => tracker.kind === kind && tracker.name === name.value);
  // Of an interface that no host has, keepalived says that alone.
  if (twin && kind === "interface" && !canNameInterface(name.value)) return;
  if (twin) {
    vrrp.remarks.onLine(line, name.place, {
      kind: "tracked-twice",
      owner: owner.name,
      tracked: { kind, name: name.value },
      first: twin.place,
      line,
    });
    return;
  }
  const own = ownSettings(line, vrrp);
  if (own === "dropped") return;
  const { weight, direction } = own;
  owner.trackers.push(
    present<Tracker>({
      kind,
      name: name.value,
      place: name.place,
      from: line,
      weight,
      reverse: direction === "reverse" || (direction !== "noreverse" && definition.reverse) || undefined,
      effectiveWeight: weight?.value ?? definition.weight,
    }),
  );
}

function definitionOf(
  vrrp: VrrpProcess,
  kind: TrackKind,
  line: EffectiveLine,
  name: EffectiveWord,
): Trackable | undefined {
  if (kind !== "interface") return vrrp.trackableNamed(kind, name.value);
  canExist(vrrp, line, name);
  return { weight: 0, reverse: false };
}

/** What stands behind the name. A name that is too long, a word that is no `weight`, or one without its number costs the line. */
function ownSettings(
  line: EffectiveLine,
  { target }: VrrpProcess,
): "dropped" | { readonly weight: Tracker["weight"]; readonly direction: string | undefined } {
  const { grammar, values, unknown, missing } = assignFreeLine(line, target);
  if (missing || unknown.length > 0 || values.some((each) => dropsLine(each, grammar, target))) return "dropped";
  const [weight, direction] = values.filter(({ option }) => option !== undefined);
  const value = weight && wordValue(weight, grammar, target);
  return {
    weight:
      typeof value === "object" && typeof value.value === "number"
        ? sourced(value.value, weight!.word, line)
        : undefined,
    direction: direction?.word.value,
  };
}

/** What remarks call it by. */
export function nameOf({ kind, name }: Tracker): Pick<Tracker, "kind" | "name"> {
  return { kind, name };
}
