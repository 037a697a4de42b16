import { dirname, resolve, sep } from "node:path";
import { configurationFinder } from "@kalint/lint";
import {
  type Configuration,
  ConfigurationError,
  type ConfigurationFinder,
  type ConfigurationProblem,
} from "@kalint/project";
import { say } from "@kalint/schema";
import { nameOf, type WalkChoice } from "./files/find.js";
import { type NodeHost, nodeHost } from "./files/host.js";
import { reasonOf } from "./files/text.js";
import type { Surroundings } from "./surroundings.js";
import { UsageError } from "./usage.js";

/** Finds the configuration of files as the command line names them; its mistakes are a UsageError. */
export interface Configurations extends ConfigurationFinder {
  /** What the configurations, and `--exclude`, leave out of directories. */
  readonly walk: WalkChoice;
}

/** Files are named from `directory`. `only`: the file of `--config`. `exclude`: the patterns of `--exclude`. */
export function configurations(
  { directory, environment }: Pick<Surroundings, "directory" | "environment">,
  only: string | undefined,
  host: NodeHost = nodeHost(directory),
  exclude: readonly string[] = [],
): Configurations {
  if (only !== undefined) {
    try {
      host.open(only);
    } catch (error) {
      throw new UsageError(say`${only}: the configuration cannot be read: ${reasonOf(error)}`);
    }
  }
  /**
   * In CI the author of a change writes `kalint.json` too, and the log shows what was read to everybody: there only the
   * command line widens the reading. A configuration below the root was perhaps copied from somebody else.
   */
  const mayWiden = ({ path }: Configuration): boolean => {
    if (!["", "0", "false", undefined].includes(environment.CI)) return false;
    return only !== undefined || (path !== undefined && host.isOutside(dirname(dirname(path))));
  };
  const finder = configurationFinder({ host, ...(only === undefined ? {} : { only: absolute(directory, only) }) });
  return {
    walk: {
      configurations: finder,
      ...(exclude.length > 0 && { exclude: { folder: absolute(directory, "."), files: exclude } }),
    },
    async of(path) {
      try {
        const configuration = await finder.of(absolute(directory, path));
        if (mayWiden(configuration)) for (const folder of configuration.includeRoots) host.allow(folder);
        return configuration;
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        throw new UsageError(error.problems.map((problem) => lineOf(directory, problem)).join("\nkalint: "));
      }
    },
  };
}

/** Absolute and `/`-separated, as configurations hold their paths. */
export function absolute(directory: string, path: string): string {
  return resolve(directory, path).split(sep).join("/");
}

function lineOf(directory: string, { path, place, message }: ConfigurationProblem): string {
  const name = nameOf(directory, path, false);
  return place === undefined ? `${name}: ${message}` : `${name}:${place.line}:${place.column}: ${message}`;
}
