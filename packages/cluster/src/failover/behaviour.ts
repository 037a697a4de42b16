import type { HostConfiguration } from "@kalint/daemon";
import { compareVersions, type Version } from "@kalint/schema";

/** What differs between releases in the election. One switch a difference; nothing else here asks for versions. */
export interface Behaviour {
  /** An advertisement with other addresses is refused; else only reported. */
  readonly refusesOtherAddresses: boolean;
  /** Of two owners the one that hears the other first gives way for good; else the higher address decides. */
  readonly ownersGiveWay: boolean;
  /** Owners can be told to listen to nobody, and do so in strict mode. */
  readonly ownersIgnore: boolean;
  /** An instance has one flag for all interfaces that it needs: the first that comes up clears it. */
  readonly sharesInterfaceFault: boolean;
  /** The model was held against this release, or one not far from it. */
  readonly isProven: boolean;
}

/** Sources: keepalived/vrrp of each release; 2.2.7 and 2.4.3 were also observed. */
export function behaviourOf({ effective: { target } }: HostConfiguration): Behaviour {
  const since = (version: Version): boolean => compareVersions(target, version) >= 0;
  return {
    refusesOtherAddresses: !since("2.3.3"),
    ownersGiveWay: !since("2.3.3"),
    ownersIgnore: since("2.3.3"),
    sharesInterfaceFault: since("2.3.3"),
    isProven: since("2.2.7"),
  };
}
