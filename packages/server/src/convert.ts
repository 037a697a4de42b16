import { documentationUrl } from "@kalint/lint";
import { shortPath } from "@kalint/project";
import { say } from "@kalint/schema";
import type {
  CodeAction,
  Completion,
  Diagnostic,
  FoldingRange,
  OutlineSymbol,
  Place,
  Refactoring,
  Reflection,
  Rename,
  Signature,
  TextEdit,
} from "@kalint/service";
import {
  type ClientCapabilities,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  FoldingRangeKind,
  InsertTextFormat,
  InsertTextMode,
  type CodeAction as LspCodeAction,
  type Diagnostic as LspDiagnostic,
  type FoldingRange as LspFoldingRange,
  type TextEdit as LspTextEdit,
  type MarkupContent,
  type ParameterInformation,
  type SignatureHelp,
  SymbolKind,
  type WorkspaceEdit,
  type WorkspaceSymbol,
} from "vscode-languageserver";
import { type Positions, toRange } from "./positions.js";
import type { Workspace } from "./workspace.js";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

export function toDiagnostic(workspace: Workspace, diagnostic: Diagnostic): LspDiagnostic {
  const { place, severity, rule, message, related = [] } = diagnostic;
  const { tags, codeDescription } = partsOf(rule);
  const made: LspDiagnostic = {
    range: toRange(workspace.positionsOf(place.file), place),
    severity: severities[severity],
    source: "kalint",
    code: rule,
    codeDescription,
    message,
  };
  if (tags.length > 0) made.tags = tags;
  if (related.length > 0)
    made.relatedInformation = related.map((each) => ({
      location: workspace.locationOf(each.place),
      message: each.message,
    }));
  return made;
}

type RuleParts = { readonly tags: DiagnosticTag[]; readonly codeDescription: { readonly href: string } };

const ruleParts = new Map<string, RuleParts>();

/** What the diagnostics of a rule have in common. */
function partsOf(rule: string): RuleParts {
  const known = ruleParts.get(rule) ?? { tags: tagsOf(rule), codeDescription: { href: rulePageUrl(rule) } };
  ruleParts.set(rule, known);
  return known;
}

/** By the words that rules' names begin with. */
function tagsOf(rule: string): DiagnosticTag[] {
  if (/^(unused|unreachable|extra)-/.test(rule)) return [DiagnosticTag.Unnecessary];
  return rule.startsWith("deprecated-") ? [DiagnosticTag.Deprecated] : [];
}

export function rulePageUrl(rule: string): string {
  return `${documentationUrl}/rules/${rule}.md`;
}

/** The other side of a finding: says where it stands, and links there. */
export function reflectionToDiagnostic(workspace: Workspace, { place, diagnostic }: Reflection): LspDiagnostic {
  const location = workspace.locationOf(diagnostic.place);
  const there = shortPath(diagnostic.place.file);
  return {
    range: toRange(workspace.positionsOf(place.file), place),
    severity: severities[diagnostic.severity],
    source: "kalint",
    code: diagnostic.rule,
    codeDescription: { href: rulePageUrl(diagnostic.rule) },
    message: `${there}:${location.range.start.line + 1}: ${diagnostic.message}`,
    relatedInformation: [{ location, message: say`the finding` }],
  };
}

export function toEdits(positions: Positions, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => ({ range: toRange(positions, edit), newText: edit.text }));
}

export function toCodeAction(workspace: Workspace, action: CodeAction): LspCodeAction {
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(workspace, action.diagnostic)],
    isPreferred: action.preferred,
    edit: { changes: toChanges(workspace, action.fix.edits) },
  };
}

const refactorKinds = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  move: CodeActionKind.RefactorMove,
  rewrite: CodeActionKind.RefactorRewrite,
} as const;

/** `undefined` where the client cannot do it. */
export function toRefactoring(
  workspace: Workspace,
  one: Refactoring,
  can: EditAbilities,
  settled: readonly Diagnostic[],
): LspCodeAction | undefined {
  const { create } = one;
  const action = {
    title: one.title,
    kind: settled.length > 0 ? CodeActionKind.QuickFix : refactorKinds[one.kind],
    ...(settled.length > 0 && { diagnostics: settled.map((each) => toDiagnostic(workspace, each)) }),
  };
  if (!create) return { ...action, edit: { changes: toChanges(workspace, one.edits) } };
  if (!can.create) return undefined;
  const start = { line: 0, character: 0 };
  const documentChanges = create.flatMap(({ path, text }) => {
    const uri = workspace.uriOf(path);
    return [
      { kind: "create" as const, uri, options: { overwrite: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ];
  });
  return { ...action, edit: { documentChanges } };
}

/** What a client can take in an edit of several files. */
interface EditAbilities {
  readonly create: boolean;
  readonly annotations: boolean;
}

export function editAbilities({ workspace }: ClientCapabilities): EditAbilities {
  const { documentChanges, resourceOperations, changeAnnotationSupport } = workspace?.workspaceEdit ?? {};
  return {
    create: documentChanges === true && resourceOperations?.includes("create") === true,
    annotations: documentChanges === true && changeAnnotationSupport !== undefined,
  };
}

/** A new name, the files of other hosts marked so that a client shows them before it changes them. */
export function toRenaming(
  workspace: Workspace,
  { edits, elsewhere }: Extract<Rename, { readonly edits: unknown }>,
  can: EditAbilities,
): WorkspaceEdit {
  if (!can.annotations || elsewhere.size === 0) return { changes: toChanges(workspace, edits) };
  const files = new Map<string, (typeof edits)[number][]>();
  for (const edit of edits) files.set(edit.file, [...(files.get(edit.file) ?? []), edit]);
  return {
    documentChanges: [...files].map(([file, list]) => {
      const uri = workspace.uriOf(file);
      const annotationId = elsewhere.has(file) ? "other-host" : "this-host";
      return {
        textDocument: { uri, version: workspace.get(uri)?.version ?? null },
        edits: toEdits(workspace.positionsOf(file), list).map((edit) => ({ ...edit, annotationId })),
      };
    }),
    changeAnnotations: {
      "this-host": { label: say`On this host` },
      "other-host": { label: say`On the other hosts of the cluster`, needsConfirmation: true },
    },
  };
}

function toChanges(workspace: Workspace, edits: readonly (Place & { readonly text: string })[]) {
  const changes: Record<string, LspTextEdit[]> = {};
  for (const edit of edits) {
    const uri = workspace.uriOf(edit.file);
    changes[uri] = [...(changes[uri] ?? []), ...toEdits(workspace.positionsOf(edit.file), [edit])];
  }
  return changes;
}

const completionKinds = {
  keyword: CompletionItemKind.Property,
  block: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  option: CompletionItemKind.Keyword,
  name: CompletionItemKind.Reference,
  variable: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  directive: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
} as const;

/** What the client can take in a completion. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly tags: boolean;
}

/** `index`: its place in the list, which clients order by text. */
export function toCompletionItem(
  positions: Positions,
  one: Completion,
  index: number,
  can: CompletionAbilities,
): CompletionItem {
  const snippet = can.snippets ? one.snippet : undefined;
  const newText = snippet ?? one.text;
  const insert = toRange(positions, one.insert);
  const replace = toRange(positions, one.replace);
  return {
    label: one.label,
    kind: completionKinds[one.kind],
    ...(one.detail !== undefined && { detail: one.detail }),
    sortText: String(index).padStart(4, "0"),
    filterText: one.filter ?? one.label,
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: can.insertReplace ? { newText, insert, replace } : { newText, range: replace },
    ...(one.deprecated && (can.tags ? { tags: [CompletionItemTag.Deprecated] } : { deprecated: true })),
  };
}

const symbolKinds = {
  instance: SymbolKind.Class,
  group: SymbolKind.Namespace,
  script: SymbolKind.Function,
  server: SymbolKind.Interface,
  "address-list": SymbolKind.Array,
  block: SymbolKind.Object,
  variable: SymbolKind.Variable,
  file: SymbolKind.File,
} as const;

export function toDocumentSymbol(positions: Positions, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    ...(symbol.detail !== undefined && { detail: symbol.detail }),
    kind: symbolKinds[symbol.kind],
    range: toRange(positions, symbol.span),
    selectionRange: toRange(positions, symbol.nameSpan),
    children: symbol.children.map((child) => toDocumentSymbol(positions, child)),
  };
}

export function toWorkspaceSymbol(workspace: Workspace, file: string, symbol: OutlineSymbol): WorkspaceSymbol {
  return {
    name: symbol.name,
    kind: symbolKinds[symbol.kind],
    location: workspace.locationOf({ file, ...symbol.nameSpan }),
    ...(symbol.detail !== undefined && { containerName: symbol.detail }),
  };
}

export function toSignatureHelp(
  { label, summary, parameters, active }: Signature,
  toMarkup: (markdown: string) => MarkupContent,
): SignatureHelp {
  const information = {
    label,
    documentation: toMarkup(summary),
    parameters: parameters.map(
      ({ start, end, markdown }): ParameterInformation => ({
        label: [start, end],
        documentation: toMarkup(markdown),
      }),
    ),
  };
  // Behind the last argument none is active, which LSP says with an index out of range.
  return { signatures: [information], activeSignature: 0, activeParameter: active ?? parameters.length };
}

export function toFoldingRange({ startLine, endLine, kind }: FoldingRange): LspFoldingRange {
  return { startLine, endLine, ...(kind === "comment" && { kind: FoldingRangeKind.Comment }) };
}
