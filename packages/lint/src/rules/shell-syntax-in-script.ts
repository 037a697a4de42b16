import type { HostConfiguration } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleScript } from "../examples.js";
import { baseName, type Command, commandsOf, ownerOf, placeIn, rewrite, shellTextIndex } from "../scripts/commands.js";
import { findShellSign, type ShellSign } from "../scripts/shell.js";
import { quote } from "../suggest.js";
import type { Finding } from "../types.js";

export const shellSyntaxInScript = defineHostRule({
  id: "shell-syntax-in-script",
  category: "tracking",
  severity: "error",
  summary: "A pipe, a redirection, `&&`, `$(…)` or `$HOME` in a command that runs without a shell.",
  why: "keepalived starts the program itself, without a shell. Every word goes to the program as an argument, including `|`, `>` and whatever follows them. Usually the program fails on them, and the check with it; or it ignores them, and the check means nothing.",
  advice: "Move the line to a script file, or pass it to a shell as one word: `\"/bin/sh -c 'first | second'\"`.",
  fixable: "sometimes",
  restsOn: "line",
  yieldsTo: ["unexpanded-reference", "undefined-definition"],
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/notify.c: set_script_params_array",
  bad: [
    { files: exampleScript(['script "/usr/bin/curl -fs http://127.0.0.1/ | /bin/grep OK"', "interval 2"]) },
    { files: exampleScript(['script "/usr/local/bin/up > /dev/null 2>&1"', "interval 2"]) },
    { files: exampleScript(['script "/bin/sh -c curl -fs http://127.0.0.1/"', "interval 2"]) },
    { files: exampleScript(['script "/usr/bin/test -e $HOME/up"', "interval 2"]) },
  ],
  good: [
    {
      files: exampleScript([`script "/bin/sh -c '/usr/bin/curl -fs http://127.0.0.1/ | /bin/grep OK'"`, "interval 2"]),
    },
    { files: exampleScript([`script "/bin/grep -E 'up|starting' /run/state"`, "interval 2"]) },
  ],
  evidence: [
    "https://github.com/acassen/keepalived/issues/653",
    "https://github.com/acassen/keepalived/issues/1377",
    "https://github.com/acassen/keepalived/issues/2587",
  ],
  eachBlock: true,
  check(host, report) {
    for (const command of commandsOf(host)) {
      const finding = describe(host, command);
      if (finding) report(finding);
    }
  },
});

const names: Readonly<Record<ShellSign["kind"], () => string>> = {
  pipe: () => say`a pipe`,
  redirection: () => say`a redirection`,
  list: () => say`a list of commands`,
  substitution: () => say`a command substitution`,
  expansion: () => say`something to replace`,
  keyword: () => say`a word of the shell`,
};

function describe(host: HostConfiguration, command: Command): Finding | undefined {
  // What stands unquoted behind `ssh host` is read by the shell over there.
  if (baseName(command.program) === "ssh") return undefined;
  const shellAt = shellTextIndex(command.words);
  const sign = findShellSign(command.text);
  if (sign && !(shellAt >= 0 && (sign.kind === "substitution" || sign.kind === "expansion"))) {
    const start = command.start + sign.start;
    const shown = command.text.slice(sign.start, sign.end);
    return {
      place: placeIn(host, command, start, command.start + sign.end),
      message: sign.inProgram
        ? say`${quote(shown)} is ${sign.kind === "keyword" ? "" : `${names[sign.kind]()} `}for a shell, but ${ownerOf(command)} is started without one: no such program is found`
        : say`${quote(shown)} is ${names[sign.kind]()} for a shell, but ${ownerOf(command)} is started without one: ${baseName(command.program).replace(/;$/, "")} gets it as a parameter`,
      ...(shellAt < 0 && { fixes: wrapInShell(host, command) }),
      // The program may do with the text what it likes.
      ...(sign.kind === "expansion" && { severity: "warning" as const }),
    };
  }
  return shellAt < 0 ? undefined : cutShellText(host, command, shellAt);
}

/** `sh -c` takes one word as its text; what follows are the positional parameters. */
function cutShellText(host: HostConfiguration, command: Command, at: number): Finding | undefined {
  const [text, ...others] = command.words.slice(at);
  if (text === undefined || others.length === 0 || /[\s$]/.test(text) || text.includes("/")) return undefined;
  const offset = command.text.indexOf(text, command.text.search(/\s-[a-z]*c\s/));
  return {
    place: placeIn(host, command, command.start + offset, command.start + offset + text.length),
    message: say`the shell runs only ${quote(text)}: ${quote(others.join(" "))} is not part of its text`,
    help: say`Put the whole text in single quotes: \`"/bin/sh -c '${[text, ...others].join(" ").replace(/['"]/g, "")}'"\`.`,
  };
}

function wrapInShell(host: HostConfiguration, command: Command): Finding["fixes"] & {} {
  if (!command.quoted || /['"\\]/.test(command.text)) return [];
  return rewrite(
    host,
    command,
    {
      start: command.start - 1,
      end: command.start + command.text.length + 1,
      text: `"/bin/sh -c '${command.text}'"`,
    },
    say`let a shell run it`,
  );
}
