import { templateLanguages } from "@kalint/syntax";
import { Command, CommanderError, Option } from "commander";
import {
  checkHelp,
  completionsHelp,
  effectiveHelp,
  explainHelp,
  failoverHelp,
  formatHelp,
  generateRealServerHelp,
  graphHelp,
  mainHelp,
  migrateHelp,
} from "./help.js";
import { formatNames } from "./output/index.js";
import { coloursFor } from "./render/colours.js";
import { guarded } from "./render/guard.js";
import { type ExitStatus, exitStatus, type Surroundings, widthOf } from "./surroundings.js";
import { notAllowed, UsageError } from "./usage.js";
import { version } from "./version.js";

/** Runs the command line (without `node` and the script) and gives its exit status. Never throws. */
export async function run(given: Surroundings, commandLine: readonly string[]): Promise<ExitStatus> {
  // Into a file or a pipe goes what a program is to read, byte for byte; a person sees no control characters.
  const output = given.output.isTerminal ? guarded(given.output) : given.output;
  const surroundings: Surroundings = { ...given, output, errors: guarded(given.errors) };
  let status: ExitStatus = exitStatus.clean;
  const program = buildProgram(surroundings, (result) => {
    status = result;
  });
  try {
    refuseUnknownHelp(program, commandLine);
    await program.parseAsync(commandLine, { from: "user" });
    return status;
  } catch (error) {
    return explainFailure(surroundings, error);
  }
}

/** commander would print the general help for `help nope`, and no reason. */
function refuseUnknownHelp({ commands }: Command, [first, name]: readonly string[]): void {
  const names = commands.map((command) => command.name());
  if (first === "help" && name !== undefined && !name.startsWith("-") && !names.includes(name)) {
    throw notAllowed("the command", name, names);
  }
}

function explainFailure({ errors }: Surroundings, error: unknown): ExitStatus {
  // commander has printed its own message already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.usage;
  if (error instanceof UsageError) {
    errors.write(`kalint: ${error.message}\n`);
    return exitStatus.usage;
  }
  const [first = "unknown"] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split(
    "\n    at ",
  );
  errors.write(`kalint: internal error: ${first} (a bug in kalint; please report it with the file that shows it)\n`);
  return exitStatus.internal;
}

/** What only the rarer commands need is loaded when they run: `check` is run by every commit. */
function buildProgram(surroundings: Surroundings, finish: (status: ExitStatus) => void): Command {
  const program = new Command("kalint");
  const commandNames = () => program.commands.map((command) => command.name());

  program
    .description("Linter, formatter and language server for keepalived.conf")
    .version(version, "-V, --version", "print kalint's version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [COMMAND]", "print the help of a command")
    .addHelpText("after", mainHelp)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.output.write(text),
      writeErr: (text) => surroundings.errors.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, "kalint: ")),
      getOutHelpWidth: () => widthOf(surroundings.output),
      getErrHelpWidth: () => widthOf(surroundings.errors),
      getOutHasColors: () => coloursFor(surroundings, surroundings.output, undefined).isColorSupported,
      getErrHasColors: () => coloursFor(surroundings, surroundings.errors, undefined).isColorSupported,
    })
    .showHelpAfterError("Run 'kalint --help' for what is allowed.");

  checkCommand(program.command("check", { isDefault: true })).action(async (paths: string[], options) => {
    if (options.printConfig) {
      const { printConfiguration } = await import("./commands/others.js");
      finish(await printConfiguration(surroundings, paths, options));
    } else if (options.watch) {
      const { watchAndCheck } = await import("./commands/others.js");
      finish(await watchAndCheck(surroundings, paths, options, commandNames()));
    } else {
      const { check } = await import("./commands/check.js");
      finish(await check(surroundings, paths, options, commandNames()));
    }
  });
  formatCommand(program.command("format")).action(async (paths: string[], options) => {
    const { format } = await import("./commands/others.js");
    finish(await format(surroundings, paths, options, commandNames()));
  });
  program
    .command("explain")
    .argument("<NAME>", "a rule, or a keyword: 'priority', 'vrrp_instance/priority'")
    .summary("print the page of a rule or of a keyword")
    .description("Print the page of a rule or of a keyword.")
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", explainHelp)
    .action(async (name: string, options) => {
      const { explain } = await import("./commands/others.js");
      finish(explain(surroundings, name, options));
    });
  program
    .command("effective")
    .argument("<FILE>", "the main file of one host, or - for standard input")
    .summary("print the configuration that one host reads")
    .description("Print the configuration that one host reads: includes, @id, definitions and ~SEQ resolved.")
    .option("--config-id <ID>", "as the host with this config-id (default: every @id in turn)")
    .option("--target <VERSION>", "the keepalived that reads it")
    .option("--config <FILE>", "the configuration of kalint to take the target from")
    .option("--json", "print JSON, with the origin of every line")
    .option("--show-passwords", "show passwords and keys, which are stars else")
    .option("--no-origins", "do not say where lines come from")
    .addOption(includeRootOption())
    .option("--diff <FILE|@ID>", "print how it differs for another file, or for another config-id; exit 1 if it does")
    .option("--stdin-filename <PATH>", "the name of standard input")
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", effectiveHelp)
    .action(async (file: string, options) => {
      const { effective } = await import("./commands/others.js");
      finish(await effective(surroundings, file, options));
    });
  program
    .command("rules")
    .summary("list the rules")
    .description("List the rules: id, severity, category, whether it can be fixed, and what it finds.")
    .option("--format <FORMAT>", "text or json", "text")
    .addOption(colourOption())
    .addOption(noColourOption())
    .action(async (options) => {
      const { rules } = await import("./commands/others.js");
      finish(rules(surroundings, options));
    });
  failoverCommand(program.command("failover")).action(async (paths: string[], options) => {
    const { failover } = await import("./commands/others.js");
    finish(await failover(surroundings, paths, options, commandNames()));
  });
  graphCommand(program.command("graph")).action(async (paths: string[], options) => {
    const { graph } = await import("./commands/others.js");
    finish(await graph(surroundings, paths, options, commandNames()));
  });
  migrateCommand(program.command("migrate")).action(async (paths: string[], options) => {
    const { migrate } = await import("./commands/others.js");
    finish(await migrate(surroundings, paths, options, commandNames()));
  });
  const generate = program
    .command("generate")
    .summary("write what other machines need")
    .description("Write what other machines need beside this configuration.");
  realServerCommand(generate.command("real-server")).action(async (file: string, options) => {
    const { generateRealServer } = await import("./commands/others.js");
    finish(await generateRealServer(surroundings, file, options));
  });
  program
    .command("init")
    .summary("write a kalint.json with the clusters found here")
    .description("Write a kalint.json for this directory, with the clusters that its configurations show.")
    .option("--force", "replace a kalint.json that is there already")
    .option("--pre-commit", "also write the hooks into .pre-commit-config.yaml")
    .option("--target <VERSION>", "the keepalived that reads the files")
    .action(async (options) => {
      const { init } = await import("./commands/others.js");
      finish(await init(surroundings, options));
    });
  program
    .command("completions")
    .argument("<SHELL>", "bash, zsh or fish")
    .summary("print a script that completes kalint's command line")
    .description("Print a script that makes a shell complete kalint's command line.")
    .addHelpText("after", completionsHelp)
    .action(async (shell: string) => {
      const { completions } = await import("./commands/others.js");
      finish(completions(surroundings, program, shell));
    });
  program
    .command("lsp")
    .summary("start the language server")
    .description("Start the language server for an editor. It speaks LSP over standard input and output.")
    .option("--stdio", "speak over standard input and output (default)")
    .option("--socket <PORT>", "connect to this port of the local host")
    .option("--node-ipc", "speak over the channel of a Node parent process")
    .action(async (options) => {
      const { languageServer } = await import("./commands/lsp.js");
      await languageServer(options);
    });
  for (const command of program.commands) command.helpOption("-h, --help", "print this help");
  return program;
}

function checkCommand(command: Command): Command {
  return command
    .argument("[PATH...]", "files, directories, globs, or - for standard input (default: .)")
    .summary("find mistakes (the default command)")
    .description("Find mistakes in keepalived configurations: on one host, and across the hosts of a cluster.")
    .option("--config <FILE>", "the configuration for all files (default: kalint.json found upwards from each file)")
    .option("--print-config", "print the configuration that counts for the first path, as JSON")
    .option(
      "--target <VERSION>",
      "the keepalived that will read the files: 2.2.7, or debian-12, ubuntu-22.04, rhel-9 (default: the newest)",
    )
    .option("--config-id <ID>", "look only as the host with this config-id (default: every @id in turn)")
    .option(
      "--format <FORMAT[=FILE]>",
      `${formatNames.join(", ")}; with =FILE into a file; repeatable (default: text)`,
      collect,
    )
    .option("--output-file <FILE>", "write the report to a file instead of standard output")
    .option("--fix", "write the safe fixes into the files")
    .option("--unsafe-fixes", "with --fix or --diff: also the fixes that may change what keepalived does")
    .option("--diff", "print what --fix would change; write nothing")
    .option("--exclude <GLOB>", "skip these in directories, as .gitignore would; repeatable", collect)
    .addOption(templateOption())
    .option("--embedded", "also check the configurations in shell heredocs, Markdown fences and YAML literals")
    .option("--rule <ID=LEVEL>", "set a rule, a category or all to off, info, warning or error; repeatable", collect)
    .option("--only <CATEGORY|ID>", "run only these rules; repeatable, or with commas", collect)
    .option("--fail-level <LEVEL>", "exit 1 from this severity on: error, warning or info (default: error)")
    .option("--max-warnings <N>", "exit 1 with more than N warnings")
    .option("--max-diagnostics <N>", "list no more than N findings; all of them count")
    .option("--exit-non-zero-on-fix", "exit 1 where --fix has changed a file")
    .option("--list-files", "print the files that would be checked, one a line, and end")
    .option("--stdin-filename <PATH>", "the name of standard input")
    .option(
      "--no-neighbours",
      "do not look beside the files for the other hosts of their cluster, and for what includes them",
    )
    .addOption(includeRootOption())
    .option(
      "--this-host",
      "the files are for this machine: look here for their interfaces, users, groups, programs and includes",
    )
    .option("--baseline <FILE>", "ignore the findings listed in this file")
    .option("--write-baseline <FILE>", "write today's findings to a file for --baseline")
    .option("--add-suppressions", "write a kalint-disable comment above every line with findings")
    .option("--reason <TEXT>", "with --add-suppressions: why, into each comment")
    .option("--show-clusters", "print which hosts were taken for one cluster, and why, instead of the findings")
    .option("--watch", "check again after each change, until Ctrl-C")
    .option("--statistics", "count per rule instead of listing the findings")
    .option("-q, --quiet", "print the findings without the summary and without progress")
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", checkHelp);
}

function templateOption(): Option {
  return new Option(
    "--template <LANGUAGE>",
    `the files are templates: ${templateLanguages.join(", ")}; none: they are none (default: by name and tags)`,
  );
}

function formatCommand(command: Command): Command {
  return command
    .argument("[PATH...]", "files, directories, globs, or - for standard input (default: -)")
    .summary("format: indentation, one statement a line")
    .description("Format keepalived configurations. Words, strings and comments stay as they are.")
    .option("--config <FILE>", "the configuration for all files (default: kalint.json found upwards from each file)")
    .option("-w, --write", "write the files that change, and list them")
    .option("--exclude <GLOB>", "skip these in directories, as .gitignore would; repeatable", collect)
    .addOption(templateOption())
    .option("--check", "list the files that would change; exit 1 if there are any")
    .option("--diff", "print the changes as a unified diff; exit 1 if there are any")
    .option(
      "--format <FORMAT[=FILE]>",
      `as --check, with each change as a finding that has a fix: ${formatNames.join(", ")}; repeatable`,
      collect,
    )
    .option("--no-editorconfig", "take the layout from kalint.json alone")
    .option("--stdin-filename <PATH>", "the name of standard input")
    .option("-q, --quiet", "print no list and no summary")
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", formatHelp);
}

function failoverCommand(command: Command): Command {
  return command
    .argument("[PATH...]", "files, directories or globs with the hosts of a cluster (default: .)")
    .summary("say who is MASTER, and who after each failure")
    .description(
      "Say which host has the addresses of each virtual router and who serves each virtual server, and who after each failure.",
    )
    .option("--config <FILE>", "the configuration for all files (default: kalint.json found upwards from each file)")
    .option(
      "--target <VERSION>",
      "the keepalived that will read the files: 2.2.7, or debian-12, … (default: the newest)",
    )
    .option("--config-id <ID>", "look only as the host with this config-id (default: every @id in turn)")
    .option("--json", "print JSON, pairs of failures included")
    .option(
      "--fail-on <KIND>",
      "exit 1 where a check cannot move an address (never), two hosts hold one (split) or nobody does (outage); repeatable, or with commas (default: split,outage)",
      collect,
    )
    .option("--no-neighbours", "do not look beside the files for the other hosts of their cluster")
    .addOption(includeRootOption())
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", failoverHelp);
}

function migrateCommand(command: Command): Command {
  return command
    .argument("[PATH...]", "files, directories or globs (default: .)")
    .summary("say what changes between two releases of keepalived")
    .description(
      "Say what changes for these files between two releases of keepalived, in either direction, and apply the safe rewrites.",
    )
    .option("--from <VERSION>", "the keepalived that reads the files today (default: the target of kalint.json)")
    .option("--to <VERSION>", "the keepalived that will read them (default: the newest)")
    .option("--format <FORMAT>", "text, markdown or json", "text")
    .option("--output-file <FILE>", "write the report to a file instead of standard output")
    .option("-w, --write", "write the safe rewrites into the files")
    .option("--diff", "print what --write would change; write nothing")
    .option("--all", "list everything that changes between the two, also what no file shows")
    .option("--config <FILE>", "the configuration for all files (default: kalint.json found upwards from each file)")
    .option("--config-id <ID>", "look only as the host with this config-id (default: every @id in turn)")
    .option("--exclude <GLOB>", "skip these in directories, as .gitignore would; repeatable", collect)
    .option("--no-neighbours", "do not look beside the files for the other hosts of their cluster")
    .addOption(includeRootOption())
    .addOption(colourOption())
    .addOption(noColourOption())
    .addHelpText("after", migrateHelp);
}

function graphCommand(command: Command): Command {
  return command
    .argument("[PATH...]", "files, directories or globs with the hosts of a cluster (default: .)")
    .summary("draw the cluster")
    .description("Draw each cluster: hosts, trackers, virtual routers, addresses, virtual servers and real servers.")
    .option("--format <FORMAT>", "svg, mermaid or dot", "svg")
    .option("--output-file <FILE>", "write the picture to a file instead of standard output")
    .option("--config <FILE>", "the configuration for all files (default: kalint.json found upwards from each file)")
    .option(
      "--target <VERSION>",
      "the keepalived that will read the files: 2.2.7, or debian-12, … (default: the newest)",
    )
    .option("--config-id <ID>", "look only as the host with this config-id (default: every @id in turn)")
    .option("--no-neighbours", "do not look beside the files for the other hosts of their cluster")
    .addOption(includeRootOption())
    .addHelpText("after", graphHelp);
}

function realServerCommand(command: Command): Command {
  return command
    .argument("<FILE>", "the main file of one director, or - for standard input")
    .summary("what a real server needs for virtual services in DR mode")
    .description("Write what a real server needs for its virtual services in DR mode, undoing included.")
    .option("--real-server <IP>", "the real server (default: all, where they need the same)")
    .option("--format <FORMAT>", "script, systemd (sysctl.d and systemd-networkd) or ansible", "script")
    .option("--output-dir <FOLDER>", "write the files below this folder instead of printing them")
    .option("--config <FILE>", "the configuration of kalint to take the target from")
    .option("--target <VERSION>", "the keepalived that reads the file")
    .option("--config-id <ID>", "as the director with this config-id (default: any, where they do not differ)")
    .addOption(includeRootOption())
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", generateRealServerHelp);
}

function includeRootOption(): Option {
  const text = "follow includes into this folder outside the repository; repeatable";
  return new Option("--include-root <FOLDER>", text).argParser(collect);
}

function colourOption(): Option {
  return new Option("--color", "colour the output (default: on a terminal, unless NO_COLOR is set)");
}

function noColourOption(): Option {
  return new Option("--no-color", "never colour the output").default(undefined);
}

function collect(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}
