import { say } from "./locale/say.js";

/** Why the formatter leaves text as it is: a `Reason` of format, which says nothing itself. */
export interface Unformatted {
  readonly kind:
    | "blanks-before-mark"
    | "no-lasting-layout"
    | "no-template-layout"
    | "unclosed-quote"
    | "unclosed-block"
    | "stray-close";
  readonly line?: number;
  readonly lines?: readonly [number, number];
}

/** One sentence without a full stop, fit to follow a path and a colon. */
export function unformatted({ kind, line, lines }: Unformatted): string {
  const [from, to] = lines ?? [];
  const reason = reasons[kind](line);
  if (from === undefined) return reason;
  return from === to
    ? say`line ${from} stays as it is: ${reason}`
    : say`lines ${from} to ${to} stay as they are: ${reason}`;
}

const reasons: Readonly<Record<Unformatted["kind"], (line: number | undefined) => string>> = {
  "blanks-before-mark": (line) => say`there are spaces before the byte order mark (line ${line})`,
  "no-lasting-layout": () => say`no layout was found that a second run would keep`,
  "no-template-layout": () => say`no layout was found that keeps the template's tags`,
  "unclosed-quote": (line) => say`line ${line} stays as it is: its '"' is never closed`,
  "unclosed-block": (line) => say`the braces do not pair up: the '{' of line ${line} is never closed`,
  "stray-close": (line) => say`the braces do not pair up: the '}' of line ${line} closes nothing`,
};
