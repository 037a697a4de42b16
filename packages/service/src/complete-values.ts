import type { ValueArgument } from "@kalint/daemon";
import {
  type DecimalArgument,
  type EnumValue,
  isKnownIn,
  type NumberArgument,
  type Option,
  type PortArgument,
  wordsOf,
} from "@kalint/schema";
import type { Item } from "@kalint/syntax";
import type { Proposal } from "./complete.js";
import type { Document } from "./document.js";
import { code } from "./markdown.js";
import { filesOf, symbolsOfKind } from "./names.js";
import { isDeprecatedIn, valuePage } from "./pages.js";
import type { ArgumentSite } from "./site.js";

/** Values that an argument may have: its words, the names that it may refer to, its default. */
export function completeValues(
  document: Document,
  argument: ValueArgument,
  option: Option | undefined,
  site: ArgumentSite,
): Proposal[] {
  const owner = option && !option.positional ? option.name : site.keyword.name;
  switch (argument.type) {
    case "bool":
      return ["true", "false"].map((value) => valueProposal(document, argument, { value }, owner));
    case "reference":
      return symbolsOfKind(document, argument.to)
        .filter(({ name }) => !site.before.some((word) => word.value === name))
        .map((symbol) => ({
          label: symbol.name,
          kind: "name" as const,
          text: quoted(symbol.name),
          detail: symbol.kind,
          page: () => `${code(symbol.kind)} **${symbol.name}** in ${code(symbol.place.file)}`,
          rank: 1,
        }));
    case "interface":
      return interfacesIn(document).map((name) => ({
        label: name,
        kind: "name" as const,
        text: name,
        detail: "interface",
        rank: 1,
      }));
    default: {
      const known = wordsOf(argument).filter(({ since }) => !since || isKnownIn({ since }, document.target));
      const proposals = known.map((value) => valueProposal(document, argument, value, owner));
      if (proposals.length > 0 || !isNumber(argument)) return proposals;
      const given = argument.default ?? (site.grammar || option ? undefined : site.keyword.default);
      const few = "max" in argument && argument.max - argument.min < 4;
      const numbers = few
        ? range(argument.min, argument.max)
        : given !== undefined && /^[\d.]+$/.test(given)
          ? [given]
          : [];
      return numbers.map((value) => ({
        ...valueProposal(document, argument, { value }, owner),
        ...(value === given && { detail: "default" }),
      }));
    }
  }
}

function valueProposal(document: Document, argument: ValueArgument, value: EnumValue, owner: string): Proposal {
  return {
    label: value.value,
    kind: "value",
    text: value.value,
    detail: argument.name,
    deprecated: isDeprecatedIn(value.deprecated, document.target),
    page: () => valuePage(argument, value, owner, document.target),
    rank: 1,
  };
}

function isNumber(argument: ValueArgument): argument is NumberArgument | DecimalArgument | PortArgument {
  return ["uint", "int", "decimal", "port"].includes(argument.type);
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

function quoted(name: string): string {
  return /[\s#!{}]/.test(name) ? `"${name}"` : name;
}

/** Interface names that the files already use, most used first. */
function interfacesIn(document: Document): readonly string[] {
  const counts = new Map<string, number>();
  const visit = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind !== "statement") continue;
      item.words.forEach((word, index) => {
        const name = item.words[index + 1]?.value;
        if ((word.value === "interface" || word.value === "dev") && name && /^[\w.:@-]{1,15}$/.test(name)) {
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      });
      if (item.block) visit(item.block.items);
    }
  };
  for (const file of filesOf(document)) visit(file.items);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
