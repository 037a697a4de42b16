import type { Tracker } from "@kalint/daemon";
import { protocol, say } from "@kalint/schema";
import type { Member } from "../company.js";
import { counterparts, membersIn } from "../company.js";
import type { Situation, Suggestion } from "./company-values.js";

/** The kind of tracker that a block of an instance holds, and that the block of a tracker defines. */
const kinds: Readonly<Record<string, Tracker["kind"]>> = {
  "vrrp_instance/track_interface": "interface",
  "vrrp_instance/track_script": "script",
  "vrrp_instance/track_process": "process",
  "vrrp_instance/track_bfd": "bfd",
  vrrp_script: "script",
  vrrp_track_process: "process",
};

/** Weights as the other host has it for the same tracker, and such as make another host take over. */
export function weights(situation: Situation): readonly Suggestion[] {
  const { site } = situation;
  const block = site.block?.path ?? "";
  const kind = kinds[block];
  if (kind === undefined) return [];
  const isLine = block.startsWith("vrrp_instance/");
  const words = isLine ? ("statement" in site ? site.statement?.words : undefined) : site.blocks[0]?.statement.words;
  const name = words?.[isLine ? 0 : 1]?.value;
  const isIt = (one: Tracker): boolean => one.kind === kind && one.name === name;
  const own = isLine ? situation.own : trackedBy(situation, isIt);
  const pairs = own.map((member): readonly [Member, readonly Member[]] => [
    member,
    isLine ? situation.peers : counterparts([member], situation.company),
  ]);
  const agreed = (isLine ? situation.peers : []).flatMap(({ host, instance }) =>
    instance.trackers
      .filter(isIt)
      .flatMap(({ weight }) => (weight ? [{ value: String(weight.value), detail: say`as on ${host.name}` }] : [])),
  );
  const moves = pairs.flatMap(([member, peers]) => moving(member, peers));
  // The other host's weight may be too small itself.
  const isEnough = ({ value }: Suggestion): boolean => moves.every(({ least }) => Number(value) <= -least);
  return [...agreed.filter(isEnough), ...moves, ...agreed.filter((one) => !isEnough(one))];
}

function trackedBy({ document, company }: Situation, isIt: (one: Tracker) => boolean): readonly Member[] {
  const whole = { start: 0, end: document.text.length };
  return membersIn(document, whole, company.own).filter(({ instance }) => instance.trackers.some(isIt));
}

/** The smallest round weight with which the host of the higher priority falls below the other. */
function moving({ instance }: Member, peers: readonly Member[]): readonly (Suggestion & { readonly least: number })[] {
  const all = [instance, ...peers.map((one) => one.instance)].map((one) => one.effectivePriority);
  const [high, low] = all.toSorted((a, b) => b - a);
  if (high === undefined || low === undefined || high === low || high > protocol.highestPriority) return [];
  const weight = [round(high - low + 1), high - low + 1].find((one) => high - one >= protocol.lowestPriority);
  if (weight === undefined || high - weight >= low) return [];
  return [
    {
      value: `-${weight}`,
      least: high - low + 1,
      detail: say`moves the addresses: ${high} − ${weight} = ${high - weight} < ${low}`,
    },
  ];
}

function round(weight: number): number {
  return Math.ceil(weight / 10) * 10;
}
