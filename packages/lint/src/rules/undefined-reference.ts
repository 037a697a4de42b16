import {
  type EffectiveWord,
  type HostConfiguration,
  isSamePlace,
  perHost,
  perObject,
  reportsTo,
  type SymbolDefinition,
  type SymbolReference,
} from "@kalint/daemon";
import type { SymbolKind } from "@kalint/schema";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { lineShown } from "../reading.js";
import { namesProgram } from "../scripts/commands.js";
import { nearest, quote } from "../suggest.js";
import type { Finding, Fix } from "../types.js";

export const undefinedReference = defineHostRule({
  id: "undefined-reference",
  category: "daemon",
  severity: "error",
  summary: "A name that nothing defines, or that is defined only further down.",
  why: "keepalived ignores the line: the check, member or group that it names takes no part, and the instance runs without it.",
  advice: "Correct the name, or define it. Whatever an instance tracks must be defined above the instance.",
  fixable: "unsafe",
  restsOn: "names",
  yieldsTo: ["unexpected-equals-sign"],
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_track.c: alloc_track_script, alloc_track_process, alloc_track_bfd; vrrp/vrrp_sync.c: vrrp_sync_set_group",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
    track_file {
        load
    }
}
`,
    },
  ],
  good: [
    {
      files: `track_file load {
    file /run/load
}

vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
    track_file {
        load
    }
}
`,
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2105"],
  check(host, report) {
    for (const reference of host.references) {
      const finding = describe(host, reference);
      if (finding) report(finding);
    }
  },
});

const kindNames: Readonly<Record<SymbolKind, string>> = {
  vrrp_instance: "vrrp_instance",
  vrrp_sync_group: "vrrp_sync_group",
  vrrp_script: "vrrp_script",
  vrrp_track_process: "vrrp_track_process",
  track_file: "track_file",
  track_group: "track_group",
  bfd_instance: "bfd_instance",
  virtual_server_group: "virtual_server_group",
  garp_group: "garp_group",
};

function describe(host: HostConfiguration, reference: SymbolReference): Finding | undefined {
  const { kind, name, place, definition } = reference;
  if (definition && emptyReason(definition) === undefined && !isTrackedSession(reference)) return undefined;
  const namesakes = symbolsByName(host).get(`${kind} ${name}`) ?? [];
  const usable = namesakes.filter((symbol) => emptyReason(symbol) === undefined);
  if (isTrackedSession(reference) && reference.definition && !reportsTo(reference.definition.statement).vrrp) {
    return {
      place,
      message: say`bfd_instance ${quote(name)} reports only to the checker process: the line is dropped`,
      help: say`Add \`vrrp\` to the bfd_instance on ${lineShown(host, reference.definition.place, reference.place)}, or remove \`checker\` from it.`,
      related: [{ place: reference.definition.place, message: say`defined here` }],
      ...claimOf(reference),
    };
  }
  if (usable.length > 0 && (!reference.before || reference.definition !== undefined)) return undefined;
  const [found] = usable;
  if (found) {
    return {
      place,
      message: say`${kindNames[kind]} ${quote(name)} is defined only on ${lineShown(host, found.place, reference.place)}, below this line`,
      help: say`Move its block above the first line that uses it.`,
      related: [{ place: found.place, message: say`defined here` }],
      ...claimOf(reference),
    };
  }
  const [empty] = namesakes;
  if (empty) {
    return {
      place,
      message: say`${kindNames[kind]} ${quote(name)} is dropped, because it has no ${emptyReason(empty)}`,
      help: say`Give ${lineShown(host, empty.place, reference.place)} the missing ${emptyReason(empty)}.`,
      related: [{ place: empty.place, message: say`defined here, without it` }],
      causedBy: empty.place,
      ...claimOf(reference),
    };
  }
  const all = host.symbols.filter((symbol) => symbol.kind === kind);
  const [near] = nearest(
    name,
    all.map((symbol) => symbol.name),
  );
  return {
    place,
    lacks: { keywords: [kindNames[kind]], named: name },
    message: say`no ${kindNames[kind]} ${quote(name)} is defined${near ? say`; did you mean ${near.word}?` : ""}`,
    ...(all.length > 0 && {
      help: say`Defined are: ${all
        .map((symbol) => symbol.name)
        .slice(0, 10)
        .join(", ")}.`,
    }),
    ...(near && { fixes: renameTo(reference, near.word) }),
    ...claimOf(reference),
  };
}

const symbolsByName = perHost(({ symbols }): ReadonlyMap<string, readonly SymbolDefinition[]> => {
  const byName = new Map<string, SymbolDefinition[]>();
  for (const symbol of symbols) {
    const key = `${symbol.kind} ${symbol.name}`;
    const namesakes = byName.get(key);
    if (namesakes) namesakes.push(symbol);
    else byName.set(key, [symbol]);
  }
  return byName;
});

/** Real servers refer to sessions as well, and have a rule of their own. */
function isTrackedSession({ kind, from }: SymbolReference): boolean {
  return kind === "bfd_instance" && "parent" in from && from.parent?.keyword.name === "track_bfd";
}

/** What a definition lacks so that the daemon drops it, and every reference with it. */
const emptyReason = perObject(({ kind, statement }: SymbolDefinition): string | undefined => {
  const needed =
    kind === "vrrp_script"
      ? "script"
      : kind === "vrrp_track_process"
        ? "process"
        : kind === "track_file"
          ? "file"
          : undefined;
  if (needed === undefined) return undefined;
  const given = statement.children.some(
    ({ keyword, words }) => keyword.name === needed && (needed === "script" ? namesProgram(words) : words.length > 1),
  );
  return given ? undefined : needed;
});

function renameTo({ place, from, name }: SymbolReference, text: string): readonly Fix[] {
  const words: readonly EffectiveWord[] = from.words;
  const word = words.find((each) => isSamePlace(each.place, place));
  if (word === undefined || word.expanded) return [];
  return [{ title: say`write \`${text}\` instead of \`${name}\``, safe: false, edits: [{ ...place, text }] }];
}

/** Members of a group are looked up after reading, without a line; a virtual server's group and lvs_sync_daemon's instance not by `-t`. */
function claimOf({ kind, from }: SymbolReference): Pick<Finding, "daemon"> {
  const holder = "parent" in from && "keyword" in from ? from.keyword : from.parent?.keyword;
  if (holder === undefined) return {};
  if (kind === "vrrp_instance") return holder.path === "vrrp_sync_group/group" ? { daemon: { line: null } } : {};
  if (kind === "virtual_server_group") return {};
  return { daemon: true };
}
