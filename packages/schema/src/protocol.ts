/** Numbers of VRRP itself, whatever keepalived's configuration says. */
export const protocol = {
  /** Who owns the addresses: nothing changes its priority. RFC 5798, 5.2.4. */
  ownerPriority: 255,
  /** What weights leave of a priority. Source: keepalived 2.4.3, vrrp/vrrp_track.c: vrrp_set_effective_priority. */
  lowestPriority: 1,
  highestPriority: 254,
  /** Of a track file, the number times the weight: this or less is FAULT, and more than that does not count. */
  fileFault: -254,
  mostFilePoints: 253,
  /** The skew of a backup is the interval times (256 - priority) / 256. RFC 5798, 6.1. */
  priorities: 256,
  /** In version 3, in hundredths of a second: twelve bits. RFC 5798, 5.2.7. */
  longestAdvertInterval: 4095,
  /** An advert counts its addresses in one byte; with IPv6 a frame of 1500 bytes is full before. */
  mostAddresses: { ipv4: 255, ipv6: 89 },
  /** As many as an advert of releases before 1.2.20 holds. */
  mostAddressesOnce: 20,
} as const;
