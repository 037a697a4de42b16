import { type HostConfiguration, readAddress } from "@kalint/daemon";
import { askedOf, createQueries } from "@kalint/project";
import { say } from "@kalint/schema";
import { openInput } from "../check/input.js";
import { absolute, configurations } from "../configuration.js";
import { nodeHost } from "../files/host.js";
import { placeText } from "../files/place.js";
import type { Reach } from "../files/reach.js";
import { ansibleOf } from "../generate/ansible.js";
import { type Plan, plansOf, translatedServersOf } from "../generate/plan.js";
import { scriptOf } from "../generate/script.js";
import { type GeneratedFile, type GenerateRequest, generator } from "../generate/settings.js";
import { systemdOf } from "../generate/systemd.js";
import { harmlessName } from "../render/width.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { buildOf } from "../target.js";
import { notAllowed, UsageError } from "../usage.js";

interface RawRealServerOptions extends Reach {
  readonly config?: string;
  readonly target?: string;
  readonly configId?: string;
  readonly realServer?: string;
  readonly format: string;
  readonly outputDir?: string;
}

const formats = { script: scriptOf, systemd: systemdOf, ansible: ansibleOf } as const;

/** Prints, or writes below a folder, what a real server needs for the virtual services of one director's file. */
export async function generateRealServer(
  surroundings: Surroundings,
  file: string,
  options: RawRealServerOptions,
): Promise<ExitStatus> {
  const { directory, output, errors } = surroundings;
  if (!Object.hasOwn(formats, options.format)) throw notAllowed("--format", options.format, Object.keys(formats));
  const host = nodeHost(directory);
  const input = await openInput(surroundings, host, {
    given: [file],
    stdinFilename: undefined,
    commandNames: [],
    reach: options,
  });
  for (const complaint of input.complaints) errors.write(`kalint: ${harmlessName(complaint)}\n`);
  if (input.complaints.length > 0) return exitStatus.usage;
  if (input.paths.length > 1)
    throw new UsageError(say`${file} is more than one file: name the main file of one director.`);

  const path = input.paths[0]!;
  const configuration = await configurations(surroundings, options.config, host).of(path);
  const asked = (configId?: string) => {
    const of = { configuration, path: absolute(directory, path), configId, option: options.target };
    return askedOf(buildOf(of), path, configId);
  };
  const queries = createQueries({ host });
  const ids = options.configId === undefined ? queries.configIds(asked()) : [options.configId];
  const hosts = (ids.length === 0 ? [undefined] : ids).map((configId) =>
    queries.host(queries.effective(asked(configId)), configId ?? path),
  );
  const director = theOnly(hosts, path);
  const request = requestFor(director, path, options.realServer);
  for (const note of request.plan.notes) errors.write(say`kalint: note: ${note}\n`);
  const files = formats[options.format as keyof typeof formats](request);
  if (options.outputDir === undefined) output.write(printed(files));
  else {
    for (const { path: name, text, executable } of files) {
      placeText(directory, `${options.outputDir}/${name}`, text, {
        mode: executable ? 0o777 : 0o666,
        makesFolders: true,
        refusal: (old) =>
          old.trim() === "" || old.includes(generator)
            ? undefined
            : say`exists and is not from '${generator}': it is not overwritten`,
      });
      output.write(say`wrote ${options.outputDir}/${name}\n`);
    }
  }
  return exitStatus.clean;
}

/** The directors of one file usually have the same virtual servers; where they do not, one must be named. */
function theOnly(hosts: readonly HostConfiguration[], path: string): HostConfiguration {
  const seen = new Set(hosts.map((host) => JSON.stringify([...plansOf(host)])));
  if (seen.size > 1) {
    const names = hosts.map(({ name }) => name).join(", ");
    throw new UsageError(say`${path}: the virtual servers differ between ${names}: choose one with --config-id.`);
  }
  return hosts[0]!;
}

function requestFor(director: HostConfiguration, source: string, wanted: string | undefined): GenerateRequest {
  const plans = plansOf(director);
  if (wanted !== undefined) {
    const address = readAddress(wanted).value?.text;
    if (address === undefined) throw new UsageError(say`--real-server: '${wanted}' is no address.`);
    const plan = plans.get(address);
    if (plan !== undefined) return { plan, source, realServers: [address] };
    throw new UsageError(absent(director, source, address, [...plans.keys()]));
  }
  if (plans.size === 0) {
    throw new UsageError(
      say`${source}: no virtual server forwards with lvs_method DR or TUN, so its real servers need no address of theirs.`,
    );
  }
  const [plan] = plans.values();
  if (new Set([...plans.values()].map(keyOf)).size === 1)
    return { plan: plan!, source, realServers: [...plans.keys()] };
  const list = [...plans].map(([address, { addresses }]) => say`\n  ${address}  for ${listed(addresses)}`);
  throw new UsageError(say`${source}: its real servers differ; choose one with --real-server:${list.join("")}`);
}

function absent(director: HostConfiguration, source: string, address: string, known: readonly string[]): string {
  if (translatedServersOf(director).has(address)) {
    return say`${address} serves only with lvs_method NAT: it needs no virtual address, but the director as its gateway.`;
  }
  const others = known.length === 0 ? "" : say` There are: ${known.join(", ")}.`;
  return say`${address} is no real server of ${source} with lvs_method DR or TUN.${others}`;
}

/** Two real servers need the same if this is the same. */
function keyOf({ addresses, notes }: Plan): string {
  return JSON.stringify([addresses.map(({ text }) => text).toSorted(), notes.toSorted()]);
}

function listed(addresses: Plan["addresses"]): string {
  const shown = addresses.slice(0, 4).map(({ text }) => text);
  return (
    [...shown, ...(addresses.length > 4 ? [say`${addresses.length - 4} more`] : [])].join(", ") || say`firewall marks`
  );
}

/** One file as it is, several each below a line with its name. */
function printed(files: readonly GeneratedFile[]): string {
  if (files.length === 1) return files[0]!.text;
  return files.map(({ path, text }) => `# ==> /${path} <==\n${text}`).join("\n");
}
