import type { Draft } from "./nodes.js";
import { isWhiteSpace } from "./scan.js";
import type { Attached, Block, Comment, Item } from "./tree.js";

/**
 * Hangs the comments on the items in one merge of two sorted lists: those on lines of their own on the item that follows,
 * one behind an item on the item's last line, and what no item follows on the block. Returns what is left for the file.
 */
export function attachComments(text: string, items: readonly Item[], comments: readonly Comment[]): readonly Comment[] {
  let next = 0;

  const takeBefore = (offset: number): readonly Comment[] => {
    const from = next;
    while (next < comments.length && comments[next]!.start < offset) next++;
    return next === from ? none : comments.slice(from, next);
  };
  const takeBehind = (offset: number): Comment | undefined => {
    const comment = comments[next];
    if (comment === undefined || comment.start < offset) return undefined;
    for (let at = offset; at < comment.start; at++) if (!isWhiteSpace(text.charCodeAt(at))) return undefined;
    next++;
    return comment;
  };
  const attachTo = (list: readonly Item[]): void => {
    for (const item of list) {
      if (next === comments.length) return;
      const draft = item as Draft<Attached>;
      if (comments[next]!.start < item.start) draft.leading = takeBefore(item.start);
      if (item.kind === "statement" && item.block !== undefined) attachWithin(item.block);
      const trailing = takeBehind(item.end);
      if (trailing !== undefined) draft.trailing = trailing;
    }
  };
  const attachWithin = (block: Block): void => {
    const draft = block as Draft<Block>;
    draft.before = takeBefore(block.open.start);
    const openComment = takeBehind(block.open.end);
    if (openComment !== undefined) draft.openComment = openComment;
    attachTo(block.items);
    draft.dangling = takeBefore(block.close?.start ?? block.end);
  };

  attachTo(items);
  return next === 0 ? comments : comments.slice(next);
}

const none: readonly Comment[] = [];
