import type { Feature, Keyword } from "./types.js";

/** Features whose library, or whose part of the kernel, decides what keepalived says of their keywords. */
const libraries: ReadonlySet<Feature> = new Set([
  ...["ipset", "nftables", "dbus"],
  ...["snmp", "snmp-checker", "snmp-rfc", "snmp-rfcv2", "snmp-rfcv3", "snmp-vrrp"],
]);

/** Without a feature of their own: what is looked up on the machine. */
const names: ReadonlySet<string> = new Set([
  ...["iproute_usr_dir", "iproute_etc_dir", "namespace_with_ipsets", "persistence_engine", "vrrp_iptables"],
  ...["vrrp", "lvs"].flatMap((process) =>
    ["cmd", "monitor"].flatMap((channel) => [
      `${process}_netlink_${channel}_rcv_bufs`,
      `${process}_netlink_${channel}_rcv_bufs_force`,
    ]),
  ),
]);

/** What keepalived says of these depends on the libraries it was built with and on the machine it runs on. */
export function dependsOnBuild({ name, features }: Keyword): boolean {
  return names.has(name) || features.some((feature) => libraries.has(feature));
}
