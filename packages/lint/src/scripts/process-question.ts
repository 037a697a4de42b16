import { limits } from "@kalint/schema";
import { baseName } from "./commands.js";

/** A command line that only checks whether a process runs. */
interface Question {
  readonly tool: string;
  readonly index: number;
  readonly name?: string;
}

/** keepalived reads no longer lines; what tells one command from another is not linear in the length. */
function readPart(command: string): string {
  return command.slice(0, limits.longestLine);
}

/** A command that asks whether keepalived runs, with whatever tool: where it asks, in offsets of the text. */
export function selfQuestion(given: string): { readonly start: number; readonly end: number } | undefined {
  const text = readPart(given);
  const found = processQuestion(text);
  if (found?.name === "keepalived") return { start: found.index, end: found.index + found.tool.length };
  const match =
    /(?:^|[\s'"(])((?:\/\S*\/)?(?:systemctl\s[^|;&]*?\b(?:is-active|status)|service|rc-service|kill\s+-0)\s[^|;&]*?keepalived(?:\.service|\.pid)?|\/etc\/init\.d\/keepalived)(?=$|[\s'")`])/.exec(
      text,
    );
  if (match === null || /\b(re)?start\b|\bstop\b|\breload\b/.test(text)) return undefined;
  const start = match.index + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}

/** `undefined` for commands that do more than ask: counting and restarting need a script. */
export function processQuestion(given: string): Question | undefined {
  const text = readPart(given);
  const match =
    /(?:^|[\s'"(])((?:\/\S*\/)?(?:killall5?\s+(?:-q\s+)?-(?:0|s\s*0|-signal[=\s]0)|kill\s+-(?:0|s\s*0)(?=\s+(?:\$\(|`|"\$\())|pkill\s+(?:-\w\s+)*-0|pidof|pgrep))\s+(?:-[-\w]+\s+)*(['"]?[\w.@/-]+)?/.exec(
      text,
    ) ??
    /(?:^|[\s'"(])((?:\/\S*\/)?ps\b[^|]*\|\s*(?:\S*\/)?grep)\s+(?:.*\|\s*(?:\S*\/)?e?grep\s+(?!-v|["']?v?grep))?(?:-[-\w]+\s+)*(['"]?[\w.@/-]+)?/.exec(
      text,
    );
  if (match === null || /pgrep\s+(?:-\w+\s+)*-\w*c|\bwc\b|restart|\bstart\b|systemctl|service /.test(text))
    return undefined;
  // What is done with the answer is a part of the question.
  const behind = text.slice(match.index + match[0].length);
  if (/(?<!\|)\|(?!\|)/.test(behind)) return undefined;
  const name = match[2]?.replace(/^['"]/, "");
  return {
    tool: match[1]!,
    index: match.index + match[0].indexOf(match[1]!),
    ...(name !== undefined && name !== "" && { name: baseName(name) }),
  };
}
