import { say } from "@kalint/schema";
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
  type WorkspaceFullDocumentDiagnosticReport,
} from "vscode-languageserver";
import { type VersionedRequests, versionedRequests } from "./cancelling.js";
import type { Configurations } from "./configurations.js";
import { reflectionToDiagnostic, toDiagnostic } from "./convert.js";
import type { Diagnoses } from "./diagnoses.js";
import { pathOf } from "./environment.js";
import { isStopped } from "./progress.js";
import { describeError } from "./session.js";
import type { Workspace } from "./workspace.js";
import { largestDocument, mostLines } from "./workspace-state.js";

/** All that is said of a document that is larger than any configuration. */
const tooLarge: Diagnostic = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Warning,
  source: "kalint",
  get message() {
    return say`this file is larger than ${largestDocument / 1024 / 1024} MB or ${mostLines.toLocaleString("en")} lines, which no configuration is: kalint does not look at it`;
  },
};

/** Milliseconds without a change after which findings are pushed. */
const quiet = 150;

/** What findings are told by. */
interface Parts {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly configurations: Configurations;
  readonly diagnoses: Diagnoses;
  readonly client: () => ClientCapabilities;
}

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;

/** All that is said of a file. */
type Reported = (path: string, diagnosis: Diagnosis) => readonly Diagnostic[];

/** Tells the client about findings: it asks for them if it can, else they are sent after each pause in typing. */
export function serveDiagnostics(parts: Parts) {
  const { connection, workspace, configurations, diagnoses, client } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pulls = () => client().textDocument?.diagnostic !== undefined;
  const reported = reporter(connection, workspace);
  const publish = publisher(connection, workspace, reported);
  const pulled = versionedRequests();
  servePulls(parts, reported, pulled);
  const push = async (): Promise<void> => {
    await configurations.ready();
    try {
      publish(await diagnoses.current());
    } catch (error) {
      // What was sent before stays until something changes.
      if (!isStopped(error)) throw error;
    }
  };
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
    timer = setTimeout(() => void logged(connection, "diagnostics", undefined, act), quiet);
  }
}

/** Rules that stopped with an error are logged once for each state of the texts. */
function reporter(connection: Connection, workspace: Workspace): Reported {
  let seen = 0;
  return (path, { failures, files, reflections }) => {
    if (workspace.isTooLarge(path)) return [tooLarge];
    if (seen !== workspace.generation()) {
      seen = workspace.generation();
      for (const failure of failures) connection.console.error(`rule ${failure.rule}: ${failure.message}`);
    }
    const shown: Diagnostic[] = [];
    // What only follows from another finding is right again with that one.
    for (const one of files.get(path) ?? []) if (one.causedBy === undefined) shown.push(toDiagnostic(workspace, one));
    for (const one of reflections.get(path) ?? []) shown.push(reflectionToDiagnostic(workspace, one));
    return shown;
  };
}

/** Sends what has changed for a client since the last time. */
function publisher(connection: Connection, workspace: Workspace, reported: Reported): (diagnosis: Diagnosis) => void {
  let published: ReadonlyMap<string, string> = new Map();
  return (diagnosis) => {
    const { files, reflections } = diagnosis;
    const affected = [...files]
      .filter(([path, list]) => list.length > 0 || reflections.has(path))
      .map(([path]) => path);
    const found = new Set([...workspace.all().map((text) => text.path), ...affected]);
    const sent = new Map<string, string>();
    for (const path of new Set([...found, ...published.keys()])) {
      const uri = workspace.uriOf(path);
      const version = workspace.get(uri)?.version;
      const diagnostics = found.has(path) ? [...reported(path, diagnosis)] : [];
      const content = JSON.stringify([version, diagnostics]);
      if (found.has(path)) sent.set(path, content);
      if (published.get(path) === content) continue;
      void connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
    }
    published = sent;
  };
}

/** Answers a client that asks: for a document as it is now, or for all files; in a word where nothing has changed for it. */
function servePulls(
  { connection, workspace, configurations, diagnoses }: Parts,
  reported: Reported,
  pulled: VersionedRequests,
): void {
  const results = new Map<string, { readonly id: string; readonly items: Diagnostic[] }>();
  const report = (path: string, previous: string | undefined, diagnosis: Diagnosis): Report => {
    const now = reported(path, diagnosis);
    const last = results.get(path);
    const isAsBefore = last !== undefined && isEqual(last.items, now);
    const id = isAsBefore ? last.id : `${workspace.generation()}`;
    const items = isAsBefore ? last.items : [...now];
    results.set(path, { id, items });
    return id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  };
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    await configurations.ready();
    const nothing: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return logged<Report>(connection, "textDocument/diagnostic", nothing, async () => {
      const diagnosis = await pulled.of(uri, token, (wanted) => diagnoses.current(wanted));
      return report(pathOf(uri), previousResultId, diagnosis);
    });
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    await configurations.ready();
    return logged(connection, "workspace/diagnostic", { items: [] }, async () => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const diagnosis = await diagnoses.current(token);
      const items = [...diagnosis.files.keys()].map((path) => {
        const uri = workspace.uriOf(path);
        const version = workspace.get(uri)?.version ?? null;
        return { uri, version, ...report(path, previous.get(uri), diagnosis) };
      });
      // A client keeps what it has of a file until it hears of the file again.
      const gone = [...previous.keys()].filter((uri) => !diagnosis.files.has(pathOf(uri)) && !workspace.get(uri));
      return { items: [...items, ...gone.map(nothingIn)] };
    });
  });
}

function nothingIn(uri: string): WorkspaceFullDocumentDiagnosticReport {
  return { uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] };
}

/** Of plain values. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  // Each edit compares all findings with those before: no lists are made for it.
  let left = 0;
  for (const key in one) {
    if (!isEqual(one[key as keyof typeof one], other[key as keyof typeof other])) return false;
    left += 1;
  }
  for (const _ in other) left -= 1;
  return left === 0;
}

async function logged<T>(connection: Connection, name: string, otherwise: T, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    connection.console.error(`${name}: ${describeError(error)}`);
    return otherwise;
  }
}
