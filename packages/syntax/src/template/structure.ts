import type { Span } from "../tree.js";
import type { Tag } from "./tags.js";

/** A stretch of a template: plain text, a tag, or a block with its arms. */
export type Part =
  | (Span & { readonly kind: "text" })
  | { readonly kind: "tag"; readonly tag: Tag }
  | {
      readonly kind: "block";
      readonly block: Block;
    };

/** A choice or a loop. One of the arms is taken, or none; a loop's first arm is its body, taken once. */
export interface Block {
  /** From 0, in the order of the text. */
  readonly number: number;
  readonly block: NonNullable<Tag["block"]>;
  readonly arms: readonly (readonly Part[])[];
  /** No arm may be taken at all: there is no `else`. */
  readonly optional: boolean;
  readonly condition: Tag["condition"];
  /** The blocks around it, the outermost first, with the arm that it is in. */
  readonly within: readonly { readonly block: number; readonly arm: number }[];
  readonly start: number;
}

export interface Structure {
  readonly parts: readonly Part[];
  readonly blocks: readonly Block[];
  /** A part of a block that has no beginning, or a beginning without an end. */
  readonly unpaired: Tag | undefined;
}

interface OpenBlock {
  readonly tag: Tag;
  readonly number: number;
  readonly arms: Part[][];
  readonly within: readonly { readonly block: number; readonly arm: number }[];
  optional: boolean;
}

/** Pairs the tags of a text. */
export function structureOf(text: string, tags: readonly Tag[]): Structure {
  const parts: Part[] = [];
  const blocks: Block[] = [];
  const open: OpenBlock[] = [];
  let count = 0;
  let at = 0;
  let unpaired: Tag | undefined;
  const into = (): Part[] => open.at(-1)?.arms.at(-1) ?? parts;
  const addText = (end: number): void => {
    if (end > at) into().push({ kind: "text", start: at, end });
  };
  for (const tag of tags) {
    addText(tag.start);
    at = tag.end;
    if (tag.kind === "open") {
      const within = open.map(({ number, arms }) => ({ block: number, arm: arms.length - 1 }));
      into().push({ kind: "tag", tag });
      open.push({ tag, number: count, arms: [[]], within, optional: true });
      count += 1;
      continue;
    }
    const current = open.at(-1);
    if (tag.kind === "value" || tag.kind === "silent") into().push({ kind: "tag", tag });
    else if (current === undefined) {
      unpaired ??= tag;
      parts.push({ kind: "tag", tag });
    } else if (tag.kind === "middle") {
      current.arms.push([]);
      into().push({ kind: "tag", tag: { ...tag, kind: "silent" } });
      if (tag.otherwise) current.optional = false;
    } else {
      const lacking = openWithin(tag);
      if (lacking === undefined || lacking.length > 0) unpaired ??= lacking?.at(-1) ?? tag;
      for (const _ of lacking ?? []) close();
      if (lacking !== undefined) close();
      into().push({ kind: "tag", tag });
    }
  }
  addText(text.length);
  unpaired ??= open[0]?.tag;
  while (open.length > 0) close();
  blocks.sort((one, other) => one.number - other.number);
  return { parts, blocks, unpaired };

  /** The blocks inside of the one that a tag closes which have no end, the outermost first; `undefined`: it closes none. */
  function openWithin({ pair }: Tag): readonly Tag[] | undefined {
    const mine = open.findLastIndex(({ tag }) => pair === undefined || tag.pair === undefined || tag.pair === pair);
    return mine === -1 ? undefined : open.slice(mine + 1).map(({ tag }) => tag);
  }

  function close(): void {
    const { tag, number, arms, within, optional } = open.pop()!;
    const { block = "choice", condition, start } = tag;
    const made: Block = { number, block, arms, optional, condition, within, start };
    blocks.push(made);
    into().push({ kind: "block", block: made });
  }
}
