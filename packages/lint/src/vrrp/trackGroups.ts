import type { EffectiveLine, EffectiveWord } from "@kalint/daemon";
import type { State } from "./facts.js";

/** Whether a static entry finds the track_group that it names. One that nothing defines is an undefined reference. */
export function findsTrackGroup({ remarks, trackGroups }: State, line: EffectiveLine, name: EffectiveWord): boolean {
  const found = trackGroups.get(name.value);
  if (found === false) {
    remarks.onLine(
      "missing-group-member",
      line,
      name.place,
      `track_group ${name.value} is left out, because it has no member`,
    );
  }
  return found === true;
}
