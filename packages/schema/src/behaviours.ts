import type { Version } from "./types.js";
import { compareVersions } from "./versions.js";

/** How the daemon reads text, where releases after 2.2.7 differ from it: the first release that does it, and what that is. */
export const behaviours = {
  "builtin-parameters-checked": {
    since: "2.4.0",
    summary:
      "Wrong parameters of a built-in definition such as ${_RANDOM 9 5} are reported; before, the text was left unchanged.",
  },
  "comment-ends-definition": {
    since: "2.4.0",
    summary:
      "A line that contains only a comment ends a definition over several lines in the child processes; before, the definition continued.",
  },
  "definition-reread": {
    since: "2.4.0",
    summary: "A definition that expands to ~SEQ, ~LST or @id is an unknown keyword; before, it was acted upon.",
  },
  "embedded-nul-reported": {
    since: "2.4.0",
    summary: "A line with a NUL byte is reported and dropped; before, it ended there silently.",
  },
  "environment-definition": { since: "2.4.0", summary: "${_ENV NAME} is the value of an environment variable." },
  "escapes-once": {
    since: "2.3.2",
    summary:
      "Backslashes in script lines are processed only when the command is split into words; before, also in the first split of the line.",
  },
  "hexadecimal-escape-limit": {
    since: "2.3.2",
    summary: "\\x takes two hexadecimal digits; before, it took as many as there were.",
  },
  "keywords-of-dropped-blocks-skipped": {
    since: "2.2.8",
    summary: "Keywords of an object that has been dropped do nothing; before, they could act on the object before it.",
  },
  "long-line-reported": {
    since: "2.4.0",
    summary:
      "Of a reported line of 1023 bytes or more, the first 1023 bytes are dropped; before, the line was silently split into several.",
  },
  "repetition-checked": {
    since: "2.4.0",
    summary: "~SEQ with a variable in braces is an error, and a missing parenthesis has a message of its own.",
  },
  "script-symlinks-resolved": {
    since: "2.3.0",
    summary:
      "A script whose path leads through a symbolic link to a directory is disabled if keepalived runs as root, unless use_symlink_paths is set.",
  },
  "unmatched-quote-in-child-only": {
    since: "2.3.2",
    summary:
      "An unmatched double quote is reported by the process that uses the line; before, also by the parent process.",
  },
} as const satisfies Readonly<Record<string, { since: Version; summary: string }>>;

export type Behaviour = keyof typeof behaviours;

/** Whether release `target` reads text in this way. */
export function behaves(behaviour: Behaviour, target: Version): boolean {
  return compareVersions(behaviours[behaviour].since, target) <= 0;
}
