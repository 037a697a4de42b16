import {
  dependsOnBuild,
  type EffectiveStatement,
  fileOf,
  type HostConfiguration,
  lineAt,
  statementsOf,
} from "@kalint/daemon";
import { keywordIn } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import type { Finding } from "../types.js";

export const duplicateKeyword = defineHostRule({
  id: "duplicate-keyword",
  category: "daemon",
  severity: "warning",
  summary: "A keyword that stands twice in one block where only one of the two counts.",
  why: "For most keywords the last line wins and keepalived says nothing, so a value further up looks as if it were in force and is not.",
  advice: "Keep the line that is meant and remove the other.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  good: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 150
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    const first = new Map<string, EffectiveStatement>();
    const numbers = new Map<EffectiveStatement, number>();
    const ownerOf = (parent: EffectiveStatement | undefined): string => {
      if (parent === undefined) return "";
      // Blocks that are merged count as one.
      if (parent.keyword.repetition === "merge") return `${ownerOf(parent.parent)}/${parent.keyword.name}`;
      const number = numbers.get(parent) ?? numbers.size;
      numbers.set(parent, number);
      return `#${number}`;
    };
    for (const statement of statementsOf(host.effective)) {
      const { keyword } = statement;
      const { repetition } = keywordIn(keyword, host.effective.target);
      if (["list", "merge", "unique-name"].includes(repetition)) continue;
      const key = `${ownerOf(statement.parent)}\n${keyword.aliasOf ?? keyword.name}`.replace(/\n.*\//, "\n");
      const earlier = first.get(key);
      // Where the first line counts the third one is ignored for it too, not for the second.
      if (!earlier || !ignoresLater.has(repetition)) first.set(key, statement);
      if (earlier) report(describe(host, statement, earlier));
    }
  },
});

const ignoresLater: ReadonlySet<string> = new Set(["first-wins", "first-kept", "once", "block-dropped"]);

function describe(host: HostConfiguration, statement: EffectiveStatement, earlier: EffectiveStatement): Finding {
  const { words } = statement;
  const keyword = keywordIn(statement.keyword, host.effective.target);
  const file = fileOf(host.effective, earlier.place);
  const line = file === undefined ? earlier.line : lineAt(file, earlier.place.start);
  const at = earlier.place.file === statement.place.file ? `line ${line}` : `${earlier.place.file}:${line}`;
  const place = (words[0] ?? statement).place;
  const related = [{ place: (earlier.words[0] ?? earlier).place, message: "the other one" }];
  const same = valueText(statement) === valueText(earlier);
  const name = keyword.name;
  const sticks =
    keyword.repetition === "sticky" && valueText(earlier) === "MASTER" && valueText(statement) === "BACKUP";
  switch (sticks ? "first-wins" : keyword.repetition) {
    case "first-wins":
    case "once":
    case "block-dropped":
      return {
        place,
        message: `${name} already stands on ${at}: this one is ignored`,
        related,
        severity: "error",
        ...(!dependsOnBuild(keyword) && { daemon: true }),
      };
    case "last-wins-reported":
      return {
        place,
        message: `${name} already stands on ${at}: this one replaces it`,
        related,
        ...(!dependsOnBuild(keyword) && { daemon: true }),
      };
    case "idempotent":
      return { place, message: `${name} already stands on ${at}`, related, severity: "info" };
    default:
      return {
        place,
        message: same
          ? `${name} already stands on ${at} with the same value`
          : `${name} already stands on ${at}: keepalived uses ${shown(statement)} from here and forgets ${shown(earlier)}`,
        related,
        ...(same && { severity: "info" }),
      };
  }
}

function valueText({ words }: EffectiveStatement): string {
  return words
    .slice(1)
    .map(({ value }) => value)
    .join(" ");
}

function shown(statement: EffectiveStatement): string {
  return valueText(statement) || "the value";
}
