import { memoryHost } from "@kalint/daemon";
import { lint } from "@kalint/lint";
import { type Argument, allKeywords, isKnownIn, type Keyword, newestVersion } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { within } from "./support.js";

/** A word that the argument takes, and one that it does not. */
function words(argument: Argument | undefined): readonly [string, string] | undefined {
  switch (argument?.type) {
    case "enum":
      return argument.values[0] && [argument.values[0].value, "bogus"];
    case "bool":
      return ["true", "bogus"];
    case "uint":
    case "int":
      return argument.words ? undefined : [String(argument.max), "bogus"];
    case "decimal":
      return [String(argument.max), String(argument.max + 1)];
    default:
      return undefined;
  }
}

interface Case {
  readonly keyword: Keyword;
  readonly good: string;
  readonly bad: string;
}

const cases = allKeywords.flatMap((keyword): Case[] => {
  const found = words(keyword.arguments[0]);
  const isOne = keyword.kind === "option" && keyword.splitter === undefined && isKnownIn(keyword, newestVersion);
  const isRefused = keyword.badValue === "ignored" && keyword.repetition === "last-wins";
  return isOne && isRefused && found ? [{ keyword, good: found[0], bad: found[1] }] : [];
});

describe("a refused second value", () => {
  test("is looked for with many keywords", () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  test.each(cases.map((each) => [each.keyword.path, each] as const))("of %s leaves the first", (path, each) => {
    const { keyword, good, bad } = each;
    const text = within(path, `${keyword.name} ${good}\n${keyword.name} ${bad}\n`);
    const { files } = lint({
      paths: ["keepalived.conf"],
      host: memoryHost({ "keepalived.conf": text }),
      target: newestVersion,
      only: ["duplicate-keyword"],
    });
    const messages = files.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
    const line = path.split("/").length;
    expect(messages).toEqual([
      `${keyword.name} already appears on line ${line}: keepalived refuses ${bad} here and keeps ${good}`,
    ]);
  });
});

test.each([
  ["/home/admin/site/lb1", "lb1/keepalived.conf:2"],
  ["C:/site/lb1", "lb1/keepalived.conf:2"],
  ["site/lb1", "site/lb1/keepalived.conf:2"],
])("a line of another file below %s is %s", (folder, shown) => {
  const main = `${folder}/keepalived.conf`;
  const texts = {
    [main]: "vrrp_instance web {\n    advert_int 1\n    include part.conf\n}\n",
    [`${folder}/part.conf`]: "advert_int 2\n",
  };
  const only = ["duplicate-keyword"];
  const { files } = lint({ paths: [main], host: memoryHost(texts), target: newestVersion, only });
  const [found] = files.flatMap(({ diagnostics }) => diagnostics);
  expect(found?.message).toContain(`already appears on ${shown}: `);
});
