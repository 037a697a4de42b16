import {
  type FormatOptions,
  formatOnType,
  formatRange,
  formatTemplate,
  formatTree,
  type TextEdit,
} from "@kalint/format";
import { foreignContent, say, unformatted, vocabulary } from "@kalint/schema";
import type { Template } from "@kalint/syntax";
import type { Document } from "./document.js";

export type { TextEdit } from "@kalint/format";

/** What lays the document out, or why it stays as it is. */
export interface DocumentLayout {
  readonly edits: readonly TextEdit[];
  /** A sentence without a full stop. */
  readonly reason?: string;
  /** Which parts stay as they are, and why, each in such a sentence. */
  readonly left?: readonly string[];
}

/** The changes that lay the document out, all of them or those of the lines `within`. Texts of other programs stay as they are. */
export function formatDocument(
  document: Document,
  options?: FormatOptions,
  within?: { readonly start: number; readonly end: number },
): DocumentLayout {
  if (document.template) return formatTags(document.template, document.isDeclaredTemplate, options, within);
  const foreign = foreignContent(document.text);
  if (foreign !== undefined) return { edits: [], reason: foreign.reason };
  const { edits, obstacle, left } = formatTree(document.tree, options);
  if (obstacle !== undefined) return { edits, reason: unformatted(obstacle.reason) };
  if (within) return { edits: formatRange(document.tree, within, options) };
  return { edits, left: left.map(({ reason }) => unformatted(reason)) };
}

/** As the command does it: somebody may have forgotten to render what only its tags say is a template. */
function formatTags(
  template: Template,
  isDeclared: boolean,
  options?: FormatOptions,
  within?: { readonly start: number; readonly end: number },
): DocumentLayout {
  if (!isDeclared) return { edits: [], reason: say`its tags say that it is a template, and its name does not` };
  const { edits, obstacle } = formatTemplate(template, { ...options, ...vocabulary });
  if (obstacle !== undefined) return { edits, reason: unformatted(obstacle.reason) };
  const isIn = ({ start, end }: TextEdit) => within === undefined || (within.start <= start && end <= within.end);
  return { edits: edits.filter(isIn) };
}

/** The changes that follow from a line end or a `}` just typed in front of `offset`. */
export function formatTyped(
  document: Document,
  offset: number,
  typed: "\n" | "}",
  options?: FormatOptions,
): readonly TextEdit[] {
  return !document.template && foreignContent(document.text) === undefined
    ? formatOnType(document.tree, offset, typed, options)
    : [];
}
