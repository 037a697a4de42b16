/** What keepalived makes of VRRP blocks, beyond single values. */
export type VrrpRemark = {
  /** `vrf` in an instance that has an interface: ignored. */
  readonly kind: "vrf-with-interface";
  readonly instance: string;
  readonly vrf: string;
};
