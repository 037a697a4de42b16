import { say } from "@kalint/schema";
import type { Category } from "./types.js";

/** Every category, whether a rule has it already or not, in the order of lists. */
export const categories: readonly { readonly id: Category; title(): string }[] = [
  { id: "syntax", title: () => say`Syntax` },
  { id: "daemon", title: () => say`What keepalived refuses or reports` },
  { id: "vrrp", title: () => say`VRRP` },
  { id: "tracking", title: () => say`Tracking and scripts` },
  { id: "lvs", title: () => say`Virtual and real servers` },
  { id: "cluster", title: () => say`Across the hosts of a cluster` },
  { id: "security", title: () => say`Security` },
  { id: "migration", title: () => say`Between releases` },
  { id: "style", title: () => say`Style` },
];

/** What a rule of another category finds is never said by keepalived itself. */
const claiming: ReadonlySet<Category> = new Set(["syntax", "daemon", "migration"]);

/** Whether some finding of a rule may be something that keepalived reports. */
export function mayClaim({ category }: { readonly category: Category }): boolean {
  return claiming.has(category);
}
