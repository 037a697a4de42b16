// The rendering proof: every finding of a template is one of each rendering that has its line.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { describe, expect, test } from "vitest";
import { numberedLines } from "../support/numbered-lines.js";
import { lintFiles } from "./support.js";

const folder = join(import.meta.dirname, "../../fixtures/templates/proof");
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const named = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending));

describe("Jinja2, as nunjucks renders it", () => {
  test.each(named(".j2"))("fixtures/templates/proof/%s", (name) => {
    const template = numberedLines(read(name), "jinja", inComment);
    const findings = linesOf(template, name);
    expect(findings.length).toBeGreaterThan(2);
    const environment = new nunjucks.Environment(null, { autoescape: false });
    const variables: readonly object[] = JSON.parse(read(name.replace(".j2", ".json")));
    for (const set of variables) expectIn(environment.renderString(template, set), findings);
  });
});

/** Reads a template and sets of variables, and prints what each set makes of it: as Puppet, with `@name`, and as Chef. */
const renderWithRuby = `
require "erb"; require "json"
template, sets = JSON.parse($stdin.read)
puts JSON.generate(sets.map { |set|
  scope = Object.new
  set.each { |name, value| scope.instance_variable_set("@#{name}", value) }
  names = scope.instance_eval { binding }
  set.each { |name, value| names.local_variable_set(name, value) }
  ERB.new(template, trim_mode: "-").result(names)
})`;

// The machine of .ci/run has Ruby; elsewhere the cases below stand for it.
const hasRuby = spawnSync("ruby", ["-e", ""]).status === 0;

describe.skipIf(!hasRuby)("ERB, as Ruby renders it", () => {
  test.each(named(".erb"))("fixtures/templates/proof/%s", (name) => {
    const template = numberedLines(read(name), "erb", inComment);
    const findings = linesOf(template, name);
    expect(findings.length).toBeGreaterThan(2);
    const input = JSON.stringify([template, JSON.parse(read(`${name}.json`))]);
    const { stdout, stderr } = spawnSync("ruby", ["-e", renderWithRuby], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    const renderings: readonly string[] = JSON.parse(stdout);
    expect(renderings.length).toBeGreaterThan(2);
    for (const rendering of renderings) expectIn(rendering, findings);
  });
});

/** A line of a rendering: the template's of this number as it is, or with this text. */
type Rendered = number | readonly [number, string];

const small: readonly (readonly [
  name: string,
  template: string,
  lines: readonly number[],
  ...(readonly Rendered[])[],
])[] = [
  [
    "web.conf.erb",
    `vrrp_instance <%= @n %> {
priority 300
<% if @a -%>
nopreemt
<% else -%>
preempt
<% end -%>
}
`,
    [2, 4],
    [[1, "vrrp_instance web {"], 2, 4, 8],
    [[1, "vrrp_instance db {"], 2, 6, 8],
  ],
  [
    "trims.conf.gotmpl",
    `{{/* vrrp_instance never { priority 300 } */ -}}
{{- define "vip" }}192.0.2.300{{ end -}}
{{ $name := .Name | default "}}" }}
vrrp_instance {{ $name }} {
priority 300
{{- range $i, $vip := .Vips }}
virtual_ipadress {
{{ template "vip" $vip }}
}
{{- else }}
nopreemt
{{- end }}
{{- if eq .State "}}" }}
stat MASTER
{{- else if .Backup }}
stae BACKUP
{{- end }}
{{ with .Auth -}}
advert_int {{ . }}
{{- end }}
}
`,
    [5, 7, 11, 14, 16],
    [[4, "vrrp_instance web {"], 5, 11, 21],
    [[4, "vrrp_instance web {"], 5, 7, [8, "192.0.2.1"], 9, 7, [8, "192.0.2.2"], 9, 14, [19, "advert_int 1"], 21],
    [[4, "vrrp_instance b {"], 5, 7, [8, "192.0.2.1"], 9, 16, 21],
  ],
  [
    "map.yaml",
    `kind: ConfigMap
metadata: { name: {{ include "chart.name" . }} }
data:
  keepalived.conf: |-
    vrrp_instance {{ .Values.name }} {
        priority 300
        {{- if .Values.quiet }}
        nopreemt
        {{- end }}
        virtual_router_id {{ .Values.id | default 7 }}
    }
`,
    [6, 8],
    [
      1,
      [2, "metadata: { name: a }"],
      3,
      4,
      [5, "    vrrp_instance web {"],
      6,
      8,
      [10, "        virtual_router_id 7"],
      11,
    ],
    [1, [2, "metadata: { name: a }"], 3, 4, [5, "    vrrp_instance web {"], 6, [10, "        virtual_router_id 7"], 11],
  ],
  [
    "sections.conf.mustache",
    `{{! vrrp_instance never { priority 300 } }}
{{#instances}}
vrrp_instance {{name}} {
state {{#first}}MASTER{{/first}}{{^first}}BACKUP{{/first}}
priority 300
{{#quiet}}
nopreemt
{{/quiet}}
{{^quiet}}
preemt_delay 5
{{/quiet}}
}
{{/instances}}
`,
    [5, 7, 10],
    [],
    [[3, "vrrp_instance a {"], [4, "state BACKUP"], 5, 7, 12, [3, "vrrp_instance b {"], [4, "state MASTER"], 5, 10, 12],
  ],
  [
    "helpers.conf.hbs",
    `vrrp_instance {{name}} {
priority 300
{{#if (eq state "}}")}}
nopreemt
{{else}}
preemt_delay 5
{{/if}}
{{#each vips}}
virtual_ipadress {
{{this}}
}
{{/each}}
}
`,
    [2, 4, 6, 9],
    [[1, "vrrp_instance a {"], 2, 4, 13],
    [[1, "vrrp_instance a {"], 2, 6, 9, [10, "192.0.2.1"], 11, 13],
  ],
  [
    "web.conf.epp",
    `<%- | String $name, Boolean $quiet | -%>
vrrp_instance <%= $name %> {
priority 300
<% if $quiet { -%>
nopreemt
<% } elsif $name == '%' { -%>
preemt_delay 5
<% } else { -%>
advert_int 0
<% } -%>
<% $vips.each |$vip| { -%>
virtual_ipadress {
<%= $vip %>
}
<% } -%>
}
`,
    [3, 5, 7, 9, 12],
    [[2, "vrrp_instance a {"], 3, 5, 16],
    [[2, "vrrp_instance a {"], 3, 7, 12, [13, "192.0.2.1"], 14, 16],
    [[2, "vrrp_instance a {"], 3, 9, 16],
  ],
  [
    "web.conf.tftpl",
    `vrrp_instance \${name} {
priority 300
%{ if quiet ~}
nopreemt
%{ else ~}
preemt_delay 5
%{ endif ~}
%{ for vip in vips ~}
virtual_ipadress {
\${vip.address}
}
%{ endfor ~}
router_id \${join("}", [name])}
}
`,
    [2, 4, 6, 9],
    [[1, "vrrp_instance a {"], 2, 4, [13, "router_id a"], 14],
    [[1, "vrrp_instance a {"], 2, 6, 9, [10, "192.0.2.1"], 11, [13, "router_id a"], 14],
  ],
  [
    "all.conf.template",
    `@lb1 $PRIORITY=300
vrrp_instance \${NAME:-web} {
interface @INTERFACE@
virtual_router_id %ID%
priority 300
@lb1 nopreemt
authentication {
auth_type <type>
auth_pass #THE_PASS#
}
virtual_ipaddress {
$ADDRESS/24 lable __LABEL__
}
}
`,
    [5, 6, 12],
    [
      1,
      [2, "vrrp_instance a {"],
      [3, "interface eth0"],
      [4, "virtual_router_id 7"],
      5,
      6,
      7,
      [8, "auth_type PASS"],
      [9, "auth_pass k8Gz2pQw"],
      10,
      11,
      [12, "192.0.2.1/24 lable x"],
      13,
      14,
    ],
  ],
];

describe("other languages, with renderings by hand", () => {
  const cases = small.map(([name, template, lines, ...renderings]) => ({ name, template, lines, renderings }));
  test.each(cases)("$name", ({ name, template, lines: expected, renderings }) => {
    const findings = linesOf(template, name);
    const shown = new Set(findings.map(({ line }) => line));
    expect(expected.filter((line) => !shown.has(line))).toEqual([]);
    const lines = template.split("\n");
    for (const rendering of renderings) {
      const text = rendering.map((each) => {
        const [number, line] = typeof each === "number" ? [each, lines[each - 1]!] : each;
        // In the YAML around a literal a number would be a key's.
        return `${line} # @L${number}@`;
      });
      expectIn(`${text.join("\n")}\n`, findings, name.endsWith(".yaml") ? name : "keepalived.conf");
    }
  });
});

/** Each line says which it is, in a comment that is rendered with it. */
const inComment = (line: number) => ` # @L${line}@`;

interface Found {
  readonly rule: string;
  readonly line: number;
}

/** Rule and line of each finding. */
function linesOf(text: string, path: string): readonly Found[] {
  const { diagnostics, failures } = lintFiles({ [path]: text });
  expect(failures).toEqual([]);
  return diagnostics.map(({ rule, place }) => ({ rule, line: text.slice(0, place.start).split("\n").length }));
}

/** Where a rendering has the line of a finding, it has the finding there; of a loop's line, in one of the turns. */
function expectIn(rendering: string, findings: readonly Found[], path = "keepalived.conf"): void {
  const lines = rendering.split("\n");
  const found = new Set(linesOf(rendering, path).map(({ rule, line }) => `${rule} ${line}`));
  for (const { rule, line } of findings) {
    const turns = lines.flatMap((text, index) => (text.includes(`@L${line}@`) ? [index + 1] : []));
    if (turns.length === 0) continue;
    expect(
      turns.map((turn) => found.has(`${rule} ${turn}`)),
      `${rule} of line ${line} in:\n${rendering}`,
    ).toContain(true);
  }
}
