import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cluster } from "@kalint/cluster";
import { configurationSchemaUrl } from "@kalint/lint";
import { createQueries, noConfiguration, noMains } from "@kalint/project";
import { newestVersion, say } from "@kalint/schema";
import { lintGroups } from "../check/lint.js";
import { configurations } from "../configuration.js";
import { findFiles } from "../files/find.js";
import { nodeHost } from "../files/host.js";
import { confine } from "../files/reach.js";
import { reasonOf } from "../files/text.js";
import { createText } from "../files/write.js";
import { counted } from "../output/summary.js";
import { projectUrl } from "../report/links.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { targetVersion } from "../target.js";
import { UsageError } from "../usage.js";
import { version } from "../version.js";

interface RawInitOptions {
  readonly force?: boolean;
  readonly preCommit?: boolean;
  readonly target?: string;
}

/** Writes `kalint.json` (or over the `kalint.jsonc` that is there) with the clusters that the configurations below this directory show. */
export async function init(surroundings: Surroundings, options: RawInitOptions): Promise<ExitStatus> {
  const { directory, output } = surroundings;
  const there = ["kalint.json", "kalint.jsonc"].find((name) => existsSync(join(directory, name)));
  if (there !== undefined && !options.force) {
    if (!options.preCommit) throw new UsageError(say`${there} exists; --force replaces it.`);
    output.write(say`${there} exists and is left unchanged\n`);
  } else await writeConfiguration(surroundings, there ?? "kalint.json", options);
  if (options.preCommit) writeHooks(surroundings);
  return exitStatus.clean;
}

async function writeConfiguration(surroundings: Surroundings, name: string, options: RawInitOptions): Promise<void> {
  const { directory, output } = surroundings;
  const target = options.target === undefined ? undefined : targetVersion(options.target);
  const host = nodeHost(directory);
  const { walk } = configurations(surroundings, undefined, host);
  confine(host, directory, ["."], {});
  const { paths } = await findFiles({ directory, host, given: ["."], walk });
  const group = {
    configuration: noConfiguration,
    build: { target: target ?? newestVersion },
    paths,
    mains: noMains,
    neighbours: [],
    facts: {},
    clusters: [],
    queries: createQueries({ host }),
  };
  const { clusters } = lintGroups([group], host, directory, { levels: {}, only: ["cluster"] });
  const declared = clusters.filter(({ hosts }) => hosts.length > 1).map(declare);
  const file = {
    $schema: configurationSchemaUrl,
    extends: "recommended",
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(declared.length === 0 ? {} : { clusters: declared }),
  };
  write(directory, name, `${JSON.stringify(file, null, 2)}\n`);
  output.write(say`wrote ${name}: ${counted(paths.length, "configuration")}, ${counted(declared.length, "cluster")}\n`);
  for (const { name: cluster, hosts, evidence } of clusters.filter(({ hosts }) => hosts.length > 1)) {
    const reasons = evidence.reasons.length === 0 ? "" : ` (${evidence.reasons.join("; ")})`;
    output.write(`  ${cluster}: ${hosts.map((host) => host.name).join(", ")}${reasons}\n`);
  }
}

function declare({ name, hosts }: Cluster) {
  return {
    name,
    nodes: hosts.map(({ name: node, effective }) => ({
      name: node,
      file: effective.path,
      ...(effective.configId === undefined ? {} : { configId: effective.configId }),
    })),
  };
}

const hooks = `  - repo: ${projectUrl}
    rev: v${version}
    hooks:
      - id: kalint
      - id: kalint-format
`;

/** Never edits a file that somebody wrote: its entry is shown instead. */
function writeHooks({ directory, output }: Surroundings): void {
  const name = ".pre-commit-config.yaml";
  if (existsSync(join(directory, name))) {
    if (readFileSync(join(directory, name), "utf8").includes(projectUrl)) {
      output.write(say`${name} has the hooks already\n`);
      return;
    }
    output.write(say`${name} exists; add to its repos:\n\n${hooks}`);
    return;
  }
  write(directory, name, `repos:\n${hooks}`);
  output.write(say`wrote ${name}; 'pre-commit install' puts it in force\n`);
}

function write(directory: string, name: string, text: string): void {
  try {
    createText(join(directory, name), text);
  } catch (error) {
    throw new UsageError(say`${name}: cannot be written: ${reasonOf(error)}`);
  }
}
