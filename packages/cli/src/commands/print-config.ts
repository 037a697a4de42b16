import { optionValues, rules } from "@kalint/lint";
import { levelsFor, optionsFor } from "@kalint/project";
import { parseCheckOptions, type RawCheckOptions } from "../check/options.js";
import { absolute, configurations } from "../configuration.js";
import { nameOf } from "../files/find.js";
import { nodeHost } from "../files/host.js";
import { confine } from "../files/reach.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { buildOf } from "../target.js";

/** Prints what counts for one file, whether or not it is there, with every rule's level and options in full. */
export async function printConfiguration(
  surroundings: Surroundings,
  given: readonly string[],
  raw: RawCheckOptions,
): Promise<ExitStatus> {
  const options = parseCheckOptions(raw);
  const { directory, output } = surroundings;
  // A folder's own configuration counts for what lies in it.
  const path = given[0] ?? "keepalived.conf";
  const host = nodeHost(directory);
  const finder = configurations(surroundings, options.config, host);
  confine(host, directory, [path], options);
  const configuration = await finder.of(path);
  const levels = levelsFor(configuration, absolute(directory, path), options.levels);
  const set = optionsFor(configuration, absolute(directory, path));
  const at = { configuration, path: absolute(directory, path), option: options.target };
  const { target, withoutFeatures } = buildOf(at);
  const shown = {
    path,
    configuration: configuration.path === undefined ? null : nameOf(directory, configuration.path, false),
    target,
    features: { without: withoutFeatures },
    host: configuration.host,
    rules: Object.fromEntries(
      rules.map((rule) => {
        const level = levels[rule.id] ?? (rule.preset === undefined ? rule.severity : "off");
        return [rule.id, rule.options === undefined ? level : [level, optionValues(rule, set)]];
      }),
    ),
    format: { indent: 4, blankLines: 1, ...configuration.format },
    clusters: configuration.clusters.map(({ name, nodes }) => ({
      name,
      nodes: nodes.map((node) => ({ ...node, file: nameOf(directory, node.file, false) })),
    })),
  };
  output.write(`${JSON.stringify(shown, null, 2)}\n`);
  return exitStatus.clean;
}
