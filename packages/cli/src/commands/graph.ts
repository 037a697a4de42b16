import { type Cluster, graphOf, hostNames, virtualRoutersOf } from "@kalint/cluster";
import { askedOf } from "@kalint/project";
import { say } from "@kalint/schema";
import { type Group, groupPaths } from "../check/groups.js";
import { openInput } from "../check/input.js";
import { buildsOf, configIdsOf, lintGroups } from "../check/lint.js";
import { configurations } from "../configuration.js";
import { nodeHost } from "../files/host.js";
import { placeText } from "../files/place.js";
import type { Reach } from "../files/reach.js";
import { dotOf } from "../graph/dot.js";
import { mermaidOf } from "../graph/mermaid.js";
import { harmlessName } from "../render/width.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { notAllowed } from "../usage.js";

interface RawGraphOptions extends Reach {
  readonly config?: string;
  readonly target?: string;
  readonly configId?: string;
  readonly format: string;
  readonly outputFile?: string;
  readonly neighbours?: boolean;
}

/** Only a picture needs the layout library. */
const formats = {
  svg: async () => (await import("../graph/svg.js")).svgOf,
  mermaid: async () => mermaidOf,
  dot: async () => dotOf,
} as const;

/** Draws the clusters, and hosts without company each alone. */
export async function graph(
  surroundings: Surroundings,
  given: readonly string[],
  options: RawGraphOptions,
  commandNames: readonly string[],
): Promise<ExitStatus> {
  const { directory, output, errors } = surroundings;
  if (!Object.hasOwn(formats, options.format)) throw notAllowed("--format", options.format, Object.keys(formats));
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
  const { clusters } = lintGroups(groups, host, directory, {
    levels: {},
    only: ["cluster"],
    ...(options.configId === undefined ? {} : { configId: options.configId }),
  });
  const all = [...clusters, ...alone(groups, clusters, options.configId)];
  const graphs = all.map(graphOf).filter(({ nodes }) => nodes.some(({ kind }) => kind !== "host"));
  if (graphs.length === 0) {
    errors.write(say`kalint: nothing to draw: no file defines a virtual router or a virtual server\n`);
    return exitStatus.usage;
  }
  const render = await formats[options.format as keyof typeof formats]();
  const text = render(graphs);
  if (options.outputFile === undefined) output.write(text);
  else {
    placeText(directory, options.outputFile, text, {
      makesFolders: true,
      refusal: (old) =>
        isPicture(old) ? undefined : say`exists and is not a picture made by kalint: it is not overwritten`,
    });
  }
  return input.complaints.length > 0 ? exitStatus.usage : exitStatus.clean;
}

/** Hosts that are in no cluster, each as a cluster of its own. */
function alone(
  groups: readonly Group[],
  clusters: readonly Cluster[],
  configId: string | undefined,
): readonly Cluster[] {
  const taken = new Set(
    clusters.flatMap(({ hosts }) => hosts.flatMap(({ effective }) => effective.files.map(({ path }) => path))),
  );
  const lone = groups.flatMap((group) =>
    group.paths.filter((path) => !taken.has(path)).map((path) => ({ path, group })),
  );
  const names = hostNames(lone.map(({ path }) => path));
  return lone.map(({ path, group }, index) => {
    const id = configId ?? configIdsOf(group, path)[0];
    const name = names[index]!;
    const hosts = [group.queries.host(group.queries.effective(askedOf(buildsOf(group), path, id)), name)];
    return { name, hosts, virtualRouters: virtualRoutersOf(hosts), evidence: { kind: "shared", reasons: [] } };
  });
}

/** SVG, Mermaid or DOT, as this command writes them. */
function isPicture(text: string): boolean {
  return text.trim() === "" || /^(?:<svg |flowchart |%%|graph |digraph )/.test(text);
}
