/** What changes between two releases, in either direction, from everything that the data knows of releases. */
import { type Concern, releaseChanges } from "./changes.js";
import { describeArgument, inlineCode } from "./forms.js";
import { lineGrammars } from "./grammars.js";
import { say, sayText } from "./locale/say.js";
import { allKeywords, keywordIn } from "./lookup.js";
import { type ReleaseSwitch, releaseSwitches, type SwitchName, switchesOf } from "./release-switches.js";
import { releases } from "./releases.js";
import { removedKeywords } from "./removed.js";
import type { Argument, EnumValue, Keyword, Lifetime, Option, RemovedKeyword, Version } from "./types.js";
import { compareVersions, isKnownIn, orNewer } from "./versions.js";

export interface Change {
  /** For ever: `gone vrrp_instance/version`, `default script-user`. */
  readonly id: string;
  /**
   * `gone`, `new`: a keyword, an option or a word that one of the releases does not know. `deprecated`: it still works.
   * `values`: what may be written. `default`: what counts where nothing is written. `meaning`: what is done with it.
   */
  readonly kind: "gone" | "new" | "deprecated" | "values" | "default" | "meaning";
  /** The release that brought it. */
  readonly version: Version;
  /** A keyword's path, an option as `PATH OPTION`, a word as `PATH=WORD`, or what it is about. */
  readonly subject: string;
  /** In the release that is left. */
  readonly before: string;
  /** In the release that is gone to. */
  readonly after: string;
  /** What to do. */
  readonly advice: string;
  /** Where it was learnt. */
  readonly source: string;
  /** What of a configuration it concerns; absent: nothing that its words show. */
  readonly concerns?: Concern;
}

/** Everything that changes on the way from one release to another: by kind, then by release. */
export function changesBetween(from: Version, to: Version): readonly Change[] {
  const way: Way = { from, to };
  const changes = [
    ...keywordChanges(way),
    ...optionChanges(way),
    ...valueChanges(way),
    ...behaviourChanges(way),
    ...switchChanges(way),
  ];
  const upward = compareVersions(from, to) <= 0 ? 1 : -1;
  return changes.toSorted(
    (one, other) =>
      kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || upward * compareVersions(one.version, other.version),
  );
}

interface Way {
  readonly from: Version;
  readonly to: Version;
}

const kinds: readonly Change["kind"][] = ["gone", "deprecated", "default", "meaning", "values", "new"];
const table = "the keyword's record in packages/schema";

function keywordChanges(way: Way): Change[] {
  return [...allKeywords, ...removedKeywords].flatMap((keyword): Change[] => {
    const { path } = keyword;
    const moved = lifetimeChange(way, keyword, path, "keyword");
    if (moved !== undefined) {
      const advice = moved.kind === "gone" ? adviceFor(keyword, way) : moved.advice;
      return [{ ...moved, advice, ...(moved.kind === "gone" && { concerns: { keywords: [path] } }) }];
    }
    return "deprecated" in keyword ? deprecationChange(way, keyword) : [];
  });
}

/** A word of the language that only one of the two releases knows. */
function lifetimeChange(
  { from, to }: Way,
  life: Lifetime,
  subject: string,
  what: "keyword" | "word",
): Change | undefined {
  const known = isKnownIn(life, from);
  if (known === isKnownIn(life, to)) return undefined;
  const isNewer = compareVersions(from, to) < 0;
  const version = known === isNewer ? life.removed! : life.since;
  return {
    id: `${known ? "gone" : "new"} ${subject}`,
    kind: known ? "gone" : "new",
    version,
    subject,
    before: known ? knows(from, what) : lacks(from, what),
    after: known ? drops(to, what) : knows(to, what),
    advice: known ? say`Remove it.` : say`Nothing: it may be used.`,
    source: table,
  };
}

function knows(version: Version, what: "keyword" | "word"): string {
  return what === "keyword"
    ? say`keepalived ${version} knows this keyword.`
    : say`keepalived ${version} knows this word.`;
}

function lacks(version: Version, what: "keyword" | "word"): string {
  return what === "keyword"
    ? say`keepalived ${version} does not know this keyword.`
    : say`keepalived ${version} does not know this word.`;
}

function drops(version: Version, what: "keyword" | "word"): string {
  return what === "keyword"
    ? say`keepalived ${version} does not know this keyword, and drops the line.`
    : say`keepalived ${version} does not know this word, and drops the line or the word.`;
}

function adviceFor(keyword: Keyword | RemovedKeyword, { to }: Way): string {
  const other = otherName(keyword.path, to);
  if (other !== undefined) return say`Write ${inlineCode(other.name)}.`;
  const { replacement } = "kind" in keyword ? (keyword.deprecated ?? {}) : keyword;
  if (replacement !== undefined) return /\s/.test(replacement) ? replacement : say`Use ${inlineCode(replacement)}.`;
  return "kind" in keyword
    ? say`Remove the line, or stay with ${orNewer(keyword.since)}.`
    : say`Remove the line: it has had no effect for a long time.`;
}

/** The same keyword under another name that a release knows: `nb_get_retry` for `retry` where that is too new. */
export function otherName(path: string, target: Version): Keyword | undefined {
  const own = allKeywords.find((keyword) => keyword.path === path);
  return allKeywords.find(
    (other) =>
      isKnownIn(other, target) &&
      blockOf(other.path) === blockOf(path) &&
      (other.deprecated?.replacement === path || other.aliasOf === path || own?.aliasOf === other.path),
  );
}

function blockOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function deprecationChange({ from, to }: Way, { path, name, deprecated }: Keyword): Change[] {
  const { since, replacement, reported } = deprecated ?? {};
  if (since === undefined || compareVersions(from, since) >= 0 || compareVersions(to, since) < 0) return [];
  return [
    {
      id: `deprecated ${path}`,
      kind: "deprecated",
      version: since,
      subject: path,
      before: say`${inlineCode(name)} is in use.`,
      after: taken[reported ?? "silent"](inlineCode(name)),
      advice: replacement === undefined ? say`Remove the line.` : say`Use ${inlineCode(replacement)}.`,
      source: table,
      concerns: { keywords: [path] },
    },
  ];
}

const taken = {
  error: (name: string) => say`${name} is deprecated; it still works, with a complaint of \`keepalived -t\`.`,
  logged: (name: string) => say`${name} is deprecated; it still works, with a line in the log.`,
  silent: (name: string) => say`${name} is deprecated; it still works.`,
} as const;

/** Options, and words that are values. */
function optionChanges(way: Way): Change[] {
  return allKeywords.flatMap((keyword): Change[] => {
    // Its words come and go with it.
    if (!isKnownIn(keyword, way.from) || !isKnownIn(keyword, way.to)) return [];
    const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
    const options = [
      ...optionsOf(keyword.arguments),
      ...(grammar?.options ?? []).filter(({ only }) => only === undefined || only.includes(keyword.name)),
    ];
    const found = [
      ...options.flatMap((option) =>
        optionWords(option).map((word) => ({ word, subject: `${keyword.path} ${word.value}` })),
      ),
      ...[...keyword.arguments, ...(grammar?.positional ?? [])].flatMap((argument) =>
        wordsIn(argument).map((word) => ({ word, subject: `${keyword.path}=${word.value}` })),
      ),
    ];
    const seen = new Set<string>();
    return found.flatMap(({ word, subject }): Change[] => {
      if (seen.has(subject) || word.since === undefined) return [];
      seen.add(subject);
      const moved = lifetimeChange(way, { since: word.since }, subject, "word");
      if (moved === undefined) return [];
      const concerns = { keywords: [keyword.path], matching: new RegExp(`^${asPattern(word.value)}$`) };
      const advice = moved.kind === "gone" ? say`Remove it, or stay with ${orNewer(word.since)}.` : moved.advice;
      return [{ ...moved, advice, ...(moved.kind === "gone" && { concerns }) }];
    });
  });
}

function optionsOf(list: readonly Argument[]): readonly Option[] {
  return list.flatMap((argument) => {
    if (argument.type === "options") return argument.options;
    return argument.type === "variant" ? argument.variants.flatMap(optionsOf) : [];
  });
}

/** An option's words, each with the release that brought it. A positional one has no word of its own. */
function optionWords({ name, since, aliases = [], positional }: Option): readonly EnumValue[] {
  return positional
    ? []
    : [{ value: name, since }, ...aliases.map((alias) => ({ value: alias.name, since: alias.since ?? since }))];
}

function wordsIn(argument: Argument): readonly EnumValue[] {
  if (argument.type === "variant") return argument.variants.flat().flatMap(wordsIn);
  if ("words" in argument && argument.words) return argument.words;
  return "values" in argument && argument.values ? argument.values : [];
}

function asPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Ranges, and what the records of keywords and options say of releases. */
function valueChanges(way: Way): Change[] {
  return allKeywords.flatMap((keyword): Change[] => {
    if (!isKnownIn(keyword, way.from) || !isKnownIn(keyword, way.to)) return [];
    const { path } = keyword;
    const options = keyword.lines === undefined ? [] : (lineGrammars[keyword.lines]?.options ?? []);
    const differences = [keyword, ...options].flatMap(({ differences = [] }) => differences);
    const told = differences
      .filter(({ version }) => isBetween(way, version))
      .map(
        ({ version, note }): Change => ({
          subject: path,
          source: table,
          id: `meaning ${path} ${version}`,
          kind: "meaning",
          version,
          ...sides(way, note),
          advice: asTheDaemonSays(),
        }),
      );
    const ranges = keywordIn(keyword, way.to).arguments.flatMap((argument): Change[] => {
      const [before, after] = [way.from, way.to].map((version) => describeArgument(argument, version));
      const until = argument.until?.findLast((each) => isOn(each.until, way));
      // The note of the keyword says it already.
      if (until === undefined || before === after || told.length > 0) return [];
      const version = nextRelease(until.until, way);
      return [
        {
          subject: path,
          source: table,
          id: `values ${path} ${argument.name}`,
          kind: "values",
          version,
          before: sentence(before!),
          after: sentence(after!),
          advice: asTheDaemonSays(),
        },
      ];
    });
    return [...told, ...ranges];
  });
}

/** Where the line is read otherwise, the daemon's reading under both releases shows it. */
const asTheDaemonSays = () => say`Nothing, unless a complaint or a line that is read differently is listed.`;

/** A text such as `A second one is reported; before, it replaced the first.`, as what is left and what is gone to. */
function sides(way: Way, text: string): Pick<Change, "before" | "after"> {
  const isNewer = compareVersions(way.from, way.to) < 0;
  const [newer = text, older] = sayText(text)
    .replace(/[.。]$/, "")
    .split(/; before, |；以前，/);
  const now = sentence(newer);
  if (older === undefined) return isNewer ? { before: notYet(), after: now } : { before: now, after: notYet() };
  return isNewer ? { before: sentence(older), after: now } : { before: now, after: sentence(older) };
}

const notYet = () => say`This does not apply yet.`;

/** A bound that holds up to and with a release ends between the two. */
function isOn(until: Version, { from, to }: Way): boolean {
  return compareVersions(from, until) <= 0 !== compareVersions(to, until) <= 0;
}

/** The records say up to which release it was so; the next one brought the change. */
function nextRelease(until: Version, { from, to }: Way): Version {
  const newer = compareVersions(from, to) < 0 ? to : from;
  return releases.find((release) => compareVersions(release, until) > 0) ?? newer;
}

/** The release is newer than one of the two and not newer than the other. */
function isBetween({ from, to }: Way, version: Version): boolean {
  return compareVersions(from, version) < 0 !== compareVersions(to, version) < 0;
}

function sentence(text: string): string {
  const first = /^[`_]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!。]$/.test(first) ? first : say`${first}.`;
}

function behaviourChanges(way: Way): Change[] {
  const isNewer = compareVersions(way.from, way.to) < 0;
  return releaseChanges
    .filter(({ version }) => isBetween(way, version))
    .map(
      ({ id, kind, version, subject, before, after, advice, adviceBack, source, concerns }): Change => ({
        id: `${kind} ${id}`,
        kind,
        version,
        subject: sayText(subject),
        before: sayText(isNewer ? before : after),
        after: sayText(isNewer ? after : before),
        advice: isNewer
          ? sayText(advice)
          : adviceBack === undefined
            ? say`Check that the older behaviour is acceptable.`
            : sayText(adviceBack),
        source,
        ...(concerns && { concerns }),
      }),
    );
}

function switchChanges(way: Way): Change[] {
  const isOnBefore = switchesOf(way.from);
  const isOnAfter = switchesOf(way.to);
  const all = Object.entries(releaseSwitches) as [SwitchName, ReleaseSwitch][];
  return all.flatMap(([name, { summary, source, on, ours, migration }]): Change[] => {
    if (ours || isOnBefore[name] === isOnAfter[name]) return [];
    const edges = on.flatMap(({ since, until }) => [since, until]).filter((edge) => edge !== undefined);
    const newer = compareVersions(way.from, way.to) < 0;
    return [
      {
        id: `meaning ${name}`,
        kind: "meaning",
        version: edges.findLast((edge) => isBetween(way, edge)) ?? way.to,
        subject: sayText(migration?.subject ?? subjectOf(name)),
        ...switchSides(isOnBefore[name], newer, summary, migration?.otherwise),
        advice: migration === undefined ? asTheDaemonSays() : sayText(migration.advice),
        source,
        ...(migration && { concerns: migration.concerns }),
      },
    ];
  });
}

/** `readsCopy`: reads copy. */
function subjectOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Summaries say what is so while it is on, mostly with what was so before, or is since. */
function switchSides(
  on: boolean,
  newer: boolean,
  summary: string,
  otherwise?: string,
): Pick<Change, "before" | "after"> {
  const [first = summary, other] = sayText(summary)
    .replace(/[.。]$/, "")
    .split(/; (?:before,|since \d+\.\d+\.\d+) |；(?:以前|自 \d+\.\d+\.\d+ 起)，/);
  const off =
    otherwise !== undefined
      ? sayText(otherwise)
      : other !== undefined
        ? sentence(other)
        : on === newer
          ? say`This no longer applies.`
          : notYet();
  return on ? { before: sentence(first), after: off } : { before: off, after: sentence(first) };
}
