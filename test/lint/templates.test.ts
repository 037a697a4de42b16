import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { marksOf } from "../support/marks.js";
import { lintFiles, shown } from "./support.js";

const folder = join(import.meta.dirname, "../../fixtures/templates");
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const filesIn = (path: string) =>
  readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));

test.each(filesIn("."))("fixtures/templates/%s gives what it marks", (name) => {
  const text = read(name);
  const expected = marksOf(text).map(({ start, end, rule, message }) => `${name}:${start}-${end} ${rule}: ${message}`);
  expect(shown(lintFiles({ [name]: text }))).toEqual(expected);
});

describe("configurations within other files", () => {
  const instance = (...lines: readonly string[]) => [
    "vrrp_instance web {",
    "state BACKUP",
    "interface eth0",
    "priority 100",
    ...lines,
    "virtual_ipaddress {",
    "192.0.2.1",
    "}",
    "}",
  ];
  const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`);
  const lines = (...all: readonly (string | readonly string[])[]) => `${all.flat().join("\n")}\n`;

  test.each([
    [
      "a heredoc",
      "setup.sh",
      lines("#!/bin/sh", "cat > keepalived.conf <<'END'", instance("virtual_router_id 300"), "END", "echo done"),
      [7],
    ],
    [
      "a heredoc that the shell expands",
      "setup.sh",
      lines(
        "#!/bin/sh",
        "cat <<-END",
        instance("virtual_router_id $(id)", "advert_int $INTERVAL", "nopreemt"),
        "\tEND",
      ),
      [9],
    ],
    [
      "commands, and sums, within such a heredoc",
      "setup.sh",
      lines(
        "cat <<END",
        "global_defs {",
        "router_id `hostname -s`",
        "}",
        instance(
          "virtual_router_id $((BASE + (INDEX * 2)))",
          'advert_int $(jq -r ".interval" $(find-settings))',
          "unicast_peer {",
          "$(for peer in $PEERS; do",
          '  echo "  $peer"',
          "done)",
          "}",
          "nopreemt",
        ),
        "END",
      ),
      [16],
    ],
    [
      "a fence",
      "README.md",
      lines("# About", "```sh", "echo", "```", "~~~keepalived", instance("virtual_router_id 300"), "~~~", "{ unpaired"),
      [10],
    ],
    [
      "literals of a ConfigMap, each by itself",
      "map.yaml",
      lines(
        "apiVersion: v1",
        "data:",
        "  lb1.conf: |",
        indented(instance("virtual_router_id 300")),
        "  lb2.conf: |-",
        indented(instance("virtual_router_id 7", "nopreemt")),
      ),
      [8, 19],
    ],
    [
      "the template in a literal",
      "map.yaml",
      lines(
        "apiVersion: v1",
        "data:",
        "  lb1.conf: |",
        indented(instance("virtual_router_id {{ .Id }}", "{{- if .Quiet }}", "nopreemt", "{{- end }}")),
      ),
      [10],
    ],
    [
      "several keys of a ConfigMap, of which one is another program's",
      "map.yaml",
      lines(
        "kind: ConfigMap",
        "data:",
        "  nginx.conf: |",
        "    vrrp_instanc { never { priority 300 } }",
        '  "keepalived.conf": >',
        indented(instance("virtual_router_id 300")),
        "  check.sh: |+2",
        "    exit 0",
        "",
        "  'b.conf': |4-",
        indented(instance("virtual_router_id 7", "nopreemt")),
        "binaryData: {}",
      ),
      [10, 24],
    ],
    [
      "values of a Helm chart",
      "values.yaml",
      lines(
        "keepalived:",
        "  image: keepalived",
        "  config: |-",
        indented(instance("virtual_router_id {{ .Values.id | default 7 }}", "advert_int 0")),
        "  replicas: 2",
      ),
      [9],
    ],
    [
      "what Ansible copies",
      "main.yml",
      lines(
        "- name: configure",
        "  ansible.builtin.copy:",
        "    dest: /etc/keepalived/keepalived.conf",
        "    content: |",
        indented(indented(instance("virtual_router_id {{ id }}", "{% if quiet %}", "nopreemt", "{% endif %}"))),
        '    mode: "0600"',
      ),
      [11],
    ],
    [
      "files of cloud-init",
      "user-data.yaml",
      lines(
        "#cloud-config",
        "write_files:",
        "  - path: /etc/keepalived/keepalived.conf",
        "    content: |",
        indented(indented(instance("virtual_router_id 300"))),
        "  - content: |",
        indented(indented(instance("virtual_router_id 7", "nopreemt"))),
        "    path: /etc/keepalived/b.conf",
      ),
      [9, 20],
    ],
    [
      "an excerpt, of which lines are left out",
      "README.md",
      lines(
        "```",
        "vrrp_instance a {",
        "    ...",
        "    priorty 100",
        "}",
        "```",
        "",
        "```",
        "[...]",
        instance("virtual_router_id 300"),
        "```",
      ),
      [4, 14],
    ],
    [
      "a heredoc in a literal",
      "cloud-init.yaml",
      lines("runcmd: |", indented(["cat <<END", ...instance("virtual_router_id 300"), "END"])),
      [7],
    ],
  ])("%s", (_, path, text, expected) => {
    const { diagnostics, failures } = lintFiles({ [path]: text }, { embedded: true });
    expect(failures).toEqual([]);
    const found = diagnostics.filter(({ severity }) => severity === "error");
    const at = found.map(({ place }) => text.slice(0, place.start).split("\n").length);
    expect([...new Set(at)].filter((line) => !/^\s*vrrp_instance/.test(text.split("\n")[line - 1]!))).toEqual(expected);
  });

  test("without being asked only those in YAML literals are looked for", () => {
    const script = lines("#!/bin/sh", "cat <<END", instance("virtual_router_id 300"), "END");
    expect(lintFiles({ "setup.sh": script }).diagnostics.map(({ rule }) => rule)).toContain("foreign-content");
    const map = lines("apiVersion: v1", "data:", "  a.conf: |", indented(instance("virtual_router_id 7")));
    expect(shown(lintFiles({ "map.yaml": map }))).toEqual([]);
  });
});
