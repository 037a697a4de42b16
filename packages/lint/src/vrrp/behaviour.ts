import { compareVersions, type Version } from "@kalint/schema";

/** What differs between releases in the checks of VRRP. One switch a difference; nothing else here asks for versions. */
export interface Behaviour {
  /** A unicast instance may do without `interface`. */
  readonly unicastWithoutInterface: boolean;
  /** An instance without addresses is refused before anything else of it is looked at. */
  readonly addressesFirst: boolean;
  /** Unicast peers on an interface that can multicast are refused in strict mode. */
  readonly strictRefusesUnicast: boolean;
  /** Addresses and peers that stand twice in an instance are reported. */
  readonly noticesDuplicates: boolean;
  /** A group without members is reported at the end of its block; else after reading. */
  readonly membersAtBlockEnd: boolean;
  /** Unicast keywords without a peer are reported. */
  readonly unicastNeedsPeer: boolean;
  /** An instance of version 2 without addresses is reported. */
  readonly reportsMissingAddress: boolean;
  /** An IPv6 instance whose first address is not link-local is reported without strict mode too. */
  readonly insistsOnLinkLocal: boolean;
  /** What unicast means for `use_vmac` and `use_ipvlan` is checked where the instance ends. */
  readonly checksUnicastVmac: boolean;
  /** An interface that a sync group and its member track is reported; else only logged. */
  readonly reportsSharedTracking: boolean;
  /** An address can ask for a VMAC of its own. */
  readonly vmacOfAddresses: boolean;
  /** Peers have limits for the TTL. */
  readonly peerTtls: boolean;
  /** Words of `use_vmac` that are looked at. */
  readonly vmacWords: number;
  /** `name`, `group` and `netlink_notify_msg` of `use_vmac` and `use_ipvlan`. */
  readonly vmacOptions: boolean;
  /** A route without interface cannot be tracked. */
  readonly tracksRoutesByInterface: boolean;
  /** `timer_expired_backup` is checked. */
  readonly timerExpiredBackup: boolean;
}

/** Sources: keepalived/vrrp of each release; 2.2.7 and 2.4.3 were also observed. */
export function behaviourOf(target: Version): Behaviour {
  const since = (version: Version): boolean => compareVersions(target, version) >= 0;
  return {
    unicastWithoutInterface: since("2.2.8") || (since("2.1.0") && !since("2.2.5")),
    addressesFirst: !since("2.2.8"),
    strictRefusesUnicast: since("2.4.0") || !since("2.2.5"),
    noticesDuplicates: since("2.3.3"),
    membersAtBlockEnd: since("2.2.8"),
    unicastNeedsPeer: since("2.2.5"),
    reportsMissingAddress: since("2.1.0"),
    insistsOnLinkLocal: !since("2.2.0"),
    checksUnicastVmac: since("2.2.0"),
    reportsSharedTracking: since("2.1.0"),
    vmacOfAddresses: since("2.2.0"),
    peerTtls: since("2.1.0"),
    vmacWords: since("2.3.0") ? Number.POSITIVE_INFINITY : since("2.2.5") ? 2 : 1,
    vmacOptions: since("2.3.0"),
    tracksRoutesByInterface: since("2.0.3") && !since("2.3.2"),
    timerExpiredBackup: since("2.2.8"),
  };
}
