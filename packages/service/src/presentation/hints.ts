import { assignArguments, type EffectiveStatement, type EffectiveWord, statementsOf } from "@kalint/daemon";
import { isKnownIn, type Keyword, keywordAt, say, usage, wordNamed } from "@kalint/schema";
import { itemsOf, type Span, type Statement } from "@kalint/syntax";
import { membersIn } from "../company.js";
import type { Document } from "../document.js";
import { standingsAt } from "../failover.js";
import { effectsOf, shortEffects } from "../hover/instance.js";
import { keywordsIn } from "../site.js";

export const hintKinds = ["defaults", "units", "priority", "references"] as const;

export type HintKind = (typeof hintKinds)[number];

/** A text to show behind an offset, as if it were written there. */
export interface InlayHint {
  readonly kind: HintKind;
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip?: string;
}

/** What the text of a range does not say, of the kinds that are asked for; in the order of the text. */
export function inlayHints(document: Document, within: Span, kinds: ReadonlySet<HintKind>): readonly InlayHint[] {
  if (document.template) return [];
  const isIn = (offset: number): boolean => within.start <= offset && offset <= within.end;
  const hints: InlayHint[] = [];
  if (kinds.has("references")) hints.push(...referenceHints(document));
  if (kinds.has("priority")) hints.push(...priorityHints(document));
  if (kinds.has("defaults") || kinds.has("units")) {
    for (const { statement, keyword } of blocksAndOptions(document)) {
      if (statement.end < within.start || statement.start > within.end) continue;
      if (kinds.has("defaults")) hints.push(...defaultHints(document, statement, keyword));
      if (kinds.has("units")) hints.push(...unitHints(document, statement, keyword));
    }
  }
  return hints.filter(({ offset }) => isIn(offset)).sort((a, b) => a.offset - b.offset);
}

/** The value behind each word with references, where there is one for all hosts. */
function referenceHints(document: Document): InlayHint[] {
  const values = new Map<number, Map<string, string[]>>();
  for (const host of document.hosts) {
    for (const word of wordsOf(statementsOf(host.effective))) {
      if (word.expanded !== true || word.unknown !== undefined || word.place.file !== document.path) continue;
      const written = document.text.slice(word.place.start, word.place.end);
      if (!written.includes("$") || written === word.value) continue;
      const known = values.get(word.place.end) ?? new Map<string, string[]>();
      values.set(
        word.place.end,
        known.set(word.value, [...(known.get(word.value) ?? []), host.effective.configId ?? ""]),
      );
    }
  }
  return [...values].map(([offset, byValue]) => ({
    kind: "references",
    offset,
    label:
      byValue.size === 1
        ? ` = ${[...byValue.keys()][0]}`
        : ` = ${[...byValue].map(([value, ids]) => `${value} (${[...new Set(ids)].join(", ")})`).join(", ")}`,
  }));
}

function* wordsOf(statements: Iterable<EffectiveStatement>): Iterable<EffectiveWord> {
  for (const { words, lines } of statements) {
    yield* words;
    for (const line of lines) yield* line.words;
  }
}

/** Behind `priority`: what trackers make of it. */
function priorityHints(document: Document): InlayHint[] {
  const whole = { start: 0, end: document.text.length };
  const members = document.clusters.flatMap(({ hosts }) => membersIn(document, whole, hosts));
  const byOffset = new Map<number, Map<string, { readonly hosts: Set<string>; readonly effects: readonly string[] }>>();
  for (const { instance } of members) {
    const place = instance.priority?.place;
    if (!place || place.file !== document.path) continue;
    for (const { participant, instance: same, host } of standingsAt(document, instance.place)) {
      if (!participant || same.priority?.place.start !== place.start) continue;
      const effects = effectsOf(participant);
      if (effects.length === 0) continue;
      const known = byOffset.get(place.end) ?? new Map();
      const short = shortEffects(participant);
      const one = known.get(short) ?? { hosts: new Set<string>(), effects };
      one.hosts.add(host.name);
      byOffset.set(place.end, known.set(short, one));
    }
  }
  return [...byOffset].map(([offset, byEffects]) => {
    const named = (hosts: ReadonlySet<string>, text: string): string =>
      byEffects.size > 1 ? `${[...hosts].join(", ")}: ${text}` : text;
    return {
      kind: "priority",
      offset,
      label: ` → ${[...byEffects].map(([short, { hosts }]) => named(hosts, short)).join("; ")}`,
      tooltip: [...byEffects.values()].map(({ hosts, effects }) => named(hosts, effects.join("; "))).join("\n\n"),
    };
  });
}

/** Of a thousand repositories this many must set a keyword for its default to matter to readers. */
const matters = 150;

/** Behind a block's header: what counts because it is not written, of what people usually write. */
function defaultHints(document: Document, { block }: Statement, keyword: Keyword): InlayHint[] {
  const { children = [] } = keyword;
  // What an include brings nobody sees here, and an empty block is still being written.
  if (!block || block.items.length === 0 || block.items.some(({ kind }) => kind === "include")) return [];
  const names = new Set(block.items.flatMap((item) => (item.kind === "statement" ? (item.words[0]?.value ?? []) : [])));
  const written = new Set(children.filter(({ name }) => names.has(name)).map(mainPath));
  const absent = children.flatMap((child) => {
    const value = child.default ?? keywordAt(child.aliasOf ?? "")?.default;
    const isUsual = (usage[child.path] ?? 0) >= matters && isKnownIn(child, document.target);
    const counts = child.onlyWith === undefined || child.onlyWith.some((name) => names.has(name));
    return isUsual && counts && !written.has(mainPath(child)) && value !== undefined && isWritable(child, value)
      ? [`${child.name} ${value}`]
      : [];
  });
  if (absent.length === 0) return [];
  const tooltip = say`Not set here: the default applies.`;
  return [{ kind: "defaults", offset: block.open.end, label: ` ${absent.join(", ")}`, tooltip }];
}

/** Some defaults are said in words that no file may hold. */
function isWritable({ arguments: [argument] }: Keyword, value: string): boolean {
  return /^[\d.]+$/.test(value) || (argument !== undefined && wordNamed(argument, value) !== undefined);
}

function mainPath({ path, aliasOf }: Keyword): string {
  return aliasOf ?? path;
}

const shortUnits: Readonly<Record<string, string>> = { s: "s", ms: "ms", us: "µs", bytes: "bytes", percent: "%" };

function unitHints(document: Document, statement: Statement, keyword: Keyword): InlayHint[] {
  const words = statement.words.slice(1);
  return assignArguments(keyword.arguments, words, document.target).values.flatMap(
    ({ argument, word }): InlayHint[] => {
      if (argument.type === "duration" || !("unit" in argument) || !/^[\d.]+$/.test(word.value)) return [];
      const unit = shortUnits[argument.unit ?? ""];
      const place = words.find((one) => one === word);
      return unit && place ? [{ kind: "units", offset: place.end, label: ` ${unit}` }] : [];
    },
  );
}

/** Statements with the keyword that they are in their block. */
function* blocksAndOptions(document: Document): Iterable<{ statement: Statement; keyword: Keyword }> {
  const tables = new Map<unknown, Keyword | undefined>([[document.tree.file.items, document.within]]);
  for (const { item, siblings } of itemsOf(document.tree)) {
    if (item.kind !== "statement") continue;
    const block = tables.get(siblings);
    const keyword =
      block?.kind === "lines" ? undefined : keywordsIn(block).find(({ name }) => name === item.words[0]?.value);
    if (item.block) tables.set(item.block.items, keyword ?? block);
    if (keyword) yield { statement: item, keyword };
  }
}
