import { deprecationOf, type HostConfiguration, sortedLines, statementsByKeyword } from "@kalint/daemon";
import { isKnownIn, say, type Version } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { replaceWord } from "../edits.js";
import type { Report } from "../types.js";

export const deprecatedKeyword = defineHostRule({
  id: "deprecated-keyword",
  category: "migration",
  severity: "warning",
  summary: "A keyword or option that newer releases accept only for compatibility.",
  why: "It still works, usually with a complaint. Once a later release drops it, the line does nothing.",
  advice: "Use the keyword that the message names.",
  fixable: "sometimes",
  restsOn: "line",
  since: "0.1.0",
  source: "packages/schema: the keyword's own record",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                status_code 200
            }
            nb_get_retry 3
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                status_code 200
            }
            retry 3
        }
    }
}
`,
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/1954", "https://github.com/acassen/keepalived/issues/2489"],
  eachBlock: true,
  check(host, report) {
    const { target } = host.effective;
    for (const [keyword, statements] of statementsByKeyword(host)) {
      const { deprecated } = keyword;
      if (!deprecated || isBefore(target, deprecated.since)) continue;
      for (const statement of statements) {
        const word = statement.words[0]!;
        const name = deprecated.replacement?.split("/").at(-1);
        const siblings = statement.parent?.keyword.children ?? [];
        const sibling = siblings.find((each) => each.name === name && isKnownIn(each, target));
        report({
          place: word.place,
          message: say`${keyword.name} is deprecated${deprecated.replacement === undefined ? "" : say`; ${instead(deprecated.replacement)}`}`,
          ...(deprecated.replacement !== undefined && { help: `${capital(instead(deprecated.replacement))}.` }),
          ...(sibling && sibling.kind === keyword.kind && { fixes: replaceWord(word, sibling.name, true) }),
          ...(deprecated.reported === "error" && { daemon: true }),
        });
      }
    }
    reportOptions(host, report);
    reportWords(host, report);
  },
});

function reportOptions(host: HostConfiguration, report: Report): void {
  for (const site of sortedLines(host).deprecated) {
    for (const { word, option } of site.assignment.optionWords) {
      const alias = option.aliases?.find(({ name }) => name === word.value);
      const deprecated = deprecationOf(option, word.value);
      if (deprecated === undefined || isBefore(site.target, deprecated.since)) continue;
      const name = deprecated.replacement ?? option.name;
      report({
        place: word.place,
        message: say`${word.value} is deprecated; use ${name}`,
        help: say`Use \`${name}\`.`,
        // Only another name takes the same values: `or ADDRESS` is `nexthop via ADDRESS`, and changes what is before it.
        ...(alias && { fixes: replaceWord(word, name, true) }),
        ...(deprecated.reported === "error" && { daemon: true }),
      });
    }
  }
}

/** Words that stand for a value, such as `default6`. */
function reportWords(host: HostConfiguration, report: Report): void {
  for (const site of sortedLines(host).worded) {
    for (const { word: text, argument } of site.reading.assignment.values) {
      if (!("words" in argument)) continue;
      const deprecated = argument.words?.find(({ value }) => value === text.value)?.deprecated;
      if (deprecated?.replacement === undefined || isBefore(site.target, deprecated.since)) continue;
      const word = site.words[site.reading.words.indexOf(text)]!;
      report({
        place: word.place,
        message: say`${word.value} is deprecated; use ${deprecated.replacement}`,
        help: say`Use \`${deprecated.replacement}\`.`,
        fixes: replaceWord(word, deprecated.replacement, true),
        ...(deprecated.reported === "error" && { daemon: true }),
      });
    }
  }
}

function isBefore(target: Version, since: Version | undefined): boolean {
  return since !== undefined && !isKnownIn({ since }, target);
}

/** The schema has either a keyword's path or a sentence. */
function instead(replacement: string): string {
  return /^[\w/-]+$/.test(replacement) ? say`use ${replacement.split("/").at(-1)}` : replacement;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
