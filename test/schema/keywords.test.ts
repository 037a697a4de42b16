import {
  type Argument,
  allKeywords,
  builtinDefinitions,
  directives,
  features,
  isKnownIn,
  type Keyword,
  keywordAt,
  keywords,
  lineGrammars,
  newestVersion,
  nextVersion,
  type Option,
  releaseSwitches,
  releases,
  removedKeywords,
  requirements,
  rootBlockNames,
  type Version,
} from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { argumentSites, checkTexts, optionSites, type Site, valueSites } from "./sites.js";

/** Runs `problem` on every item and expects it to find nothing; the failures name the places. */
function checkAll<T>(items: Iterable<T>, problem: (item: T) => string | undefined): void {
  const list = [...items];
  expect(list.length).toBeGreaterThan(0);
  expect(list.map(problem).filter((text) => text !== undefined)).toEqual([]);
}

const blocks = allKeywords.filter((keyword) => keyword.kind === "block");

describe("the set of keywords", () => {
  test("has the size that keepalived's own tables have", () => {
    expect(allKeywords.length).toBe(531);
    expect(new Set(allKeywords.map((keyword) => keyword.name)).size).toBe(363);
    expect(keywords.length).toBe(25);
    expect(rootBlockNames.size).toBe(18);
    expect(Object.keys(lineGrammars).length).toBe(15);
  });

  test("knows what each release knows", () => {
    const known = (target: Version) => allKeywords.filter((keyword) => isKnownIn(keyword, target)).length;
    expect(known("2.2.7")).toBe(501);
    expect(known(newestVersion)).toBe(528);
    expect(known(nextVersion)).toBe(531);
    expect(known("1.0.0")).toBe(74);
  });

  test("has each path once, made of the names down to it", () => {
    expect(new Set(allKeywords.map((keyword) => keyword.path)).size).toBe(allKeywords.length);
    checkAll(blocks, (block) =>
      block.children?.every((child) => child.path === `${block.path}/${child.name}`) ? undefined : block.path,
    );
    checkAll(allKeywords, (keyword) => (keywordAt(keyword.path) === keyword ? undefined : keyword.path));
    expect(keywordAt("vrrp_instance/nonsense")).toBeUndefined();
  });

  test("holds children where, and only where, there are some", () => {
    checkAll(allKeywords, (keyword) =>
      (keyword.children !== undefined && keyword.children.length > 0) === (keyword.kind === "block") &&
      (keyword.lines !== undefined) === (keyword.kind === "lines")
        ? undefined
        : keyword.path,
    );
  });

  test("searches blocks as the daemon does: in the order in which it installs their keywords", () => {
    expect(keywords.map((keyword) => keyword.name).slice(0, 9)).toEqual([
      "linkbeat_use_polling",
      "net_namespace",
      "net_namespace_ipvs",
      "namespace_with_ipsets",
      "use_pid_dir",
      "instance",
      "child_wait_time",
      "global_defs",
      "track_group",
    ]);
    expect(keywordAt("vrrp_script")?.children?.map((keyword) => keyword.name)).toEqual([
      "script",
      "interval",
      "timeout",
      "weight",
      "rise",
      "fall",
      "user",
      "init_fail",
    ]);
  });
});

describe("versions", () => {
  const lifetimes = [
    ...directives,
    ...builtinDefinitions,
    ...allKeywords,
    ...[...optionSites()].map((site) => site.item),
    ...removedKeywords,
  ];
  const order = [...releases, nextVersion];
  const rank = (version: Version) => order.indexOf(version);

  test("are releases", () => {
    checkAll(lifetimes, ({ name, since, removed }) =>
      rank(since) >= 0 && (removed === undefined || rank(removed) > rank(since)) ? undefined : `${name} ${since}`,
    );
    checkAll(Object.entries(releaseSwitches), ([name, { on }]) =>
      on.every(({ since, until }) => [since, until].every((each) => each === undefined || rank(each) >= 0)) &&
      on.length > 0
        ? undefined
        : name,
    );
    checkAll(removedKeywords, ({ path, removed }) => (rank(removed) <= rank(newestVersion) ? undefined : path));
    checkAll([...argumentSites(), ...valueSites()], ({ path, item: { since } }) =>
      since === undefined || rank(since) >= 0 ? undefined : `${path} ${since}`,
    );
    expect(releases.at(-1)).toBe(newestVersion);
  });

  test("of a keyword are not older than those of its block", () => {
    checkAll(blocks, (block) =>
      block.children?.every((child) => rank(child.since) >= rank(block.since)) ? undefined : block.path,
    );
  });

  test("of differences lie between the keyword's first release and the newest", () => {
    checkAll(
      allKeywords.filter((keyword) => keyword.differences || keyword.variants),
      ({ path, since, differences = [], variants = [] }) =>
        differences.every(({ version }) => rank(version) > rank(since) && rank(version) <= rank(nextVersion)) &&
        variants.every(({ until }) => rank(until) >= rank(since) && rank(until) <= rank(newestVersion)) &&
        ascending(variants.map(({ until }) => rank(until)))
          ? undefined
          : path,
    );
    checkAll(
      [...argumentSites()].filter(({ item }) => item.until),
      ({ path, item }) => (ascending((item.until ?? []).map(({ until }) => rank(until))) ? undefined : path),
    );
  });
});

describe("references", () => {
  const isPath = (text: string) => /^[\w/<>-]+$/.test(text) && (text.includes("/") || rootBlockNames.has(text));

  test("lead to keywords that exist", () => {
    checkAll(
      allKeywords.filter((keyword) => keyword.aliasOf !== undefined),
      ({ path, aliasOf }) => (keywordAt(aliasOf ?? "") && aliasOf !== path ? undefined : path),
    );
    checkAll(
      allKeywords.flatMap((keyword) => (keyword.inherits ?? []).map((from) => ({ path: keyword.path, from }))),
      ({ path, from }) => (keywordAt(from) ? undefined : `${path} -> ${from}`),
    );
    checkAll(
      allKeywords.flatMap(({ path, deprecated }) => (deprecated?.replacement ? [[path, deprecated.replacement]] : [])),
      ([path, replacement]) => (keywordAt(replacement ?? "") ? undefined : `${path} -> ${replacement}`),
    );
    checkAll(
      removedKeywords.flatMap(({ path, replacement }) =>
        replacement && isPath(replacement) ? [[path, replacement]] : [],
      ),
      ([path, replacement]) => (keywordAt(replacement ?? "") ? undefined : `${path} -> ${replacement}`),
    );
  });

  test("lead to line grammars and features that exist, and none lies idle", () => {
    const used = allKeywords.flatMap((keyword) => keyword.lines ?? []);
    expect(new Set(used)).toEqual(new Set(Object.keys(lineGrammars)));
    checkAll(Object.entries(lineGrammars), ([key, grammar]) => (key === grammar.name ? undefined : key));
    const named = [
      ...allKeywords.flatMap((keyword) => keyword.features),
      ...Object.values(lineGrammars).flatMap((grammar) => grammar.features ?? []),
      ...[...optionSites()].flatMap((site) => site.item.features ?? []),
      ...[...argumentSites()].flatMap((site) => site.item.features ?? []),
      ...[...valueSites()].flatMap((site) => site.item.features ?? []),
    ];
    expect(new Set(named)).toEqual(new Set(Object.keys(features)));
  });

  test("name symbols that some block defines", () => {
    const defined = new Set(allKeywords.flatMap((keyword) => keyword.defines ?? []));
    checkAll(
      [...argumentSites()].filter(({ item }) => item.type === "reference"),
      ({ path, item }) => (item.type === "reference" && defined.has(item.to) ? undefined : path),
    );
  });

  test("of options name blocks that use the grammar", () => {
    checkAll(
      Object.values(lineGrammars).flatMap((grammar) =>
        grammar.options.flatMap((option) => (option.only ?? []).map((block) => ({ grammar: grammar.name, block }))),
      ),
      ({ grammar, block }) =>
        allKeywords.some((keyword) => keyword.name === block && keyword.lines === grammar) ? undefined : block,
    );
  });
});

describe("removed keywords", () => {
  test("are not known any more, and stand in order", () => {
    expect(removedKeywords.length).toBeGreaterThanOrEqual(32);
    checkAll(removedKeywords, ({ path, name }) => (!keywordAt(path) && path.endsWith(name) ? undefined : path));
    const paths = removedKeywords.map((keyword) => keyword.path);
    expect(paths).toEqual([...paths].sort());
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe("values", () => {
  test("have bounds that are in order", () => {
    checkAll(argumentSites(), (site) => (wrongBounds(site.item) ? site.path : undefined));
  });

  test("have defaults that may be written", () => {
    checkAll(argumentSites(), ({ path, item }) =>
      item.default === undefined || accepts(item, item.default) ? undefined : `${path} ${item.default}`,
    );
    checkAll(
      allKeywords.filter((keyword) => keyword.default !== undefined),
      (keyword) => (wrongDefault(keyword) ? `${keyword.path} ${keyword.default}` : undefined),
    );
    checkAll(
      allKeywords.filter((keyword) => keyword.fallback !== undefined),
      ({ path, arguments: [first], fallback }) =>
        first && fallback !== undefined && accepts(first, fallback) ? undefined : path,
    );
  });

  test("of an enumeration are there, each once", () => {
    checkAll(
      [...argumentSites()].filter(({ item }) => item.type === "enum"),
      ({ path, item }) =>
        item.type === "enum" && item.values.length > 0 && distinct(item.values.map(({ value }) => value))
          ? undefined
          : path,
    );
  });

  test("that are optional stand behind those that are not", () => {
    checkAll(allKeywords, ({ path, arguments: list }) => (optionalLast(list) ? undefined : path));
  });

  test("take options of different names", () => {
    const groups: Site<readonly Option[]>[] = [
      ...Object.values(lineGrammars).map(({ name, options }) => ({ path: name, item: options })),
      ...[...argumentSites()].flatMap(({ path, item }) =>
        item.type === "options" ? [{ path, item: item.options }] : [],
      ),
    ];
    checkAll(groups, ({ path, item }) =>
      distinct(item.flatMap(({ name, aliases = [] }) => [name, ...aliases.map((alias) => alias.name)]))
        ? undefined
        : path,
    );
  });
});

describe("texts", () => {
  test("describe every keyword, in our words", () => {
    checkTexts(allKeywords.map(({ path, summary }) => ({ path, item: summary })));
  });
  test("describe every removed keyword", () => {
    checkTexts(removedKeywords.map(({ path, summary }) => ({ path, item: summary })));
  });
  test("describe every line grammar and every option", () => {
    checkTexts(Object.values(lineGrammars).map(({ name, summary }) => ({ path: name, item: summary })));
    checkTexts([...optionSites()].map(({ path, item }) => ({ path, item: item.summary ?? "" })));
  });
  test("describe every value of an enumeration", () => {
    const sites = [...argumentSites()].flatMap(({ path, item }) =>
      item.type === "enum"
        ? item.values.map(({ value, summary }) => ({ path: `${path}=${value}`, item: summary ?? "" }))
        : [],
    );
    checkTexts(sites);
  });
  test("describe what is read before keywords", () => {
    checkTexts([...directives, ...builtinDefinitions].map(({ name, summary }) => ({ path: name, item: summary })));
    checkTexts(Object.entries(releaseSwitches).map(([path, { summary }]) => ({ path, item: summary })));
  });
  test("of features, notes and differences are sentences", () => {
    const notes = [
      ...allKeywords.flatMap(({ path, note, context, differences = [] }) =>
        [note, context, ...differences.map((difference) => difference.note)].map((text) => ({ path, text })),
      ),
      ...[...argumentSites()].map(({ path, item }) => ({ path, text: item.note })),
      ...[...optionSites()].flatMap(({ path, item }) => [item.note, item.context].map((text) => ({ path, text }))),
      ...Object.entries(features).map(([path, text]) => ({ path, text })),
    ];
    checkAll(
      notes.filter(({ text }) => text !== undefined),
      ({ path, text }) =>
        /^[^a-z\s].*\.$/s.test(text ?? "") || /^(iptables|keepalived)/.test(text ?? "")
          ? undefined
          : `${path}: ${text}`,
    );
  });
});

function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}

function distinct(words: readonly string[]): boolean {
  return new Set(words).size === words.length;
}

function optionalLast(list: readonly Argument[]): boolean {
  const first = list.findIndex((argument) => argument.optional || argument.type === "options");
  return first < 0 || list.slice(first).every((argument) => argument.optional || argument.type === "options");
}

function wrongBounds(argument: Argument): boolean {
  if (!("min" in argument) || argument.min === undefined || argument.max === undefined) return false;
  const { min, max, adjusted = [], until = [] } = argument;
  return !(
    min <= max &&
    adjusted.every(({ value, to }) => value >= min && value <= max && to >= min && to <= max) &&
    until.every((bounds) => (bounds.min ?? min) <= (bounds.max ?? max))
  );
}

/** Whether a default that is a plain value, not a description, is one that could be written. */
function accepts(argument: Argument, value: string): boolean {
  if (argument.type === "enum")
    return argument.values.some((one) => one.value === value) || value.includes(" ") || !/^[A-Z0-9.]+$/.test(value);
  if (argument.type === "bool") return value === "true" || value === "false";
  if (!/^-?\d+(\.\d+)?$/.test(value) || !("min" in argument)) return true;
  return Number(value) >= (argument.min ?? 0) && Number(value) <= (argument.max ?? Number.MAX_VALUE);
}

function wrongDefault(keyword: Keyword): boolean {
  const [first] = keyword.arguments;
  return first !== undefined && keyword.default !== undefined && !accepts(first, keyword.default);
}

describe("requirements", () => {
  test("name blocks and keywords of the schema", () => {
    const all = [...requirements.values()].flat();
    const unknown = all.flatMap(({ block, anyOf, shown = [], where = [], unless = [] }) => {
      const named = [...where, ...unless].flatMap((condition) => {
        if (condition === "served" || "header" in condition) return [];
        if ("every" in condition)
          return [condition.every, ...condition.holds.map((each) => `${condition.every}/${each}`)];
        return "holds" in condition ? condition.holds : [condition.keyword];
      });
      return [...anyOf, ...shown, ...named].map((name) => `${block}/${name}`).filter((path) => !keywordAt(path));
    });
    expect(unknown).toEqual([]);
    expect(all.length).toBeGreaterThan(15);
  });
});
