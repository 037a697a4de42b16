import { readFileSync } from "node:fs";
import { foreignContent } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { configurationFiles } from "../support/fixtures.js";

const configuration = "vrrp_instance web {\n    state BACKUP\n    interface eth0\n}\n";

/** What each text is, and the part that shows it. */
const foreign: readonly (readonly [what: string, shown: string, text: string])[] = [
  ["a shell script", "#!/bin/sh", `#!/bin/sh\ncat > keepalived.conf <<END\n${configuration}END\n`],
  ["a shell script", "#!/usr/bin/env bash", "#!/usr/bin/env bash\nip addr show\n"],
  [
    "a shell script",
    "cat > /etc/keepalived/keepalived.conf << EOF",
    `cat > /etc/keepalived/keepalived.conf << EOF\n${configuration}EOF\n`,
  ],
  [
    "a shell script",
    "if systemctl -q is-active haproxy; then",
    "if systemctl -q is-active haproxy; then\n  exit 0\nfi\n",
  ],
  ["a shell script", "check() {", "check() {\n  ping -c 1 192.0.2.1\n}\ncheck\n"],
  ["a shell script", "STATE=$3", "STATE=$3\necho $STATE\nexit 0\n"],
  ["a Python script", "#!/usr/bin/env python3", "#!/usr/bin/env python3\nimport sys\n"],
  ["a Python script", "def main(argv):", "import sys\ndef main(argv):\n    pass\n"],
  ["a Perl script", "use strict;", "use strict;\nmy $x = 1;\n"],
  ["a script", "#!/usr/bin/awk -f", "#!/usr/bin/awk -f\n{ print }\n"],
  ["a terminal transcript", "[root@lb1 ~]# cat keepalived.conf", `[root@lb1 ~]# cat keepalived.conf\n${configuration}`],
  ["a patch", "@@ -1,3 +1,3 @@", "--- a\n+++ b\n@@ -1,3 +1,3 @@\n-priority 100\n+priority 50\n"],
  ["JSON", '{ "name":', '{ "name": "lb1", "priority": 100 }\n'],
  ["a web page or XML", "<!DOCTYPE html>", "<!DOCTYPE html>\n<p>keepalived</p>\n"],
  ["a Dockerfile", "FROM debian:12", 'FROM debian:12\nRUN apt-get install -y keepalived\nCMD ["keepalived"]\n'],
  ["a Makefile", ".PHONY: test", ".PHONY: test\ntest:\n\tkeepalived -t\n"],
  [
    "a Makefile",
    "install: keepalived.conf\n\tcp keepalived.conf /etc/keepalived",
    "install: keepalived.conf\n\tcp keepalived.conf /etc/keepalived\n",
  ],
  ["a systemd unit", "[Service]", "# more than the packaged unit\n[Service]\nRestart=always\n"],
  ["a YAML file", "---\nkeepalived_instances:", "---\nkeepalived_instances:\n  web:\n    priority: 100\n"],
  ["a YAML file", "  inline: |", `mode: 0644\ncontents:\n  inline: |\n    ${configuration}`],
  ["a YAML file", "keepalived:", "keepalived:\n  state: MASTER\n  peers:\n    - 192.0.2.1\n"],
  [
    "a monit configuration",
    "check process haproxy with pidfile /run/haproxy.pid",
    "check process haproxy with pidfile /run/haproxy.pid\n  if 3 restarts within 5 cycles then alert\n",
  ],
  [
    "an rsyslog configuration",
    ':programname, isequal, "Keepalived_vrrp" /var/log/vrrp.log',
    ':programname, isequal, "Keepalived_vrrp" /var/log/vrrp.log\n& stop\n',
  ],
  ["an rsyslog configuration", "local0.*  -/var/log/keepalived.log", "local0.*  -/var/log/keepalived.log\n"],
  [
    "an rsyslog configuration",
    "if $programname == 'Keepalived' then /var/log/keepalived.log",
    "if $programname == 'Keepalived' then /var/log/keepalived.log\n",
  ],
  ["a logrotate configuration", "    missingok", "/var/log/keepalived.log {\n    weekly\n    missingok\n}\n"],
  ["an HAProxy configuration", "frontend web\n    bind *:80", "frontend web\n    bind *:80\n    default_backend web\n"],
  ["an nginx configuration", "server {\n    listen 80;", "server {\n    listen 80;\n}\n"],
  ["a cron table", "*/5 * * * * root /usr/local/bin/check", "*/5 * * * * root /usr/local/bin/check\n"],
  ["iptables rules", "*filter", "*filter\n-A INPUT -p vrrp -j ACCEPT\nCOMMIT\n"],
  ["a Puppet manifest", "class profile::keepalived {", "class profile::keepalived {\n  include keepalived\n}\n"],
  ["a Terraform file", 'resource "local_file" "conf" {', 'resource "local_file" "conf" {\n  content = "x"\n}\n'],
  ["a Markdown text", "```", `How to set it up:\n\n\`\`\`\n${configuration}\`\`\`\n`],
  [
    "a Markdown text",
    "- `priority`: the higher one is MASTER",
    "# Settings\n\n- `priority`: the higher one is MASTER\n- `state`: at start\n",
  ],
  ["an INI file", "[lb1]", "[lb1]\npriority = 100\nstate = MASTER\n"],
  ["an INI file", 'DAEMON_ARGS="-D"', 'DAEMON_ARGS="-D"\nDAEMON_CONFIG = x\n'],
  [
    "a text whose statements end in ';', as another program's",
    "    type primary;",
    'zone "example" {\n    type primary;\n    file "db.example";\n};\n',
  ],
  ["a Jinja template", "{% if peers %}", `{% if peers %}\n${configuration}{% endif %}\n`],
  ["a Jinja template", "{#- kept by Ansible -#}", `{#- kept by Ansible -#}\n${configuration}`],
  ["an EPP template", "<%- | String $id | -%>", "<%- | String $id | -%>\nglobal_defs {\n    router_id <%= $id %>\n}\n"],
  ["an EPP template", "<% $peers.each |$peer| { -%>", "<% $peers.each |$peer| { -%>\n<%= $peer %>\n<% } -%>\n"],
  ["a Mustache template", "{{#peers}}", "unicast_peer {\n{{#peers}}\n    {{address}}\n{{/peers}}\n}\n"],
  ["a Go template", "{{/* by Helm */}}", `{{/* by Helm */}}\n${configuration}`],
  ["a template", "{{ vrrp_interface }}", "vrrp_instance web {\n    interface {{ vrrp_interface }}\n}\n"],
  ["a template", "{{{ interface }}}", "vrrp_instance web {\n    interface {{{ interface }}}\n}\n"],
  ["a template", '{{ "a#b" }}', 'vrrp_instance web {\n    interface {{ "a#b" }}\n}\n'],
  ["a Go template", "{{ .Interface }}", "vrrp_instance web {\n    interface {{ .Interface }}\n}\n"],
  ["a Go template", "{{- range $vip := .Addresses }}", "{{- range $vip := .Addresses }}\n{{ $vip }}\n{{- end }}\n"],
  ["a Go template", '{{ getenv "VIP" }}', 'virtual_ipaddress {\n    {{ getenv "VIP" }}\n}\n'],
  ["an ERB template", "<%= @interface -%>", "vrrp_instance web {\n    interface <%= @interface -%>\n}\n"],
  ["an ERB template", "<%# kept by Chef %>", `<%# kept by Chef %>\n${configuration}`],
  [
    "an ERB template",
    "<% @peers.each do |peer|\n   name = peer %>",
    "<% @peers.each do |peer|\n   name = peer %>\n<%= name %>\n<% end %>\n",
  ],
  [
    "a Terraform template",
    "%{ for peer in peers ~}",
    "unicast_peer {\n%{ for peer in peers ~}\n192.0.2.1\n%{ endfor ~}\n}\n",
  ],
  ["a template with '${…}' expressions", "${PRIORITY:-100}", "vrrp_instance web {\n    priority ${PRIORITY:-100}\n}\n"],
  ["a template with '${…}' expressions", "${var.priority}", "vrrp_instance web {\n    priority ${var.priority}\n}\n"],
  ["a template", "{interface}", "vrrp_instance web {\n    interface {interface}\n}\n"],
  [
    "a text with merge-conflict marks",
    "<<<<<<< HEAD",
    "vrrp_instance web {\n<<<<<<< HEAD\n    priority 100\n=======\n    priority 50\n>>>>>>> other\n}\n",
  ],
  ["a text with merge-conflict marks", ">>>>>>> other", `${configuration}>>>>>>> other\n`],
  ["binary data", "\0", "\0\0\x01ELF\0\x02\0"],
  ["UTF-16 data", "\0", [..."vrrp_instance a {"].map((letter) => `${letter}\0`).join("")],
];

describe("texts that are no plain configuration", () => {
  test.each(foreign)("%s: %j", (what, shown, text) => {
    const found = foreignContent(text);
    expect(found?.what).toBe(what);
    expect(text.slice(found!.start, found!.end)).toBe(shown);
    expect(found!.reason).not.toContain("\n");
    expect(foreignContent(text.replaceAll("\n", "\r\n"))?.what).toBe(what);
  });

  test("the reason names the line", () => {
    expect(foreignContent("a {\n    b {{ c }}\n}\n")?.reason).toBe("this is a template ('{{ c }}' on line 2)");
    expect(foreignContent("a\n<<<<<<< HEAD\n")?.reason).toBe("merge-conflict marks ('<<<<<<<' on line 2)");
    expect(foreignContent("#!/bin/sh\n")?.reason).toBe("this is a shell script, not a keepalived configuration");
  });
});

/** Odd as they are, keepalived reads these as its own. */
const own: readonly (readonly [why: string, text: string])[] = [
  ["an empty file", ""],
  ["a comment that begins like a script", "#! Configuration File for keepalived\nglobal_defs {\n}\n"],
  ["a fragment of addresses", "192.0.2.1/24\n192.0.2.2/24\n"],
  ["a fragment of servers", "real_server 192.0.2.1 80 {\n    TCP_CHECK {\n    }\n}\n"],
  ["misspelt from end to end", "vrrp_instnce a {\n    stat MASTER\n}\n"],
  ["references to definitions", "$IF=eth0\nvrrp_instance a {\n    interface ${IF}\n    priority $PRIO\n}\n"],
  ["a reference with arguments", "$I=interface $1\nvrrp_instance a {\n    ${I eth0}\n}\n"],
  [
    "a quote that slipped into a reference",
    '$BASE=192.0.2\nvrrp_instance a {\n    virtual_ipaddress { ${BASE"}.1/24 }\n}\n',
  ],
  [
    "a comment's sign that slipped into a reference",
    "vrrp_instance a {\n    priority ${BA!SE}\n    interface ${I#F}\n}\n",
  ],
  ["a repetition", "~LST({a, b}, {1, 2}, {3, 4}) virtual_server $a $b {\n}\n"],
  ["blocks on one line", "virtual_server 192.0.2.1 80{real_server 192.0.2.2 80{TCP_CHECK{}}}\n"],
  ["a one-line block without blanks", "track_script {check}\n"],
  ["a comment right behind a brace", "vrrp_instance a {# first #\n}\n"],
  ["tags in a comment", "# {{ ansible_managed }} {% if x %} <%= y %>\nglobal_defs {\n}\n"],
  ["marks in a comment", "# <<<<<<< HEAD\n# =======\nglobal_defs {\n}\n"],
  ["shell in a string", `vrrp_script a {\n    script "/bin/sh -c 'echo \${PORT:-80}'"\n}\n`],
  ["a stray NUL", "vrrp_instance a {\n    state\0 MASTER\n}\n"],
  ["statements that end in ';'", "vrrp_instance a {\n    state MASTER;\n    interface eth0;\n}\n"],
  ["a list in comments", "# - one\n# - two\nglobal_defs {\n}\n"],
  ["notes in front of a block", "Notes: see the wiki.\n- one\n- two\nglobal_defs {\n}\n"],
  ["conditions", "@lb1 vrrp_instance a {\n@lb2 vrrp_instance b {\n}\n"],
];

describe("configurations", () => {
  test.each(own)("%s", (_why, text) => {
    expect(foreignContent(text)).toBeUndefined();
  });

  test("all fixtures", () => {
    const paths = configurationFiles().filter(
      (path) => !/unrendered-template|conflict\.conf|foreign-content|unknown-keyword.conflict/.test(path),
    );
    expect(paths.length).toBeGreaterThan(500);
    expect(paths.filter((path) => foreignContent(readFileSync(path, "utf8")) !== undefined)).toEqual([]);
  });
});
