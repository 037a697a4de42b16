import { memoryHost } from "@kalint/daemon";
import { migrationOf } from "@kalint/lint";
import { releaseChanges, type Version } from "@kalint/schema";
import { expect, test } from "vitest";

const instance = (lines = "", name = "VI_1") => `vrrp_instance ${name} {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 100
    ${lines}
    virtual_ipaddress {
        192.0.2.10
    }
}
`;
const server = (check: string, lines = "") => `virtual_server 192.0.2.10 80 {
    delay_loop 6
    lb_algo rr
    lb_kind NAT
    protocol TCP
    ${lines}
    real_server 10.0.0.2 80 {
        ${check}
    }
}
`;
const global = (lines: string) => `global_defs {\n    ${lines}\n}\n`;
const fetch = (lines: string) => server(`HTTP_GET {\n url {\n path /\n ${lines}\n }\n }`);

/** For each change: a text that it concerns, and one that it does not. */
const cases: Readonly<Record<string, readonly [concerned: string, not: string]>> = {
  "http-retry-delay": [
    fetch("digest 9b3a0c85a887a256d6939da88aabd8cd"),
    server("HTTP_GET {\n delay_before_retry 2\n }"),
  ],
  "tcp-check-retry": [server("TCP_CHECK {\n connect_timeout 3\n }"), server("TCP_CHECK {\n retry 0\n }")],
  "http-retries-every-error": [fetch("status_code 200"), server("TCP_CHECK {\n }")],
  "instance-needs-address": [instance().replace(/ {4}virtual_ipaddress \{[^}]*\}\n/, ""), instance()],
  "vmac-names": [instance("use_vmac"), instance()],
  "http-status-default": [fetch(""), fetch("status_code 200")],
  "persistence-timeout-of-granularity": [
    server("", "persistence_granularity 255.255.255.0"),
    server("", "persistence_granularity 255.255.255.0\n persistence_timeout 60"),
  ],
  "script-user": [instance('notify "/bin/tell"'), global("script_user root") + instance('notify "/bin/tell"')],
  "accept-version-3": [instance("version 3"), instance("version 3\n accept")],
  "unicast-checksum": [
    instance("version 3\n unicast_peer {\n 192.0.2.2\n }"),
    instance("version 2\n unicast_peer {\n 192.0.2.2\n }"),
  ],
  "prompt-transitions": [instance(), server("")],
  "fault-at-start": [instance('notify_fault "/bin/tell"'), instance('notify_master "/bin/tell"')],
  "deleted-address": [instance(), server("")],
  "scripts-without-shell": [instance('notify "/bin/tell | /bin/cat"'), instance('notify "/bin/tell me"')],
  "sync-group-weights": [
    `${instance()}vrrp_sync_group G {\n group {\n VI_1\n }\n global_tracking\n}\n`,
    `${instance()}vrrp_sync_group G {\n group {\n VI_1\n }\n}\n`,
  ],
  "tracked-virtual-routes": [instance("virtual_routes {\n 10.0.0.0/8 via 192.0.2.1\n }"), instance()],
  "rule-preferences": ["static_rules {\n from 192.0.2.0/24 table 1\n}\n", instance()],
  "tracked-static-addresses": ["static_ipaddress {\n 192.0.2.1/24 dev eth0\n}\n", instance()],
  "rlimit-rttime": [global("vrrp_rt_priority 50"), global("vrrp_rt_priority 50\n vrrp_rlimit_rtime 10000")],
  "smtp-check-retry-count": [server("SMTP_CHECK {\n retry 2\n }"), server("TCP_CHECK {\n }")],
  "logged-check-failures": [server("TCP_CHECK {\n }"), global("checker_log_all_failures") + server("TCP_CHECK {\n }")],
  "firewall-default": [instance("no_accept"), global("vrrp_iptables") + instance("no_accept")],
  "ipv6-hop-limit": [instance().replace("192.0.2.10", "fe80::1"), instance()],
  "port-zero": [server("").replace("10 80", "10 0"), server("")],
  "ipvlan-mode": [instance("use_ipvlan"), instance("use_vmac")],
  "http-status-ranges": [fetch("status_code 200-204"), fetch("status_code 200")],
  "flags-take-booleans": [global("vrrp_strict false"), global("vrrp_strict")],
  "startup-delay-arp": [global("vrrp_startup_delay 5"), global("router_id lb1")],
};

/** The ids of the changes that a text shows to concern it. */
function concerned(text: string, from: Version, to: Version): readonly string[] {
  const host = memoryHost({ "keepalived.conf": text });
  const migration = migrationOf({
    paths: ["keepalived.conf"],
    host,
    from: { target: from },
    to: { target: to },
    only: ["no-such"],
  });
  return migration.files.flatMap((file) => file.concerned.map(({ change }) => change.id));
}

test("every change that words can show has a case", () => {
  const shown = releaseChanges.filter(({ concerns }) => concerns !== undefined).map(({ id }) => id);
  expect(Object.keys(cases).sort()).toEqual([...shown].sort());
});

test.each(releaseChanges.filter(({ concerns }) => concerns !== undefined))("$id", ({ id, kind }) => {
  const [yes, no] = cases[id]!;
  // The way down reads with the release that knows every word.
  expect(concerned(yes, "2.4.3", "1.2.2")).toContain(`${kind} ${id}`);
  expect(concerned(no, "2.4.3", "1.2.2")).not.toContain(`${kind} ${id}`);
});
