import { readPrefixedAddress, type ValueArgument } from "@kalint/daemon";
import {
  type EnumValue,
  isKnownIn,
  type Option,
  say,
  statusCodes,
  usageOfValue,
  usualValuesOf,
  wordsOf,
} from "@kalint/schema";
import type { Document } from "../document.js";
import { code } from "../markdown.js";
import { symbolsOfKind } from "../names.js";
import { isDeprecatedIn, valuePage } from "../pages.js";
import type { ArgumentSite } from "../site.js";
import { type Situation, type Suggestion, suggestionsFor, takenFor } from "./company-values.js";
import type { Proposal } from "./complete.js";
import { fileProposals, scriptProposals } from "./path.js";
import { nameFor } from "./placeholders.js";
import { emailsOf, interfacesOf, quoted, usersOf, writtenElsewhere } from "./written.js";

/** Values that an argument may have: what the other hosts have, its words, names, what people usually write, its default. */
export function completeValues(
  document: Document,
  argument: ValueArgument,
  option: Option | undefined,
  site: ArgumentSite,
  situation: Situation,
): readonly Proposal[] {
  const named = option !== undefined && !option.positional;
  const owner = named ? option.name : site.keyword.name;
  const key = named ? `${site.keyword.path} ${option.name}` : site.keyword.path;
  const make = (value: EnumValue, detail: string, rank: number): Proposal => ({
    label: value.value,
    kind: "value",
    text: value.value,
    detail,
    deprecated: isDeprecatedIn(value.deprecated, document.target),
    page: () => valuePage(argument, value, owner, document.target),
    rank,
    usage: usageOfValue(key, value.value),
  });
  const plain = (values: readonly string[], detail: string, rank: number): Proposal[] =>
    values.map((value) => make({ value }, detail, rank));

  const isFirst = site.before.length === 0 && !named;
  const near =
    (isFirst && fitsSuggestions(argument)) || (named && !/^(enum|literal|bool|reference)$/.test(argument.type))
      ? suggestionsFor(key, situation)
      : [];
  const fromCompany = near.map(({ value, detail }) => ({ ...make({ value }, detail, 0), usage: 0 }));
  switch (argument.type) {
    case "bool":
      return [...fromCompany, ...plain(["true", "false"], argument.name, 1)];
    case "reference":
      return symbolsOfKind(document, argument.to)
        .filter(({ name }) => !site.before.some((word) => word.value === name))
        .map((symbol) => ({
          label: symbol.name,
          kind: "name" as const,
          text: quoted(symbol.name),
          detail: symbol.kind,
          page: () => `${code(symbol.kind)} **${symbol.name}**`,
          rank: 1,
        }));
    case "interface":
      return [...fromCompany, ...interfaceNames(site, situation, plain)];
    case "email":
      return [...fromCompany, ...plain(emailsOf(situation.company), say`in use here`, 1)];
    case "user":
    case "group":
      return [...fromCompany, ...plain(usersOf(situation.company, argument.type), argument.type, 1)];
    case "script":
      return scriptProposals(document, situation.company, site);
    case "path":
      return [...fromCompany, ...inUse(situation.company, site, make), ...fileProposals(document, site)];
    case "port":
      return [
        ...portsAround(site).flatMap(({ value, detail }) => plain([value], detail, 0)),
        ...plain(
          usualValuesOf(key).filter((value) => /^\d+$/.test(value)),
          "usual",
          1,
        ),
      ];
    case "uint-or-range":
      return /^status_code$/.test(owner)
        ? statusCodes.map(({ value, summary }) => make({ value, summary }, summary, 1))
        : fromCompany;
    default:
      return [...fromCompany, ...otherValues(document, argument, option, site, situation, key, make)];
  }
}

function interfaceNames(
  { keyword }: ArgumentSite,
  { company, own }: Situation,
  plain: (values: readonly string[], detail: string, rank: number) => readonly Proposal[],
): readonly Proposal[] {
  const seen = interfacesOf(company);
  const usual = seen.length > 0 ? [] : usualValuesOf("vrrp_instance/interface");
  const tracked = new Set(own.flatMap(({ instance }) => instance.interface?.value ?? []));
  // Its own interface an instance tracks anyway.
  const isIdle = (name: string): boolean => keyword.name === "track_interface" && tracked.has(name);
  const names = [
    ...seen.flatMap((name) => plain([name], "interface", isIdle(name) ? 2 : 1)),
    ...plain(usual, say`usual name`, 1),
  ];
  return names.map((one): Proposal => ({ ...one, kind: "name" }));
}

/** Numbers, words and texts: those that the language knows, or what people write. */
function otherValues(
  document: Document,
  argument: ValueArgument,
  option: Option | undefined,
  site: ArgumentSite,
  situation: Situation,
  key: string,
  make: (value: EnumValue, detail: string, rank: number) => Proposal,
): readonly Proposal[] {
  const words = wordsOf(argument)
    .filter(({ since }) => !since || isKnownIn({ since }, document.target))
    .map((value) => make(value, argument.name, 1));
  const given = argument.default ?? (site.grammar || option ? undefined : site.keyword.default);
  const isNumber = /^(uint|int|decimal|duration)$/.test(argument.type);
  if (!isNumber) {
    const isNew = site.before.length === 0 && option === undefined;
    const names = (isNew && argument.type === "string" && nameFor(document, site.keyword.path, site.statement)) || [];
    const texts = /^(string|regex|hmac-key|hex|host-or-ip)$/.test(argument.type)
      ? inUse(situation.company, site, make)
      : [];
    const addresses = isAddress(argument) && given !== undefined && readPrefixedAddress(given).value ? [given] : [];
    return [
      ...words,
      ...names.map((value) => make({ value }, say`free name`, 1)),
      ...addresses.map((value) => make({ value }, "default", 1)),
      ...texts,
    ];
  }
  const few =
    "max" in argument && argument.min !== undefined && argument.max !== undefined && argument.max - argument.min < 4
      ? range(argument.min, argument.max)
      : [];
  const taken = takenFor(key, situation);
  const usual = few.length > 0 ? few : usualValuesOf(key).filter((value) => !taken.has(value));
  const isPlain = given !== undefined && /^-?[\d.]+$/.test(given);
  const detail = (value: string): string => (value === given ? "default" : few.length > 0 ? argument.name : "usual");
  return [
    ...words,
    ...usual.map((value, index) => ({ ...make({ value }, detail(value), 1), usage: usual.length - index })),
    ...(isPlain && !usual.includes(given) ? [make({ value: given }, "default", 2)] : []),
  ];
}

/** What the same keyword has elsewhere. */
function inUse(
  company: Situation["company"],
  site: ArgumentSite,
  make: (value: EnumValue, detail: string, rank: number) => Proposal,
): readonly Proposal[] {
  // A name is defined once.
  if (site.keyword.defines !== undefined) return [];
  return writtenElsewhere(company, site.keyword)
    .filter((value) => value !== site.word?.value)
    .map((value) => ({ ...make({ value }, say`in use here`, 2), text: quoted(value) }));
}

function isAddress({ type }: ValueArgument): boolean {
  return /^(ip|ip-mask|ip-range|host-or-ip)$/.test(type);
}

/** Suggestions of a keyword are for its value, not for a word that may stand instead. */
function fitsSuggestions({ type }: ValueArgument): boolean {
  return type !== "literal" && type !== "reference";
}

/** A real server has the port of those beside it or else its virtual server's, and a check that of its server. */
function portsAround({ blocks, before, keyword, siblings, statement }: ArgumentSite): readonly Suggestion[] {
  if (before.length === 0 && blocks.length < 2) return [];
  const portOf = (words: readonly { readonly value: string }[]): string[] =>
    [words[2]?.value ?? ""].filter((word) => /^\d{1,5}$/.test(word));
  const beside = siblings.flatMap((item) =>
    item.kind === "statement" && item !== statement && item.words[0]?.value === keyword.name ? portOf(item.words) : [],
  );
  const around = blocks.toReversed().flatMap(({ statement: { words } }) =>
    portOf(words).map((value) => ({
      value,
      detail: words[0]?.value === "real_server" ? say`port of the real server` : say`port of the virtual server`,
    })),
  );
  const isServer = keyword.path === "virtual_server/real_server";
  const alike = isServer ? beside.slice(-1).map((value) => ({ value, detail: say`as the real server above` })) : [];
  return [...alike, ...around.filter(({ value }) => value !== alike[0]?.value).slice(0, 1)];
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}
