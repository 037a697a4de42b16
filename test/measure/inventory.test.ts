// Compares the data with an inventory made from keepalived's own tables.
import { readFileSync } from "node:fs";
import { type Argument, allKeywords, isKnownIn, keywordAt, lineGrammars, removedKeywords } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { measured } from "./measured.js";

const file = measured("language/keywords.json");

interface Known {
  readonly path: readonly string[];
  readonly kind: string;
  readonly since: string;
  readonly in2_2_7: boolean;
  readonly args?: readonly Bounds[];
  readonly onMissingArg?: string;
  readonly keywords?: readonly Known[];
}
interface Bounds {
  readonly type: string;
  readonly min?: number;
  readonly max?: number;
  readonly optional?: boolean;
  readonly maxLength?: number;
  readonly values?: readonly string[];
}
interface Inventory {
  readonly keywords: readonly Known[];
  readonly lineGrammars: Readonly<Record<string, { readonly options?: readonly { readonly name: string }[] }>>;
  readonly removedKeywords: readonly { readonly path: readonly string[]; readonly firstSeen: string }[];
}

describe("the inventory", () => {
  const inventory: Inventory = JSON.parse(readFileSync(file, "utf8"));
  const known = flatten(inventory.keywords);

  test("has the same paths in the same order", () => {
    expect(allKeywords.map((keyword) => keyword.path)).toEqual(known.map(({ path }) => path.join("/")));
  });

  test("has the same kinds, first releases and members of 2.2.7", () => {
    const kinds: Record<string, string> = { "lines-block": "lines" };
    const versions: Record<string, string> = { "<=1.0.0": "1.0.0", "after 2.4.3": "2.4.4" };
    const expected = known.map(({ path, kind, since, in2_2_7 }) => [
      path.join("/"),
      kinds[kind] ?? kind,
      versions[since] ?? since,
      in2_2_7,
    ]);
    expect(
      allKeywords.map((keyword) => [keyword.path, keyword.kind, keyword.since, isKnownIn(keyword, "2.2.7")]),
    ).toEqual(expected);
  });

  test("has the same bounds, lengths and words", () => {
    const different = known.flatMap(({ path, args = [] }) => {
      const mine = keywordAt(path.join("/"))?.arguments ?? [];
      return args.flatMap((bounds, index) => {
        const argument = mine[index];
        return argument && same(argument, bounds) ? [] : [`${path.join("/")}: ${JSON.stringify(bounds)}`];
      });
    });
    expect(different).toEqual([]);
  });

  test("ends the reading at the same missing arguments", () => {
    // Both 2.2.7 and 2.4.3 end at a notify or quorum line without a script; the inventory takes it for a log line.
    const script =
      /^(vrrp_instance|vrrp_sync_group|virtual_server|virtual_server\/real_server)\/(notify(_(?!priority)\w+)?|quorum_\w+)$/;
    const fatal = known
      .filter(({ path, onMissingArg }) => onMissingArg?.startsWith(script.test(path.join("/")) ? "log" : "fatal"))
      .map(({ path }) => path.join("/"));
    expect(allKeywords.filter((keyword) => keyword.missingArgument === "fatal").map((keyword) => keyword.path)).toEqual(
      fatal,
    );
  });

  test("has the same line grammars with the same options", () => {
    const options = Object.entries(inventory.lineGrammars).map(([name, grammar]) => [
      name,
      (grammar.options ?? []).map((option) => option.name),
    ]);
    expect(
      Object.entries(lineGrammars).map(([name, grammar]) => [name, grammar.options.map((option) => option.name)]),
    ).toEqual(options);
  });

  test("has no removed keyword that is missing here", () => {
    const paths = new Map(removedKeywords.map((keyword) => [keyword.path, keyword.since]));
    expect(inventory.removedKeywords.filter(({ path, firstSeen }) => paths.get(path.join("/")) !== firstSeen)).toEqual(
      [],
    );
  });
});

function same(argument: Argument, { min, max, optional = false, maxLength, values }: Bounds): boolean {
  const mine: { readonly [name: string]: unknown } = { ...argument };
  const words = "values" in argument ? argument.values?.map(({ value }) => value) : undefined;
  return (
    (min === undefined || mine.min === min) &&
    (typeof max !== "number" || mine.max === max || mine.exactMax !== undefined) &&
    (typeof max !== "string" || mine.hostMax !== undefined) &&
    (argument.optional ?? false) === optional &&
    (maxLength === undefined || mine.maxLength === maxLength || argument.type === "reference") &&
    (values === undefined || JSON.stringify(words) === JSON.stringify(values))
  );
}

function flatten(level: readonly Known[]): Known[] {
  return level.flatMap((keyword) => [keyword, ...flatten(keyword.keywords ?? [])]);
}
