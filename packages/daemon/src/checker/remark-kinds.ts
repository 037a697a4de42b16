import type { Family } from "../objects.js";

/** What keepalived makes of virtual servers, their groups and checks, beyond single values. */
export type CheckerRemark = {
  /** A real server, sorry server or `ip_family` of another family than its virtual server's: left out. */
  readonly kind: "server-of-other-family";
  readonly what: "real-server" | "sorry-server" | "ip-family";
  readonly found: Family;
  readonly expected: Family;
};
