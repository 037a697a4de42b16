/** Checks that are left out, because nothing of what they name counts. */
import { reportsTo } from "../bfd/sessions.js";
import { childrenNamed, hasChild } from "../bind/sources.js";
import type { RemarkCollector } from "../remarks.js";
import { headerPlace } from "../statements.js";
import type { EffectiveStatement, SymbolDefinition, SymbolReference } from "../types.js";

/** What a line names. */
export type DefinitionOf = (line: EffectiveStatement) => SymbolDefinition | undefined;

export function definitionsFrom(references: readonly SymbolReference[]): DefinitionOf {
  const byLine = new Map(references.map(({ from, definition }) => [from, definition]));
  return (line) => byLine.get(line);
}

export function remarkDroppedChecks(
  server: EffectiveStatement,
  definitionOf: DefinitionOf,
  remarks: RemarkCollector,
): void {
  remarkBfdChecks(server, definitionOf, remarks);
  for (const check of childrenNamed(server, "FILE_CHECK")) {
    const files = childrenNamed(check, "track_file");
    // A track_file without a file is left out itself.
    const isDefined = (line: EffectiveStatement) => {
      const definition = definitionOf(line);
      return definition && childrenNamed(definition.statement, "file").some(({ words }) => words.length > 1);
    };
    if (files.length > 0 && !files.some(isDefined)) drop(check, "track-file-undefined", files.length, remarks);
  }
  for (const check of childrenNamed(server, "HTTP_GET", "SSL_GET")) {
    const urls = childrenNamed(check, "url");
    if (urls.length > 0 && !asksForPage(check)) drop(check, "url-without-path", urls.length, remarks);
  }
}

/** HTTP checks are dropped for want of a url first. Source: keepalived 2.4.3, check/check_http.c: http_get_check_end. */
export function asksForPage(check: EffectiveStatement): boolean {
  return childrenNamed(check, "url").some((url) => hasChild(url, "path"));
}

function drop(
  check: EffectiveStatement,
  reason: "track-file-undefined" | "url-without-path",
  count: number,
  remarks: RemarkCollector,
): void {
  remarks.atEnd(check, headerPlace(check), { kind: "check-dropped", check, reason, count });
}

/** Source: keepalived 2.4.3, check/check_bfd.c: bfd_name_handler. */
function remarkBfdChecks(server: EffectiveStatement, definitionOf: DefinitionOf, remarks: RemarkCollector): void {
  const taken = new Map<string, EffectiveStatement>();
  for (const check of childrenNamed(server, "BFD_CHECK")) {
    const [line, ...others] = childrenNamed(check, "name");
    const definition = line && definitionOf(line);
    if (line === undefined || line.words.length !== 2 || definition?.kind !== "bfd_instance") continue;
    const { value: session, place } = line.words[1]!;
    const earlier = taken.get(session);
    if (!reportsTo(definition.statement).checker) {
      const facts = { session, definition: headerPlace(definition.statement) };
      remarks.onLine(line, place, { kind: "bfd-check-unreported", ...facts });
    } else if (earlier) {
      remarks.onLine(line, place, { kind: "bfd-check-repeated", session, server, earlier: headerPlace(earlier) });
    } else if (others.length === 0) taken.set(session, line);
  }
}
