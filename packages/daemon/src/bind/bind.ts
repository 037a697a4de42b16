import type { Version } from "@kalint/schema";
import { type Steps, toEnd } from "@kalint/syntax";
import { readSessions } from "../bfd/sessions.js";
import { readChecker } from "../checker/read.js";
import { createMemory } from "../memo.js";
import type { GlobalDefinitions, HostConfiguration, KnownHost } from "../objects.js";
import { collectRemarks } from "../remarks.js";
import type { EffectiveConfiguration, EffectiveStatement } from "../types.js";
import { numberSetting, type Setting, switchSetting, textSetting } from "../values/settings.js";
import { readVrrp } from "../vrrp/read.js";
import { present, sourced } from "./sources.js";
import { definitionsOf, referencesOf } from "./symbols.js";

/** Gives a host's statements their meaning: names, references and typed objects. Blocks that the daemon skips are no objects. */
export function bind(effective: EffectiveConfiguration, name: string, known?: KnownHost): HostConfiguration {
  return toEnd(bindInSteps(effective, name, known));
}

/** The same, with pauses. */
export function* bindInSteps(
  effective: EffectiveConfiguration,
  name: string,
  known?: KnownHost,
): Steps<HostConfiguration> {
  const symbols = definitionsOf(effective);
  const references = referencesOf(effective, symbols);
  yield;
  const blocks = (...paths: readonly string[]): readonly EffectiveStatement[] =>
    effective.statements.filter(({ keyword, skipped }) => paths.includes(keyword.path) && !skipped);
  const global = globalOf(blocks("global_defs"), effective.target);
  const vrrp = yield* readVrrp(effective, global, known);
  yield;
  const collector = collectRemarks(effective);
  const bfdSessions = readSessions(effective, collector);
  yield;
  const checker = yield* readChecker(effective, references, collector);
  return {
    name,
    effective,
    symbols,
    references,
    global,
    instances: vrrp.instances,
    syncGroups: vrrp.syncGroups,
    scripts: vrrp.scripts,
    trackProcesses: vrrp.trackProcesses,
    trackFiles: vrrp.trackFiles,
    bfdSessions,
    ...checker,
    remarks: [...vrrp.remarks, ...collector.remarks],
    isVrrpRefused: vrrp.refused,
    ...(vrrp.refusal && { vrrpRefusal: vrrp.refusal }),
    ...(known && { known }),
  };
}

/** What binding gives beside the statements and what is given to it. */
const boundParts: Record<Exclude<keyof HostConfiguration, "name" | "effective" | "known">, true> = {
  symbols: true,
  references: true,
  global: true,
  instances: true,
  syncGroups: true,
  scripts: true,
  trackProcesses: true,
  trackFiles: true,
  bfdSessions: true,
  serverGroups: true,
  virtualServers: true,
  remarks: true,
  isVrrpRefused: true,
  vrrpRefusal: true,
};

/**
 * The same value, bound by `work` when somebody first asks for more than the statements: of most renderings of a template
 * nobody does, as the one rule that still has a say there looks at words alone.
 */
export function boundWhenAsked(
  effective: EffectiveConfiguration,
  name: string,
  known: KnownHost | undefined,
  work: () => HostConfiguration,
): HostConfiguration {
  const host = Object.defineProperties(
    { name, effective, ...(known && { known }) },
    partsWhenAsked,
  ) as HostConfiguration;
  bindings.set(host, { work, bound: undefined });
  return host;
}

const bindings = createMemory<
  object,
  { readonly work: () => HostConfiguration; bound: HostConfiguration | undefined }
>();

/** The same functions for all hosts: what a getter closes over V8 takes for alive until its next large collection. */
const partsWhenAsked: PropertyDescriptorMap = Object.fromEntries(
  (Object.keys(boundParts) as (keyof typeof boundParts)[]).map((part) => [
    part,
    {
      enumerable: true,
      get(this: object) {
        const binding = bindings.get(this)!;
        binding.bound ??= binding.work();
        return binding.bound[part];
      },
    },
  ]),
);

/** Several `global_defs` blocks count as one. */
function globalOf(blocks: readonly EffectiveStatement[], target: Version): GlobalDefinitions {
  const statements = blocks.flatMap(({ children }) => children);
  const all = { children: statements };
  const security = statements.filter(({ keyword }) => keyword.name === "enable_script_security").at(-1);
  const version = numberSetting(all, "vrrp_version", target);
  return present<GlobalDefinitions>({
    statements,
    routerId: textSetting(all, "router_id", target),
    vrrpVersion: version as Setting<2 | 3> | undefined,
    scriptSecurity:
      security &&
      sourced(switchSetting(all, "enable_script_security", target)?.value ?? true, security.words[0]!, security),
    scriptUser: textSetting(all, "script_user", target),
    dynamicInterfaces: statements.some(({ keyword }) => keyword.name === "dynamic_interfaces"),
  });
}
