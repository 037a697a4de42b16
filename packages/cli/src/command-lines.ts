/** The arguments and options of each command, as its help shows them. */
import { say } from "@kalint/schema";
import { templateLanguages } from "@kalint/syntax";
import { type Command, Option } from "commander";
import {
  checkHelp,
  completionsHelp,
  convertHelp,
  effectiveHelp,
  explainHelp,
  failoverHelp,
  formatHelp,
  generateRealServerHelp,
  graphHelp,
  migrateHelp,
} from "./help.js";
import { formatNames } from "./output/index.js";

export function checkCommand(command: Command): Command {
  return command
    .argument("[PATH...]", say`files, directories, globs, or - for standard input (default: .)`)
    .summary(say`find mistakes (the default command)`)
    .description(say`Find mistakes in keepalived configurations: on one host, and across the hosts of a cluster.`)
    .addOption(configOption())
    .option("--print-config", say`print the configuration that applies to the first path, as JSON`)
    .option(
      "--target <VERSION>",
      say`the keepalived that will read the files: 2.2.7, or debian-12, ubuntu-22.04, rhel-9, or next, its development branch (default: the newest release)`,
    )
    .addOption(configIdOption())
    .option(
      "--format <FORMAT[=FILE]>",
      say`${formatNames.join(", ")}; with =FILE into a file; repeatable (default: text)`,
      collect,
    )
    .option("--output-file <FILE>", say`write the report to a file instead of standard output`)
    .option("--fix", say`write the safe fixes into the files`)
    .option("--unsafe-fixes", say`with --fix or --diff: also the fixes that may change what keepalived does`)
    .option("--diff", say`print what --fix would change; write nothing`)
    .addOption(excludeOption())
    .addOption(templateOption())
    .option("--embedded", say`also check the configurations in shell heredocs, Markdown fences and YAML literals`)
    .option(
      "--render <COMMAND>",
      say`check what this command prints for each template, with {file} and {host} filled in; it is run as it is, without a shell`,
    )
    .option("--render-host <NAME>", say`a host for {host}; repeatable (default: the nodes in kalint.json)`, collect)
    .option("--render-timeout <SECONDS>", say`how long one rendering may take (default: 60)`)
    .option("--rule <ID=LEVEL>", say`set a rule, a category or all to off, info, warning or error; repeatable`, collect)
    .option("--only <CATEGORY|ID>", say`run only these rules; repeatable, or with commas`, collect)
    .option("--fail-level <LEVEL>", say`exit 1 from this severity on: error, warning or info (default: error)`)
    .option("--max-warnings <N>", say`exit 1 with more than N warnings`)
    .option("--max-diagnostics <N>", say`list at most N findings; those not listed count too`)
    .option("--exit-non-zero-on-fix", say`exit 1 where --fix has changed a file`)
    .option("--list-files", say`print the files that would be checked, one a line, and end`)
    .addOption(stdinFilenameOption())
    .option(
      "--no-neighbours",
      say`do not search next to the files for other hosts of their cluster, or for files that include them`,
    )
    .addOption(includeRootOption())
    .option(
      "--this-host",
      say`the files are for this machine: look here for their interfaces, users, groups, programs and includes`,
    )
    .option("--baseline <FILE>", say`ignore the findings listed in this file`)
    .option("--write-baseline <FILE>", say`write today's findings to a file for --baseline`)
    .option("--add-suppressions", say`write a kalint-disable comment above every line with findings`)
    .option("--reason <TEXT>", say`with --add-suppressions: why, into each comment`)
    .option("--show-clusters", say`print which hosts were taken for one cluster, and why, instead of the findings`)
    .option("--watch", say`check again after each change, until Ctrl-C`)
    .option("--statistics", say`count per rule instead of listing the findings`)
    .option("-q, --quiet", say`print the findings without the summary and without progress`)
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", checkHelp);
}

export function formatCommand(command: Command): Command {
  return command
    .argument("[PATH...]", say`files, directories, globs, or - for standard input (default: -)`)
    .summary(say`format: indentation, one statement a line`)
    .description(say`Format keepalived configurations. Words, strings and comments stay as they are.`)
    .addOption(configOption())
    .option("-w, --write", say`write the files that change, and list them`)
    .option("--force", say`format texts too that look like those of another program`)
    .addOption(excludeOption())
    .addOption(templateOption())
    .option("--check", say`list the files that would change; exit 1 if there are any`)
    .option("--diff", say`print the changes as a unified diff; exit 1 if there are any`)
    .option(
      "--format <FORMAT[=FILE]>",
      say`as --check, with each change as a finding that has a fix: ${formatNames.join(", ")}; repeatable`,
      collect,
    )
    .option("--no-editorconfig", say`take the layout from kalint.json alone`)
    .addOption(stdinFilenameOption())
    .option("-q, --quiet", say`print no list and no summary`)
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", formatHelp);
}

export function failoverCommand(command: Command): Command {
  return command
    .argument("[PATH...]", say`files, directories or globs with the hosts of a cluster (default: .)`)
    .summary(say`say who is MASTER, and who after each failure`)
    .description(
      say`Say which host has the addresses of each virtual router and who serves each virtual server, and who after each failure.`,
    )
    .addOption(configOption())
    .addOption(targetOption())
    .addOption(configIdOption())
    .option("--json", say`print JSON, pairs of failures included`)
    .option(
      "--fail-on <KIND>",
      say`exit 1 where a check cannot move an address (never), two hosts hold one (split) or nobody does (outage); repeatable, or with commas (default: split,outage)`,
      collect,
    )
    .addOption(noNeighboursOption())
    .addOption(includeRootOption())
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", failoverHelp);
}

export function migrateCommand(command: Command): Command {
  return command
    .argument("[PATH...]", say`files, directories or globs (default: .)`)
    .summary(say`say what changes between two releases of keepalived`)
    .description(
      say`Say what changes for these files between two releases of keepalived, in either direction, and apply the safe rewrites.`,
    )
    .option("--from <VERSION>", say`the keepalived that reads the files today (default: the target of kalint.json)`)
    .option("--to <VERSION>", say`the keepalived that will read them (default: the newest)`)
    .option("--format <FORMAT>", say`text, markdown or json`, "text")
    .option("--output-file <FILE>", say`write the report to a file instead of standard output`)
    .option("-w, --write", say`write the safe rewrites into the files`)
    .option("--diff", say`print what --write would change; write nothing`)
    .option("--all", say`list everything that changes between the two, also what no file shows`)
    .addOption(configOption())
    .addOption(configIdOption())
    .addOption(excludeOption())
    .addOption(noNeighboursOption())
    .addOption(includeRootOption())
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", migrateHelp);
}

export function graphCommand(command: Command): Command {
  return command
    .argument("[PATH...]", say`files, directories or globs with the hosts of a cluster (default: .)`)
    .summary(say`draw the cluster`)
    .description(say`Draw each cluster: hosts, trackers, virtual routers, addresses, virtual servers and real servers.`)
    .option("--format <FORMAT>", say`svg, mermaid or dot`, "svg")
    .option("--output-file <FILE>", say`write the picture to a file instead of standard output`)
    .addOption(configOption())
    .addOption(targetOption())
    .addOption(configIdOption())
    .addOption(noNeighboursOption())
    .addOption(includeRootOption())
    .addHelpText("after", graphHelp);
}

export function realServerCommand(command: Command): Command {
  return command
    .argument("<FILE>", say`the main file of one director, or - for standard input`)
    .summary(say`what a real server needs for virtual services in DR mode`)
    .description(say`Write what a real server needs for its virtual services in DR mode, undoing included.`)
    .option("--real-server <IP>", say`the real server (default: all, where they need the same)`)
    .option("--format <FORMAT>", say`script, systemd (sysctl.d and systemd-networkd) or ansible`, "script")
    .option("--output-dir <FOLDER>", say`write the files below this folder instead of printing them`)
    .option("--config <FILE>", say`the configuration of kalint to take the target from`)
    .option("--target <VERSION>", say`the keepalived that reads the file`)
    .option("--config-id <ID>", say`as the director with this config-id (default: any, where they do not differ)`)
    .addOption(includeRootOption())
    .helpOption("-h, --help", say`print this help`)
    .addHelpText("after", generateRealServerHelp);
}

export function explainCommand(command: Command): Command {
  return command
    .argument("<NAME>", say`a rule, or a keyword: 'priority', 'vrrp_instance/priority'`)
    .summary(say`print the page of a rule or of a keyword`)
    .description(say`Print the page of a rule or of a keyword.`)
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", explainHelp);
}

export function convertCommand(command: Command): Command {
  return command
    .argument("[FILE]", say`the file to convert, or - for standard input (default: -)`)
    .summary(say`turn a configuration into JSON, or JSON into a configuration`)
    .description(say`Turn a configuration into JSON for programs, or such JSON into a configuration.`)
    .option("--to <FORMAT>", say`json or conf (default: json, or conf for a file *.json)`)
    .option("--output-file <FILE>", say`write to a new file instead of standard output`)
    .addHelpText("after", convertHelp);
}

export function effectiveCommand(command: Command): Command {
  return command
    .argument("<FILE>", say`the main file of one host, or - for standard input`)
    .summary(say`print the configuration that one host reads`)
    .description(say`Print the configuration that one host reads: includes, @id, definitions and ~SEQ resolved.`)
    .option("--config-id <ID>", say`as the host with this config-id (default: every @id in turn)`)
    .option("--target <VERSION>", say`the keepalived that reads it`)
    .option("--config <FILE>", say`the configuration of kalint to take the target from`)
    .option("--json", say`print JSON, with the origin of every line`)
    .option("--show-passwords", say`show passwords and keys instead of asterisks`)
    .option("--no-origins", say`do not say where lines come from`)
    .addOption(includeRootOption())
    .option(
      "--diff <FILE|@ID>",
      say`print how it differs for another file, or for another config-id; exit 1 if it does`,
    )
    .addOption(stdinFilenameOption())
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", effectiveHelp);
}

export function rulesCommand(command: Command): Command {
  return command
    .summary(say`list the rules`)
    .description(say`List the rules: id, severity, category, whether it can be fixed, and what it finds.`)
    .option("--format <FORMAT>", say`text or json`, "text")
    .addOption(colourOption())
    .addOption(noColourOption());
}

export function initCommand(command: Command): Command {
  return command
    .summary(say`write a kalint.json with the clusters found here`)
    .description(say`Write a kalint.json for this directory, with the clusters that its configurations show.`)
    .option("--force", say`replace an existing kalint.json`)
    .option("--pre-commit", say`also write the hooks into .pre-commit-config.yaml`)
    .option("--target <VERSION>", say`the keepalived that reads the files`);
}

export function completionsCommand(command: Command): Command {
  return command
    .argument("<SHELL>", say`bash, zsh or fish`)
    .summary(say`print a script that completes kalint's command line`)
    .description(say`Print a script that makes a shell complete kalint's command line.`)
    .addHelpText("after", completionsHelp);
}

export function lspCommand(command: Command): Command {
  return command
    .summary(say`start the language server`)
    .description(say`Start the language server for an editor. It speaks LSP over standard input and output.`)
    .option("--stdio", say`communicate over standard input and output (default)`)
    .option("--socket <PORT>", say`connect to this port of the local host`)
    .option("--node-ipc", say`speak over the channel of a Node parent process`);
}

export function generateCommand(command: Command): Command {
  return command
    .summary(say`write what other machines need`)
    .description(say`Write what other machines need beside this configuration.`);
}

function configOption(): Option {
  return new Option(
    "--config <FILE>",
    say`the configuration for all files (default: kalint.json found upwards from each file)`,
  );
}

function targetOption(): Option {
  const text = say`the keepalived that will read the files: 2.2.7, or debian-12, … (default: the newest)`;
  return new Option("--target <VERSION>", text);
}

function configIdOption(): Option {
  return new Option("--config-id <ID>", say`look only as the host with this config-id (default: every @id in turn)`);
}

function excludeOption(): Option {
  return new Option("--exclude <GLOB>", say`skip these in directories, as .gitignore would; repeatable`).argParser(
    collect,
  );
}

function templateOption(): Option {
  return new Option(
    "--template <LANGUAGE>",
    say`the files are templates: ${templateLanguages.join(", ")}; none: they are none (default: by name and tags)`,
  );
}

function stdinFilenameOption(): Option {
  return new Option("--stdin-filename <PATH>", say`the name of standard input`);
}

function noNeighboursOption(): Option {
  return new Option("--no-neighbours", say`do not look beside the files for the other hosts of their cluster`);
}

function includeRootOption(): Option {
  const text = say`follow includes into this folder outside the repository; repeatable`;
  return new Option("--include-root <FOLDER>", text).argParser(collect);
}

function colourOption(): Option {
  return new Option("--color", say`colour the output (default: on a terminal, unless NO_COLOR is set)`);
}

function noColourOption(): Option {
  return new Option("--no-color", say`never colour the output`).default(undefined);
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
