import { type EffectiveConfiguration, effectiveOutput, type Place, printEffective } from "@kalint/daemon";
import { askedOf, createQueries, templateFor } from "@kalint/project";
import { foreignContent, maskSecrets, say } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import { openInput } from "../check/input.js";
import { absolute, configurations } from "../configuration.js";
import { unifiedDiff } from "../files/diff.js";
import { type NodeHost, nodeHost } from "../files/host.js";
import type { Reach } from "../files/reach.js";
import { coloursFor } from "../render/colours.js";
import { harmlessName } from "../render/width.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { buildOf } from "../target.js";
import { UsageError } from "../usage.js";

interface RawEffectiveOptions extends Reach {
  readonly config?: string;
  readonly target?: string;
  readonly configId?: string;
  readonly json?: boolean;
  readonly origins?: boolean;
  readonly diff?: string;
  readonly showPasswords?: boolean;
  readonly stdinFilename?: string;
  readonly color?: boolean;
}

/** Prints what one host reads; or how that differs from what another file, or the same for another id, gives. */
export async function effective(
  surroundings: Surroundings,
  file: string,
  options: RawEffectiveOptions,
): Promise<ExitStatus> {
  const { directory, output, errors } = surroundings;
  const host = nodeHost(directory);
  const { diff } = options;
  if (diff !== undefined && options.json)
    throw new UsageError(say`--diff is for people and cannot be combined with --json.`);
  const other =
    diff?.startsWith("@") === true ? { id: diff.slice(1) } : diff === undefined ? undefined : { file: diff };
  const given = other?.file === undefined ? [file] : [file, other.file];
  const input = await openInput(surroundings, host, {
    given,
    stdinFilename: options.stdinFilename,
    commandNames: [],
    reach: options,
  });
  for (const complaint of input.complaints) errors.write(`kalint: ${harmlessName(complaint)}\n`);
  if (input.complaints.length > 0) return exitStatus.usage;
  if (input.paths.length > given.length)
    throw new UsageError(say`${file} is more than one file: name the main file of one host.`);

  const path = input.paths[0]!;
  const configuration = await configurations(surroundings, options.config, host).of(path);
  for (const each of input.paths) {
    const content = foreignContent(host.read(each) ?? "");
    if (content?.kind !== "template" || templateFor(configuration, absolute(directory, each)) === "none") continue;
    throw new UsageError(say`${each}: ${content.reason}: no host reads it before it is rendered.`);
  }
  const queries = createQueries({ host });
  const asked = (main: string, configId?: string) =>
    askedOf(
      buildOf({ configuration, path: absolute(directory, main), configId, option: options.target }),
      main,
      configId,
    );
  const read = (main: string, configId: string | undefined): EffectiveConfiguration =>
    queries.effective(asked(main, configId));
  const lineOf = lineFinder(host);
  const masking = { masksPasswords: options.showPasswords !== true };
  const masked = (text: string) => (options.showPasswords ? text : maskSecrets(text));
  if (other !== undefined) {
    const show = (one: EffectiveConfiguration) => printEffective(one, { origins: false, ...masking, lineOf });
    const left = read(path, options.configId);
    const right = read(input.paths[1] ?? path, other.id ?? options.configId);
    const patch = unifiedDiff(
      nameOf(left),
      show(left),
      show(right),
      coloursFor(surroundings, output, options.color),
      nameOf(right),
    );
    output.write(masked(patch));
    return patch === "" ? exitStatus.clean : exitStatus.findings;
  }
  const ids = options.configId === undefined ? queries.configIds(asked(path)) : [options.configId];
  const all = ids.length === 0 ? [read(path, undefined)] : ids.map((id) => read(path, id));
  if (options.json) {
    const configurations = all.map((one) => effectiveOutput(one, lineOf, masking));
    output.write(`${JSON.stringify({ version: 1, target: all[0]!.target, configurations }, null, 2)}\n`);
  } else {
    const texts = all.map((one) => {
      const head = ids.length > 1 ? say`# config-id ${one.configId}\n` : "";
      return head + printEffective(one, { origins: options.origins ?? true, ...masking, lineOf });
    });
    output.write(masked(texts.join("\n")));
  }
  return exitStatus.clean;
}

function nameOf({ path, configId }: EffectiveConfiguration): string {
  return configId === undefined ? path : `${path} @${configId}`;
}

function lineFinder(host: NodeHost): (place: Place) => number {
  return ({ file, start }) => positionAt(lineTable(host.read(file) ?? ""), start).line + 1;
}
