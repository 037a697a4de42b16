import type { Version } from "./types.js";

/** What a release does otherwise than those before it with the same words, where no keyword's own record says it. */
export interface ReleaseChange {
  /** For ever: reports name it. */
  readonly id: string;
  /** `default`: of a value that is not written. `meaning`: of what is written, or of the protocol. */
  readonly kind: "default" | "meaning";
  /** The first release that acts in the new way. */
  readonly version: Version;
  /** What it is about, in a few words. */
  readonly subject: string;
  /** What the releases before do. */
  readonly before: string;
  /** What the releases from `version` on do. */
  readonly after: string;
  /** What to do on the way to a newer release. */
  readonly advice: string;
  /** What to do on the way to an older one; absent: the same decision as on the way up. */
  readonly adviceBack?: string;
  /** Where it was learnt: keepalived's ChangeLog or a commit. */
  readonly source: string;
  /** Which configurations it concerns; absent: none by its words. */
  readonly concerns?: Concern;
}

/** The statements that a change concerns. */
export interface Concern {
  /** Paths of keywords, one of which must be there. */
  readonly keywords: readonly string[];
  /** Only with one of these settings somewhere in the host's configuration: a keyword's path and its value. */
  readonly with?: readonly { readonly keyword: string; readonly value?: string }[];
  /** Not where one of these is written: names in the statement or in a block around it, or paths such as `global_defs/script_user`. */
  readonly unless?: readonly string[];
  /** Only where one of the statement's words, or of its lines', is like this. */
  readonly matching?: RegExp;
  /** Only where the block holds more than this many lines. */
  readonly moreLinesThan?: number;
}

const checks = ["HTTP_GET", "SSL_GET", "TCP_CHECK", "SMTP_CHECK", "MISC_CHECK", "DNS_CHECK"].map(
  (name) => `virtual_server/real_server/${name}`,
);
const fetches = ["virtual_server/real_server/HTTP_GET", "virtual_server/real_server/SSL_GET"];
/** Keywords whose value is a command that keepalived starts. */
export const scriptKeywords: readonly string[] = [
  "vrrp_script/script",
  "virtual_server/real_server/MISC_CHECK/misc_path",
  ...["notify_master", "notify_backup", "notify_fault", "notify_stop", "notify"].flatMap((name) => [
    `vrrp_instance/${name}`,
    `vrrp_sync_group/${name}`,
  ]),
  ...["notify_up", "notify_down"].map((name) => `virtual_server/real_server/${name}`),
  ...["quorum_up", "quorum_down"].map((name) => `virtual_server/${name}`),
];
const version3 = [
  { keyword: "vrrp_instance/version", value: "3" },
  { keyword: "global_defs/vrrp_version", value: "3" },
] as const;

/** Changed defaults and meanings since 1.2.2, oldest first. Observed nowhere but in keepalived's history. */
export const releaseChanges: readonly ReleaseChange[] = [
  {
    id: "http-retry-delay",
    kind: "default",
    version: "1.2.3",
    subject: "delay_before_retry of HTTP_GET and SSL_GET",
    before: "A failed request is repeated at once.",
    after: "A failed request is repeated after 3 seconds.",
    advice: "Expect a failed real server to be removed 3 seconds later per retry, or write `delay_before_retry`.",
    source: "check/check_http.c: alloc_http_get at 1.2.2 and 1.2.3",
    concerns: { keywords: fetches, unless: ["delay_before_retry"] },
  },
  {
    id: "tcp-check-retry",
    kind: "default",
    version: "1.2.20",
    subject: "retry of TCP_CHECK",
    before: "The first failed connection removes the real server.",
    after: "A real server is removed after one more failed connection, 1 second later.",
    advice: "Keep the new default against short losses, or write `retry 0` for the old behaviour.",
    source: "commit 56065429; ChangeLog, 'tcp check supports retry'",
    concerns: { keywords: ["virtual_server/real_server/TCP_CHECK"], unless: ["retry"] },
  },
  {
    id: "http-retries-every-error",
    kind: "meaning",
    version: "1.2.20",
    subject: "what HTTP_GET and SSL_GET retry",
    before: "A connection that fails or times out removes the real server at once; only wrong answers are retried.",
    after:
      "Every failure is retried `nb_get_retry` times, and a server that is down comes back with the first success.",
    advice: "Lower the number of retries where a dead server must be removed as quickly as before.",
    source: "commit a1a72017; ChangeLog, 'retry logic is refined'",
    concerns: { keywords: fetches },
  },

  {
    id: "instance-needs-address",
    kind: "meaning",
    version: "1.2.20",
    subject: "an instance without addresses",
    before: "An instance without addresses runs, although its peers reject adverts that name none.",
    after: "An instance without addresses is refused.",
    advice: "Give the instance an address in `virtual_ipaddress`.",
    source: "commit 0fdb2a11",
    concerns: { keywords: ["vrrp_instance"], unless: ["virtual_ipaddress"] },
  },
  {
    id: "unique-router-ids",
    kind: "meaning",
    version: "1.2.20",
    subject: "two instances with one virtual_router_id on an interface",
    before:
      "Two instances with one virtual_router_id on an interface and address family are accepted, and disturb each other.",
    after: "The second instance is refused.",
    advice: "Give each instance on an interface an id of its own: `kalint check` names those that share one.",
    source: "commit d964fbd9",
  },
  {
    id: "vmac-names",
    kind: "default",
    version: "1.2.20",
    subject: "the name of a VMAC interface",
    before: "`use_vmac` without a name makes the interface vrrp.ID.",
    after: "Where vrrp.ID is taken, the interface is named vrrp6.ID, vrrp1.ID and so on.",
    advice: "Name the interface after `use_vmac`, where scripts or firewall rules use the name.",
    source: "commit 9ae463e7",
    concerns: { keywords: ["vrrp_instance/use_vmac"] },
  },
  {
    id: "http-status-default",
    kind: "default",
    version: "1.2.23",
    subject: "url without status_code",
    before: "Without `status_code` and `digest`, every answer counts as success, `404` and `500` included.",
    after: "Without `status_code` and `digest`, only the status codes 200 to 299 count as success.",
    advice: "Write the `status_code` that the page gives, where it is another one (a redirection, a login page).",
    adviceBack: "Write `status_code`, or a page that answers with an error counts as healthy.",
    source: "check/check_http.c at 1.2.22 and 1.2.23",
    concerns: { keywords: fetches.map((path) => `${path}/url`), unless: ["status_code", "digest"] },
  },
  {
    id: "persistence-timeout-of-granularity",
    kind: "default",
    version: "1.2.24",
    subject: "persistence_granularity without persistence_timeout",
    before: "`persistence_granularity` alone has no effect.",
    after: "`persistence_granularity` alone turns persistence on, with the default timeout.",
    advice: "Remove `persistence_granularity`, or write the `persistence_timeout` that the service needs.",
    source: "commit fecfe5af; ChangeLog, 'Improve persistence handling'",
    concerns: { keywords: ["virtual_server/persistence_granularity"], unless: ["persistence_timeout"] },
  },
  {
    id: "script-user",
    kind: "default",
    version: "1.3.0",
    subject: "the user that runs scripts",
    before: "Scripts run as root.",
    after: "Scripts run as the user keepalived_script where that user exists, otherwise as root.",
    advice:
      "Choose the user with `script_user`, or with `user` per script, and check that this user may run the script and what it calls. `enable_script_security` then refuses scripts that other users could change.",
    source: "commit b266fd95; ChangeLog, 'Make running scripts more secure'",
    concerns: { keywords: scriptKeywords, unless: ["global_defs/script_user", "user"] },
  },
  {
    id: "accept-version-3",
    kind: "default",
    version: "1.3.0",
    subject: "packets for the addresses of VRRPv3 instances",
    before:
      "A MASTER of VRRPv3 drops packets to the virtual addresses, unless `accept` is written or it is the address owner.",
    after: "A MASTER accepts packets to the virtual addresses, except in strict mode or with `no_accept`.",
    advice: "Write `no_accept` where the addresses must not answer.",
    adviceBack: "Write `accept` where services listen on the addresses.",
    source: "commit be07426d; ChangeLog, 'Add no_accept mode for VRRPv2'",
    concerns: { keywords: ["vrrp_instance"], with: version3, unless: ["accept", "no_accept"] },
  },
  {
    id: "unicast-checksum",
    kind: "meaning",
    version: "1.3.7",
    subject: "checksum of VRRPv3 unicast adverts",
    before: "The checksum of a unicast VRRPv3 advert covers the wrong addresses.",
    after: "The checksum follows RFC 5798; a host that receives the old kind falls back to it for that peer.",
    advice:
      "Upgrade the hosts in one maintenance window, or write `old_unicast_checksum` until the last one is upgraded and remove it then.",
    adviceBack: "Write `old_unicast_checksum` on the newer hosts before the first one is downgraded.",
    source: "commit 0d525739; ChangeLog, 'Make checksum change backwards compatible'",
    concerns: { keywords: ["vrrp_instance/unicast_peer"], with: version3, unless: ["old_unicast_checksum"] },
  },
  {
    id: "config-id-default",
    kind: "default",
    version: "1.3.7",
    subject: "lines with @id where keepalived is started without --config-id",
    before: "Without `--config-id` no `@id` matches.",
    after: "Without `--config-id` the host's name up to the first dot is the id.",
    advice: "Check that no line's `@id` is a host's name by accident.",
    adviceBack: "Start keepalived with `--config-id` on every host.",
    source: "commit dbc6c1aa, in core/main.c since 1.3.7",
  },
  {
    id: "include-without-match",
    kind: "meaning",
    version: "1.3.8",
    subject: "include with a pattern that matches no file",
    before: "keepalived ends.",
    after: "keepalived logs it and goes on.",
    advice: "Nothing. From 2.2.0 on `includer` makes a missing file an error again.",
    adviceBack: "Keep at least one file that each `include` matches.",
    source: "commit 17686eec",
  },
  {
    id: "prompt-transitions",
    kind: "meaning",
    version: "2.0.0",
    subject: "when an instance becomes MASTER",
    before:
      "After the decision a BACKUP waits for one more advert interval before it takes the addresses, and interface or script failures count from the next timer on.",
    after: "A BACKUP takes the addresses at once; interface and script results act immediately.",
    advice:
      "Expect shorter failovers. Give scripts `fall` and `rise` above 1 where a single wrong result must not move the addresses.",
    source: "ChangeLog, keepalived-2.0.0",
    concerns: { keywords: ["vrrp_instance"] },
  },
  {
    id: "fault-at-start",
    kind: "meaning",
    version: "2.0.0",
    subject: "an interface that is down when keepalived starts",
    before: "The instance starts as BACKUP and changes to FAULT at the first timer.",
    after: "The instance starts in FAULT, and `notify_fault` runs.",
    advice: "Check that `notify_fault` and `notify` scripts expect to be the first to run.",
    source: "ChangeLog, keepalived-2.0.0",
    concerns: {
      keywords: [
        "vrrp_instance/notify_fault",
        "vrrp_instance/notify",
        "vrrp_sync_group/notify_fault",
        "vrrp_sync_group/notify",
      ],
    },
  },
  {
    id: "deleted-address",
    kind: "meaning",
    version: "2.0.0",
    subject: "a virtual address that is deleted on the MASTER",
    before: "The host stays MASTER without the address.",
    after: "The instance changes to BACKUP, and restores the address when it is MASTER again.",
    advice: "Stop other tools (systemd-networkd, NetworkManager, scripts) from removing virtual addresses.",
    source: "ChangeLog, keepalived-2.0.0",
    concerns: { keywords: ["vrrp_instance/virtual_ipaddress", "vrrp_instance/virtual_ipaddress_excluded"] },
  },
  {
    id: "scripts-without-shell",
    kind: "meaning",
    version: "2.0.0",
    subject: "how scripts are started",
    before: "A command line is given to /bin/sh: pipes, redirections and variables work.",
    after:
      "A command whose first word is an executable file is started directly: the words of the shell reach it as parameters.",
    advice: "Put shell syntax into a script file, or write `\"/bin/sh -c '…'\"`.",
    source: "ChangeLog, keepalived-2.0.0, 'Use execve() to execute scripts'; lib/notify.c",
    concerns: { keywords: scriptKeywords, matching: /[|&;<>$`*]/ },
  },
  {
    id: "sync-group-weights",
    kind: "meaning",
    version: "2.0.0",
    subject: "weighted tracking by members of a sync group",
    before: "With `global_tracking`, a weighted script of one member changes the priorities of all members.",
    after:
      "A weight changes only the instance that tracks it, unless `sync_group_tracking_weight` is written; `global_tracking` does nothing.",
    advice:
      "Track scripts and interfaces in the sync group itself, without weight, or write `sync_group_tracking_weight`.",
    source: "ChangeLog, keepalived-2.0.0; vrrp/vrrp_parser.c",
    concerns: { keywords: ["vrrp_sync_group/global_tracking"] },
  },
  {
    id: "tracked-virtual-routes",
    kind: "meaning",
    version: "2.0.1",
    subject: "a virtual route that disappears",
    before: "A deleted virtual route stays deleted.",
    after:
      "The instance changes to BACKUP when one of its routes is deleted, and to FAULT while the route's interface is down.",
    advice: "Write `no_track` on routes that must not decide who is MASTER.",
    source: "commit 114d5f86",
    concerns: { keywords: ["vrrp_instance/virtual_routes"] },
  },
  {
    id: "rule-preferences",
    kind: "default",
    version: "2.0.2",
    subject: "rules without preference",
    before: "The kernel chooses the preference of a rule, in the order in which instances become MASTER.",
    after: "keepalived chooses a preference for each rule, and says in the log that it is not reliable.",
    advice: "Write `preference` on every rule.",
    source: "commit cdab014d",
    concerns: { keywords: ["vrrp_instance/virtual_rules", "static_rules"] },
  },
  {
    id: "tracked-static-addresses",
    kind: "meaning",
    version: "2.0.3",
    subject: "static addresses, routes and rules that are deleted",
    before: "What is deleted stays deleted.",
    after: "keepalived puts deleted static addresses, routes and rules back.",
    advice: "Write `no_track` on those that other programs may remove.",
    source: "commit 51892d5b",
    concerns: { keywords: ["static_ipaddress", "static_routes", "static_rules"] },
  },
  {
    id: "rlimit-rttime",
    kind: "default",
    version: "2.0.7",
    subject: "CPU time of a real-time process",
    before: "A real-time process may run 1,000 µs without a blocking call.",
    after: "A real-time process may run 10,000 µs without a blocking call.",
    advice: "Nothing, unless you rely on the old limit: write it with `vrrp_rlimit_rttime` and related keywords.",
    adviceBack: "Write 10000 with `vrrp_rlimit_rtime`, or a busy process may be killed.",
    source: "commit 88f01901",
    concerns: {
      keywords: ["global_defs/vrrp_rt_priority", "global_defs/checker_rt_priority", "global_defs/bfd_rt_priority"],
      unless: ["vrrp_rlimit_rttime", "vrrp_rlimit_rtime", "checker_rlimit_rttime", "checker_rlimit_rtime"],
    },
  },
  {
    id: "umask",
    kind: "default",
    version: "2.0.9",
    subject: "mode of the files that keepalived creates",
    before: "Files such as keepalived.data may be written by everybody (0666).",
    after: "Files may be read by everybody and written by their owner (0644); `umask` sets another mode.",
    advice: "Write `umask` where programs of other users write these files.",
    source: "commit c6247a9e",
  },
  {
    id: "smtp-check-retry-count",
    kind: "meaning",
    version: "2.0.11",
    subject: "retry of SMTP_CHECK",
    before: "One attempt fewer is made than `retry` says.",
    after: "As many further attempts are made as `retry` says.",
    advice: "Lower `retry` by one where the time until removal matters.",
    adviceBack: "Raise `retry` by one.",
    source: "commit 445e05ad",
    concerns: { keywords: ["virtual_server/real_server/SMTP_CHECK"] },
  },
  {
    id: "logged-check-failures",
    kind: "default",
    version: "2.0.11",
    subject: "failed checks in the log",
    before: "Some checkers log every failure.",
    after: "Checkers log a failure when the last retry has failed.",
    advice: "Write `checker_log_all_failures` where log monitoring counts single failures.",
    source: "commit 06df618e",
    concerns: { keywords: checks, unless: ["global_defs/checker_log_all_failures", "log_all_failures"] },
  },
  {
    id: "firewall-default",
    kind: "default",
    version: "2.0.11",
    subject: "the firewall of strict mode and no_accept",
    before: "iptables rules are added to the chain INPUT.",
    after:
      "iptables is used where the build has it, otherwise nftables with a table named keepalived, unless `vrrp_iptables` or `nftables` is written.",
    advice: "Write `vrrp_iptables` or `nftables`, so that all hosts use the firewall that you administer.",
    source: "commit 80e3385e",
    concerns: {
      keywords: ["global_defs/vrrp_strict", "vrrp_instance/strict_mode", "vrrp_instance/no_accept"],
      unless: ["global_defs/vrrp_iptables", "global_defs/nftables"],
    },
  },
  {
    id: "ipv6-hop-limit",
    kind: "meaning",
    version: "2.0.12",
    subject: "hop limit of IPv6 adverts",
    before: "Multicast adverts over IPv6 are accepted with any hop limit.",
    after: "Multicast adverts over IPv6 are accepted with the hop limit 255 only, as the RFC requires.",
    advice: "Check that no router between the hosts forwards adverts.",
    source: "commit 068c7f9d",
    concerns: {
      keywords: ["vrrp_instance/virtual_ipaddress"],
      unless: ["unicast_peer"],
      matching: /^[0-9a-f]*:[0-9a-f:.]*/i,
    },
  },
  {
    id: "port-zero",
    kind: "meaning",
    version: "2.0.15",
    subject: "virtual and real servers with port 0",
    before: "2.0.0 to 2.0.14 refuse the port 0; older releases take it for every port.",
    after: "The port 0 is taken as no port: the server serves every port.",
    advice: "Omit the port instead of writing 0.",
    adviceBack: "Write a port.",
    source: "commit c71fd649",
    concerns: { keywords: ["virtual_server", "virtual_server/real_server"], matching: /^0+$/ },
  },
  {
    id: "ipvlan-mode",
    kind: "default",
    version: "2.0.17",
    subject: "mode of ipvlan interfaces",
    before: "The kernel's default mode is used.",
    after: "ipvlan interfaces are in bridge mode unless `private` or `vepa` is written.",
    advice: "Write the mode.",
    source: "commit ede5bbb0",
    concerns: { keywords: ["vrrp_instance/use_ipvlan"] },
  },
  {
    id: "http-status-ranges",
    kind: "meaning",
    version: "2.0.17",
    subject: "several status codes",
    before: "`status_code` takes one code.",
    after: "`status_code` takes several codes and ranges, such as `200 301-303`.",
    advice: "Nothing.",
    adviceBack: "Write one code, or omit `status_code` for 200 to 299.",
    source: "commit c11c0e45",
    concerns: { keywords: fetches.map((path) => `${path}/url/status_code`), matching: /-/ },
  },
  {
    id: "flags-take-booleans",
    kind: "meaning",
    version: "2.3.0",
    subject: "vrrp_strict and vrrp_skip_check_adv_addr with false",
    before: "The flag is on whatever follows it, `false` included.",
    after: "The word behind it is read: `false` turns it off.",
    advice: "Remove the word where the flag is to stay on.",
    adviceBack: "Remove the line where the flag is to stay off.",
    source: "core/global_parser.c at 2.2.8 and 2.3.0",
    concerns: {
      keywords: ["global_defs/vrrp_strict", "global_defs/vrrp_skip_check_adv_addr"],
      matching: /^(?:false|off|no)$/,
    },
  },
  {
    id: "startup-delay-arp",
    kind: "meaning",
    version: "2.4.0",
    subject: "gratuitous ARP during vrrp_startup_delay",
    before: "An instance that tracks something may send gratuitous ARP before the delay has passed.",
    after: "No gratuitous ARP is sent before the delay has passed.",
    advice: "Nothing.",
    source: "commit 4a55ebf5",
    concerns: { keywords: ["global_defs/vrrp_startup_delay"] },
  },
];
