/** Rules that look at each root block by itself need not look again at one in which they have found nothing. */
import {
  createMemory,
  type EffectiveStatement,
  type HostConfiguration,
  isSameList,
  type KnownHost,
  perHost,
} from "@kalint/daemon";
import { rules as allRules } from "../rules.js";
import type { HostRule } from "../types.js";
import type { Said } from "./run-rules.js";

const everyId = allRules.filter((rule) => rule.scope === "host" && rule.eachBlock).map(({ id }) => id);

/** Which rules have found nothing in a block, and with what knowledge of the host. */
interface Quiet {
  readonly asked: ReadonlySet<string>;
  /** Those of them that have found something. */
  readonly loud: readonly string[] | undefined;
  readonly known: KnownHost | undefined;
  /** None that looks at each block has found anything. */
  readonly isForAll: boolean;
}

/** A later reading that takes a block over takes it as it is. */
const quiet = createMemory<EffectiveStatement, Quiet>();
const narrowed = createMemory<HostConfiguration, HostConfiguration[]>();

/** The host as a rule sees it that looks at each block: without the blocks in which it has found nothing. */
export function withoutQuietBlocks(host: HostConfiguration, { id }: HostRule): HostConfiguration {
  const { effective } = host;
  const { fresh, loud } = lookedAtAgain(host);
  const statements = loud.get(id) ?? fresh;
  // What others have worked out of the whole host, or of as much of it, is not worked out twice.
  if (statements.length === effective.statements.length) return host;
  const others = narrowed.get(host) ?? [];
  narrowed.set(host, others);
  const same = others.find((other) => isSameList(other.effective.statements, statements));
  if (same) return same;
  const made = withBlocks(host, statements);
  others.push(made);
  return made;
}

/** The blocks that are new and, by rule, these with those in which it has found something. Most blocks are neither. */
const lookedAtAgain = perHost(({ effective, known }) => {
  const fresh: EffectiveStatement[] = [];
  const loud = new Map<string, EffectiveStatement[]>();
  for (const root of effective.statements) {
    const found = quiet.get(root);
    if (found === undefined || found.known !== known) {
      fresh.push(root);
      for (const blocks of loud.values()) blocks.push(root);
      continue;
    }
    if (found.isForAll) continue;
    for (const id of everyId) {
      if (found.asked.has(id) && !found.loud?.includes(id)) continue;
      const blocks = loud.get(id) ?? [...fresh];
      loud.set(id, blocks);
      blocks.push(root);
    }
  }
  return { fresh, loud };
});

/** The host with some of its root blocks, and with the objects that these are. */
export function withBlocks(host: HostConfiguration, statements: readonly EffectiveStatement[]): HostConfiguration {
  const kept = new Set(statements);
  const ofKept = <T extends { readonly statement: EffectiveStatement }>(all: readonly T[]): readonly T[] =>
    all.filter(({ statement }) => kept.has(statement));
  return {
    ...host,
    effective: { ...host.effective, statements },
    instances: ofKept(host.instances),
    virtualServers: ofKept(host.virtualServers),
  };
}

const noted = createMemory<HostConfiguration, readonly Said[]>();

/** Notes in which blocks the rules have found nothing. Only blocks of a single file are taken over by a later reading. */
export function noteQuietBlocks(host: HostConfiguration, said: readonly Said[]): void {
  const { effective, known } = host;
  if (effective.files.length !== 1 || noted.get(host) === said) return;
  noted.set(host, said);
  const { statements } = effective;
  // One that has stopped has not looked at everything.
  const own = said.filter(
    ({ rule, failure, isCut }) => rule.scope === "host" && rule.eachBlock && failure === undefined && !isCut,
  );
  const loud = new Map<EffectiveStatement | undefined, string[]>();
  for (const { rule, findings } of own) {
    for (const { place } of findings) {
      const root = lastBefore(statements, place.start);
      const rules = loud.get(root);
      if (rules === undefined) loud.set(root, [rule.id]);
      else if (rules.at(-1) !== rule.id) rules.push(rule.id);
    }
  }
  const asked = idsOf(own);
  const silent: Quiet = { asked, loud: undefined, known, isForAll: asked.size === everyId.length };
  for (const root of statements) {
    const found = loud.get(root);
    quiet.set(root, found === undefined ? silent : { asked, loud: found, known, isForAll: false });
  }
}

/** Of the same rules each time, as nearly always, the same set. */
function idsOf(said: readonly Said[]): ReadonlySet<string> {
  const isSame = lastAsked.size === said.length && said.every(({ rule }) => lastAsked.has(rule.id));
  if (!isSame) lastAsked = new Set(said.map(({ rule }) => rule.id));
  return lastAsked;
}

let lastAsked: ReadonlySet<string> = new Set();

/** The last root block that begins at an offset or above it. */
function lastBefore(statements: readonly EffectiveStatement[], offset: number): EffectiveStatement | undefined {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (statements[middle]!.place.start <= offset) low = middle + 1;
    else high = middle;
  }
  return statements[low - 1];
}
