/** The commands besides `check`, which is meant where none is named. */
export const otherCommandNames = [
  "format",
  "explain",
  "effective",
  "convert",
  "rules",
  "failover",
  "graph",
  "migrate",
  "generate",
  "init",
  "completions",
  "lsp",
] as const;

export const commandNames: readonly string[] = ["check", ...otherCommandNames];

export type OtherCommandName = (typeof otherCommandNames)[number];

/** Whether a word asks for help. */
export function asksForHelp(word: string): boolean {
  return word === "help" || word === "--help" || /^-\w*h/.test(word);
}
