/** Lines of the `track_…` blocks (vrrp/vrrp_track.c, trackers/track_file.c). */
import type { EffectiveLine, EffectiveStatement } from "../types.js";
import { readInt } from "../values/read.js";
import type { Instance, SyncGroup, VrrpProcess } from "./facts.js";
import { canExist } from "./interfaces.js";
import type { TrackKind } from "./remark-kinds.js";

export const trackBlocks: Readonly<Record<string, TrackKind>> = {
  track_interface: "interface",
  track_script: "script",
  track_file: "file",
  track_process: "process",
  track_bfd: "bfd",
};

/** A file and a BFD session are not tracked at all where the direction is unknown; the others lose only that word. */
const needsKnownDirection: ReadonlySet<TrackKind> = new Set(["file", "bfd"]);

export function addTracked(vrrp: VrrpProcess, owner: Instance | SyncGroup, kind: TrackKind, line: EffectiveLine): void {
  const [name, option, value, direction] = line.words;
  if (name === undefined) return;
  if (kind === "script") vrrp.trackedScripts.add(name.value);
  const definition = kind === "interface" ? { weight: 0 } : vrrp.trackable[kind].get(name.value);
  if (definition === undefined) return;
  if (kind === "interface" && !canExist(vrrp, name.value)) return;
  const twin = owner.tracked.find((tracked) => tracked.kind === kind && tracked.name === name.value);
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
  let { weight } = definition;
  if (option !== undefined) {
    if (option.value !== "weight" || value === undefined) return;
    const most = kind === "bfd" ? 253 : 254;
    weight = readInt(value.value, { min: -most, max: most }).value ?? (kind === "interface" ? 0 : definition.weight);
    const known = direction === undefined || direction.value === "reverse" || direction.value === "noreverse";
    if (!known && needsKnownDirection.has(kind)) return;
  }
  owner.tracked.push({ kind, name: name.value, weight, place: name.place, line });
}

/** A block that defines something to track, at its end. A name that is taken already never wins. */
export function define(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const { path } = statement.keyword;
  const name = statement.words[1]?.value;
  if (name === undefined) return;
  const add = (kind: Exclude<TrackKind, "interface">, weight: number): void => {
    const known = vrrp.trackable[kind];
    if (!known.has(name)) known.set(name, { weight });
  };
  if (path === "vrrp_script") {
    if (!has(statement, "script")) return;
    add("script", lastWeight(statement, 0, 253));
    vrrp.scripts.push({ value: name, place: statement.words[1]!.place, from: statement });
  } else if (path === "vrrp_track_process") {
    readQuorum(vrrp, statement);
    if (has(statement, "process")) add("process", firstWeight(statement, 0));
  } else if (path === "track_file" || path === "vrrp_track_file") {
    if (has(statement, "file")) add("file", firstWeight(statement, 1));
  } else if (path === "bfd_instance") {
    if (name.length <= 31) add("bfd", lastWeight(statement, 0, 253));
  }
}

function has(statement: EffectiveStatement, name: string): boolean {
  return statement.children.some(({ keyword, words }) => keyword.name === name && words.length > 1);
}

function weightsOf(statement: EffectiveStatement): readonly string[] {
  return statement.children.flatMap(({ keyword, words }) =>
    keyword.name === "weight" && words[1] ? [words[1].value] : [],
  );
}

function lastWeight(statement: EffectiveStatement, usual: number, most: number): number {
  let weight = usual;
  for (const text of weightsOf(statement)) weight = readInt(text, { min: -most, max: most }).value ?? weight;
  return weight;
}

/** A second weight is refused, unless the first left the default in force. */
function firstWeight(statement: EffectiveStatement, usual: number): number {
  for (const text of weightsOf(statement)) {
    const weight = readInt(text, { min: -254, max: 254 }).value;
    if (weight !== undefined && weight !== usual) return weight;
  }
  return usual;
}

/** `quorum` and `quorum_max` are compared line by line. Source: keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_tprocess_quorum_handler. */
function readQuorum({ remarks }: VrrpProcess, { children }: EffectiveStatement): void {
  let quorum = 1;
  let most = Number.POSITIVE_INFINITY;
  for (const child of children) {
    const word = child.words[1];
    if (word === undefined) continue;
    if (child.keyword.name === "quorum") {
      const value = readInt(word.value, { min: 1, max: 65535 }).value;
      if (value === undefined) continue;
      if (value > most) {
        remarks.onLine(child, word.place, { kind: "quorum-above-most", quorum: value, most });
      } else quorum = value;
    } else if (child.keyword.name === "quorum_max") {
      const value = readInt(word.value, { min: 0, max: 65535 }).value;
      if (value === undefined) continue;
      if ((value > 0 || quorum > 1) && value < quorum) {
        remarks.onLine(child, word.place, { kind: "quorum-most-below-quorum", quorum, most: value });
        continue;
      }
      most = value;
      quorum = value === 0 ? 0 : quorum || 1;
    }
  }
}
