/** The order of source addresses, which decides between equal priorities of two masters. */
import { numberOf } from "@kalint/daemon";
import type { Participant } from "./types.js";

/**
 * Above 0 where `sender` has the higher address. Where the configuration does not tell both, the later host of the
 * cluster is taken to have it, as hosts are numbered upwards more often than not.
 */
export function compareSources(sender: Participant, receiver: Participant): number {
  if (sender.source === undefined || receiver.source === undefined) {
    const members = sender.router.members.map(({ host }) => host);
    return members.indexOf(sender.host) - members.indexOf(receiver.host);
  }
  const one = numberOf({ family: sender.family, text: sender.source });
  const other = numberOf({ family: receiver.family, text: receiver.source });
  return one === other ? 0 : one > other ? 1 : -1;
}
