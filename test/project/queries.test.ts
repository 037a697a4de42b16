import { memoryHost } from "@kalint/daemon";
import { complaintsInSteps, lint } from "@kalint/lint";
import { createQueries, toEnd, type Work } from "@kalint/project";
import { newestVersion } from "@kalint/schema";
import { describe, expect, test } from "vitest";

/** Files that can be edited, and what one lint run after the other works out of them. */
function project(files: Record<string, string>, paths = Object.keys(files)) {
  const work: Work[] = [];
  const rules: string[] = [];
  const host = memoryHost(files);
  const queries = createQueries({ host, onWork: (each) => work.push(each) });
  return {
    files,
    run(more: Partial<Parameters<typeof lint>[0]> = {}) {
      work.length = 0;
      rules.length = 0;
      const onRun = (rule: string, subject: string) => rules.push(`${rule} ${subject}`);
      const request = { paths, host, target: newestVersion, ...more };
      const result = lint({ ...request, queries, onRun });
      expect(result).toEqual(lint({ ...request, host: memoryHost({ ...files }) }));
      const count = (kind: Work["kind"]) => work.filter((each) => each.kind === kind).length;
      return {
        result,
        evaluations: count("evaluate"),
        lines: count("lines"),
        bindings: count("bind"),
        parses: count("parse"),
        rules: [...new Set(rules.map((each) => each.slice(0, each.indexOf(" "))))].sort(),
        /** The hosts and clusters that some rule looked at. */
        looked: [...new Set(rules.map((each) => each.slice(each.indexOf(" ") + 1)))].sort(),
      };
    },
  };
}

/** Host `n` of pair `pair`: two hosts of one cluster. */
function hostFile(pair: number, n: number): string {
  return `vrrp_instance VI_${pair} {
    interface eth0
    state BACKUP
    virtual_router_id ${pair}
    priority ${100 + n}
    virtual_ipaddress {
        192.0.2.${pair}
    }
}
`;
}

function fivePairs(): Record<string, string> {
  const hosts = [1, 2, 3, 4, 5].flatMap((pair) =>
    [1, 2].map((n) => [`/site/pair${pair}/lb${n}/keepalived.conf`, hostFile(pair, n)] as const),
  );
  return Object.fromEntries(hosts);
}

const edited = "/site/pair3/lb2/keepalived.conf";

describe("ten hosts", () => {
  test("are evaluated once each, and not at all where nothing changed", () => {
    const ten = project(fivePairs());
    expect(ten.run()).toMatchObject({ evaluations: 10, bindings: 10 });
    expect(ten.run()).toMatchObject({ evaluations: 0, bindings: 0, parses: 0, looked: [] });
  });

  test("one edit: one evaluation, and rules look at that host and its cluster alone", () => {
    const ten = project(fivePairs());
    ten.run();
    ten.files[edited] = hostFile(3, 2).replace("priority 102", "priority 101");
    const { looked, result, ...counts } = ten.run();
    expect(counts).toMatchObject({ evaluations: 1, bindings: 1 });
    expect(looked).toEqual(["all clusters", "pair3", "pair3/lb2"]);
    expect(result.files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toContain("equal-priority");
  });

  test("an edit that is taken back leaves the other hosts as they are", () => {
    const ten = project(fivePairs());
    ten.run();
    ten.files[edited] = "";
    ten.run();
    ten.files[edited] = hostFile(3, 2);
    expect(ten.run()).toMatchObject({ evaluations: 1, bindings: 1 });
  });

  test("other options of one rule: that rule looks again, and nothing is read again", () => {
    const ten = project(fivePairs());
    ten.run();
    const strict = { options: () => ({ "many-virtual-addresses": { maximum: 1 } }) };
    expect(ten.run(strict)).toMatchObject({ evaluations: 0, bindings: 0, rules: ["many-virtual-addresses"] });
  });

  test("another target: everything is read again", () => {
    const ten = project(fivePairs());
    ten.run();
    expect(ten.run({ target: "2.0.20" })).toMatchObject({ evaluations: 10 });
    expect(ten.run()).toMatchObject({ evaluations: 0, bindings: 0 });
  });
});

test("an included file is one dependency of each host that reads it", () => {
  const shared = "virtual_ipaddress {\n    192.0.2.1\n}\n";
  const host = (n: number) => hostFile(1, n).replace(/virtual_ipaddress \{[^}]*\}/, "include ../shared.conf");
  const two = project(
    {
      "/site/lb1/keepalived.conf": host(1),
      "/site/lb2/keepalived.conf": host(2),
      "/site/lb3/keepalived.conf": hostFile(9, 3),
      "/site/shared.conf": shared,
    },
    ["/site/lb1/keepalived.conf", "/site/lb2/keepalived.conf", "/site/lb3/keepalived.conf"],
  );
  two.run();
  two.files["/site/shared.conf"] = shared.replace("192.0.2.1", "192.0.2.7");
  expect(two.run()).toMatchObject({ evaluations: 2 });
});

test("a file that an include pattern newly matches counts", () => {
  const files: Record<string, string> = {
    "/site/keepalived.conf": "include conf.d/*.conf\n",
    "/site/conf.d/a.conf": hostFile(1, 1),
  };
  const work: Work[] = [];
  let host = memoryHost(files);
  const live = {
    read: (path: string) => host.read(path),
    stat: (path: string) => host.stat(path),
    list: (path: string) => host.list(path),
  };
  const queries = createQueries({ host: live, onWork: (each) => work.push(each) });
  const read = () => queries.effective({ path: "/site/keepalived.conf", target: newestVersion });
  expect(read().files).toHaveLength(2);
  host = memoryHost({ ...files, "/site/conf.d/b.conf": hostFile(2, 1) });
  expect(read().files).toHaveLength(3);
  expect(read().files).toHaveLength(3);
  expect(work.filter(({ kind }) => kind === "evaluate")).toHaveLength(2);
});

test("a file with two @ids is evaluated once for each host, and parsed at most once", () => {
  const text = `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    @lb1 priority 150
    @lb2 priority 100
    virtual_ipaddress {
        192.0.2.1
    }
}
`;
  const one = project({ "/site/keepalived.conf": text });
  // lb1, lb2, and the host that no line names.
  const { evaluations, lines, bindings, parses } = one.run();
  expect({ evaluations, lines, bindings }).toEqual({ evaluations: 3, lines: 3, bindings: 3 });
  expect(parses).toBeLessThanOrEqual(1);
});

test("an edit in one of 50 blocks reads and parses that block, and takes over the others", () => {
  const path = "/site/keepalived.conf";
  const blocks = Array.from({ length: 50 }, (_, n) => hostFile(n + 1, n));
  const files = { [path]: blocks.join("") };
  const work: Work[] = [];
  const queries = createQueries({ host: memoryHost(files), onWork: (each) => work.push(each) });
  const read = () => {
    work.length = 0;
    const effective = queries.effective({ path, target: newestVersion });
    return { statements: effective.statements, items: effective.files[0]!.tree.file.items, work: [...work] };
  };
  const before = read();
  expect(before.work.map(({ kind }) => kind)).toEqual(["evaluate", "lines", "parse"]);
  files[path] = blocks.with(20, blocks[20]!.replace("BACKUP", "MASTER")).join("");
  const after = read();
  // A block is read as 11 lines, each brace as one.
  expect(after.work.find(({ kind }) => kind === "reread")).toEqual({ kind: "reread", path, lines: 11 });
  // The others have not moved, as the new text is as long.
  expect(after.statements.filter((each) => before.statements.includes(each))).toHaveLength(49);
  expect(after.items.filter((each) => before.items.includes(each))).toHaveLength(49);
});

describe("a template", () => {
  const template = "/site/web/keepalived.conf.j2";
  const plain = "/site/other/keepalived.conf";
  const text = `include ../common.conf
vrrp_instance VI_1 {
{% if first %}
    state MASTER
{% else %}
    state BACKUP
{% endif %}
    interface eth0
    virtual_router_id $ID
    prioritie 100
}
{% for name in names %}
vrrp_script {{ name }} {
    script "/usr/bin/true"
}
{% endfor %}
`;
  const ofTemplate = (path = template) =>
    project({ "/site/common.conf": "$ID=51\n", [path]: text, [plain]: hostFile(1, 1) }, [path, plain]);
  const found = (all: ReturnType<ReturnType<typeof ofTemplate>["run"]>, path: string) =>
    all.result.files
      .filter((file) => file.path === path)
      .flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));

  test("is read in its renderings once, and not where another file changes", () => {
    const { files, run } = ofTemplate();
    const first = run();
    expect(first.evaluations).toBeGreaterThan(4);
    expect(found(first, template)).toContain("unknown-keyword");
    expect(run()).toMatchObject({ evaluations: 0, bindings: 0, looked: [] });
    files[plain] += "\n";
    expect(run()).toMatchObject({ evaluations: 1 });
  });

  test("is read again where a file changes that it includes", () => {
    const { files, run } = ofTemplate();
    const first = run();
    files["/site/common.conf"] += "x y\n";
    const second = run();
    expect(second.evaluations).toBe(first.evaluations - 1);
    expect(found(second, "/site/common.conf")).toEqual(["unknown-keyword"]);
    files["/site/common.conf"] = "";
    const third = run();
    expect(third.evaluations).toBe(first.evaluations - 1);
    expect(found(third, template)).not.toEqual(found(first, template));
  });

  test.each<[string, Parameters<ReturnType<typeof ofTemplate>["run"]>[0]]>([
    ["another target", { target: "2.0.20" }],
    ["a target for the file", { buildOf: () => ({ target: "2.0.20" }) }],
    ["less to list", { mostFindings: 2 }],
    ["fewer rules", { severities: { "unknown-keyword": "off" } }],
    ["options", { options: () => ({ "risky-interface": { names: ["eth"] } }) }],
    ["facts of the host", { facts: { interfaces: ["eth1"] } }],
  ])("is looked at again under %s", (_, more) => {
    const { run } = ofTemplate();
    run();
    expect(run(more).evaluations).toBeGreaterThan(0);
    expect(run(more).evaluations).toBe(0);
  });
});

test("what keepalived says of main files that read some of the files is asked of these alone", () => {
  const files: Record<string, string> = {
    "a.conf": "include part.conf\nbad_a\n",
    "b.conf": "include part.conf\ninclude other.conf\n",
    "c.conf": "bad_c\n",
    "part.conf": "bad_part\n",
    "other.conf": "bad_other\n",
  };
  const host = memoryHost(files);
  const work: Work[] = [];
  const queries = createQueries({ host, onWork: (each) => work.push(each) });
  const request = { paths: ["a.conf", "b.conf", "c.conf", "part.conf"], host, target: newestVersion, queries };
  const shown = (mains?: ReadonlySet<string>) =>
    toEnd(complaintsInSteps(request, mains)).map(
      ({ place }) => `${place.file}: ${files[place.file]?.slice(place.start, place.end)}`,
    );
  expect(shown().sort()).toEqual(["a.conf: bad_a", "c.conf: bad_c", "other.conf: bad_other", "part.conf: bad_part"]);
  const mains = queries.readTogether(new Set(["part.conf"]));
  expect([...mains].sort()).toEqual(["a.conf", "b.conf", "other.conf", "part.conf"]);
  expect([...queries.readTogether(new Set(["c.conf"]))]).toEqual(["c.conf"]);
  files["part.conf"] = "bad_new\n";
  files["c.conf"] = "worse_c\n";
  work.length = 0;
  expect(shown(mains).sort()).toEqual(["a.conf: bad_a", "other.conf: bad_other", "part.conf: bad_new"]);
  expect([...new Set(work.map(({ path }) => path))].sort()).toEqual(["a.conf", "b.conf", "part.conf"]);
});
