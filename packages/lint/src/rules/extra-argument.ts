import {
  type ArgumentLine,
  type EffectiveWord,
  type HostConfiguration,
  readingProblems,
  sortedLines,
} from "@kalint/daemon";
import { dependsOnBuild, type Keyword, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { spanOf } from "../edits.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";
import type { Finding, Fix } from "../types.js";

export const extraArgument = defineHostRule({
  id: "extra-argument",
  category: "daemon",
  severity: "warning",
  summary: "More words on a line than its keyword takes.",
  why: "keepalived ignores the remaining words, usually without a message, so what they were meant to do does not happen.",
  advice:
    "Put a second statement on its own line, put a value with spaces in double quotes, and write `#` before a comment.",
  fixable: "sometimes",
  restsOn: "line",
  since: "0.1.0",
  source: "packages/schema: the keyword's own record",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100 advert_int 2
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
    { files: `global_defs {\n    router_id first balancer\n}\n` },
    { files: exampleInstance(["preempt delay 300"]) },
  ],
  good: [{ files: `global_defs {\n    router_id "first balancer"\n}\n` }],
  eachBlock: true,
  check(host, report) {
    for (const site of sortedLines(host).surplus) {
      const { surplus, unknown } = site.assignment;
      if (unknown.length === 0 && !site.stray) report(describe(host, site, surplus));
    }
  },
});

/** With these keepalived reports the line. */
const reactions: readonly Keyword["surplusWords"][] = ["error", "error-line-dropped", "block-skipped", "block-dropped"];

function describe(host: HostConfiguration, site: ArgumentLine, surplus: readonly EffectiveWord[]): Finding {
  const { keyword } = site;
  const reported =
    isHeader(host, site) ||
    (site.line === undefined && reactions.includes(keyword.surplusWords) && !dependsOnBuild(keyword));
  const taken = site.words.length - surplus.length;
  const holder = site.line ? say`a line of ${keyword.name}` : keyword.name;
  const takes = taken === 0 ? say`takes no value` : taken === 1 ? say`takes one value` : say`takes ${taken} values`;
  const shown = surplus.map((word) => word.value).join(" ");
  return {
    place: spanOf(surplus),
    message: `${holder} ${takes}: ${quote(shown)} ${consequence(site, reported)}`,
    ...(reported && { daemon: true, severity: "error" }),
    ...helpFor(site, surplus),
    // `state = BACKUP`, `virtual_ipaddress [`: what is wrong before it is the mistake.
    lacks: { within: { ...site.statement.place, end: surplus.at(-1)?.place.end ?? site.statement.place.end } },
  };
}

function consequence({ keyword, line }: ArgumentLine, reported: boolean): string {
  if (!reported || line) return say`is ignored`;
  if (keyword.surplusWords === "block-skipped" || keyword.surplusWords === "block-dropped")
    return say`makes keepalived leave out the whole block`;
  return keyword.surplusWords === "error-line-dropped"
    ? say`makes keepalived drop the line`
    : say`is reported and ignored`;
}

function helpFor(site: ArgumentLine, surplus: readonly EffectiveWord[]): Pick<Finding, "help" | "fixes"> {
  const [first] = surplus;
  const { statement, line } = site;
  if (line || first === undefined) return {};
  const siblings = statement.parent?.keyword.children ?? [];
  const joined = `${site.keyword.name}_${first.value}`;
  const head = statement.words[0];
  if (head && site.words[0] === first && siblings.some(({ name }) => name === joined)) {
    const between = { file: head.place.file, start: head.place.end, end: first.place.start };
    return {
      help: say`Did you mean \`${[joined, ...surplus.slice(1).map(({ value }) => value)].join(" ")}\`?`,
      ...(!head.expanded &&
        !first.expanded && {
          fixes: [{ title: say`write \`${joined}\``, safe: false, edits: [{ ...between, text: "_" }] }],
        }),
    };
  }
  if (siblings.some(({ name }) => name === first.value)) {
    return { help: say`\`${first.value}\` is a keyword itself: put it on a line of its own.` };
  }
  const last = site.assignment.values.at(-1);
  if (last?.argument.type === "string" && !last.word.quoted && !surplus.some((word) => word.expanded || word.quoted)) {
    const fix: Fix = {
      title: say`put the value in double quotes`,
      safe: false,
      edits: [
        { ...last.word.place, end: last.word.place.start, text: '"' },
        { ...surplus.at(-1)!.place, start: surplus.at(-1)!.place.end, text: '"' },
      ],
    };
    return {
      help: say`Put a value with spaces in double quotes; a comment starts with \`#\`.`,
      ...(last.word.expanded ? {} : { fixes: [fix] }),
    };
  }
  return { help: say`Remove ${quote(first.value)}, or put \`#\` before it if it is a comment.` };
}

/** Between the name of a block of lines and its brace nothing can stand. */
function isHeader(host: HostConfiguration, { keyword, line, statement }: ArgumentLine): boolean {
  if (line || keyword.kind !== "lines") return false;
  return readingProblems(host, "surplus-header-words").some(
    ({ place, daemon }) =>
      daemon &&
      place.file === statement.place.file &&
      place.start >= statement.place.start &&
      place.start < statement.place.end,
  );
}
