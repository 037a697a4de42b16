export type { Host, Place } from "@kalint/daemon";
export type { FormatOptions } from "@kalint/format";
export type { Diagnostic, Fix, Reflection, Severity } from "@kalint/lint";
export {
  distributions,
  newestVersion,
  releases,
  resolveTarget,
  type Target,
  type Version,
} from "@kalint/schema";
export { type ClusterView, clusterViews } from "./cluster-view.js";
export { type Completion, type CompletionKind, complete, pageOf } from "./completion/complete.js";
export * from "./diagnose.js";
export { type Document, type DocumentOptions, type Inclusion, openDocument } from "./document.js";
export { type EffectiveView, effectiveOf, effectiveWith } from "./effective.js";
export { failoverPage } from "./failover-page.js";
export { type Hover, hover } from "./hover/hover.js";
export { inclusionOf } from "./inclusion.js";
export { type DocumentLayout, formatDocument, formatTyped, type TextEdit } from "./layout.js";
export { type DocumentLink, documentLinks, selectionSpans } from "./links.js";
export { definitionAt, referencesTo } from "./navigate.js";
export { documentSymbols, type FoldingRange, foldingRanges, isNamed, type OutlineSymbol } from "./outline.js";
export { type HintKind, hintKinds, type InlayHint, inlayHints } from "./presentation/hints.js";
export { type CodeLens, codeLenses, type LensKind, lensKinds } from "./presentation/lenses.js";
export { type SemanticToken, semanticTokens, tokenTypes } from "./presentation/tokens.js";
export { type Refactoring, refactorings } from "./refactor/refactorings.js";
export { type Rename, type Renameable, renameAt, renameableAt } from "./rename.js";
export { type Signature, signatureAt } from "./signature.js";
export { expectationsAt, type Site, siteAt } from "./site.js";
export { type DocumentStatus, statusOf } from "./status.js";
