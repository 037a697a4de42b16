import type { EffectiveLine, EffectiveWord } from "../types.js";
import type { VrrpProcess } from "./process.js";

/** Whether a static entry finds the track_group that it names. One that nothing defines is an undefined reference. */
export function findsTrackGroup(
  { remarks, trackGroupNamed }: VrrpProcess,
  line: EffectiveLine,
  name: EffectiveWord,
): boolean {
  const found = trackGroupNamed(name.value);
  if (found === false) {
    remarks.onLine(line, name.place, { kind: "reference-to-empty-track-group", group: name.value });
  }
  return found === true;
}
