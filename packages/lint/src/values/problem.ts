/** Why a word is no value for an argument. */
export interface ValueProblem {
  /** What would be one, as it follows "takes": `a whole number from 1 to 255`. */
  readonly expected: string;
  /** What is wrong with this word, where that is not plain from `expected`. */
  readonly because?: string;
  /** A better word. `safe`: the only way to read the one that stands there. */
  readonly replacement?: { readonly text: string; readonly safe: boolean };
  /** A file of the machine may define the word: it is no mistake there. */
  readonly unlessIn?: string;
  /** Only we notice: `keepalived -t` accepts the word, or its verdict depends on the machine. */
  readonly unclaimed?: true;
}
