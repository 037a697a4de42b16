import type { Diagnostic } from "@kalint/lint";
import type { Version } from "@kalint/schema";
import type { Document } from "./document.js";

/** What a document is part of, and how that is doing: for one line of a status bar. */
export interface DocumentStatus {
  readonly target: Version;
  /** The hosts that read it, as people know them. */
  readonly hosts: readonly string[];
  /** Where the hosts share virtual routers with others: all of them. */
  readonly cluster?: { readonly name: string; readonly hosts: readonly string[] };
  /** In all files that these hosts, and those of the cluster, read. */
  readonly errors: number;
  readonly warnings: number;
}

export function statusOf(document: Document, findings: ReadonlyMap<string, readonly Diagnostic[]>): DocumentStatus {
  const own = document.clusters.filter(({ hosts }) =>
    hosts.some(({ effective }) => effective.files.some(({ path }) => path === document.path)),
  );
  const all = own.flatMap(({ hosts }) => hosts);
  const hosts = all.filter(({ effective }) => effective.files.some(({ path }) => path === document.path));
  const cluster = own.find((one) => one.hosts.length > 1);
  const paths = new Set([document.path, ...all.flatMap(({ effective }) => effective.files.map(({ path }) => path))]);
  const found = [...paths].flatMap((path) => findings.get(path) ?? []);
  const count = (severity: Diagnostic["severity"]): number => found.filter((one) => one.severity === severity).length;
  return {
    target: document.target,
    hosts: [...new Set(hosts.map(({ name }) => name))],
    ...(cluster && { cluster: { name: cluster.name, hosts: cluster.hosts.map(({ name }) => name) } }),
    errors: count("error"),
    warnings: count("warning"),
  };
}
