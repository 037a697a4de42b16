import {
  type ClientCapabilities,
  type Connection,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Configurations } from "./configurations.js";
import { reflectionToDiagnostic, toDiagnostic } from "./convert.js";
import { pathOf } from "./environment.js";
import { describeError } from "./session.js";
import type { Workspace } from "./workspace.js";

/** Milliseconds without a change after which findings are pushed. */
const quiet = 150;

/** Tells the client about findings: it asks for them if it can, else they are sent after each pause in typing. */
export function serveDiagnostics(
  connection: Connection,
  workspace: Workspace,
  configurations: Configurations,
  client: () => ClientCapabilities,
) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = 0;
  let published: ReadonlySet<string> = new Set();
  const results = new Map<string, { readonly id: string; readonly content: string }>();
  const pulls = () => client().textDocument?.diagnostic !== undefined;

  const push = (): void => {
    const found = new Set([...workspace.all().map((text) => text.path), ...affected()]);
    for (const path of new Set([...found, ...published])) {
      const version = workspace.get(workspace.uriOf(path))?.version;
      const diagnostics = found.has(path) ? reported(path) : [];
      void connection.sendDiagnostics({
        uri: workspace.uriOf(path),
        ...(version !== undefined && { version }),
        diagnostics,
      });
    }
    published = found;
  };
  const affected = (): string[] => {
    const { files, reflections } = workspace.diagnosis();
    return [...files].filter(([path, list]) => list.length > 0 || reflections.has(path)).map(([path]) => path);
  };
  const reported = (path: string) => {
    const { failures, files, reflections } = workspace.diagnosis();
    if (seen !== workspace.generation()) {
      seen = workspace.generation();
      for (const failure of failures) connection.console.error(`rule ${failure.rule}: ${failure.message}`);
    }
    return [
      ...(files.get(path) ?? []).map((one) => toDiagnostic(workspace, one)),
      ...(reflections.get(path) ?? []).map((one) => reflectionToDiagnostic(workspace, one)),
    ];
  };
  const report = (
    path: string,
    previous: string | undefined,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport => {
    const items = reported(path);
    const content = JSON.stringify(items);
    const last = results.get(path);
    const id = last?.content === content ? last.id : `${workspace.generation()}`;
    results.set(path, { id, content });
    return id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  };

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    await configurations.ready();
    return logged("textDocument/diagnostic", { kind: DocumentDiagnosticReportKind.Full, items: [] }, () =>
      report(pathOf(textDocument.uri), previousResultId),
    );
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
    await configurations.ready();
    return logged("workspace/diagnostic", { items: [] }, () => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items = [...workspace.diagnosis().files.keys()].map((path) => {
        const uri = workspace.uriOf(path);
        return { uri, version: workspace.get(uri)?.version ?? null, ...report(path, previous.get(uri)) };
      });
      return { items };
    });
  });

  function logged<T>(name: string, otherwise: T, make: () => T): T {
    try {
      return make();
    } catch (error) {
      connection.console.error(`${name}: ${describeError(error)}`);
      return otherwise;
    }
  }

  return {
    /** A text is another one now: a client that pulls knows that. Earlier plans to push are dropped. */
    textChanged(): void {
      if (!pulls()) plan(push);
    },
    /** A file, a folder or a setting is another one now. */
    worldChanged(): void {
      if (!pulls()) plan(push);
      else if (client().workspace?.diagnostics?.refreshSupport) plan(() => connection.languages.diagnostics.refresh());
    },
  };

  function plan(act: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(() => logged("diagnostics", undefined, act), quiet);
  }
}
