import type { Place } from "@kalint/daemon";
import type { Steps } from "@kalint/project";
import type { Fix } from "../types.js";

/** Something that keepalived of the target says of a file, or would say in its log where the release has no `-t`. */
export interface Complaint {
  readonly rule: string;
  readonly place: Place;
}

/** A hostile file may have thousands of fixes that make it worse: after so many tries the rest is not offered. */
const mostTries = 100;

type Look<Of> = (fixes: readonly Of[]) => Steps<readonly Complaint[]>;

/**
 * The fixes that bring no complaint of the daemon. `before`: what it says of the texts as they are; `look`: what it says
 * once these fixes are applied. All are tried together and, where that brings something new, in halves: those of each
 * file apart from the others, all files at the same time.
 */
export function* provenFixes<Of extends Fix>(
  fixes: readonly Of[],
  before: readonly Complaint[],
  look: Look<Of>,
): Steps<readonly Of[]> {
  if (fixes.length === 0 || !isMore(before, yield* look(fixes))) return fixes;
  const byFile = grouped(fixes, (fix) => fix.edits[0]?.file);
  const lanes = [...byFile].map(([file, own]) => laneOf(own, inFile(before, file)));
  for (let tries = 0; tries < mostTries && lanes.some((lane) => lane.isWaiting()); tries += 1) {
    const now = yield* look(lanes.flatMap((lane) => lane.next()));
    for (const [at, file] of [...byFile.keys()].entries()) lanes[at]!.judge(inFile(now, file));
  }
  const kept = lanes.flatMap((lane) => lane.kept);
  // What is fixed in one file may be complained of in another that includes it.
  const others = (all: readonly Complaint[]) => all.filter(({ place }) => !byFile.has(place.file));
  return isMore(others(before), others(yield* look(kept))) ? [] : kept;
}

/** Fixes that are tried beside those of other files. */
function laneOf<Of>(fixes: readonly Of[], before: readonly Complaint[]) {
  const waiting = [fixes];
  const kept: Of[] = [];
  let said = before;
  let tried: readonly Of[] | undefined;
  return {
    kept,
    isWaiting: () => waiting.length > 0,
    /** What is to be applied now. */
    next(): readonly Of[] {
      tried = waiting.pop();
      return [...kept, ...(tried ?? [])];
    },
    /** One fix alone may bring something new where there is less to complain of than before: what was misspelled is read now. */
    judge(now: readonly Complaint[]): void {
      if (tried === undefined) return;
      if (!isMore(said, now) || (tried.length === 1 && now.length < said.length)) {
        kept.push(...tried);
        said = now;
      } else if (tried.length > 1) {
        const half = tried.length >> 1;
        waiting.push(tried.slice(half), tried.slice(0, half));
      }
    },
  };
}

/** Whether some rule finds more in some file than before. Places and words have moved, so they do not count. */
function isMore(before: readonly Complaint[], after: readonly Complaint[]): boolean {
  const key = ({ rule, place }: Complaint) => `${rule}\0${place.file}`;
  const known = grouped(before, key);
  return [...grouped(after, key)].some(([each, all]) => all.length > (known.get(each)?.length ?? 0));
}

function inFile(complaints: readonly Complaint[], file: string | undefined): readonly Complaint[] {
  return complaints.filter(({ place }) => place.file === file);
}

function grouped<Of, Key>(all: readonly Of[], key: (one: Of) => Key): ReadonlyMap<Key, readonly Of[]> {
  const groups = new Map<Key, Of[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
