import { predictFailover, predictServices } from "@kalint/cluster";
import { foreignContent, say } from "@kalint/schema";
import { groupPaths } from "../check/groups.js";
import { openInput } from "../check/input.js";
import { lintGroups } from "../check/lint.js";
import { configurations } from "../configuration.js";
import { failoverOutput } from "../failover/json.js";
import {
  type PredictedCluster,
  verdictOf,
  type Weakness,
  weaknesses,
  weaknessesOf,
  worstFirst,
} from "../failover/predicted.js";
import { failoverTable } from "../failover/table.js";
import { nodeHost } from "../files/host.js";
import type { Reach } from "../files/reach.js";
import { coloursFor } from "../render/colours.js";
import { harmlessName } from "../render/width.js";
import { type ExitStatus, exitStatus, type Surroundings, widthOf } from "../surroundings.js";
import { notAllowed } from "../usage.js";

interface RawFailoverOptions extends Reach {
  readonly config?: string;
  readonly target?: string;
  readonly configId?: string;
  readonly json?: boolean;
  readonly failOn?: readonly string[];
  readonly neighbours?: boolean;
  readonly color?: boolean;
}

/** Prints who is MASTER of each virtual router and who serves each virtual server, and who after each failure. */
export async function failover(
  surroundings: Surroundings,
  given: readonly string[],
  options: RawFailoverOptions,
  commandNames: readonly string[],
): Promise<ExitStatus> {
  const { directory, output, errors } = surroundings;
  const failOn = parseFailOn(options.failOn);
  const host = nodeHost(directory);
  const finder = configurations(surroundings, options.config, host);
  const input = await openInput(surroundings, host, {
    given: given.length === 0 ? ["."] : given,
    stdinFilename: undefined,
    commandNames,
    walk: finder.walk,
    reach: options,
  });
  for (const complaint of input.complaints) errors.write(`kalint: ${harmlessName(complaint)}\n`);
  const groups = await groupPaths(input.paths, finder, host, directory, {
    neighbours: options.neighbours ?? true,
    ...(options.target === undefined ? {} : { target: options.target }),
  });
  if (groups.length === 0) return exitStatus.usage;

  const { clusters } = lintGroups(groups, host, directory, {
    levels: {},
    only: ["cluster"],
    ...(options.configId === undefined ? {} : { configId: options.configId }),
  });
  const predicted = worstFirst(
    clusters
      .filter(({ hosts, virtualRouters }) => hosts.length > 1 && virtualRouters.length > 0)
      .map(
        (cluster): PredictedCluster => ({
          cluster,
          routers: predictFailover(cluster),
          services: predictServices(cluster),
        }),
      ),
  );
  if (options.json) output.write(`${JSON.stringify(failoverOutput(predicted), null, 2)}\n`);
  else if (predicted.length > 0) {
    const colours = coloursFor(surroundings, output, options.color);
    output.write(`${verdictOf(predicted)}\n\n`);
    output.write(failoverTable(predicted, colours, output.isTerminal ? widthOf(output) : pipedWidth(surroundings)));
  }
  if (predicted.length === 0) {
    for (const path of input.paths) {
      const content = foreignContent(host.read(path) ?? "");
      if (content?.kind === "template") errors.write(say`kalint: ${path}: not read: ${content.reason}\n`);
    }
    errors.write(
      say`kalint: no cluster found: give the configurations of all its hosts, or declare it under 'clusters' in kalint.json\n`,
    );
  }
  if (input.complaints.length > 0 || predicted.length === 0) return exitStatus.usage;
  const found = weaknessesOf(predicted);
  return failOn.some((kind) => found[kind] > 0) ? exitStatus.findings : exitStatus.clean;
}

function parseFailOn(given: readonly string[] = ["split", "outage"]): readonly Weakness[] {
  return given
    .flatMap((value) => value.split(","))
    .map((value) => {
      const kind = weaknesses.find((each) => each === value.trim());
      if (kind === undefined) throw notAllowed("--fail-on", value, weaknesses);
      return kind;
    });
}

/** Tables that go into a file, a mail or a pager: 80 cells, or what COLUMNS says. */
function pipedWidth({ environment }: Surroundings): number {
  const asked = Number(environment.COLUMNS);
  return Number.isInteger(asked) && asked >= 40 ? asked : 80;
}
