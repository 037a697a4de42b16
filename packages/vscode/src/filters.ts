interface Offered {
  readonly word: string;
  /** What is typed is compared with this: its letters in their order, whatever lies between. */
  readonly filter: string;
  readonly isValue: boolean;
}

/**
 * For each of what is offered a filter that ends before a whole word stands in it, so that nothing is left of the list when
 * one is typed: one of the list's words, or a value up to a digit, such as the `10` of `100`.
 */
export function filtersWhileTyping(offered: readonly Offered[], typed: string): readonly string[] {
  const begun = typed.toLowerCase();
  const words = offered.map(({ word }) => word.toLowerCase());
  const whole = words.filter((word) => word.startsWith(begun) && word !== begun);
  return offered.map(({ filter, isValue }) => {
    const lower = filter.toLowerCase();
    const ends = whole.map((word) => endOf(word, lower));
    if (isValue) ends.push(endOfDigit(lower, begun.length));
    const end = Math.min(...ends.filter((one) => one > 0));
    // VS Code takes an empty filter for none. Nobody types a blank within a word.
    return end > filter.length ? filter : filter.slice(0, end - 1) || " ";
  });
}

/** Where the letters of `word` have all come in `text`; 0 where they do not. */
function endOf(word: string, text: string): number {
  let end = 0;
  for (const letter of word) {
    end = text.indexOf(letter, end) + 1;
    if (end === 0) return 0;
  }
  return end;
}

function endOfDigit(text: string, from: number): number {
  const index = text.slice(from).search(/\d/);
  return index < 0 ? 0 : from + index + 1;
}
