import { assignArguments, checkValue, type EffectiveWord, type Place } from "@kalint/daemon";
import {
  allKeywords,
  arrivalOf,
  type Feature,
  features,
  isKnownIn,
  isRemovedIn,
  type Keyword,
  keywordAt,
  orNewer,
  otherName,
  type RemovedKeyword,
  removedKeywords,
  resolveTarget,
  keywords as rootKeywords,
  say,
  type Version,
} from "@kalint/schema";
import type { Item, Statement } from "@kalint/syntax";
import { withLineEnd } from "../edits.js";
import type { WrittenStatement } from "../source.js";
import { anyOf, nearest } from "../suggest.js";
import type { Finding, Fix } from "../types.js";

interface UnknownWord {
  readonly word: string;
  readonly place: Place;
  /** The path of the block that it is read in; `""` at the top. */
  readonly block: string;
  readonly target: Version;
  /** Features that the hosts' build lacks. */
  readonly withoutFeatures?: readonly string[];
  /** The distribution that this build comes from. */
  readonly distribution?: string | undefined;
  /** The text of its file. */
  readonly text?: string | undefined;
  /** The statement as written, where the word stands in it as it is. */
  readonly written: WrittenStatement | undefined;
}

interface Explanation {
  /** Follows "unknown keyword … in …". */
  readonly text: string;
  readonly rest: Partial<Finding>;
}

/** What the author probably meant, from the most certain reading to none. */
export function explainUnknown(unknown: UnknownWord): Explanation {
  return (
    explainVersion(unknown) ??
    explainSigns(unknown) ??
    explainReplacement(unknown) ??
    explainSpaces(unknown) ??
    explainSpelling(unknown) ??
    explainLength(unknown) ??
    explainOtherBlock(unknown) ?? { text: "", rest: {} }
  );
}

let byName: ReadonlyMap<string, readonly Keyword[]> | undefined;

function keywordsNamed(word: string): readonly Keyword[] {
  byName ??= groupedByName();
  return byName.get(word) ?? [];
}

function groupedByName(): ReadonlyMap<string, readonly Keyword[]> {
  const groups = new Map<string, Keyword[]>();
  for (const keyword of allKeywords) {
    const group = groups.get(keyword.name);
    if (group) group.push(keyword);
    else groups.set(keyword.name, [keyword]);
  }
  return groups;
}

function childrenOf(block: string): readonly Keyword[] {
  return block === "" ? rootKeywords : (keywordAt(block)?.children ?? []);
}

/** What a block may hold, with the keywords that are near the words which were found in it. */
interface KnownBlock {
  readonly keywords: readonly Keyword[];
  readonly near: Map<string, ReturnType<typeof nearest>>;
}

const knownBlocks = new Map<string, KnownBlock>();
/** The same words are misspelled in each rendering of a template and whenever a fix is tried; others are not kept for ever. */
const mostNear = 1000;

function knownIn(unknown: UnknownWord): KnownBlock {
  const { block, target, withoutFeatures = [] } = unknown;
  const key = JSON.stringify([block, target, withoutFeatures]);
  const known = knownBlocks.get(key);
  if (known !== undefined) return known;
  const isKnown = (keyword: Keyword) => isKnownIn(keyword, target) && missingFeature(keyword, unknown) === undefined;
  const made = { keywords: childrenOf(block).filter(isKnown), near: new Map() };
  knownBlocks.set(key, made);
  return made;
}

function knownChildren(unknown: UnknownWord): readonly Keyword[] {
  return knownIn(unknown).keywords;
}

function missingFeature(keyword: Keyword, { withoutFeatures = [] }: UnknownWord): Feature | undefined {
  return keyword.features.find((feature) => withoutFeatures.includes(feature));
}

/** The newest release knows it here, or an older one did. */
function explainVersion(unknown: UnknownWord): Explanation | undefined {
  const { word, block, target } = unknown;
  const here = childrenOf(block).find((keyword) => keyword.name === word);
  const feature = here && isKnownIn(here, target) ? missingFeature(here, unknown) : undefined;
  if (feature !== undefined) return explainBuild(unknown, feature);
  const older = here && otherName(here.path, target);
  if (older) return explainOlderName(unknown, here, older);
  if (here) return { text: lifetimeText(here, target), rest: { help: lifetimeHelp(here, target) } };
  const removed = removedIn(word, block);
  if (removed === undefined) return undefined;
  const replacement =
    removed.replacement === undefined ? undefined : (removed.replacement.split("/").at(-1) ?? removed.replacement);
  const fixable = replacement !== undefined && knownChildren(unknown).find((keyword) => keyword.name === replacement);
  return {
    text: say`: ${removedText(removed, target)}${replacement === undefined ? "" : /\s/.test(replacement) ? say`; ${replacement}` : say`; ${replacement} took its place`}`,
    rest: {
      help:
        replacement === undefined
          ? say`Remove the line.`
          : /\s/.test(replacement)
            ? replacement
            : say`Use \`${replacement}\`.`,
      ...(fixable && fits(fixable, unknown) && { fixes: [rename(unknown, fixable.name, false)] }),
      ...(replacement === undefined && { fixes: removal(unknown) }),
    },
  };
}

/** The release has it under the name that newer ones only take for old configurations' sake. */
function explainOlderName(unknown: UnknownWord, here: Keyword, older: Keyword): Explanation {
  const isSame = older.aliasOf === here.path || older.deprecated?.reported !== "error";
  return {
    text: say`${lifetimeText(here, unknown.target)}; before, it was ${older.name}`,
    rest: {
      help: say`Write \`${older.name}\`, or use ${orNewer(here.since)}.`,
      ...(fits(older, unknown) && { fixes: [rename(unknown, older.name, isSame && !isTaken(older, unknown))] }),
    },
  };
}

/** The daemon drops the line anyway. */
function removal({ written, text, place }: UnknownWord): readonly Fix[] {
  if (written === undefined || text === undefined || written.statement.block !== undefined) return [];
  const { start, words } = written.statement;
  const line = withLineEnd(text, { file: place.file, start, end: words.at(-1)?.end ?? start });
  return [{ title: say`remove the line`, safe: true, edits: [{ ...line, text: "" }] }];
}

/** The release has it, and the build that the hosts run was made without it. */
function explainBuild({ distribution }: UnknownWord, feature: Feature): Explanation {
  const known = distribution !== undefined && resolveTarget(distribution)?.lacks.includes(feature);
  return {
    text: known
      ? say`: the build of ${distribution} leaves it out (${feature})`
      : say`: the hosts' build leaves it out (${feature}), as kalint.json says`,
    rest: { why: say`It needs: ${features[feature]}`, help: say`Remove the line, or install a build that has it.` },
  };
}

function removedIn(word: string, block: string): RemovedKeyword | undefined {
  const list: readonly RemovedKeyword[] = removedKeywords;
  return list.find(({ path }) => path === (block === "" ? word : `${block}/${word}`));
}

function lifetimeText({ since, removed }: Pick<Keyword, "since" | "removed">, target: Version): string {
  return isRemovedIn({ removed }, target)
    ? say`: keepalived ${removed} dropped it`
    : say`: keepalived ${target} does not have it yet, ${arrivalOf(since)}`;
}

function lifetimeHelp({ since, removed }: Pick<Keyword, "since" | "removed">, target: Version): string {
  return isRemovedIn({ removed }, target) ? say`Remove the line.` : say`Remove the line, or use ${orNewer(since)}.`;
}

function removedText({ since, removed }: RemovedKeyword, target: Version): string {
  return !isRemovedIn({ removed }, target)
    ? say`keepalived ${target} does not have it yet, it came with ${since} and went with ${removed}`
    : say`keepalived ${removed} dropped it`;
}

/** `priority=100`, `priority: 100`, `priority;`, `// text`, a byte order mark: signs that other languages have. */
function explainSigns(unknown: UnknownWord): Explanation | undefined {
  const { word, place } = unknown;
  if (word.startsWith("\uFEFF")) {
    const fix: Fix = {
      title: say`remove the byte order mark`,
      safe: true,
      edits: [{ ...place, end: place.start + 1, text: "" }],
    };
    return {
      text: say`: an invisible byte order mark precedes it`,
      rest: { help: say`Save the file without one.`, ...(unknown.written && { fixes: [fix] }) },
    };
  }
  if (/^(<{7}|={7}|>{7})$/.test(word)) {
    return {
      text: say`: it is the mark of a merge conflict`,
      rest: { help: say`Resolve the conflict and remove its markers.` },
    };
  }
  if (/^(\/\/|\/\*|;|--)/.test(word))
    return { text: say`: a comment starts with # or !`, rest: { help: say`Write \`#\` before the text.` } };
  if (/[\u00A0\u200B\u3000]/.test(word)) {
    return {
      text: say`: it holds a space of another kind, which does not separate words`,
      rest: { help: say`Retype the space.` },
    };
  }
  const match = /^([A-Za-z]\w*)([=:])(.*)$/.exec(word);
  const keyword = match && knownChildren(unknown).find(({ name }) => name === match[1]);
  if (!match || !keyword) return undefined;
  const [, name, sign, value] = match;
  const fix: Fix = {
    title: say`write \`${name} ${value}\``,
    safe: true,
    edits: [{ ...place, text: value ? `${name} ${value}` : name! }],
  };
  return {
    text: say`: a value follows its keyword after a space, without ${sign}`,
    rest: { help: say`Write \`${name} ${value || say`VALUE`}\`.`, ...(value && unknown.written && { fixes: [fix] }) },
  };
}

/** The word is known elsewhere under a name that is deprecated; the one in use is known here. */
function explainReplacement(unknown: UnknownWord): Explanation | undefined {
  const namesakes = keywordsNamed(unknown.word);
  if (namesakes.length === 0) return undefined;
  const names = new Set(namesakes.map(({ deprecated }) => deprecated?.replacement?.split("/").at(-1)));
  const here = knownChildren(unknown).find(({ name }) => names.has(name));
  if (!here) return undefined;
  const blocks = blocksOf(namesakes);
  return {
    text: say`: it is an old name in ${anyOf(blocks)}; here it is ${here.name}`,
    rest: {
      help: say`Use \`${here.name}\`.`,
      ...(fits(here, unknown) && { fixes: [rename(unknown, here.name, !isTaken(here, unknown))] }),
    },
  };
}

/** `lb _kind NAT`, `mcast src ip 192.0.2.1`: spaces within the keyword. `virtual_server192.0.2.1 80`: none behind it. */
function explainSpaces(unknown: UnknownWord): Explanation | undefined {
  const { word, place, written } = unknown;
  if (written === undefined || keywordsNamed(word).length > 0) return undefined;
  const { words } = written.statement;
  for (const used of [4, 3, 2]) {
    const parts = words.slice(0, used);
    if (parts.length < used || parts.some(({ value }) => !/^\w+$/.test(value))) continue;
    const [last] = parts.slice(-1);
    const name = parts
      .map(({ value }) => value)
      .join("_")
      .replace(/_{2,}/g, "_");
    const keyword = knownChildren(unknown).find((each) => each.name === name);
    if (keyword === undefined || !fits(keyword, unknown, used)) continue;
    const fix: Fix = {
      title: say`write \`${name}\``,
      safe: keyword.deprecated === undefined && !isTaken(keyword, unknown),
      edits: [{ ...place, end: last!.end, text: name }],
    };
    return { text: say`: ${name} is one word`, rest: { help: say`Write \`${name}\`.`, fixes: [fix] } };
  }
  const glued = knownChildren(unknown)
    .filter(({ name }) => word.startsWith(name) && /^(?:[\d/"<:[]|_\w)/.test(word.slice(name.length)))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
  // What goes on with letters is another name, unless it names a block.
  const rest = glued && word.slice(glued.name.length).replace(/^_/, "");
  if (glued === undefined || rest === undefined || rest === "") return undefined;
  const named = isBlockLike(glued) && glued.arguments.length > 0 && written.statement.block !== undefined;
  if (word[glued.name.length] === "_" ? !named || words.length > 1 : isBlockLike(glued) && !named) return undefined;
  const shown = `${glued.name} ${rest}`;
  const fix: Fix = { title: say`write \`${shown}\``, safe: false, edits: [{ ...place, text: shown }] };
  return {
    text: say`: a space is missing after ${glued.name}`,
    rest: { help: say`Write \`${shown}\`.`, fixes: [fix] },
  };
}

function explainSpelling(unknown: UnknownWord): Explanation | undefined {
  const known = knownChildren(unknown);
  const written = nearestOf(unknown.word, unknown);
  const short = shortened(unknown.word);
  const near =
    written.length > 0
      ? written
      : known.some(({ name, deprecated }) => name === short && deprecated === undefined)
        ? [{ word: short, distance: 0 }]
        : nearestOf(short, unknown);
  const best = near.filter(({ distance }) => distance === near[0]!.distance).map(({ word }) => word);
  const [name] = best;
  if (name === undefined) return undefined;
  const elsewhere = keywordsNamed(unknown.word).length > 0;
  const keyword = known.find((each) => each.name === name)!;
  // A keyword of another block is none that is misspelled, unless the line is as one of this block: `vrrp_script X {` is no vrrp_strict.
  if (elsewhere && unknown.written && isBlockLike(keyword) !== (unknown.written.statement.block !== undefined))
    return undefined;
  const certain =
    near.length === 1 &&
    !elsewhere &&
    keyword.deprecated === undefined &&
    fits(keyword, unknown) &&
    !isTaken(keyword, unknown);
  return {
    text: say`; did you mean ${anyOf(best)}?`,
    rest: {
      help: say`Write ${anyOf(best.map((each) => `\`${each}\``))}${betterThan(keyword)}.`,
      ...(unknown.written && { fixes: best.map((each) => rename(unknown, each, certain)) }),
    },
  };
}

/** keepalived's names have these words in short. */
function shortened(word: string): string {
  return word
    .replace(/source/i, "src")
    .replace(/vrid|router_id/i, "virtual_router_id")
    .replace(/^vips?$/i, "virtual_ipaddress")
    .replace(/(?<!ip)address(?:es)?/i, "ipaddress");
}

/**
 * `advert_interval` for advert_int, `garp_master_delay` in global_defs for vrrp_garp_master_delay: the word is longer or
 * shorter than the one keyword that it begins with, or lacks a prefix.
 */
function explainLength(unknown: UnknownWord): Explanation | undefined {
  const { word } = unknown;
  const [keyword, ...others] = knownChildren(unknown)
    .filter(({ name, deprecated }) => deprecated === undefined && (isPrefixed(name, word) || isLengthened(name, word)))
    .toSorted((one, other) => one.name.length - other.name.length);
  // virtual_ipaddress_excluded goes on from virtual_ipaddress, so that one is meant by virtual_ip.
  if (keyword === undefined || others.some(({ name }) => !name.startsWith(keyword.name))) return undefined;
  const blocks = blocksOf(keywordsNamed(word));
  return {
    text:
      blocks.length > 0
        ? say`: it belongs in ${anyOf(blocks)}; here it is ${keyword.name}`
        : say`; did you mean ${keyword.name}?`,
    rest: {
      help: say`Write \`${keyword.name}\`${blocks.length > 0 ? say`, or move the line into ${anyOf(blocks)}` : ""}.`,
      ...(fits(keyword, unknown) && { fixes: [rename(unknown, keyword.name, false)] }),
    },
  };
}

function isPrefixed(name: string, word: string): boolean {
  return ["vrrp_", "lvs_", "checker_", "enable_"].some(
    (prefix) => name === `${prefix}${word}` || word === `${prefix}${name}`,
  );
}

/** A part of the word that begins with `_` says something more, as in `smtp_server_port`. */
function isLengthened(name: string, word: string): boolean {
  const [short, long] = name.length < word.length ? [name, word] : [word, name];
  return short.length >= 6 && long.startsWith(short) && (long === name || long[short.length] !== "_");
}

/** `, or better lvs_sync_daemon in global_defs`, where the keyword itself is deprecated. */
function betterThan({ deprecated }: Keyword): string {
  const path = deprecated?.replacement?.split("/");
  if (path === undefined) return "";
  const name = path.at(-1);
  const block = path.at(-2);
  return say`, or better \`${name}\`${block === undefined ? "" : say` in ${block}`}`;
}

/** What is deprecated is no advice where something in use is as near. */
function nearestOf(word: string, unknown: UnknownWord): ReturnType<typeof nearest> {
  const { keywords, near } = knownIn(unknown);
  const known = near.get(word);
  if (known !== undefined) return known;
  const inUse = keywords.filter(({ deprecated }) => deprecated === undefined).map(({ name }) => name);
  const found = nearest(word, inUse);
  const made =
    found.length > 0
      ? found
      : nearest(
          word,
          keywords.map(({ name }) => name),
        );
  if (near.size === mostNear) near.clear();
  near.set(word, made);
  return made;
}

function explainOtherBlock({ word, target }: UnknownWord): Explanation | undefined {
  const namesakes = keywordsNamed(word).filter((keyword) => isKnownIn(keyword, target));
  if (namesakes.length === 0) {
    const list: readonly RemovedKeyword[] = removedKeywords;
    const removed = list.find(({ name }) => name === word);
    return removed && { text: say`: ${removedText(removed, target)}`, rest: { help: say`Remove the line.` } };
  }
  const blocks = blocksOf(namesakes);
  if (blocks[0] === topLevel()) {
    return {
      text: say`: it is allowed at the top level only`,
      rest: { help: say`Close the block before it: a \`}\` is missing above, or the line is in the wrong place.` },
    };
  }
  return { text: say`: it belongs in ${anyOf(blocks)}`, rest: { help: say`Move the line into ${anyOf(blocks)}.` } };
}

const topLevel = () => say`the top level`;

function blocksOf(all: readonly Keyword[]): readonly string[] {
  return [...new Set(all.map(({ path }) => path.split("/").at(-2) ?? topLevel()))].slice(0, 6);
}

function rename({ place, word }: UnknownWord, name: string, safe: boolean): Fix {
  return { title: say`write \`${name}\` instead of \`${word}\``, safe, edits: [{ ...place, text: name }] };
}

function isBlockLike({ kind }: Keyword): boolean {
  return kind === "block" || kind === "lines";
}

/** Whether the words behind the unknown one are what the keyword takes. `used`: so many words are the keyword itself. */
function fits(keyword: Keyword, { written, place, target }: UnknownWord, used = 1): boolean {
  if (written === undefined) return false;
  const { statement } = written;
  if (isBlockLike(keyword) !== (statement.block !== undefined)) return false;
  const words = statement.words
    .slice(used)
    .map(
      (word): EffectiveWord => ({ value: word.value, place: { file: place.file, start: word.start, end: word.end } }),
    );
  if (keyword.splitter !== undefined) return words.length > 0;
  const { values, missing, surplus, unknown } = assignArguments(keyword.arguments, words, target);
  if ((missing !== undefined && keyword.missingArgument !== "allowed") || surplus.length > 0 || unknown.length > 0)
    return false;
  return values.every(({ argument, word }) => checkValue(word.value, argument, target) === undefined);
}

/** Under its new name the line would say for a second time what another line says. */
function isTaken(keyword: Keyword, { written }: UnknownWord): boolean {
  if (keyword.repetition === "list" || keyword.repetition === "unique-name") return false;
  const isSame = (item: Item): item is Statement => item.kind === "statement" && item.words[0]?.value === keyword.name;
  return written?.siblings.some(isSame) ?? false;
}
