import {
  arrivalOf,
  compareVersions,
  isKnownIn,
  isRemovedIn,
  knownIn,
  newestVersion,
  nextVersion,
  orNewer,
  parseVersion,
  releaseName,
  type Version,
} from "@kalint/schema";
import { expect, test } from "vitest";

test.each<[text: string, version: Version | undefined]>([
  ["2.2.7", "2.2.7"],
  ["v2.2.7", "2.2.7"],
  ["  2.2.7\n", "2.2.7"],
  ["2.3", "2.3.0"],
  ["02.003.0004", "2.3.4"],
  ["1234.1234.1234", "1234.1234.1234"],
  ["2", undefined],
  ["2.", undefined],
  ["2.2.", undefined],
  [".2.7", undefined],
  ["2.2.7.1", undefined],
  ["2.2.7-rc1", undefined],
  ["x2.2.7", undefined],
  ["vv2.2.7", undefined],
  ["2-2-7", undefined],
  ["2.2-7", undefined],
  ["12345.2.7", undefined],
  ["2.12345.7", undefined],
  ["2.2.12345", undefined],
  ["", undefined],
])("%j is the version %s", (text, version) => {
  expect(parseVersion(text)).toBe(version);
});

/** In order: no number may be read as a text, and none may reach into the one before. */
const ordered: readonly Version[] = [
  "1.0.0",
  "1.2.13",
  "1.3.9",
  "2.0.0",
  "2.0.9",
  "2.0.10",
  "2.2.7",
  "2.10.0",
  "10.0.0",
];

test("versions are compared number by number", () => {
  for (const [index, one] of ordered.entries()) {
    for (const [other, version] of ordered.entries()) {
      expect(Math.sign(compareVersions(one, version)), `${one} ${version}`).toBe(Math.sign(index - other));
    }
  }
});

test.each<[since: Version | undefined, removed: Version | undefined, target: Version, known: boolean, gone: boolean]>([
  [undefined, undefined, "2.2.7", true, false],
  ["2.2.7", undefined, "2.2.6", false, false],
  ["2.2.7", undefined, "2.2.7", true, false],
  ["2.2.7", undefined, "2.2.8", true, false],
  [undefined, "2.2.7", "2.2.6", true, false],
  [undefined, "2.2.7", "2.2.7", false, true],
  [undefined, "2.2.7", "2.2.8", false, true],
  ["2.0.0", "2.2.7", "1.3.9", false, false],
  ["2.0.0", "2.2.7", "2.0.0", true, false],
])("since %s, removed in %s: what %s knows", (since, removed, target, known, gone) => {
  const lifetime = { ...(since && { since }), ...(removed && { removed }) };
  expect([isKnownIn(lifetime, target), isRemovedIn(lifetime, target)]).toEqual([known, gone]);
});

test("what a release knows of a list is worked out once for each release", () => {
  const list: readonly { readonly since?: Version }[] = [{}, { since: "2.0.0" }, { since: "2.2.7" }];
  const [older, newer] = [knownIn(list, "2.0.0"), knownIn(list, "2.2.7")];
  expect([older, newer, knownIn([...list], "1.0.0")]).toEqual([list.slice(0, 2), list, list.slice(0, 1)]);
  expect(knownIn(list, "2.0.0")).toBe(older);
  expect(knownIn(list, "2.2.7")).toBe(newer);
});

test("what is in no release yet has no number", () => {
  expect([releaseName(nextVersion), releaseName(newestVersion)]).toEqual(["next", newestVersion]);
  expect(arrivalOf(nextVersion)).toContain("no release yet");
  expect(arrivalOf("2.2.7")).toContain("2.2.7");
  expect(orNewer("2.2.7")).toContain("2.2.7 or newer");
  expect(orNewer(nextVersion)).toContain(`after ${newestVersion}`);
  for (const said of [arrivalOf(nextVersion), orNewer(nextVersion)]) expect(said).not.toContain(nextVersion);
});
