import {
  type ParseOptions,
  parse,
  readTemplate,
  type Span,
  type Tag,
  type Template,
  unknownSign,
  voidSign,
} from "@kalint/syntax";
import { applyEdits, type TextEdit } from "./edits.js";
import { type Formatting, formatTree } from "./format.js";
import { unpairedObstacle, unpairedRegions } from "./obstacles.js";
import type { FormatOptions } from "./options.js";

/**
 * Lays out a template around its tags, which keep their bytes: tags on lines of their own are comments to the layout, and all
 * others are words or parts of words. Where its braces pair up only in some renderings, nothing is changed.
 */
export function formatTemplate(template: Template, options: TemplateFormatOptions = {}): Formatting {
  const formatting = layOut(template, options);
  if (formatting.edits.length === 0) return formatting;
  const after = readTemplate(applyEdits(template.text, formatting.edits), { language: template.language });
  if (tagTexts(after) === tagTexts(template) && layOut(after, options).edits.length === 0) return formatting;
  const reason = { kind: "no-template-layout" } as const;
  return { edits: [], obstacle: { start: 0, end: template.text.length, reason }, left: [] };
}

type TemplateFormatOptions = FormatOptions & ParseOptions;

function layOut(template: Template, options: TemplateFormatOptions): Formatting {
  const tree = parse(layoutMask(template), options);
  // A brace is not carried over a tag that may stand between it and its keyword.
  const { edits, ...rest } = formatTree(tree, { ...options, braces: "keep" });
  // Which of its blocks they leave open differs between renderings.
  const [unpaired] = unpairedRegions(tree);
  if (unpaired !== undefined) return { edits: [], obstacle: unpairedObstacle(tree, unpaired), left: [] };
  const kept = withJoints(template, withLineEnds(template, edits)).filter((edit) => {
    return !cuts(template.tags, edit) && !cuts(partsAside(template), edit);
  });
  return { ...rest, edits: kept };
}

function tagTexts({ text, tags }: Template): string {
  return tags.map(({ start, end }) => text.slice(start, end)).join("\0");
}

/** The text with a word of the same length in the place of each tag: what must be the same before and after. */
export function wordsOfTemplate({ text, tags }: Template): string {
  return tags.reduceRight((masked, { start, end }) => {
    return masked.slice(0, start) + unknownSign.padEnd(end - start, voidSign) + masked.slice(end);
  }, text);
}

/** The text with every arm in it, and something in the place of each tag that the layout does not touch. */
function layoutMask({ text, tags }: Template): string {
  const parts: string[] = [];
  let end = 0;
  for (const { start, end: until, isAlone } of linesOfTags(text, tags)) {
    const [gap, length] = [text.slice(end, start), until - start];
    // Two blanks tell the layout that the first column is where it belongs, as for a comment sign in front of a line.
    const isFirst = isAlone && length > 3 && (start === 0 || text[start - 1] === "\n");
    parts.push(gap, isAlone ? (isFirst ? "#  " : "#").padEnd(length, voidSign) : unknownSign.padEnd(length, voidSign));
    end = until;
  }
  return parts.join("") + text.slice(end);
}

/** The tags, with those put together that fill their lines and put nothing out. */
function linesOfTags(text: string, tags: readonly Tag[]) {
  const found: { start: number; end: number; isAlone: boolean }[] = [];
  for (let at = 0; at < tags.length; ) {
    const { start } = tags[at]!;
    let last = at;
    while (last + 1 < tags.length && /^[ \t]*$/.test(text.slice(tags[last]!.end, tags[last + 1]!.start))) last += 1;
    const { end } = tags[last]!;
    const isAlone =
      tags.slice(at, last + 1).every(putsNothingOut) &&
      /^[ \t]*$/.test(text.slice(text.slice(0, start).lastIndexOf("\n") + 1, start)) &&
      /^[ \t]*\r*(?:\n|$)/.test(text.slice(end));
    if (isAlone) found.push({ start, end, isAlone });
    else for (const tag of tags.slice(at, last + 1)) found.push({ start: tag.start, end: tag.end, isAlone });
    at = last + 1;
  }
  return found;
}

function putsNothingOut({ kind, block }: Tag): boolean {
  return kind !== "value" && block !== "wrapped";
}

/**
 * Ansible takes away the line end behind a block's tag, and ERB that behind `-%>`: where such a tag ends a line with other
 * words, the number of line ends that follow decides whether the next line is one of its own.
 */
function withLineEnds({ text, tags }: Template, edits: readonly TextEdit[]): readonly TextEdit[] {
  const alone = linesOfTags(text, tags).filter(({ isAlone }) => isAlone);
  let result = edits;
  for (const tag of tags) {
    if (tag.kind === "value" && tag.trimsAfter === undefined) continue;
    const gap = /^[ \t]*\r*\n\s*/.exec(text.slice(tag.end))?.[0];
    if (gap === undefined || alone.some(({ start, end }) => start <= tag.start && tag.end <= end)) continue;
    result = keepLineEnds(text, result, tag.end, tag.end + gap.length);
  }
  return result;
}

/**
 * Behind `{%- … %}` on a line of its own Ansible takes away the line ends on both sides of it: whether the next line begins with
 * a blank then decides whether its first word is one of its own. So a line that has an indentation there keeps one, and a
 * line that has none gets none.
 */
function withJoints({ text, tags, language }: Template, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (language !== "jinja") return edits;
  const joints = linesOfTags(text, tags).filter(
    ({ start, isAlone }) => isAlone && tags.find((tag) => tag.start === start)?.trimsBefore !== undefined,
  );
  let result = edits;
  for (const { end } of joints) {
    const lineEnd = text.indexOf("\n", end);
    if (lineEnd < 0) continue;
    const from = lineEnd + 1;
    const until = from + /^[ \t]*/.exec(text.slice(from))![0].length;
    const isOf = (edit: TextEdit) => from <= edit.start && edit.end <= until;
    const length = result
      .filter(isOf)
      .reduce((sum, each) => sum + each.text.length - (each.end - each.start), until - from);
    if (until > from !== length > 0) result = result.filter((edit) => !isOf(edit));
  }
  return result;
}

/** The edits with those between two offsets replaced by one that takes their indentation, and no line end. */
function keepLineEnds(text: string, edits: readonly TextEdit[], start: number, end: number): readonly TextEdit[] {
  const inside = edits.filter((edit) => start <= edit.start && edit.end <= end);
  if (inside.length === 0) return edits;
  const shifted = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const after = applyEdits(text.slice(start, end), shifted);
  const lines = text.slice(start, text.lastIndexOf("\n", end - 1) + 1);
  const wanted = lines + after.slice(after.lastIndexOf("\n") + 1);
  const others = edits.filter((edit) => !inside.includes(edit));
  if (wanted === text.slice(start, end)) return others;
  return [...others, { start, end, text: wanted }].sort((one, other) => one.start - other.start);
}

/** What macros hold is put out elsewhere: how deep it is there, its author alone knows. */
function partsAside({ tags }: Template): readonly Span[] {
  const parts: Span[] = [];
  const opened: Tag[] = [];
  for (const tag of tags) {
    if (tag.kind === "open") opened.push(tag);
    if (tag.kind !== "close") continue;
    const open = opened.pop();
    if (open?.block === "aside") parts.push({ start: open.start, end: tag.end });
  }
  return parts;
}

function cuts(parts: readonly Span[], { start, end }: TextEdit): boolean {
  return parts.some((part) => start < part.end && part.start < end);
}
