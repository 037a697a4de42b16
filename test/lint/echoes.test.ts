// One cause, one finding: what only follows from another finding is folded under it.
import { expect, test } from "vitest";
import { lintFiles } from "./support.js";

const instance = (
  lines: readonly string[],
  { state = "state BACKUP", address = "192.0.2.10/24", device = "eth0" } = {},
) =>
  [
    "vrrp_instance web {",
    ...[state, `interface ${device}`, "virtual_router_id 27", "priority 100", ...lines].map((line) => `    ${line}`),
    `    virtual_ipaddress {\n        ${address}\n    }\n}\n`,
  ].join("\n");
const authentication = (password: string) =>
  instance(["authentication {", "    auth_type PASS", `    auth_pass ${password}`, "}"]);
const script = (line: string, keyword = "vrrp_script", tracking = "up") =>
  `global_defs {\n    enable_script_security\n    script_user nobody\n}\n\n${keyword} up {\n    script ${line}\n    interval 2\n}\n\n${instance(["track_script {", `    ${tracking}`, "}"])}`;
const peers = (line: string) => instance(["unicast_src_ip 192.0.2.1", "unicast_peer {", `    ${line}`, "}"]);
const server = (text: readonly [string, string]) =>
  `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched wlc
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`.replace(...text);

/** By what is wrong: the text, and the rules that speak of it by themselves. */
const cases: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "a misspelled definition of a script": [script('"/usr/bin/up"', "vrrp_scripts"), "unknown-keyword"],
  "a misspelled definition of a process": [
    `vrrp_track_proces named {\n    process named\n}\n\n${instance(["track_process {", "    named", "}"])}`,
    "unknown-keyword",
  ],
  "a misspelled definition of a file": [
    `track_fil load {\n    file /run/load\n}\n\n${instance(["track_file {", "    load", "}"])}`,
    "unknown-keyword",
  ],
  "a misspelled session": [
    `bfd_instanc peer {\n    neighbor_ip 192.0.2.2\n}\n\n${instance(["track_bfd {", "    peer", "}"])}`,
    "unknown-keyword",
  ],
  "a misspelled member of a group": [
    `vrrp_instanc mail {\n}\nvrrp_sync_group both {\n    group {\n        web\n        mail\n    }\n}\n\n${instance([])}`,
    "unknown-keyword",
  ],
  "another case of a script's name": [script('"/usr/bin/up"', "vrrp_script", "UP"), "undefined-reference"],
  "a misspelled real server": [server(["real_server", "realserver"]), "unknown-keyword"],
  "a space within a keyword that is required": [server(["lvs_method NAT", "lvs _method NAT"]), "unknown-keyword"],
  "a file of servers that is not there": [
    server([
      "real_server 10.0.0.2 80 {\n        TCP_CHECK {\n            connect_timeout 3\n        }\n    }",
      "include servers.conf",
    ]),
    "include-not-found",
  ],
  "a program without a path that needs a shell": [script('"pidof web > /dev/null"'), "shell-syntax-in-script"],
  "several addresses of the other family": [
    instance([], { address: "192.0.2.10/24\n        2001:db8::1/64\n        2001:db8::2/64" }),
    "mismatched-address-family",
  ],
  "a priority that a stray brace cuts off": [
    instance([], { state: "state MASTER\n    nopreempt\n    router } x" }),
    "unbalanced-brace",
  ],
  "names in capitals that nobody has replaced": [
    instance([], { state: "state WEB_STATE", address: "WEB_VIP/24" }).replace("priority 100", "priority PRIORITY"),
    "invalid-argument",
  ],
  "settings in the list of mail addresses": [
    "global_defs {\n    notification_email {\n        a@example.com\n        smtp_connect_timeout 30\n        router_id a\n    }\n    notification_email_from b@example.com\n    smtp_server 192.0.2.25\n}\n",
    "invalid-mail-address",
  ],
  "a misspelled check": [server(["TCP_CHECK", "TCP-CHECK"]), "unknown-keyword"],
  "a misspelled state": [instance([], { state: "STATE BACKUP" }), "unknown-keyword"],
  "a state with a colon": [instance([], { state: "state: BACKUP" }), "unknown-keyword"],
  "a state with a sign of equality": [instance([], { state: "state = BACKUP" }), "unexpected-equals-sign"],
  "a blank of another kind": [instance([], { state: "state\u00A0BACKUP" }), "unknown-keyword"],
  "an id that is too high": [instance([]).replace("_id 27", "_id 256"), "invalid-argument"],
  "a placeholder for the address": [instance([], { address: "<VIP>/24" }), "unrendered-template"],
  "digits left out of the address": [instance([], { address: "192.0.2.x" }), "unrendered-template"],
  "an undefined name for the address": [instance([], { address: "$VIP" }), "unexpanded-reference"],
  "a word for the address": [instance([], { address: "[VIP]" }), "invalid-argument"],
  "a placeholder for the peer": [peers("<peer>"), "unrendered-template"],
  "a name for the peer": [peers("lb2.example.com"), "invalid-argument"],
  "a peer of the other family": [peers("2001:db8::2"), "mismatched-address-family"],
  "an undefined name in braces for the address": [instance([], { address: "${VIP}" }), "undefined-definition"],
  "a line for a host that is misspelled": [
    instance([
      "@lb1 garp_master_delay 3",
      "@lb2 garp_master_delay 3",
      "@lb1 garp_master_refresh 30",
      "@lb2 garp_master_refresh 30",
      "@lb1 priority 150",
      "@lbl2 priority 90",
    ]).replace("    priority 100\n", ""),
    "misspelt-condition",
  ],
  "a misspelled priority of a master": [
    instance([], { state: "state MASTER" }).replace("priority 100", "priorty 100"),
    "unknown-keyword",
  ],
  "an undefined name in braces": [instance(["garp_master_delay ${NOPE}"]), "undefined-definition"],
  "an undefined name for the password": [authentication("${PASSWORD}"), "undefined-definition"],
  "a password that is long and anybody's": [authentication("password123"), "auth-pass-too-long"],
  "a definition within quotation marks": [`$WHO=root\n\n${script("'/usr/bin/up $WHO'")}`, "unexpanded-reference"],
  "a program without a path that asks for a process": [script('"killall -0 named"'), "relative-script"],
  "a label for a VMAC's name": [instance(["use_vmac vrrp.27:1"]), "invalid-interface"],
  "a label for the device of an address": [instance([], { address: "192.0.2.10/24 dev eth0:1" }), "invalid-interface"],
  "a word for the address of one that shares an id": [
    `${instance([])}\n${instance([], { address: "ipv6" }).replace("web", "mail")}`,
    "invalid-argument",
  ],
  "a source without its address": [instance(["unicast_src_ip"]), "missing-argument"],
  "a block without its opening brace": [instance([]).replace("ipaddress {", "ipaddress"), "missing-brace"],
  "an instance without its opening brace": [instance([]).replace("web {", "web"), "missing-brace"],
  "an opening brace in a comment": [instance([]).replace("web {", "web #{"), "missing-brace"],
  "a square bracket": [instance([]).replace("ipaddress {", "ipaddress ["), "missing-brace"],
  "a placeholder that keepalived takes for a comment": [authentication("#PASSWORD#"), "unrendered-template"],
  "a password that keepalived takes for a comment": [authentication("!k7Rq2xV"), "comment-in-value"],
  "an id of a condition misspelled": [
    instance([
      "@lb1 priority 150",
      "@lb2 priority 90",
      "@lb1 unicast_src_ip 192.0.2.1",
      "@lb2 unicast_src_ip 192.0.2.2",
      "@lb1 garp_master_delay 3",
      "@lb2 garp_master_delay 3",
      "@lbl garp_master_refresh 30",
      "unicast_peer {",
      "    @lb1 192.0.2.2",
      "    @lb2 192.0.2.1",
      "}",
    ]).replace("    priority 100\n", ""),
    "misspelt-condition",
  ],
};

test.each(Object.entries(cases))("%s is one finding", (_name, [text, ...rules]) => {
  const { diagnostics, failures } = lintFiles(text);
  expect(failures).toEqual([]);
  expect(diagnostics.filter(({ causedBy }) => causedBy === undefined).map(({ rule }) => rule)).toEqual(rules);
});

test("what a line says by itself is not folded under braces that do not match", () => {
  const { diagnostics } = lintFiles(`global_defs {\n    vrrp_rlimit_rtime 20000\n}\n\n${instance([])}}\n`);
  const roots = diagnostics.flatMap(({ rule, causedBy }) => (causedBy ? [] : [rule]));
  expect(roots).toEqual(["deprecated-keyword", "unbalanced-brace"]);
});

test("two mistakes in one block are two findings", () => {
  const { diagnostics } = lintFiles(instance(["advert-int 1"], { state: "" }));
  expect(diagnostics.filter(({ causedBy }) => causedBy === undefined).map(({ rule }) => rule)).toEqual([
    "missing-state",
    "unknown-keyword",
  ]);
});

test("advice on a habit waits until the file has no errors and warnings, or is asked for", () => {
  const text = authentication("1111").replace("state BACKUP", "state SLAVE");
  const rulesIn = (given: Parameters<typeof lintFiles>[1]) =>
    lintFiles(text, given).diagnostics.map(({ rule }) => rule);
  expect(rulesIn({})).toEqual(["invalid-argument"]);
  expect(rulesIn({ only: ["sample-password"] })).toEqual(["sample-password"]);
  expect(lintFiles(authentication("1111")).diagnostics.map(({ rule }) => rule)).toEqual(["sample-password"]);
});

test("a password that is a plain word leaves no gap in a sentence", () => {
  const [finding] = lintFiles(authentication("password")).diagnostics;
  expect(finding?.message).toMatch(/^this value is among/);
  const [long] = lintFiles(authentication("password123")).diagnostics;
  expect(long?.message).toBe("this password has 11 bytes: keepalived uses the first eight");
});

test("two mistakes that would each follow from the other are both shown", () => {
  const text = "static_rules\ntrack_group b l3mdev";
  const { diagnostics } = lintFiles({ "lb1.conf": text, "lb2.conf": text }, { target: "2.2.7" });
  expect(diagnostics.length).toBeGreaterThan(1);
  expect(diagnostics.some(({ causedBy }) => causedBy === undefined)).toBe(true);
});

test("what a template lacks in every rendering follows from the mistake that takes its place", () => {
  const vip = instance([]).replace("web", "{{ vip.name }}").replace("_id 27", "_id 300");
  const { diagnostics } = lintFiles({ "keepalived.conf.j2": `{% for vip in vips %}\n${vip}{% endfor %}\n` });
  const named = diagnostics.map(({ rule, causedBy }) => [rule, causedBy !== undefined]);
  expect(named).toEqual([
    ["missing-keyword", true],
    ["invalid-argument", false],
  ]);
});
