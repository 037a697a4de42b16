import { say } from "@kalint/schema";
import { Command, CommanderError } from "commander";
import {
  checkCommand,
  completionsCommand,
  convertCommand,
  effectiveCommand,
  explainCommand,
  failoverCommand,
  formatCommand,
  generateCommand,
  graphCommand,
  initCommand,
  lspCommand,
  migrateCommand,
  realServerCommand,
  rulesCommand,
} from "./command-lines.js";
import { asksForHelp, commandNames, type OtherCommandName } from "./command-names.js";
import { helpLayout, translatedError } from "./commander-texts.js";
import { mainHelp } from "./help.js";
import { coloursFor } from "./render/colours.js";
import { type ExitStatus, exitStatus, type Surroundings, widthOf } from "./surroundings.js";
import { notAllowed } from "./usage.js";
import { version } from "./version.js";

/** Runs a command line with options, or of another command than `check`. Throws a UsageError. */
export async function runByOptions(surroundings: Surroundings, commandLine: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.clean;
  const program = buildProgram(surroundings, commandLine, (result) => {
    status = result;
  });
  refuseUnknownHelp(program, commandLine);
  try {
    await program.parseAsync(commandLine, { from: "user" });
    return status;
  } catch (error) {
    // commander has printed its own message already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.usage;
    throw error;
  }
}

/** commander would print the general help for `help nope`, and no reason. */
function refuseUnknownHelp({ commands }: Command, [first, name]: readonly string[]): void {
  const names = commands.map((command) => command.name());
  if (first === "help" && name !== undefined && !name.startsWith("-") && !names.includes(name)) {
    throw notAllowed(say`the command`, name, names);
  }
}

/** What only the rarer commands need is loaded when they run: `check` is run by every commit. */
function buildProgram(surroundings: Surroundings, commandLine: readonly string[], finish: Finish): Command {
  const program = mainCommand(surroundings);
  const others = otherCommands(surroundings, program, finish);

  checkCommand(program.command("check", { isDefault: true })).action(async (paths: string[], options) => {
    if (options.printConfig) {
      const { printConfiguration } = await import("./commands/others.js");
      finish(await printConfiguration(surroundings, paths, options));
    } else if (options.watch) {
      const { watchAndCheck } = await import("./commands/others.js");
      finish(await watchAndCheck(surroundings, paths, options, commandNames));
    } else {
      const { check } = await import("./commands/check.js");
      finish(await check(surroundings, paths, options, commandNames));
    }
  });
  // Describing the others takes a tenth of a run on a small file that names none of them.
  const isAlone = !commandLine.some((word) => Object.hasOwn(others, word) || asksForHelp(word));
  if (!isAlone) for (const add of Object.values(others)) add();
  for (const command of program.commands) {
    command.helpOption("-h, --help", say`print this help`);
    command.showHelpAfterError(say`Run 'kalint ${command.name()} --help' for what is allowed.`);
  }
  return program;
}

/** Adds a command to the program. */
type Adds = () => void;
type Others = Readonly<Record<OtherCommandName, Adds>>;
type Finish = (status: ExitStatus) => void;

function otherCommands(surroundings: Surroundings, program: Command, finish: Finish): Others {
  return {
    format() {
      formatCommand(program.command("format")).action(async (paths: string[], options) => {
        const { format } = await import("./commands/others.js");
        finish(await format(surroundings, paths, options, commandNames));
      });
    },
    explain() {
      explainCommand(program.command("explain")).action(async (name: string, options) => {
        const { explain } = await import("./commands/others.js");
        finish(explain(surroundings, name, options));
      });
    },
    effective() {
      effectiveCommand(program.command("effective")).action(async (file: string, options) => {
        const { effective } = await import("./commands/others.js");
        finish(await effective(surroundings, file, options));
      });
    },
    convert() {
      convertCommand(program.command("convert")).action(async (file: string | undefined, options) => {
        const { convert } = await import("./commands/others.js");
        finish(await convert(surroundings, file, options));
      });
    },
    rules() {
      rulesCommand(program.command("rules")).action(async (options) => {
        const { rules } = await import("./commands/others.js");
        finish(rules(surroundings, options));
      });
    },
    failover() {
      failoverCommand(program.command("failover")).action(async (paths: string[], options) => {
        const { failover } = await import("./commands/others.js");
        finish(await failover(surroundings, paths, options, commandNames));
      });
    },
    graph() {
      graphCommand(program.command("graph")).action(async (paths: string[], options) => {
        const { graph } = await import("./commands/others.js");
        finish(await graph(surroundings, paths, options, commandNames));
      });
    },
    migrate() {
      migrateCommand(program.command("migrate")).action(async (paths: string[], options) => {
        const { migrate } = await import("./commands/others.js");
        finish(await migrate(surroundings, paths, options, commandNames));
      });
    },
    generate() {
      const generate = generateCommand(program.command("generate"));
      realServerCommand(generate.command("real-server")).action(async (file: string, options) => {
        const { generateRealServer } = await import("./commands/others.js");
        finish(await generateRealServer(surroundings, file, options));
      });
    },
    init() {
      initCommand(program.command("init")).action(async (options) => {
        const { init } = await import("./commands/others.js");
        finish(await init(surroundings, options));
      });
    },
    completions() {
      completionsCommand(program.command("completions")).action(async (shell: string) => {
        const { completions } = await import("./commands/others.js");
        finish(completions(surroundings, program, shell));
      });
    },
    lsp() {
      lspCommand(program.command("lsp")).action(async (options) => {
        const { languageServer } = await import("./commands/lsp.js");
        await languageServer(options);
      });
    },
  };
}

function mainCommand(surroundings: Surroundings): Command {
  return new Command("kalint")
    .description(say`Linter, formatter and language server for keepalived.conf`)
    .version(version, "-V, --version", say`print kalint's version`)
    .option("--locale <LOCALE>", say`the language of messages: en or zh-CN (default: from LC_ALL, LC_MESSAGES or LANG)`)
    .helpOption("-h, --help", say`print this help`)
    .helpCommand("help [COMMAND]", say`print the help of a command`)
    .addHelpText("after", mainHelp)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.output.write(text),
      writeErr: (text) => surroundings.errors.write(text),
      outputError: (text, write) => write(`kalint: ${translatedError(text)}`),
      getOutHelpWidth: () => widthOf(surroundings.output),
      getErrHelpWidth: () => widthOf(surroundings.errors),
      getOutHasColors: () => coloursFor(surroundings, surroundings.output, undefined).isColorSupported,
      getErrHasColors: () => coloursFor(surroundings, surroundings.errors, undefined).isColorSupported,
    })
    .configureHelp(helpLayout)
    .showHelpAfterError(say`Run 'kalint --help' to see what is allowed.`);
}
