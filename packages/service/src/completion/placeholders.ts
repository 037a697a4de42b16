import type { Place } from "@kalint/daemon";
import { type Argument, type SymbolKind, usualValuesOf } from "@kalint/schema";
import type { Span } from "@kalint/syntax";
import type { Document } from "../document.js";
import { symbolsOfKind } from "../names.js";
import { type Situation, suggestionsFor } from "./company-values.js";
import type { Placeholders } from "./snippets.js";
import { commandsFor, interfacesOf, quoted } from "./written.js";

/** What a new keyword's arguments are likely to be: as the other hosts have it, a free name, or what people usually write. */
export function placeholders(document: Document, situationOf: () => Situation): Placeholders {
  let made: Situation | undefined;
  const situation = (): Situation => {
    made ??= situationOf();
    return made;
  };
  return (key) => (argument) => {
    const usual = usualValuesOf(key);
    switch (argument.type) {
      case "interface":
        return [...interfacesOf(situation().company), ...usualValuesOf("vrrp_instance/interface")];
      case "reference":
        return symbolsOfKind(document, argument.to).map(({ name }) => quoted(name));
      case "script":
        return commandsFor(situation().company, key.split("/").at(-1) ?? key).map(({ command }) =>
          /\s/.test(command) ? `"${command}"` : command,
        );
      case "string":
        return nameFor(document, key) ?? valuesOf(key, situation());
      default:
        return isSuggested(argument)
          ? [...valuesOf(key, situation()), ...fitting(argument, usual)]
          : fitting(argument, usual);
    }
  };
}

function valuesOf(key: string, situation: Situation): readonly string[] {
  return suggestionsFor(key, situation)
    .map(({ value }) => value)
    .filter((value) => !/\s/.test(value));
}

/** Numbers and ports may share a key with an address. */
function fitting({ type }: Argument, usual: readonly string[]): readonly string[] {
  return /^(ip|ip-mask|ip-range|host-or-ip)$/.test(type) ? [] : usual;
}

function isSuggested({ type }: Argument): boolean {
  return type !== "port" && type !== "literal" && type !== "bool";
}

/** What people call the first of a kind. */
const newNames: Readonly<Record<string, { readonly kind: SymbolKind; readonly stem: string }>> = {
  vrrp_instance: { kind: "vrrp_instance", stem: "VI_" },
  vrrp_sync_group: { kind: "vrrp_sync_group", stem: "VG_" },
  vrrp_script: { kind: "vrrp_script", stem: "chk_" },
  vrrp_track_process: { kind: "vrrp_track_process", stem: "track_" },
  track_file: { kind: "track_file", stem: "file_" },
  vrrp_track_file: { kind: "track_file", stem: "file_" },
  bfd_instance: { kind: "bfd_instance", stem: "BFD_" },
  virtual_server_group: { kind: "virtual_server_group", stem: "group_" },
};

/** A name for one more of the kind that the keyword at `path` opens; what `written` holds is not taken yet. */
export function nameFor(document: Document, path: string, written?: Span): readonly string[] | undefined {
  const names = newNames[path];
  if (!names) return undefined;
  const isWritten = ({ file, start }: Place): boolean =>
    written !== undefined && file === document.path && written.start <= start && start <= written.end;
  const others = document.hosts
    .flatMap(({ symbols }) => symbols)
    .filter((symbol) => symbol.kind === names.kind && !isWritten(symbol.place));
  return [freeName(new Set(others.map(({ name }) => name)), names.stem)];
}

function freeName(taken: ReadonlySet<string>, stem: string): string {
  let number = 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
