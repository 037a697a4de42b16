/** The order of source addresses, which decides between equal priorities of two masters. */
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
  const [one, other] = [numberOf(sender.source), numberOf(receiver.source)];
  return one === other ? 0 : one > other ? 1 : -1;
}

function numberOf(address: string): bigint {
  if (!address.includes(":")) {
    return address.split(".").reduce((sum, byte) => sum * 256n + BigInt(Number(byte)), 0n);
  }
  const [head = "", tail] = address.split("::");
  const groups = (text: string): string[] => text.split(":").filter((group) => group !== "");
  const [before, after] = [groups(head), groups(tail ?? "")];
  const zeros = Array<string>(tail === undefined ? 0 : 8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
