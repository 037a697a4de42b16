/** What keepalived makes of VRRP blocks, beyond single values. Names are those of the configuration, times are in seconds. */
import type { Family } from "../objects.js";
import type { From } from "../remarks.js";
import type { EffectiveWord, Place } from "../types.js";
import type { TrackKind } from "./model.js";

export type VrrpRemark =
  | AddressRemark
  | PeerRemark
  | FamilyRemark
  | InstanceRemark
  | AuthenticationRemark
  | OverlayRemark
  | OwnerRemark
  | GroupRemark
  | TrackingRemark
  | RouteRemark
  | RuleRemark;

/** Lines of `virtual_ipaddress`, `virtual_ipaddress_excluded` and `static_ipaddress`. */
type AddressRemark =
  /** A second option of the name on a line of an address, a route or a rule. */
  | {
      readonly kind: "option-twice";
      readonly option: "dev" | "peer" | "track_group";
      /** What becomes of it: of the whole line, of the option alone, or of all words from here on. */
      readonly effect: "address-dropped" | "route-dropped" | "option-ignored" | "rest-ignored";
      /** The address that is dropped, or the value that is ignored. */
      readonly text?: string;
    }
  | { readonly kind: "broadcast-of-ipv6-address"; readonly address: string }
  | { readonly kind: "broadcast-beside-peer"; readonly address: string }
  /** `+` or `-` in a subnet too small for it. */
  | {
      readonly kind: "broadcast-without-room";
      readonly prefixLength: number;
      readonly sign: string;
      /** Whether the line names a prefix length. */
      readonly written: boolean;
    }
  /** An address with a peer loses its prefix length. */
  | { readonly kind: "prefix-length-beside-peer"; readonly address: EffectiveWord; readonly withoutPrefix: string }
  | { readonly kind: "option-of-ipv4-addresses"; readonly option: "scope" | "label"; readonly address: string }
  /** The same address a second time in one instance. */
  | {
      readonly kind: "address-twice";
      readonly address: string;
      readonly instance: string;
      readonly first: Place;
      readonly line: From;
      /** Else this release takes both. */
      readonly ignored: boolean;
    }
  /** Beyond `room` addresses do not fit an advertisement. */
  | { readonly kind: "advert-too-small"; readonly instance: string; readonly count: number; readonly room: number }
  | {
      readonly kind: "instance-without-address";
      readonly instance: string;
      readonly block: "empty" | "unusable" | "absent";
      /** Why VRRP does not start then. */
      readonly refusedBy?: "strict-mode" | "version-3";
    }
  | {
      readonly kind: "first-address-not-link-local";
      readonly instance: string;
      readonly address: string;
      /** Whether this release, or strict mode, reports it. */
      readonly reported: boolean;
    }
  | { readonly kind: "address-without-device"; readonly address: string; readonly instance: string };

type PeerRemark =
  | {
      readonly kind: "peer-twice";
      readonly peer: string;
      readonly first: Place;
      readonly line: From;
      readonly ignored: boolean;
    }
  | { readonly kind: "no-ttl-between"; readonly peer: string; readonly least: number; readonly most: number }
  | {
      readonly kind: "unicast-without-peer";
      readonly instance: string;
      readonly keyword: string;
      readonly fault: boolean;
    }
  | { readonly kind: "ttl-without-peer"; readonly instance: string }
  /** `used`: in spite of it. */
  | { readonly kind: "multicast-group-not-link-local"; readonly text: string; readonly used: boolean }
  | { readonly kind: "multicast-group-of-unicast"; readonly instance: string }
  | { readonly kind: "no-source"; readonly instance: string }
  | { readonly kind: "link-local-source-without-interface"; readonly instance: string; readonly address: string }
  | { readonly kind: "no-source-to-track"; readonly instance: string };

/** What is of another family than what it belongs to. */
type FamilyRemark =
  | { readonly kind: "address-peer-of-other-family"; readonly peer: string; readonly address: string }
  /** `subject`: the keyword, or what the address is. */
  | {
      readonly kind: "address-of-other-family";
      readonly subject: "virtual-address" | "unicast-peer" | "source" | "multicast-group" | "ipvlan-address";
      readonly keyword: string;
      readonly address: string;
      readonly found: Family;
      readonly instance: string;
      readonly expected: Family;
    }
  | { readonly kind: "native-ipv6-after-ipv4"; readonly instance: string }
  /** Found once the instance is complete: it stays in FAULT. */
  | { readonly kind: "ipvlan-of-other-family"; readonly found: Family; readonly instance: string }
  | {
      readonly kind: "route-of-two-families";
      readonly word: string;
      readonly conflict:
        | { readonly kind: "no-family"; readonly route: Family }
        | { readonly kind: "other-family"; readonly route: Family; readonly found: Family }
        | { readonly kind: "from-not-ipv6" }
        | { readonly kind: "option-of-family"; readonly family: Family };
    }
  | {
      readonly kind: "rule-of-two-families";
      readonly word: string;
      readonly conflict:
        | { readonly kind: "family-word"; readonly rule: Family }
        | { readonly kind: "address"; readonly rule: Family }
        | { readonly kind: "option-of-family"; readonly family: Family };
    };

type InstanceRemark =
  | { readonly kind: "interface-is-loopback" }
  /** It is the VMAC or ipvlan that an instance makes, which is not there when keepalived looks. */
  | {
      readonly kind: "interface-made-later";
      readonly interface: string;
      readonly instance: string;
      readonly overlay: Overlay;
      /** Where it gets its name. */
      readonly named: Place;
    }
  | { readonly kind: "instance-without-interface"; readonly instance: string }
  /** Two instances speak as one virtual router. */
  | {
      readonly kind: "router-id-shared";
      readonly id: number;
      readonly interface?: string;
      readonly other: string;
      readonly first: Place;
    }
  /** `reason`: the version that it has already, or its addresses. */
  | {
      readonly kind: "version-ignored";
      readonly instance: string;
      readonly version: number;
      readonly reason: 2 | 3 | "ipv6-addresses";
    }
  | { readonly kind: "version-raised-by-strict-mode"; readonly instance: string }
  /** `because`: an interface that stands before it, or one that counts at the end, or multicast. */
  | {
      readonly kind: "vrf-ignored";
      readonly instance: string;
      readonly vrf: string;
      readonly because: "interface-before" | "interface" | "multicast";
    }
  /** Strict mode sets a setting aside, or to another value. */
  | {
      readonly kind: "changed-by-strict-mode";
      readonly instance: string;
      readonly setting: string;
      readonly value?: string;
      /** Left out: it is ignored. */
      readonly becomes?: string;
    }
  | { readonly kind: "unicast-in-strict-mode"; readonly instance: string }
  /** What keeps a returning host from taking over does not go with what it is, or with each other. */
  | {
      readonly kind: "preemption-ineffective";
      readonly keyword: "nopreempt" | "preempt_delay";
      readonly because: "owner" | "master" | "nopreempt";
      /** What it does not go with, where that is written. */
      readonly other?: Place;
      readonly instance: Place;
    }
  | { readonly kind: "timer-expired-without-nopreempt"; readonly instance: string; readonly overruled: boolean }
  | {
      readonly kind: "advert-interval-changed";
      readonly instance: string;
      readonly version: 2 | 3;
      readonly given: number;
      readonly used: number;
      readonly because: "not-whole-seconds" | "too-long" | "not-hundredths";
    }
  /** A down delay longer than a backup waits. */
  | {
      readonly kind: "down-delay-beyond-takeover";
      readonly interface: string;
      readonly instance: string;
      readonly delay: number;
      readonly takeover: number;
      readonly used: number;
    };

type AuthenticationRemark =
  /** It is dropped. */
  | {
      readonly kind: "authentication-unsupported";
      readonly because: "strict-mode" | "version-3" | "ipv6";
      readonly family: Family;
      /** Where the version is written. */
      readonly version?: Place;
    }
  | { readonly kind: "authentication-starts-backup"; readonly state?: Place }
  | { readonly kind: "empty-password"; readonly instance: string }
  | { readonly kind: "password-without-type"; readonly instance: string }
  | { readonly kind: "authentication-beside-hmac"; readonly instance: string }
  /** `bytes` is absent where `hex:` is followed by something else than hexadecimal digits. */
  | { readonly kind: "hmac-key-of-wrong-length"; readonly bytes?: number }
  | { readonly kind: "hmac-key-twice"; readonly instance: string; readonly id: number; readonly first: Place }
  /** `id` is absent where `active_key` is. */
  | {
      readonly kind: "no-active-hmac-key";
      readonly instance: string;
      readonly id?: number;
      readonly defined: readonly number[];
    };

/** `use_vmac` and `use_ipvlan`. */
type OverlayRemark =
  | { readonly kind: "mac-address-twice"; readonly instance: string; readonly text: string }
  | {
      readonly kind: "unusable-mac-address";
      readonly text: string;
      readonly because: "malformed" | "multicast" | "reserved";
    }
  | { readonly kind: "ipvlan-mode-twice"; readonly first: string; readonly text: string }
  | { readonly kind: "ipvlan-address-twice"; readonly text: string }
  | {
      readonly kind: "overlay-name-twice";
      readonly overlay: Overlay;
      readonly first: string;
      readonly text: string;
    }
  | { readonly kind: "unusable-overlay-name"; readonly text: string }
  | {
      readonly kind: "overlay-named-like-interface";
      readonly overlay: Overlay;
      readonly name: string;
      readonly instance: string;
      readonly interface: Place;
    }
  | { readonly kind: "overlay-name-taken"; readonly name: string; readonly by: string }
  | { readonly kind: "overlay-without-interface"; readonly instance: string; readonly keyword: string }
  /** Unicast needs `vmac_xmit_base`: keepalived takes it as given. */
  | { readonly kind: "unicast-overlay"; readonly keyword: string; readonly overlay: From }
  | {
      readonly kind: "promote-secondaries-beside-overlay";
      readonly instance: string;
      readonly keyword: string;
      readonly statement: From;
    }
  | { readonly kind: "transmit-base-without-vmac"; readonly instance: string; readonly statement: From }
  | { readonly kind: "ipvlan-cannot-transmit-on-base"; readonly instance: string }
  | { readonly kind: "ipvlan-without-address"; readonly instance: string }
  | {
      readonly kind: "address-vmac-needless";
      readonly address: string;
      readonly instance: string;
      readonly because: "use_vmac" | "use_vmac_addr";
    }
  | {
      readonly kind: "address-on-foreign-vmac";
      readonly address: string;
      readonly instance: string;
      /** The instance whose VMAC it is. */
      readonly other: string;
      readonly otherPlace: Place;
    };

type Overlay = "VMAC" | "ipvlan";

/** Priority 255: the owner of the addresses. */
type OwnerRemark =
  | { readonly kind: "owner-beside-backup"; readonly group: string; readonly instance: string }
  | { readonly kind: "adverts-ignored-by-no-owner"; readonly instance: string; readonly priority: number }
  | { readonly kind: "adverts-heard-by-owner"; readonly instance: string }
  | {
      readonly kind: "weight-of-owner";
      readonly instance: string;
      readonly tracked: TrackedName;
      readonly effect: WeightEffect;
    }
  | {
      readonly kind: "weight-of-owners-group";
      readonly group: string;
      readonly tracked: TrackedName;
      readonly owner: string;
    };

interface TrackedName {
  readonly kind: TrackKind;
  readonly name: string;
}

type WeightEffect = "weight-ignored" | "not-tracked";

/** Sync groups, groups of static entries and of interfaces. */
type GroupRemark =
  | { readonly kind: "empty-group-block"; readonly owner: string }
  | { readonly kind: "sync-group-without-member"; readonly group: string }
  | { readonly kind: "sync-group-of-one"; readonly group: string; readonly member: string }
  | {
      readonly kind: "member-of-two-groups";
      readonly member: string;
      readonly group: string;
      readonly other: string;
      readonly otherPlace: Place;
    }
  | { readonly kind: "empty-interfaces-block" }
  | { readonly kind: "track-group-without-member"; readonly group: string }
  | { readonly kind: "reference-to-empty-track-group"; readonly group: string }
  | { readonly kind: "interface-in-other-garp-group"; readonly interface: string; readonly other: Place }
  | { readonly kind: "garp-group-without-interval" };

type TrackingRemark =
  | {
      readonly kind: "tracks-own-interface";
      readonly instance: string;
      readonly interface: string;
      readonly named: Place;
    }
  | {
      readonly kind: "tracked-twice";
      readonly owner: string;
      readonly tracked: TrackedName;
      readonly first: Place;
      readonly line: From;
    }
  | {
      readonly kind: "tracked-by-member-too";
      readonly group: string;
      readonly interface: string;
      readonly member: string;
      /** Where the member tracks it; else it is the member's own interface. */
      readonly tracking?: Place;
    }
  | {
      readonly kind: "weight-in-sync-group";
      readonly instance: string;
      readonly group: string;
      readonly groupPlace: Place;
      readonly tracked: TrackedName;
      readonly effect: WeightEffect;
    }
  | { readonly kind: "script-never-tracked"; readonly script: string }
  | { readonly kind: "quorum-above-most"; readonly quorum: number; readonly most: number }
  | { readonly kind: "quorum-most-below-quorum"; readonly quorum: number; readonly most: number };

/** Routes and what they share with rules. */
type RouteRemark =
  | { readonly kind: "track-group-untracked" }
  | { readonly kind: "track-group-without-interface"; readonly of: "route" | "rule" }
  | { readonly kind: "protocol-replaced"; readonly of: "route" | "rule"; readonly protocol: string }
  | { readonly kind: "route-without-destination" }
  | { readonly kind: "route-without-interface"; readonly destination: string }
  | { readonly kind: "encapsulation-without-target"; readonly encapsulation: string }
  | { readonly kind: "as-cannot-be-set"; readonly of: "route" | "nexthop" }
  | { readonly kind: "nexthop-beside-or" }
  | { readonly kind: "word-behind-nexthops"; readonly word: string };

type RuleRemark =
  | { readonly kind: "rule-without-action" }
  | { readonly kind: "rule-without-preference" }
  | { readonly kind: "rule-action-twice"; readonly first: string }
  | { readonly kind: "goto-without-preference"; readonly target: number }
  | { readonly kind: "goto-not-ahead"; readonly target: number; readonly preference: number }
  | { readonly kind: "table-option-without-table"; readonly option: string; readonly action: string }
  | { readonly kind: "single-port"; readonly option: string; readonly port: EffectiveWord };
