import { perHost } from "@kalint/daemon";
import type { Cluster } from "../types.js";

/** A host without company, for what looks at clusters. */
export const alone = perHost((host): Cluster => {
  const virtualRouters = host.instances.map((instance) => ({ members: [{ host, instance }] }));
  return { name: host.name, hosts: [host], virtualRouters, evidence: { kind: "shared", reasons: [] } };
});
