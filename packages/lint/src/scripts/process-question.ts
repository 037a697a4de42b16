import { baseName } from "./commands.js";

/** A command line that only asks whether a process runs. */
export interface Question {
  readonly tool: string;
  readonly index: number;
  readonly name?: string;
}

/** keepalived reads no longer lines; what tells one command from another is not linear in the length. */
const longestCommand = 1022;

/** `undefined` for commands that do more than ask: counting and restarting need a script. */
export function processQuestion(given: string): Question | undefined {
  const text = given.slice(0, longestCommand);
  const match =
    /(?:^|[\s'"(])((?:\/\S*\/)?(?:killall5?\s+(?:-q\s+)?-(?:0|s\s*0|-signal[=\s]0)|kill\s+-(?:0|s\s*0)(?=\s+(?:\$\(|`|"\$\())|pkill\s+(?:-\w\s+)*-0|pidof|pgrep))\s+(?:-[-\w]+\s+)*(['"]?[\w.@/-]+)?/.exec(
      text,
    ) ??
    /(?:^|[\s'"(])((?:\/\S*\/)?ps\b[^|]*\|\s*(?:\S*\/)?grep)\s+(?:.*\|\s*(?:\S*\/)?e?grep\s+(?!-v|["']?v?grep))?(?:-[-\w]+\s+)*(['"]?[\w.@/-]+)?/.exec(
      text,
    );
  if (match === null || /pgrep\s+(?:-\w+\s+)*-\w*c|\bwc\b|restart|\bstart\b|systemctl|service /.test(text))
    return undefined;
  const name = match[2]?.replace(/^['"]/, "");
  return {
    tool: match[1]!,
    index: match.index + match[0].indexOf(match[1]!),
    ...(name !== undefined && name !== "" && { name: baseName(name) }),
  };
}
