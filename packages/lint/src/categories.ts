import type { Category } from "./types.js";

/** Every category, whether a rule has it already or not, in the order of lists. */
export const categories: readonly { readonly id: Category; readonly title: string }[] = [
  { id: "syntax", title: "Syntax" },
  { id: "daemon", title: "What keepalived refuses or reports" },
  { id: "vrrp", title: "VRRP" },
  { id: "tracking", title: "Tracking and scripts" },
  { id: "lvs", title: "Virtual and real servers" },
  { id: "cluster", title: "Across the hosts of a cluster" },
  { id: "security", title: "Security" },
  { id: "migration", title: "Between releases" },
  { id: "style", title: "Style" },
];
