import type { HostConfiguration, HostFacts, VrrpInstance } from "@kalint/daemon";

/** Instances of several hosts that are, or are meant to be, one virtual router. */
export interface VirtualRouter {
  readonly members: readonly { readonly host: HostConfiguration; readonly instance: VrrpInstance }[];
}

/** Hosts that belong together, with the reason why. */
export interface Cluster {
  readonly name: string;
  readonly hosts: readonly HostConfiguration[];
  readonly virtualRouters: readonly VirtualRouter[];
  /** `declared` in kalint.json, the `@id`s of one file, or found by what the files share. */
  readonly evidence: { readonly kind: "declared" | "config-ids" | "shared"; readonly reasons: readonly string[] };
}

/** A cluster as `kalint.json` declares it. Paths are as the caller names files. */
export interface DeclaredCluster {
  readonly name: string;
  readonly nodes: readonly {
    readonly name: string;
    readonly file: string;
    readonly configId?: string;
    /** The keepalived that it runs, where that is another than the files': a version or a distribution. */
    readonly target?: string;
    /** What is known of this host, over what is known of all. */
    readonly host?: HostFacts;
  }[];
}
