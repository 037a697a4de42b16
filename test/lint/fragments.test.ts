import { memoryHost } from "@kalint/daemon";
import { type Diagnostic, lint, rules } from "@kalint/lint";
import { newestVersion, vocabulary } from "@kalint/schema";
import { parse } from "@kalint/syntax";
import { describe, expect, test } from "vitest";

/** Findings as `rule: line that it is on`, sorted. */
function found(files: Readonly<Record<string, string>>, paths: readonly string[], fragmentOf?: string): string[] {
  const result = lint({
    paths,
    host: memoryHost(files, true),
    target: newestVersion,
    ...(fragmentOf !== undefined && { fragmentOf: (path: string) => (path === paths[0] ? fragmentOf : undefined) }),
  });
  expect(result.failures).toEqual([]);
  return result.files.flatMap(({ path, diagnostics }) => diagnostics.map((each) => lineOf(files[path]!, each))).sort();
}

function lineOf(text: string, { rule, place, severity }: Diagnostic): string {
  const start = text.lastIndexOf("\n", place.start - 1) + 1;
  return `${severity} ${rule}: ${text.slice(start).split("\n")[0]!.trim()}`;
}

describe("an included fragment has the findings that its lines have in their block", () => {
  // A template is read as one where it is asked for, not where others include it.
  const texts = rules.flatMap(({ id, scope, bad }) =>
    scope === "host" && id !== "unrendered-template"
      ? bad.flatMap(({ files }, index) =>
          typeof files === "string" && !/include/.test(files) ? [[`${id} ${index}`, files] as const] : [],
        )
      : [],
  );
  test("there are such texts", () => expect(texts.length).toBeGreaterThan(150));

  test.each(texts)("%s", (_, text) => {
    const whole = found({ "keepalived.conf": text }, ["keepalived.conf"]);
    for (const [main, part] of cuts(text)) {
      const files = { "keepalived.conf": main, "parts/part.conf": part };
      expect(found(files, ["parts/part.conf", "keepalived.conf"]), main).toEqual(whole);
    }
  });
});

const inside = `state BACKUP
interface eth0
virtual_router_id 51
priority 300
authentication {
    auth_type PASS
    auth_pass k8Gz2pQw
}
`;

describe("a fragment that nobody is seen to include", () => {
  const note = (line: string) => `info unknown-keyword: ${line}`;
  const notes = [
    "auth_pass k8Gz2pQw",
    "auth_type PASS",
    "authentication {",
    "interface eth0",
    "priority 300",
    "state BACKUP",
    "virtual_router_id 51",
  ].map(note);
  const braces = ["info unbalanced-brace: }", "info unexpected-brace: authentication {"];

  test("is read in the block that its lines fit, and what keepalived says of it alone is one note", () => {
    const files = { "parts/inside.conf": inside };
    expect(found(files, ["parts/inside.conf"])).toEqual(
      ["error invalid-argument: priority 300", ...braces, ...notes].sort(),
    );
    const { diagnostics } = lint({ paths: Object.keys(files), host: memoryHost(files), target: newestVersion })
      .files[0]!;
    const shown = diagnostics.filter(({ causedBy }) => causedBy === undefined);
    expect(shown.map(({ message, daemon }) => [message, daemon])).toEqual([
      ['unknown keyword "state" at the top level: the file is checked as a part of vrrp_instance', true],
      ['priority takes a whole number from 1 to 255, not "300"', undefined],
    ]);
  });

  const withoutNotes = (text: string, name = "part.conf", fragmentOf?: string) =>
    found({ [name]: text }, [name], fragmentOf).filter((each) => !each.startsWith("info "));

  test.each([
    [
      "a slip in a keyword",
      "sate BACKUP\ninterface eth0\npriority 100\nadvert_int 1\n",
      ["error unknown-keyword: sate BACKUP"],
    ],
    [
      "a real server",
      "weight -5\nTCP_CHECK {\n    connect_timeot 3\n}\n",
      ["error invalid-argument: weight -5", "error unknown-keyword: connect_timeot 3"],
    ],
    [
      "lines that fit several blocks",
      "connect_timeout x\nconnect_port 80\n",
      ["error invalid-argument: connect_timeout x"],
    ],
    [
      "addresses",
      "192.0.2.1/24\n192.0.2.2/24 dev eth0\n192.0.2.2/33 dev eth0\n",
      ["error invalid-argument: 192.0.2.2/33 dev eth0"],
    ],
    ["entries of a virtual server group", "192.0.2.1 80\n192.0.2.2 80\n", []],
    ["nothing but comments", "# nothing yet\n", []],
    [
      "a suppression that counts in the main file",
      "priority 100 # kalint-disable-line unequal-priority\nstate BACKUP\n",
      [],
    ],
    ["references and definitions", "$ID=7\nvirtual_router_id $ID\nstate BACKUP\ntrack_script {\n    chk\n}\n", []],
    [
      "a template",
      "{% if quiet %}\nnopreempt\n{% endif %}\npriority {{ priority }}\nadvert_int x\n",
      ["error invalid-argument: advert_int x"],
      "part.conf.j2",
    ],
    [
      "a template whose parts are for one block, with names that are blocks of the top elsewhere",
      "{% if file %}\nFILE_CHECK {\n    track_file {{ file }}\n    {% if w %}\n    weight {{ w }}\n    {% endif %}\n}\n{% else %}\nTCP_CHECK {\n    connect_timeot 3\n}\n{% endif %}\n",
      ["error unknown-keyword: connect_timeot 3"],
      "checks.j2",
    ],
  ] as const)("%s", (_, text, expected, name?: string) => {
    expect(withoutNotes(text, name)).toEqual(expected);
  });

  test("is what keepalived makes of it under the name of a main file, as one error", () => {
    const files = { "keepalived.conf": inside };
    const { diagnostics } = lint({ paths: Object.keys(files), host: memoryHost(files), target: newestVersion })
      .files[0]!;
    const shown = diagnostics.filter(({ causedBy }) => causedBy === undefined);
    expect(shown.map(({ rule, severity, place }) => [rule, severity, place.start])).toEqual([
      ["unknown-keyword", "error", 0],
    ]);
  });

  test.each([
    ["a misspelled block", "vrrp_instnce web {\n    state BACKUP\n}\n"],
    ["half of a block", "priority 100\n}\n"],
    ["lines of two blocks", "priority 100\nlb_algo rr\n"],
    ["a root keyword behind them", "priority 100\nstatic_ipaddress {\n    192.0.2.1/24 dev eth0\n}\n"],
  ])("is no fragment: %s", (_, text) => {
    expect(withoutNotes(text)).not.toEqual([]);
  });

  test("is a part of what the project says", () => {
    const half = "priority 300\n}\n";
    expect(found({ "half.conf": half }, ["half.conf"], "vrrp_instance")).toEqual([
      "error invalid-argument: priority 300",
    ]);
    expect(found({ "a.conf": "connect_timeout 3\npath /\n" }, ["a.conf"], "HTTP_GET")).toEqual([
      "error unknown-keyword: path /",
    ]);
    expect(found({ "a.conf": "192.0.2.1/33\n" }, ["a.conf"], "vrrp_instance/virtual_ipaddress")).toEqual([
      "error invalid-argument: 192.0.2.1/33",
    ]);
    expect(withoutNotes(inside, "a.conf", "none")).toContain("error unknown-keyword: state BACKUP");
  });
});

describe("a whole instance whose scripts and settings are elsewhere", () => {
  const instance = `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 300
    track_script {
        chk
    }
    virtual_ipaddress {
        192.0.2.1
    }
    notify "/usr/local/bin/changed.sh"
}
`;
  const line = ["error invalid-argument: priority 300"];
  const all = ["error invalid-argument: priority 300", "error undefined-reference: chk"];
  const globals = "global_defs {\n    router_id lb1\n}\n";
  const template = instance.replace("eth0", "{{ interface }}");

  test.each([
    ["beside others, which a main file includes", "conf.d/web.conf", instance, line],
    ["for all of a host", "lb1/web.conf", instance, all],
    ["for all of a host, by its settings", "hosts.d/lb1.conf", globals + instance, all],
    ["for all of a host, by its name", "hosts.d/keepalived.conf", instance, all],
    ["of a template, which is rendered beside others", "templates/web.conf.j2", template, line],
    ["of a template for all of a host, by its settings", "templates/web.conf.j2", globals + template, all],
    ["of a template for all of a host, by its name", "templates/keepalived.conf.j2", template, all],
  ])("%s", (_, path, text, expected) => {
    expect(found({ [path]: text }, [path])).toEqual(expected);
  });
});

/** The text with the inside of each of its blocks in a file of its own. */
function cuts(text: string): readonly (readonly [string, string])[] {
  const { file } = parse(text, vocabulary);
  return file.items.flatMap((item) => {
    if (item.kind !== "statement" || item.block?.close === undefined) return [];
    const { open, close } = item.block;
    const inside = text.slice(open.end, close.start);
    if (!inside.includes("\n")) return [];
    return [[`${text.slice(0, open.end)}\n    include parts/part.conf\n${text.slice(close.start)}`, inside] as const];
  });
}
