/** Trackers: what is defined to be tracked, and what instances and sync groups track of it. */
import type { Version } from "@kalint/schema";
import { reportsTo } from "../bfd/sessions.js";
import type { Sourced, Tracker, TrackFile, TrackProcess, VrrpScript } from "../objects.js";
import { splitScript } from "../script.js";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement, SymbolReference } from "../types.js";
import { readInt } from "../values/read.js";
import { flagSetting, numberSetting, textSetting } from "../values/settings.js";
import { childrenNamed, present, sourced } from "./sources.js";

export function scriptOf(statement: EffectiveStatement, effective: EffectiveConfiguration): VrrpScript {
  const { target } = effective;
  const number = (keyword: string) => numberSetting(statement, keyword, target);
  return present<VrrpScript>({
    ...named(statement),
    command: commandOf(statement, effective),
    interval: number("interval"),
    timeout: number("timeout"),
    weight: number("weight"),
    reverse: reverseOf(statement, target),
    rise: number("rise"),
    fall: number("fall"),
    user: textSetting(statement, "user", target),
    initFail: flagSetting(statement, "init_fail", target),
  });
}

function commandOf(
  statement: EffectiveStatement,
  effective: EffectiveConfiguration,
): Sourced<readonly string[]> | undefined {
  for (const script of childrenNamed(statement, "script").toReversed()) {
    const split = splitScript(script, effective.target);
    const word = script.words[1];
    if (split.kind === "script" && split.command.length > 0 && word) return sourced(split.command, word, script);
  }
  return undefined;
}

export function trackProcessOf(statement: EffectiveStatement, target: Version): TrackProcess {
  return present<TrackProcess>({
    ...named(statement),
    weight: numberSetting(statement, "weight", target),
    reverse: reverseOf(statement, target),
  });
}

export function trackFileOf(statement: EffectiveStatement, target: Version): TrackFile {
  return present<TrackFile>({
    ...named(statement),
    file: textSetting(statement, "file", target),
    weight: numberSetting(statement, "weight", target),
    reverse: reverseOf(statement, target),
  });
}

function named(statement: EffectiveStatement): {
  name: string;
  place: EffectiveStatement["place"];
  statement: EffectiveStatement;
} {
  const word = statement.words[1];
  return { name: word?.value ?? "", place: word?.place ?? statement.place, statement };
}

function reverseOf(statement: EffectiveStatement, target: Version): true | undefined {
  return textSetting(statement, "weight", target, "direction") ? true : undefined;
}

/** A tracker's own weight where its line has none: a file's number counts once, everything else means FAULT. */
const defaultWeights: Readonly<Record<Tracker["kind"], number>> = {
  script: 0,
  process: 0,
  file: 1,
  interface: 0,
  bfd: 0,
};

/** The lines of a block's `track_…` blocks that the daemon takes. */
export function trackersOf(
  block: EffectiveStatement,
  references: ReadonlyMap<EffectiveLine, SymbolReference>,
  target: Version,
): readonly Tracker[] {
  const trackers: Tracker[] = [];
  for (const child of block.children) {
    const kind = /^track_(script|process|file|interface|bfd)$/.exec(child.keyword.name)?.[1] as
      | Tracker["kind"]
      | undefined;
    if (!kind || child.keyword.kind !== "lines") continue;
    for (const line of child.lines) {
      const tracker = trackerOf(kind, line, references.get(line), target);
      const twice = trackers.some((other) => other.kind === kind && other.name === tracker?.name);
      if (tracker && !twice) trackers.push(tracker);
    }
  }
  return trackers;
}

function trackerOf(
  kind: Tracker["kind"],
  line: EffectiveLine,
  reference: SymbolReference | undefined,
  target: Version,
): Tracker | undefined {
  const [name, option, weightWord, direction] = line.words;
  if (!name || (kind !== "interface" && !reference?.definition)) return undefined;
  if (kind === "bfd" && !reportsTo(reference!.definition!.statement).vrrp) return undefined;
  if (option && (option.value !== "weight" || !weightWord)) return undefined;
  const given = weightWord && readInt(weightWord.value, { min: -254, max: 254 }).value;
  const weight = given === undefined ? undefined : sourced(clamp(kind, given), weightWord!, line);
  const defined = reference?.definition?.statement;
  const definedWeight = defined && numberSetting(defined, "weight", target)?.value;
  const reverse =
    direction?.value === "reverse" ||
    (direction?.value !== "noreverse" && defined !== undefined && reverseOf(defined, target) === true);
  return present<Tracker>({
    kind,
    name: name.value,
    place: name.place,
    from: line,
    weight,
    reverse: reverse ? true : undefined,
    effectiveWeight: weight?.value ?? definedWeight ?? defaultWeights[kind],
  });
}

/** 254 is reported and taken as 253 for interfaces and scripts (vrrp/vrrp_track.c). */
function clamp(kind: Tracker["kind"], weight: number): number {
  return kind === "file" ? weight : Math.max(-253, Math.min(253, weight));
}
