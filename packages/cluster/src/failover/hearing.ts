import { say, switchesOf } from "@kalint/schema";
/** Whether an advertisement that one host sends counts for another (keepalived, vrrp/vrrp.c: vrrp_check_packet). */
import type { Participant } from "./types.js";

/** Why `receiver` does not hear `sender`, as the end of a sentence; `undefined` where it does. */
export function deafness(receiver: Participant, sender: Participant): string | undefined {
  return reachability(receiver, sender) ?? acceptance(receiver, sender);
}

/**
 * Whether an advertisement arrives and is refused. A master that refuses one still waits for another whole interval
 * before it sends its own next one (vrrp/vrrp_scheduler.c: vrrp_dispatcher_read).
 */
export function rejects(receiver: Participant, sender: Participant): boolean {
  const sameId = receiver.instance.virtualRouterId?.value === sender.instance.virtualRouterId?.value;
  return (
    receiver !== sender &&
    sameId &&
    reachability(receiver, sender) === undefined &&
    acceptance(receiver, sender) !== undefined
  );
}

/** What the network keeps back. */
function reachability(receiver: Participant, sender: Participant): string | undefined {
  const [here, there] = [receiver.host.name, sender.host.name];
  if (receiver.family !== sender.family) return say`${here} speaks ${receiver.family}, ${there} ${sender.family}`;
  const usesHash = (participant: Participant) => participant.authentication.type === "AH";
  if (usesHash(receiver) !== usesHash(sender)) return say`only one of them uses auth_type AH`;
  if (sender.peers.length === 0) {
    if (receiver.peers.length > 0) return say`${here} uses unicast, ${there} multicast`;
    return receiver.multicastGroup === sender.multicastGroup
      ? undefined
      : say`${here} listens to ${receiver.multicastGroup}, ${there} sends to ${sender.multicastGroup}`;
  }
  if (receiver.peers.length === 0) return say`${here} uses multicast, ${there} unicast`;
  if (receiver.source !== undefined && !sender.peers.includes(receiver.source)) {
    return say`${there} does not list ${receiver.source} of ${here} in unicast_peer`;
  }
  if (receiver.checksSource && sender.source !== undefined && !receiver.peers.includes(sender.source)) {
    return say`${here} has check_unicast_src and does not list ${sender.source} of ${there} in unicast_peer`;
  }
  return undefined;
}

/** What the daemon refuses. */
function acceptance(receiver: Participant, sender: Participant): string | undefined {
  const [here, there] = [receiver.host.name, sender.host.name];
  const ids = [receiver, sender].map(({ instance }) => instance.virtualRouterId?.value);
  if (ids[0] !== ids[1]) return say`virtual_router_id is ${ids[0]} on ${here} and ${ids[1]} on ${there}`;
  if (receiver.version !== sender.version) {
    return say`${here} speaks VRRP version ${receiver.version}, ${there} version ${sender.version}`;
  }
  if (receiver.version === 2) {
    const [own, other] = [receiver.authentication, sender.authentication];
    if (own.type !== other.type) return say`auth_type is ${own.type} on ${here} and ${other.type} on ${there}`;
    if (own.password !== other.password) return say`auth_pass differs`;
    if (receiver.interval !== sender.interval) {
      return say`advert_int is ${receiver.interval} s on ${here} and ${sender.interval} s on ${there}`;
    }
  }
  if (switchesOf(receiver.host.effective.target).refusesOtherAddresses) {
    const same = receiver.addresses.join(" ") === sender.addresses.join(" ");
    if (!same) return say`virtual_ipaddress differs`;
  }
  return receiver.ignoresAdverts ? say`${here} owns the addresses (priority 255) and listens to nobody` : undefined;
}
