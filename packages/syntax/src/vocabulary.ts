/** What of a language's words helps to pair braces. The language itself is the caller's. */
export interface Vocabulary {
  /** Words that open blocks at the top level and nowhere else: they show where a block before them was left open. */
  readonly rootBlocks: ReadonlySet<string>;
  /** For each keyword the blocks that may hold it, by their first word; `""` is the top level. */
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>;
}

export const noVocabulary: Vocabulary = { rootBlocks: new Set(), parents: new Map() };
