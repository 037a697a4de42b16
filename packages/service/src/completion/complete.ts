import {
  builtinDefinitions,
  type Directive,
  isKnownIn,
  type Keyword,
  keywordSignature,
  type Option,
  optionSignature,
  usageOf,
} from "@kalint/schema";
import type { Span } from "@kalint/syntax";
import { directiveSnippet, wordDirectives } from "../directives.js";
import { type Document, writtenIn } from "../document.js";
import { fenced } from "../markdown.js";
import { definitionsIn } from "../names.js";
import { directivePage, isDeprecatedIn, keywordPage, optionPage } from "../pages.js";
import { type ArgumentSite, expectationsAt, type KeywordSite, type ReferenceSite, siteAt } from "../site.js";
import { completeComment } from "./comments.js";
import { situationAt } from "./company-values.js";
import { completeCondition } from "./conditions.js";
import { completeIncludePath } from "./path.js";
import { placeholders } from "./placeholders.js";
import { hasStops, isStarter, keywordSnippet, optionSnippet, type Placeholders } from "./snippets.js";
import { templates } from "./templates.js";
import { completeValues } from "./values.js";

export type CompletionKind =
  | "keyword"
  | "block"
  | "value"
  | "option"
  | "name"
  | "variable"
  | "file"
  | "folder"
  | "directive"
  | "snippet";

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Text to put in place of `insert` (up to the cursor) or `replace` (the whole word). */
  readonly text: string;
  /** The same with tab stops, in LSP snippet syntax. */
  readonly snippet?: string;
  readonly insert: Span;
  readonly replace: Span;
  /** Beside the label: how it is written. */
  readonly detail?: string;
  /** Lists are long and pages are read one at a time, so a page is made when it is asked for. */
  readonly page?: () => string;
  readonly deprecated?: boolean;
  /** What is typed is compared with this, where it is not the label. */
  readonly filter?: string;
  /** Orders the list: smaller first. */
  readonly rank: number;
  /** Among those of one rank: how often people write it, more first. */
  readonly usage?: number;
}

/** A completion before the editor's cursor is known. */
export type Proposal = Omit<Completion, "insert" | "replace">;

/** What is to be shown of a proposal below its detail, which clients show themselves: the page does not begin with it again. */
export function pageOf({ detail, page }: Completion): string | undefined {
  const text = page?.();
  if (text === undefined || detail === undefined) return text;
  const heading = `${fenced(detail)}\n\n`;
  if (text === detail) return undefined;
  return text.startsWith(heading) ? text.slice(heading.length) : text;
}

/**
 * What could be written at `offset`, the likeliest first, not filtered by what already stands there; nothing where a
 * whole word stands already, so that the Enter behind it ends the line and takes no longer word instead.
 */
export function complete(document: Document, offset: number): readonly Completion[] {
  const offered = proposalsAt(document, offset);
  const typed = (one: Completion): string => document.text.slice(one.insert.start, one.insert.end);
  if (offered.some((one) => one.text === typed(one) && one.replace.end === offset)) return [];
  return offered
    .filter((one) => !isWhole(one, typed(one)))
    .toSorted((one, other) => one.rank - other.rank || (other.usage ?? 0) - (one.usage ?? 0));
}

/** A number or the name of an interface that is only a part of what is offered may well be all that is meant. */
function isWhole({ label, kind }: Completion, typed: string): boolean {
  return (kind === "value" || kind === "name") && /\d$/.test(typed) && label.startsWith(typed);
}

function proposalsAt(document: Document, offset: number): readonly Completion[] {
  const ids = completeCondition(document, offset);
  if (ids) return ids;
  const site = siteAt(document, offset);
  const here = { start: site.span.start, end: offset };
  switch (site.kind) {
    case "keyword":
      return at(here, site.span, keywordProposals(document, site));
    case "argument":
      return at(here, site.span, argumentProposals(document, site));
    case "definition-reference":
      return at(here, site.span, referenceProposals(document, site));
    case "include":
      if (site.on === "directive") return at(here, site.span, directiveProposals(document, includes, true));
      return completeIncludePath(document, site.span, offset);
    case "comment":
      return completeComment(document, site, offset);
    case "unknown":
      return isBehindInclude(document.text, offset) ? completeIncludePath(document, site.span, offset) : [];
    default:
      return [];
  }
}

/** Without a path the line is no include yet. */
function isBehindInclude(text: string, offset: number): boolean {
  return /^[ \t]*(?:@\S+[ \t]+)?include[rmwba]?[ \t]+$/.test(
    text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset),
  );
}

function at(insert: Span, replace: Span, proposals: readonly Proposal[]): readonly Completion[] {
  return proposals.map((one) => ({ ...one, insert, replace }));
}

function keywordProposals(document: Document, site: KeywordSite): Proposal[] {
  const { target, withoutFeatures } = document;
  const rest = (site.statement?.words.length ?? 0) > (site.word ? 1 : 0) || site.statement?.block !== undefined;
  const present = new Set([
    ...site.siblings.flatMap((item) =>
      item.kind === "statement" && item !== site.statement && item.words[0] ? [item.words[0].value] : [],
    ),
    ...writtenAround(document, site),
  ]);
  const seen = new Set<string>();
  const known = site.candidates.filter(
    (keyword) =>
      isKnownIn(keyword, target) &&
      !keyword.features.some((feature) => withoutFeatures.includes(feature)) &&
      !seen.has(keyword.name) &&
      seen.add(keyword.name),
  );
  const values = placeholders(document, () => situationAt(document, site));
  return [
    ...known.map((keyword) => keywordProposal(keyword, document, present.has(keyword.name), rest ? undefined : values)),
    ...directiveProposals(document, wordDirectives, rest),
    ...(rest ? [] : templateProposals(site)),
  ];
}

/** What the instance that includes the document has elsewhere. */
function writtenAround(document: Document, site: KeywordSite): readonly string[] {
  if (!document.around || site.blocks.length > 0 || site.block?.path !== "vrrp_instance") return [];
  return situationAt(document, site).own.flatMap(({ instance }) =>
    instance.statement.children.filter(({ place }) => place.file !== document.path).map(({ keyword }) => keyword.name),
  );
}

/** Whole blocks that people begin with, where such a block may stand. */
function templateProposals(site: KeywordSite): Proposal[] {
  return templates
    .filter(({ opens }) => site.candidates.some(({ path }) => path === opens))
    .map(({ label, opens, summary, body }) => ({
      label,
      kind: "snippet" as const,
      text: body.replace(/\$\{\d+\|([^,|}$]*)(?:[,|][^}$]*)?\}|\$\{\d+:([^}$]*)\}|\$\d/g, "$1$2"),
      snippet: body,
      detail: summary,
      page: () => summary,
      rank: 1,
      usage: usageOf(opens) - 0.5,
    }));
}

function keywordProposal(
  keyword: Keyword,
  document: Document,
  present: boolean,
  values: Placeholders | undefined,
): Proposal {
  const deprecated = isDeprecatedIn(keyword.deprecated, document.target);
  const { aliasOf } = keyword;
  const isSecondName = aliasOf !== undefined && usageOf(aliasOf) >= usageOf(keyword.path);
  const snippet = values && keywordSnippet(keyword, document.target, values);
  return {
    label: keyword.name,
    kind: keyword.kind === "block" || keyword.kind === "lines" ? "block" : "keyword",
    text: keyword.name,
    ...(snippet !== undefined && hasStops(snippet) && { snippet }),
    detail: keywordSignature(keyword),
    page: () => keywordPage(keyword, document.target),
    deprecated,
    rank: deprecated || isSecondName ? 4 : present ? rankOfWritten(keyword) : isStarter(keyword) ? 0 : 1,
    usage: usageOf(keyword.path),
  };
}

const includes = wordDirectives.filter(({ name }) => name.startsWith("include"));

/** Several of these in one block mean something; a second block whose lines only join the first's is hardly meant. */
function rankOfWritten({ repetition, kind, arguments: words }: Keyword): number {
  const joins = kind === "lines" && words.length === 0;
  return repetition === "unique-name" || (repetition === "list" && !joins) ? 1 : 3;
}

function directiveProposals(document: Document, list: readonly Directive[], nameOnly: boolean): Proposal[] {
  return list
    .filter((one) => isKnownIn(one, document.target))
    .map((one) => ({
      label: one.name,
      kind: "directive" as const,
      text: one.name,
      ...(!nameOnly && { snippet: directiveSnippet(one) }),
      detail: one.form,
      page: () => directivePage(one),
      rank: 2,
    }));
}

function argumentProposals(document: Document, site: ArgumentSite): Proposal[] {
  const expectations = expectationsAt(site, document.target);
  const written = new Set(site.before.map((word) => word.value));
  const situation = situationAt(document, site);
  const values = placeholders(document, () => situation);
  const proposals = expectations.flatMap((one) =>
    one.kind === "option"
      ? optionProposals(one.option, site.keyword, document, written, values)
      : isOldForm(one.option, document)
        ? []
        : completeValues(document, one.argument, one.option, site, situation),
  );
  const labels = new Set<string>();
  const taken = new Set(site.grammar && site.before.length === 0 ? firstWords(site) : []);
  return proposals.filter(({ label }) => !taken.has(label) && !labels.has(label) && labels.add(label));
}

/** A value by its place alone where the target has a word to put before it. */
function isOldForm(option: Option | undefined, { target }: Document): boolean {
  return option?.positional === true && isDeprecatedIn(option.deprecated, target);
}

/** What the other lines of a block begin with: nobody writes an address or a name twice. */
function firstWords({ siblings, statement }: ArgumentSite): readonly string[] {
  return siblings.flatMap((item) =>
    item.kind === "statement" && item !== statement ? (item.words[0]?.value ?? []) : [],
  );
}

function optionProposals(
  option: Option,
  block: Keyword,
  document: Document,
  written: ReadonlySet<string>,
  values: Placeholders,
): Proposal[] {
  const aliases =
    option.aliases?.filter((alias) => !alias.since || isKnownIn({ since: alias.since }, document.target)) ?? [];
  const stops = optionSnippet(option, document.target, values(`${block.path} ${option.name}`));
  return [{ name: option.name, deprecated: option.deprecated }, ...aliases].map(({ name, deprecated }, index) => ({
    label: name,
    kind: "option" as const,
    text: name,
    ...(hasStops(stops) && { snippet: `${name}${stops.slice(option.name.length)}` }),
    detail: optionSignature({ ...option, name }),
    page: () => optionPage(option, block.name, document.target),
    deprecated: isDeprecatedIn(deprecated, document.target),
    rank: written.has(name) ? 3 : index === 0 ? 1 : 2,
    usage: usageOf(`${block.path} ${option.name}`),
  }));
}

function referenceProposals(document: Document, site: ReferenceSite): Proposal[] {
  const written = writtenIn(document);
  const own = definitionsIn(document).map(({ file, definition }) => ({
    name: definition.name.text.replace(/^\$/, ""),
    detail: definition.lines.map((line) => (file === document.path ? written(line) : line.text)).join(" "),
    rank: 1,
  }));
  const builtin = builtinDefinitions
    .filter((one) => isKnownIn(one, document.target))
    .map(({ name, summary }) => ({ name, detail: summary, rank: 2 }));
  const names = new Set<string>();
  return [...own, ...builtin]
    .filter(({ name }) => !names.has(name) && names.add(name))
    .map(({ name, detail, rank }) => ({
      label: `$${name}`,
      kind: "variable" as const,
      // A bare `$NAME` ends only at a blank, a comma or a parenthesis (keepalived, lib/parser.c: replace_param).
      text: site.braced || rank === 2 ? `\${${name}}` : `$${name}`,
      detail,
      rank,
    }));
}
