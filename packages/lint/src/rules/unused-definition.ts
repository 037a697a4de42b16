import type { HostConfiguration, SymbolDefinition } from "@kalint/daemon";
import type { SymbolKind } from "@kalint/schema";
import { relatedLines, say } from "@kalint/schema";
import { itemsOf } from "@kalint/syntax";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { nearest } from "../suggest.js";

export const unusedDefinition = defineHostRule({
  id: "unused-definition",
  category: "style",
  severity: "warning",
  summary: "Something is defined but never used: a tracker, a BFD session, a group of virtual servers, a `$NAME`.",
  why: "It has no effect. Usually the line that should use it was forgotten or names something else: the check that seems to protect the address does not.",
  advice: "Use it (`track_process`, `track_file`, `virtual_server group …`, `$NAME`), or remove it.",
  options: {
    allow: {
      kind: "words",
      default: [],
      description:
        "Names that may be defined without a use, such as those of a file that many hosts include; without the `$`.",
    },
  },
  restsOn: "names",
  followsFrom: relatedLines.use,
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [
    { files: `vrrp_track_process named {\n    process named\n}\n\n${exampleInstance()}` },
    { files: `$ADDRESS=192.0.2.10/24\n\n${exampleInstance()}` },
  ],
  good: [
    {
      files: `vrrp_track_process named {\n    process named\n}\n\n${exampleInstance(["track_process {", "    named", "}"])}`,
    },
    { files: `$ADDRESS=192.0.2.10/24\n\n${exampleInstance([], { addresses: ["$ADDRESS"] })}` },
    { files: `$SITE=north\n\n${exampleInstance()}`, options: { allow: ["SITE"] } },
  ],
  check(host, report, { allow }) {
    let names: ReadonlyMap<string, number> | undefined;
    for (const symbol of host.symbols) {
      const use = uses[symbol.kind];
      if (
        use === undefined ||
        allow.includes(symbol.name) ||
        // Where nothing could use a session, others do.
        (symbol.kind === "bfd_instance" && host.instances.length + host.virtualServers.length === 0) ||
        host.references.some(({ definition }) => definition === symbol)
      )
        continue;
      names ??= writtenWords(host);
      if (isNamed(symbol, names) || isMeant(host, symbol)) continue;
      report({
        place: symbol.place,
        message: say`${symbol.kind} ${symbol.name} is never used: ${use()} names it`,
        // The session runs all the same, and may serve the other side alone.
        ...(symbol.kind === "bfd_instance" && { severity: "info" as const }),
      });
    }
    let referred: ReadonlySet<string> | undefined;
    let strangers: readonly string[] | undefined;
    for (const { path, tree } of host.effective.files.filter(({ text }) => text.includes("$"))) {
      for (const { item } of itemsOf(tree)) {
        if (item.kind !== "definition") continue;
        const { text, start, end } = item.name;
        referred ??= referredNames(host);
        if (allow.includes(text) || referred.has(text.toLowerCase())) continue;
        strangers ??= undefinedNames(host, referred);
        if (nearest(text.toLowerCase(), strangers).length > 0) continue;
        report({ place: { file: path, start, end }, message: say`$${text} is never used` });
      }
    }
  },
});

/** Where a name of the kind would stand. Scripts have a rule of their own. */
const uses: Partial<Readonly<Record<SymbolKind, () => string>>> = {
  vrrp_track_process: () => say`no track_process`,
  track_file: () => say`no track_file and no FILE_CHECK`,
  virtual_server_group: () => say`no virtual_server`,
  bfd_instance: () => say`no track_bfd and no BFD_CHECK`,
};

/** How often each word is written, whichever host reads it. */
function writtenWords(host: HostConfiguration): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tree, text } of host.effective.files) {
    for (const token of tree.tokens) {
      if (token.kind !== "word" && token.kind !== "string") continue;
      const word = text.slice(token.start, token.end).replace(/^"|"$/g, "");
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** Another host may use it, or a line that is put together from definitions. */
function isNamed({ name, kind, statement }: SymbolDefinition, names: ReadonlyMap<string, number>): boolean {
  if (statement.expansions.some(({ kind: expansion }) => expansion !== "include")) return true;
  // The name stands in its own header, and where the thing is called like it once more inside.
  const inside = statement.children.flatMap(({ words }) => words.slice(1)).filter(({ value }) => value === name).length;
  const headers = kind === "virtual_server_group" || inside === 0 ? 1 : 1 + inside;
  return (names.get(name) ?? 0) > headers;
}

/** A misspelt name nearby is the mistake then. */
function isMeant(host: HostConfiguration, { kind, name }: SymbolDefinition): boolean {
  return host.references.some(
    (reference) =>
      reference.kind === kind && reference.definition === undefined && nearest(reference.name, [name]).length > 0,
  );
}

/** In lower case: where only the case differs the reference is what is wrong. `$NAME=` defines. */
function referredNames(host: HostConfiguration): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text, tree } of host.effective.files) {
    for (const { kind, start, end } of tree.tokens) {
      if (kind === "comment" || kind === "blank") continue;
      for (const [, brace, name = "", equals] of text.slice(start, end).matchAll(/\$(\{?)([A-Za-z0-9_]+)(=?)/g)) {
        if (brace !== "" || equals === "") names.add(name.toLowerCase());
      }
    }
  }
  return names;
}

/** References that nothing defines: one that is like a definition's name is the mistake then. */
function undefinedNames(host: HostConfiguration, referred: ReadonlySet<string>): readonly string[] {
  const defined = new Set<string>();
  for (const { tree } of host.effective.files) {
    for (const { item } of itemsOf(tree)) if (item.kind === "definition") defined.add(item.name.text.toLowerCase());
  }
  return [...referred].filter((name) => !defined.has(name));
}
