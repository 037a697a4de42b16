import { distributions, releases } from "@kalint/schema";
import type { Command, Option } from "commander";
import { categoryNames, ruleIds } from "../check/names.js";
import { formatNames } from "../output/index.js";

/** What may follow: one of some words, a file, a folder, or what nobody can know. */
export type Value =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly joined?: true }
  | { readonly kind: "file" | "folder" | "free" };

export interface DescribedOption {
  /** `-q`. */
  readonly short: string | undefined;
  /** `--quiet`. */
  readonly long: string;
  readonly summary: string;
  /** `undefined` for a switch. */
  readonly value: Value | undefined;
  readonly repeatable: boolean;
}

export interface DescribedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly DescribedOption[];
  /** What its arguments may be; `undefined` where it takes none. */
  readonly argument: Value | undefined;
  readonly commands: readonly DescribedCommand[];
}

/** The command line as its parser knows it, so that what is completed is what is understood. */
export function describeProgram(program: Command): readonly DescribedCommand[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .map((command) => describeCommand(command, command.name()));
}

function describeCommand(command: Command, path: string): DescribedCommand {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).filter((each) => each.name() !== "help");
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    summary: firstLine(command.summary() || command.description()),
    options: help.visibleOptions(command).map((option) => describeOption(option, path)),
    argument: argument && valuesOf(argument.name(), path),
    commands: commands.map((each) => describeCommand(each, `${path} ${each.name()}`)),
  };
}

function describeOption(option: Option, path: string): DescribedOption {
  const placeholder = /^[^<[]*[<[](.+)[>\]]$/.exec(option.flags)?.[1];
  return {
    short: option.short,
    long: option.long ?? option.flags,
    summary: firstLine(option.description),
    value: placeholder === undefined ? undefined : valuesOf(placeholder, path),
    repeatable: option.description.includes("repeatable"),
  };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]!.replace(/\s+/g, " ");
}

/** What a placeholder stands for; the same one everywhere, save for the formats. */
function valuesOf(placeholder: string, path: string): Value {
  switch (placeholder) {
    case "FORMAT":
    case "FORMAT[=FILE]":
      return words(formats[path] ?? []);
    case "VERSION":
      return words([...releases.toReversed(), "next", ...distributions.map(({ name }) => name)]);
    case "LEVEL":
      return words(["error", "warning", "info"]);
    case "ID=LEVEL":
      return { ...words(ruleIds().map((id) => `${id}=`)), joined: true };
    case "CATEGORY|ID":
      return words([...categoryNames, ...ruleIds()]);
    case "NAME":
      return words(ruleIds());
    case "SHELL":
      return words(shellNames);
    case "PATH":
    case "FILE":
    case "FILE|@ID":
      return { kind: "file" };
    case "FOLDER":
      return { kind: "folder" };
    default:
      return { kind: "free" };
  }
}

function words(list: readonly string[]): Value & { readonly kind: "words" } {
  return { kind: "words", words: list };
}

export const shellNames = ["bash", "zsh", "fish"] as const;

/** The formats of each command that has some; a test sees that none is missing. */
const formats: Readonly<Record<string, readonly string[]>> = {
  check: formatNames,
  rules: ["text", "json"],
  convert: ["json", "conf"],
  migrate: ["text", "markdown", "json"],
  graph: ["svg", "mermaid", "dot"],
  "generate real-server": ["script", "systemd", "ansible"],
};
