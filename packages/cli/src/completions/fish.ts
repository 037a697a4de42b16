import type { DescribedCommand, DescribedOption, Value } from "./describe.js";

/** A script for fish 3 and newer. */
export function fishScript(commands: readonly DescribedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names}`;
  const lines = commands.flatMap((command) => {
    const seen =
      command.name === "check"
        ? `__fish_seen_subcommand_from check; or ${none}`
        : `__fish_seen_subcommand_from ${command.name}`;
    return [
      line(none, ["-a", command.name, "-d", quoted(command.summary)]),
      ...linesOf(command, seen),
      ...command.commands.flatMap((below) => [
        line(seen, ["-f", "-a", below.name, "-d", quoted(below.summary)]),
        ...linesOf(below, `${seen}; and __fish_seen_subcommand_from ${below.name}`),
      ]),
    ];
  });
  return `# fish completion for kalint: kalint completions fish | source\n${lines.join("\n")}\n`;
}

function linesOf({ options, argument }: DescribedCommand, condition: string): readonly string[] {
  const own =
    argument === undefined
      ? [line(condition, ["-f"])]
      : argument.kind === "words"
        ? [line(condition, valuesOf(argument))]
        : [];
  return [...own, ...options.map((option) => optionLine(option, condition))];
}

function optionLine({ short, long, summary, value }: DescribedOption, condition: string): string {
  return line(condition, [
    ...(short === undefined ? [] : ["-s", short.slice(1)]),
    "-l",
    long.slice(2),
    ...(value === undefined ? [] : ["-r", ...valuesOf(value)]),
    "-d",
    quoted(summary),
  ]);
}

function valuesOf(value: Value): readonly string[] {
  switch (value.kind) {
    case "words":
      return ["-f", "-a", quoted(value.words.join(" "))];
    case "file":
      return ["-F"];
    case "folder":
      return ["-f", "-a", quoted("(__fish_complete_directories)")];
    default:
      return ["-f"];
  }
}

function line(condition: string, words: readonly string[]): string {
  return `complete -c kalint -n ${quoted(condition)} ${words.join(" ")}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
