/** Rules that look at each root block by itself need not look again at one in which they have found nothing. */
import type { EffectiveStatement, HostConfiguration, KnownHost } from "@kalint/daemon";
import type { HostRule } from "../types.js";
import type { Said } from "./run-rules.js";

/** Which of these rules have found nothing in a block, and with what knowledge of the host. */
interface Quiet {
  readonly rules: string;
  readonly known: KnownHost | undefined;
}

/** A later reading that takes a block over takes it as it is. */
const quiet = new WeakMap<EffectiveStatement, Quiet>();
const narrowed = new WeakMap<HostConfiguration, { readonly rules: string; readonly host: HostConfiguration }>();

/** The host as those of the rules see it that look at each block: without the blocks in which none of them found anything. */
export function withoutQuietBlocks(host: HostConfiguration, all: readonly HostRule[]): HostConfiguration {
  const rules = namesOf(all);
  const made = narrowed.get(host);
  if (made?.rules === rules) return made.host;
  const { effective, known } = host;
  const isQuiet = (root: EffectiveStatement): boolean => {
    const found = quiet.get(root);
    return found?.rules === rules && found.known === known;
  };
  const statements = effective.statements.filter((root) => !isQuiet(root));
  const isWhole = statements.length === effective.statements.length;
  // What others have worked out of the whole host is not worked out twice.
  const narrow = isWhole ? host : { ...host, effective: { ...effective, statements } };
  narrowed.set(host, { rules, host: narrow });
  return narrow;
}

const noted = new WeakMap<HostConfiguration, readonly Said[]>();

/** Notes in which blocks the rules have found nothing. Only blocks of a single file are taken over by a later reading. */
export function noteQuietBlocks(host: HostConfiguration, all: readonly HostRule[], said: readonly Said[]): void {
  const { effective, known } = host;
  if (effective.files.length !== 1 || noted.get(host) === said) return;
  noted.set(host, said);
  const own = said.filter(({ rule }) => rule.scope === "host" && rule.eachBlock);
  if (own.some(({ failure }) => failure !== undefined)) return;
  const { statements } = effective;
  const loud = new Set<EffectiveStatement | undefined>();
  for (const { findings } of own) for (const { place } of findings) loud.add(lastBefore(statements, place.start));
  const note: Quiet = { rules: namesOf(all), known };
  for (const root of statements) if (!loud.has(root)) quiet.set(root, note);
}

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

const names = new WeakMap<readonly HostRule[], string>();

function namesOf(rules: readonly HostRule[]): string {
  let known = names.get(rules);
  if (known === undefined) {
    known = rules.flatMap(({ id, eachBlock }) => (eachBlock ? [id] : [])).join(" ");
    names.set(rules, known);
  }
  return known;
}
