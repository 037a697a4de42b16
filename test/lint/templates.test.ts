import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readTemplate } from "@kalint/syntax";
import nunjucks from "nunjucks";
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

describe("every finding of a template is one of each rendering", () => {
  test.each(filesIn("proof").filter((name) => name.endsWith(".j2")))("fixtures/templates/proof/%s", (name) => {
    const template = numbered(read(`proof/${name}`));
    const findings = linesOf(template, name);
    expect(findings.length).toBeGreaterThan(2);
    const environment = new nunjucks.Environment(null, { autoescape: false });
    const variables: readonly object[] = JSON.parse(read(`proof/${name.replace(".j2", ".json")}`));
    for (const set of variables) expectIn(environment.renderString(template, set), findings);
  });

  const small: readonly [string, string, readonly string[]][] = [
    [
      "web.conf.erb",
      "vrrp_instance <%= @n %> {\n  priority 300\n  <% if @a -%>\n  nopreemt\n  <% else -%>\n  preempt\n  <% end -%>\n}\n",
      [
        "vrrp_instance web { # 1\n  priority 300 # 2\n   # 3\n  nopreemt # 4\n   # 5\n}  # 8\n",
        "vrrp_instance db { # 1\n  priority 300 # 2\n   # 3\n  preempt # 6\n   # 7\n}  # 8\n",
      ],
    ],
    [
      "web.conf.gotmpl",
      "vrrp_instance {{ .Name }} {\n  priority 300\n{{- range .Vips }}\n  virtual_ipadress {\n    {{ . }}\n  }\n{{- end }}\n}\n",
      [
        "vrrp_instance web { # 1\n  priority 300 # 2\n # 3\n} # 8\n",
        "vrrp_instance web { # 1\n  priority 300 # 2\n # 3\n  virtual_ipadress { # 4\n    192.0.2.1 # 5\n  } # 6\n # 3\n} # 8\n",
      ],
    ],
  ];
  test.each(small)("%s", (name, template, renderings) => {
    const findings = linesOf(template, name);
    expect(findings.length).toBeGreaterThan(0);
    for (const rendering of renderings) {
      expectIn(
        rendering.replace(/ # (\d+)$/gm, (_, line: string) => ` # @L${line}@`),
        findings,
      );
    }
  });
});

/** Each line that ends outside a tag says which it is, in a comment that is rendered with it. */
function numbered(text: string): string {
  const { tags } = readTemplate(text, { language: "jinja" });
  let at = 0;
  return text
    .split("\n")
    .map((line, index) => {
      at += line.length + 1;
      const end = at - 1;
      return line === "" || tags.some((tag) => tag.start < end && end < tag.end) ? line : `${line} # @L${index + 1}@`;
    })
    .join("\n");
}

/** Rule and line of each finding. */
function linesOf(text: string, path: string): readonly { readonly rule: string; readonly line: number }[] {
  const { diagnostics, failures } = lintFiles({ [path]: text });
  expect(failures).toEqual([]);
  return diagnostics.map(({ rule, place }) => ({ rule, line: text.slice(0, place.start).split("\n").length }));
}

/** Where a rendering has the line of a finding, it has the finding there; of a loop's line, in one of the turns. */
function expectIn(rendering: string, findings: readonly { readonly rule: string; readonly line: number }[]): void {
  const lines = rendering.split("\n");
  const found = new Set(linesOf(rendering, "keepalived.conf").map(({ rule, line }) => `${rule} ${line}`));
  for (const { rule, line } of findings) {
    const turns = lines.flatMap((text, index) => (text.includes(`@L${line}@`) ? [index + 1] : []));
    if (turns.length === 0) continue;
    expect(
      turns.map((turn) => found.has(`${rule} ${turn}`)),
      `${rule} of line ${line} in:\n${rendering}`,
    ).toContain(true);
  }
}
