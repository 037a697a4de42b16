import { memoryHost } from "@kalint/daemon";
import { type LintRequest, lint } from "@kalint/lint";
import { describe, expect, test } from "vitest";

const instance = (lines: readonly string[], more = "priority 100") =>
  `vrrp_instance web {\n    state BACKUP\n    interface eth0\n    virtual_router_id 27\n    ${more}\n${lines.map((line) => `${line}\n`).join("")}    virtual_ipaddress {\n        192.0.2.10/24\n    }\n}\n`;

function run(files: Readonly<Record<string, string>>, request: Partial<LintRequest> = {}) {
  return lint({ paths: Object.keys(files), host: memoryHost(files), target: "2.4.3", ...request });
}

const found = (result: ReturnType<typeof run>) =>
  result.files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(({ rule, configIds, daemon }) => ({ path, rule, configIds, claimed: daemon !== undefined })),
  );

describe("config-ids", () => {
  test("what holds under every id is one diagnostic that names them all", () => {
    const text = instance(["@lb1 notify_stop x", "    advert_int 0"], "@lb1 priority 100\n@lb2 priority 90");
    const only = ["invalid-argument"];
    expect(found(run({ "a.conf": text }, { only }))).toEqual([
      { path: "a.conf", rule: "invalid-argument", configIds: ["lb1", "lb2"], claimed: true },
    ]);
  });

  test("what holds under one id names it, and claims nothing of a run without -i", () => {
    const text = instance([], "@lb1 priority 300\n@lb2 priority 90");
    expect(found(run({ "a.conf": text }, { only: ["invalid-argument"] }))).toEqual([
      { path: "a.conf", rule: "invalid-argument", configIds: ["lb1"], claimed: false },
    ]);
  });

  test("an id that was asked for is the only host, and -t is then run with it", () => {
    const text = instance([], "@lb1 priority 300\n@lb2 priority 400");
    expect(found(run({ "a.conf": text }, { only: ["invalid-argument"], configId: "lb1" }))).toEqual([
      { path: "a.conf", rule: "invalid-argument", configIds: ["lb1"], claimed: true },
    ]);
  });

  test("a host that no line names is unlikely where it would lack what the others have", () => {
    const text = instance([], "@lb1 priority 150\n@lb2 priority 90").replace(
      "    virtual_router_id 27\n",
      "@lb1 virtual_router_id 27\n@lb2 virtual_router_id 27\n",
    );
    const [diagnostic, ...others] = run({ "a.conf": text }).files[0]!.diagnostics;
    expect(diagnostic).toMatchObject({
      rule: "missing-keyword",
      severity: "info",
      message: "vrrp_instance web has no virtual_router_id, on a host that is none of lb1 and lb2",
      configIds: [],
    });
    expect(others).toEqual([]);
  });

  test("and is none where a value is only defined under conditions, or a block is opened so", () => {
    const defined = `@lb1 $PRIORITY=150\n@lb2 $PRIORITY=90\n${instance([], "priority $PRIORITY")}`;
    expect(found(run({ "a.conf": defined }))).toEqual([]);
    const opened = instance([], "@lb1 priority 150\n@lb2 priority 90").replace(
      "vrrp_instance web {",
      "@lb1 vrrp_instance web {\n@lb2 vrrp_instance www {",
    );
    expect(found(run({ "a.conf": opened }))).toEqual([]);
  });

  test("and is one where the named hosts only differ in a value", () => {
    const text = instance([], "@lb1 priority 150\n@^lb1 priority 300");
    expect(found(run({ "a.conf": text }, { only: ["invalid-argument"] }))).toEqual([
      { path: "a.conf", rule: "invalid-argument", configIds: [], claimed: true },
    ]);
  });
});

describe("fixes under config-ids", () => {
  const safe = (text: string) =>
    run({ "a.conf": text }, { only: ["duplicate-unicast-peer"] }).files.flatMap(({ diagnostics }) =>
      diagnostics.flatMap(({ fixes = [] }) => fixes.map((fix) => fix.safe)),
    );
  const peers = (...lines: readonly string[]) => instance(["    unicast_peer {", ...lines, "    }"]);

  test("a line that is too much for one host alone is not safe to take away", () => {
    expect(safe(peers("@lb1 192.0.2.2", "192.0.2.2"))).toEqual([false]);
  });

  test("what all hosts agree on, or only one reads, is safe", () => {
    expect(safe(peers("@lb1 192.0.2.3", "192.0.2.2", "192.0.2.2"))).toEqual([true]);
    expect(safe(peers("192.0.2.2", "@lb1 192.0.2.2"))).toEqual([true]);
  });

  test("hosts that include one file must agree too", () => {
    const files = {
      "lb1.conf": instance(["    include common.inc"]),
      "lb2.conf": "global_defs {\n    include common.inc\n}\n",
      "common.inc": "advert_it 1\n",
    };
    const { files: found } = run(files, { paths: ["lb1.conf", "lb2.conf"], only: ["unknown-keyword"] });
    const fixes = found.flatMap(({ diagnostics }) => diagnostics.flatMap((each) => each.fixes ?? []));
    expect(fixes.map((fix) => fix.safe)).toEqual([false]);
  });
});

describe("files", () => {
  test("a problem in an included file is reported there, once for all that include it", () => {
    const files = {
      "lb1.conf": `include common.conf\n${instance([], "priority 150")}`,
      "lb2.conf": `include common.conf\n${instance([])}`,
      "common.conf": "global_defs {\n    vrrp_version 4\n}\n",
    };
    expect(found(run(files))).toEqual([
      { path: "common.conf", rule: "invalid-argument", configIds: [], claimed: true },
    ]);
  });

  test("every file asked for has an entry; what cannot be read has none", () => {
    const result = run({ "b.conf": "", "a.conf": "" }, { paths: ["b.conf", "missing.conf", "a.conf"] });
    expect(result.files).toEqual([
      { path: "a.conf", diagnostics: [] },
      { path: "b.conf", diagnostics: [] },
    ]);
  });

  test("a neighbour lends its facts, and its own faults stay untold", () => {
    const files = { "lb1.conf": instance([]), "lb2.conf": instance(["    priotiry 3"]) };
    const result = run(files, { paths: ["lb1.conf"], neighbours: ["lb2.conf"] });
    expect(found(result).map(({ rule }) => rule)).toEqual(["equal-priority"]);
  });

  test("diagnostics stand in the order of the text", () => {
    const text = instance(["    advert_int 0", "    priotiry 3"], "priority 300");
    const { diagnostics } = run({ "a.conf": text }).files[0]!;
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["invalid-argument", "invalid-argument", "unknown-keyword"]);
    expect(run({ "a.conf": text })).toEqual(run({ "a.conf": text }));
  });
});

describe("selection", () => {
  const text = instance(["    priotiry 3"], "priority 300");

  test("rules can be off, or have another severity", () => {
    const { diagnostics } = run(
      { "a.conf": text },
      { severities: { "invalid-argument": "off", "unknown-keyword": "info" } },
    ).files[0]!;
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([["unknown-keyword", "info"]]);
  });

  test("only some of them can run, by id or category", () => {
    expect(found(run({ "a.conf": text }, { only: ["unknown-keyword"] }))).toHaveLength(1);
    expect(found(run({ "a.conf": text }, { only: ["daemon"] }))).toHaveLength(2);
    expect(found(run({ "a.conf": text }, { only: ["cluster"] }))).toEqual([]);
  });

  test("releases from before -t claim nothing", () => {
    const claims = (target: LintRequest["target"]) =>
      found(run({ "a.conf": text }, { target })).map(({ claimed }) => claimed);
    expect(claims("2.0.4")).toEqual([true, true]);
    expect(claims("2.0.3")).toEqual([false, false]);
  });
});

describe("claims where VRRP is refused", () => {
  // Its addresses are read as interfaces of the open block, and an instance without addresses ends VRRP.
  const refused =
    instance([]).replace("web", "other") + instance(["    track_interface {", "        eth1"]).replace("27", "28");

  test("what is wrong with the text is complained of when it has been read", () => {
    const claims = found(run({ "keepalived.conf": refused }, { target: "2.2.7" }));
    expect(claims).toContainEqual(expect.objectContaining({ rule: "unbalanced-brace", claimed: true }));
  });
});

describe("placeholders", () => {
  const part = instance([], "priority ${PRIORITY}").replace("eth0", "${DEVICE}").replace("192.0.2.10/24", "${ADDRESS}");
  const main = "$PRIORITY=100\n$DEVICE=eth0\n$ADDRESS=192.0.2.10/24\ninclude part.conf\n";

  test("a file of names that nothing defines is a template", () => {
    expect(found(run({ "part.conf": part }))).toEqual([
      { path: "part.conf", rule: "unrendered-template", configIds: [], claimed: false },
    ]);
  });

  test("beside a file that includes others its names may be defined there", () => {
    expect(found(run({ "keepalived.conf": main, "part.conf": part }))).toEqual([]);
  });
});

test("of one rule as much is listed as is asked for, and the last of it says that there is more", () => {
  const text = Array.from({ length: 5 }, (_, at) => `odd${at} 5\n`).join("") + instance(["    advert_int 0"]);
  const { files, failures } = run(
    { "a.conf": text },
    { mostFindings: 3, only: ["unknown-keyword", "invalid-argument"] },
  );
  expect(failures).toEqual([]);
  expect(files[0]!.diagnostics.map(({ rule, message }) => [rule, / \(and more: .*/.exec(message)?.[0]])).toEqual([
    ["unknown-keyword", undefined],
    ["unknown-keyword", undefined],
    ["unknown-keyword", " (and more: the first 3 of its kind are listed)"],
    ["invalid-argument", undefined],
  ]);
});
