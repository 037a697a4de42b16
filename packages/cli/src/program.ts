import { type Locale, localeOf, localeOfEnvironment, locales, say, speakLocale } from "@kalint/schema";
import { commandNames } from "./command-names.js";
import { noCheckOptions, pathsAlone } from "./paths-alone.js";
import { guarded } from "./render/guard.js";
import { type ExitStatus, exitStatus, type Surroundings } from "./surroundings.js";
import { notAllowed, UsageError } from "./usage.js";

/** Runs the command line (without `node` and the script) and gives its exit status. Never throws. */
export async function run(given: Surroundings, commandLine: readonly string[]): Promise<ExitStatus> {
  // Into a file or a pipe goes what a program is to read, byte for byte; a person sees no control characters.
  const output = given.output.isTerminal ? guarded(given.output) : given.output;
  const surroundings: Surroundings = { ...given, output, errors: guarded(given.errors) };
  try {
    await speakLocale(localeFor(surroundings, commandLine), {
      "zh-CN": async () => (await import("./locale/zh-cn/index.js")).messages,
    });
    const paths = pathsAlone(commandLine);
    if (paths !== undefined) {
      const { check } = await import("./commands/check.js");
      return await check(surroundings, paths, noCheckOptions, commandNames);
    }
    const { runByOptions } = await import("./by-options.js");
    return await runByOptions(surroundings, commandLine);
  } catch (error) {
    return explainFailure(surroundings, error);
  }
}

/** What is asked for on the command line, else by the environment. Known before the command line is read, whose errors and help are said in it. */
function localeFor({ environment }: Surroundings, commandLine: readonly string[]): Locale {
  const words = commandLine.slice(0, commandLine.includes("--") ? commandLine.indexOf("--") : undefined);
  const at = words.findLastIndex((word) => word === "--locale" || word.startsWith("--locale="));
  const name = words[at]?.startsWith("--locale=") ? words[at].slice("--locale=".length) : words[at + 1];
  if (at < 0 || name === undefined) return localeOfEnvironment(environment);
  const locale = localeOf(name);
  if (locale === undefined) throw notAllowed("--locale", name, locales);
  return locale;
}

function explainFailure({ errors }: Surroundings, error: unknown): ExitStatus {
  if (error instanceof UsageError) {
    errors.write(`kalint: ${error.message}\n`);
    return exitStatus.usage;
  }
  const [first = "unknown"] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split(
    "\n    at ",
  );
  errors.write(say`kalint: internal error: ${first} (a bug in kalint; please report it with the file that shows it)\n`);
  return exitStatus.internal;
}
