import {
  allKeywords,
  type Change,
  changesBetween,
  compareVersions,
  keywordAt,
  releaseChanges,
  releaseSwitches,
  releases,
  removedKeywords,
  switchesOf,
  type Version,
} from "@kalint/schema";
import { describe, expect, test } from "vitest";

const milestones: readonly Version[] = ["1.2.2", "1.3.9", "2.0.20", "2.2.7", "2.4.3"];
const isAfter = (one: Version, other: Version) => compareVersions(one, other) > 0;
/** Upward; a test compares the way back. */
const pairs = milestones.flatMap((from) =>
  milestones.filter((to) => isAfter(to, from)).map((to) => [from, to] as const),
);
const everyKeyword = [...allKeywords, ...removedKeywords].map(({ path, since, removed }) => ({ path, since, removed }));
const paths = new Set(everyKeyword.map(({ path }) => path));

function subjects(changes: readonly Change[], kind: Change["kind"]): readonly string[] {
  return changes.filter((change) => change.kind === kind).map(({ subject }) => subject);
}

describe.each(pairs)("from %s to %s", (from, to) => {
  // Worked out in each test, so that a mutant is noticed by those that look at what it does.
  const changes = () => changesBetween(from, to);

  test("names every keyword that only one of them knows, and no other", () => {
    const knows = (release: Version) =>
      everyKeyword
        .filter(
          ({ since, removed }) => !isAfter(since, release) && (removed === undefined || isAfter(removed, release)),
        )
        .map(({ path }) => path);
    const [old, fresh] = [new Set(knows(from)), new Set(knows(to))];
    const named = (kind: Change["kind"]) =>
      subjects(changes(), kind)
        .filter((subject) => paths.has(subject))
        .sort();
    expect(named("gone")).toEqual([...old].filter((path) => !fresh.has(path)).sort());
    expect(named("new")).toEqual([...fresh].filter((path) => !old.has(path)).sort());
  });

  test("names every switch that is another one, and every changed default and meaning", () => {
    const [old, fresh] = [switchesOf(from), switchesOf(to)];
    const switched = Object.entries(releaseSwitches).filter(
      ([name, { ours }]) => !ours && old[name as keyof typeof old] !== fresh[name as keyof typeof fresh],
    );
    const ids = new Set(changes().map(({ id }) => id));
    expect(switched.map(([name]) => `meaning ${name}`).filter((id) => !ids.has(id))).toEqual([]);
    const between = releaseChanges.filter(({ version }) => isAfter(version, from) !== isAfter(version, to));
    expect(between.map(({ id, kind }) => `${kind} ${id}`).filter((id) => !ids.has(id))).toEqual([]);
  });

  test("names what the records of keywords tell of releases on the way", () => {
    const isBetween = (version: Version) => isAfter(version, from) !== isAfter(version, to);
    const told = allKeywords
      .filter(({ since, removed }) =>
        [from, to].every((release) => !isAfter(since, release) && (removed === undefined || isAfter(removed, release))),
      )
      .flatMap(({ path, differences = [] }) =>
        differences.flatMap(({ version }) => (isBetween(version) ? [`meaning ${path} ${version}`] : [])),
      );
    const ids = changes().map(({ id }) => id.replace(/(?<= \d+\.\d+\.\d+) \d+$/, ""));
    expect(told.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("says the same as the way back, the other way round", () => {
    const back = new Map(changesBetween(to, from).map((change) => [change.id.replace(/^(gone|new) /, ""), change]));
    for (const change of changes().filter(({ kind }) => kind !== "deprecated")) {
      const other = back.get(change.id.replace(/^(gone|new) /, ""));
      expect(other, change.id).toBeDefined();
      if (change.kind === "gone" || change.kind === "new") {
        expect(other?.kind, change.id).toBe(change.kind === "gone" ? "new" : "gone");
        continue;
      }
      expect([change.before, change.after]).toEqual([other?.after, other?.before]);
    }
  });

  test("each change has an id of its own, a release between the two, and says something", () => {
    const all = changes();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, version, before, after, advice, source } of changes()) {
      expect(isAfter(version, from) !== isAfter(version, to), `${id} ${version}`).toBe(true);
      expect(
        [before, after, advice].filter((text) => !/\S[.!)]$/.test(text)),
        id,
      ).toEqual([]);
      expect(before, id).not.toBe(after);
      expect(source).not.toBe("");
    }
  });
});

test.each<[id: string, from: Version, to: Version, version: Version, before: RegExp, after: RegExp]>([
  // A summary alone, of what is so no longer, or only now.
  [
    "clampsTimesInLog",
    "2.2.7",
    "2.4.3",
    "2.2.8",
    /^A route.s time out of range .*log only\.$/,
    /^This no longer applies\.$/,
  ],
  [
    "clampsTimesInLog",
    "2.4.3",
    "2.2.7",
    "2.2.8",
    /^This no longer applies\.$/,
    /^A route.s time out of range .*log only\.$/,
  ],
  [
    "unicastWithoutInterface",
    "2.2.7",
    "2.4.3",
    "2.2.8",
    /^This does not apply yet\.$/,
    /^`interface` is optional .*\.$/,
  ],
  // One that says what was so before, or is since.
  ["skipsKeywordsOfDroppedBlocks", "2.2.7", "2.4.3", "2.2.8", /^They could act [^;]*\.$/, /^Keywords of an [^;]*\.$/],
  ["skipsKeywordsOfDroppedBlocks", "2.4.3", "2.2.7", "2.2.8", /^Keywords of an [^;]*\.$/, /^They could act [^;]*\.$/],
  ["cutsLongLines", "2.2.7", "2.4.3", "2.4.0", /^A line of 1023 [^;]*\.$/, /^It is reported [^;]*\.$/],
])("a switch has two sides: %s, %s to %s", (name, from, to, version, before, after) => {
  const change = changesBetween(from, to).find(({ id }) => id === `meaning ${name}`);
  expect(change).toMatchObject({
    kind: "meaning",
    version,
    before: expect.stringMatching(before),
    after: expect.stringMatching(after),
  });
});

test("nothing changes from a release to itself", () => {
  expect(changesBetween("2.2.7", "2.2.7")).toEqual([]);
});

test("what a change concerns is in the language, and its release is one", () => {
  const concerns = [...releaseChanges, ...Object.values(releaseSwitches).flatMap(({ migration }) => migration ?? [])];
  for (const { concerns: concern } of concerns) {
    for (const path of [...(concern?.keywords ?? []), ...(concern?.with ?? []).map(({ keyword }) => keyword)]) {
      expect(keywordAt(path), path).toBeDefined();
    }
    for (const name of concern?.unless ?? []) {
      const exists = name.includes("/")
        ? keywordAt(name) !== undefined
        : allKeywords.some((keyword) => keyword.name === name);
      expect(exists, name).toBe(true);
    }
  }
  for (const { version, id } of releaseChanges) expect(releases, id).toContain(version);
});

test("changed defaults agree with the keyword's record in the newest release", () => {
  // A change may say what the newest release does where the record says it, too: both must be the same fact.
  const facts: Readonly<Record<string, readonly [path: string, fact: string]>> = {
    "http-retry-delay": ["virtual_server/real_server/HTTP_GET/delay_before_retry", "3"],
    "tcp-check-retry": ["virtual_server/real_server/TCP_CHECK/retry", "1"],
    "http-status-default": ["virtual_server/real_server/HTTP_GET/url/status_code", "200-299"],
    "rlimit-rttime": ["global_defs/vrrp_rlimit_rttime", "10000"],
  };
  for (const [id, [path, fact]] of Object.entries(facts)) {
    expect(releaseChanges.some((change) => change.id === id)).toBe(true);
    expect(keywordAt(path)?.default, path).toBe(fact);
  }
});
