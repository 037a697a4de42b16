/** What the way from one keepalived to another means for configurations. */
import { type HostConfiguration, type Place, printEffective } from "@kalint/daemon";
import { type Build, createQueries, hostsOf } from "@kalint/project";
import { type Change, changesBetween, type Version } from "@kalint/schema";
import { keyOf } from "../engine/key.js";
import { lint } from "../engine/lint.js";
import type { Diagnostic, LintRequest, LintResult } from "../types.js";
import { concernedStatements } from "./concerned.js";

export interface MigrationRequest extends Omit<LintRequest, keyof Build | "buildOf" | "progress"> {
  readonly from: Side;
  readonly to: Side;
}

/** What reads the files. Which changes there are goes by the target alone. */
export type Side = Build & Pick<LintRequest, "buildOf">;

export interface Migration {
  readonly from: Version;
  readonly to: Version;
  /** Everything that changes between the two, whether a file shows it or not. */
  readonly changes: readonly Change[];
  /** By path. */
  readonly files: readonly MigratedFile[];
  /** What the old release makes of the files. */
  readonly old: OldReading;
}

/** What is found, and what each host reads, by path and config-id. */
export interface OldReading {
  readonly found: LintResult["files"];
  readonly keys: Keys;
  readonly shown: ReadonlyMap<string, string>;
}

/** What each finding is about, in the words of the files as they were. */
type Keys = ReadonlyMap<Diagnostic, string>;

export interface MigratedFile {
  readonly path: string;
  /** What is found for the new release, and was not for the old one. */
  readonly arising: readonly Diagnostic[];
  /** What is found for the old release only. */
  readonly ending: readonly Diagnostic[];
  /** How many findings hold for both. */
  readonly lasting: number;
  /** Changes that the words of the file show to concern it. */
  readonly concerned: readonly { readonly change: Change; readonly places: readonly Place[] }[];
  /** What each host reads, where the two releases read it differently. */
  readonly readings: readonly { readonly configId?: string; readonly before: string; readonly after: string }[];
}

/** `known`: what the old release made of the files before they were rewritten. */
export function migrationOf(request: MigrationRequest, known?: OldReading): Migration {
  const { from, to, ...rest } = request;
  const queries = request.queries ?? createQueries({ host: request.host });
  const asked = { ...request, queries };
  const keysOf = (files: LintResult["files"]): Keys =>
    new Map(
      files.flatMap((file) => file.diagnostics.map((one) => [one, keyOf(one, (path) => request.host.read(path))])),
    );
  const readOld = (): OldReading => {
    const found = lint({ ...rest, queries, ...from }).files;
    return { found, keys: keysOf(found), shown: shownFor(asked, from) };
  };
  const old = known ?? readOld();
  const fresh = lint({ ...rest, queries, ...to }).files;
  const keys: Keys = new Map([...old.keys, ...keysOf(fresh)]);
  const changes = changesBetween(from.target, to.target);
  const concerned = concernedPlaces(asked, changes);
  const readings = changedReadings(asked, old.shown);
  const paths = new Set([
    ...request.paths.filter((path) => request.host.read(path) !== undefined),
    ...[...old.found, ...fresh].map(({ path }) => path),
    ...[...concerned.values()].flatMap((places) => places.map(({ file }) => file)),
  ]);
  const found = (files: LintResult["files"], path: string) =>
    files.find((file) => file.path === path)?.diagnostics ?? [];
  const files = [...paths].sort().map((path): MigratedFile => {
    const [before, after] = [found(old.found, path), found(fresh, path)];
    const arising = without(after, before, keys);
    return {
      path,
      arising,
      ending: without(before, after, keys),
      lasting: after.length - arising.length,
      concerned: changes.flatMap((change) => {
        const places = (concerned.get(change) ?? []).filter(({ file }) => file === path);
        return places.length === 0 ? [] : [{ change, places }];
      }),
      readings: readings.get(path) ?? [],
    };
  });
  return { from: from.target, to: to.target, changes, files, old };
}

/** Findings that the others do not have, each counted as often as it occurs. */
function without(all: readonly Diagnostic[], others: readonly Diagnostic[], keys: Keys): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const left = (one: Diagnostic) => counts.get(keys.get(one)!) ?? 0;
  for (const one of others) counts.set(keys.get(one)!, left(one) + 1);
  return all.filter((one) => {
    const before = left(one);
    counts.set(keys.get(one)!, before - 1);
    return before <= 0;
  });
}

function variantsFor({ from: _from, to: _to, ...request }: MigrationRequest, side: Side) {
  return hostsOf({ ...request, ...side }).filter(({ isHost, neighbour }) => isHost !== "no" && !neighbour);
}

/** The statements that the old release reads tell what the author relies on. */
function concernedPlaces(request: MigrationRequest, changes: readonly Change[]): ReadonlyMap<Change, readonly Place[]> {
  const hosts = variantsFor(request, request.from).map(({ configuration }) => configuration);
  const found = new Map<Change, readonly Place[]>();
  for (const change of changes) {
    const places = hosts.flatMap((host) => placesOf(host, change));
    const unique = new Map(places.map((place) => [`${place.file}:${place.start}`, place]));
    if (unique.size > 0)
      found.set(
        change,
        [...unique.values()].sort((one, other) => one.start - other.start),
      );
  }
  return found;
}

function placesOf(host: HostConfiguration, { concerns }: Change): readonly Place[] {
  if (concerns === undefined) return [];
  return concernedStatements(host, concerns).map(({ words, place }) => words[0]?.place ?? place);
}

function changedReadings(
  request: MigrationRequest,
  old: OldReading["shown"],
): ReadonlyMap<string, MigratedFile["readings"]> {
  const readings = new Map<string, MigratedFile["readings"][number][]>();
  for (const [key, after] of shownFor(request, request.to)) {
    const before = old.get(key);
    if (before === undefined || before === after) continue;
    const [path, configId] = JSON.parse(key) as [string, string | null];
    const list = readings.get(path) ?? [];
    list.push({ ...(configId !== null && { configId }), before, after });
    readings.set(path, list);
  }
  return readings;
}

/** The effective configurations, by path and config-id. */
function shownFor(request: MigrationRequest, side: Side): OldReading["shown"] {
  return new Map(
    variantsFor(request, side).map(({ path, configId, configuration }) => [
      JSON.stringify([path, configId ?? null]),
      printEffective(configuration.effective, { origins: false, lineOf: () => 0 }),
    ]),
  );
}
