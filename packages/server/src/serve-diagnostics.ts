import type { Diagnosis } from "@kalint/service";
import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  ResponseError,
  type UnchangedDocumentDiagnosticReport,
} from "vscode-languageserver";
import { versionedRequests } from "./cancelling.js";
import type { Configurations } from "./configurations.js";
import { reflectionToDiagnostic, toDiagnostic } from "./convert.js";
import type { Diagnoses } from "./diagnoses.js";
import { pathOf } from "./environment.js";
import { describeError } from "./session.js";
import { largestDocument, type Workspace } from "./workspace.js";

/** All that is said of a document that is larger than any configuration. */
const tooLarge: Diagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Warning,
  source: "kalint",
  message: `this file is larger than ${largestDocument / 1024 / 1024} MB, which no configuration is: kalint does not look at it`,
};

/** Milliseconds without a change after which findings are pushed. */
const quiet = 150;

/** Tells the client about findings: it asks for them if it can, else they are sent after each pause in typing. */
export function serveDiagnostics({
  connection,
  workspace,
  configurations,
  diagnoses,
  client,
}: {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly configurations: Configurations;
  readonly diagnoses: Diagnoses;
  readonly client: () => ClientCapabilities;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen = 0;
  let published: ReadonlyMap<string, string> = new Map();
  const results = new Map<string, { readonly id: string; readonly content: string }>();
  const pulled = versionedRequests();
  const pulls = () => client().textDocument?.diagnostic !== undefined;

  /** Sends what has changed for a client since the last time. */
  const push = async (): Promise<void> => {
    await configurations.ready();
    const diagnosis = await diagnoses.current();
    const { files, reflections } = diagnosis;
    const affected = [...files]
      .filter(([path, list]) => list.length > 0 || reflections.has(path))
      .map(([path]) => path);
    const found = new Set([...workspace.all().map((text) => text.path), ...affected]);
    const sent = new Map<string, string>();
    for (const path of new Set([...found, ...published.keys()])) {
      const version = workspace.get(workspace.uriOf(path))?.version;
      const diagnostics = found.has(path) ? reported(path, diagnosis) : [];
      const content = JSON.stringify([version, diagnostics]);
      if (found.has(path)) sent.set(path, content);
      if (published.get(path) === content) continue;
      void connection.sendDiagnostics({
        uri: workspace.uriOf(path),
        ...(version !== undefined && { version }),
        diagnostics,
      });
    }
    published = sent;
  };
  const reported = (path: string, { failures, files, reflections }: Diagnosis) => {
    if (workspace.isTooLarge(path)) return [tooLarge];
    if (seen !== workspace.generation()) {
      seen = workspace.generation();
      for (const failure of failures) connection.console.error(`rule ${failure.rule}: ${failure.message}`);
    }
    return [
      // What only follows from another finding is right again with that one.
      ...(files.get(path) ?? [])
        .filter(({ causedBy }) => causedBy === undefined)
        .map((one) => toDiagnostic(workspace, one)),
      ...(reflections.get(path) ?? []).map((one) => reflectionToDiagnostic(workspace, one)),
    ];
  };
  const report = (
    path: string,
    previous: string | undefined,
    diagnosis: Diagnosis,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport => {
    const items = reported(path, diagnosis);
    const content = JSON.stringify(items);
    const last = results.get(path);
    const id = last?.content === content ? last.id : `${workspace.generation()}`;
    results.set(path, { id, content });
    return id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  };

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    await configurations.ready();
    return logged("textDocument/diagnostic", { kind: DocumentDiagnosticReportKind.Full, items: [] }, async () =>
      report(
        pathOf(textDocument.uri),
        previousResultId,
        await pulled.of(textDocument.uri, token, (wanted) => diagnoses.current(wanted)),
      ),
    );
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    await configurations.ready();
    return logged("workspace/diagnostic", { items: [] }, async () => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const diagnosis = await diagnoses.current(token);
      const items = [...diagnosis.files.keys()].map((path) => {
        const uri = workspace.uriOf(path);
        const version = workspace.get(uri)?.version ?? null;
        return { uri, version, ...report(path, previous.get(uri), diagnosis) };
      });
      return { items };
    });
  });

  async function logged<T>(name: string, otherwise: T, make: () => Promise<T>): Promise<T> {
    try {
      return await make();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${name}: ${describeError(error)}`);
      return otherwise;
    }
  }

  return {
    /** A text is another one now, or was saved: a client that pulls knows that. Earlier plans to push are dropped. */
    textChanged(uri?: string): void {
      if (uri !== undefined) pulled.supersede(uri);
      if (!pulls()) plan(push);
    },
    /** A file, a folder or a setting is another one now. */
    worldChanged(): void {
      if (!pulls()) plan(push);
      else if (client().workspace?.diagnostics?.refreshSupport)
        plan(async () => connection.languages.diagnostics.refresh());
    },
  };

  function plan(act: () => Promise<void>): void {
    clearTimeout(timer);
    timer = setTimeout(() => void logged("diagnostics", undefined, act), quiet);
  }
}
