import { type Host, memoryHost } from "@kalint/daemon";
import { configurationFinder, lint } from "@kalint/lint";
import { createQueries, hostsOf } from "@kalint/project";
import { documentLinks, openDocument } from "@kalint/service";
import { describe, expect, test } from "vitest";

const clean = `vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 100
    advert_intt 1
    virtual_ipaddress {
        192.0.2.1/24 dev eth0
    }
}
`;

/** A host that counts how often it is asked. */
function counting(host: Host) {
  const asked = { read: 0, list: 0, stat: 0 };
  return {
    asked,
    host: {
      read(path: string) {
        asked.read += 1;
        return host.read(path);
      },
      list(path: string) {
        asked.list += 1;
        return host.list(path);
      },
      stat(path: string) {
        asked.stat += 1;
        return host.stat(path);
      },
    },
  };
}

/** What a run adds to the lines of its files, and what it finds. */
function budgeted(files: Readonly<Record<string, string>>) {
  const { host, asked } = counting(memoryHost(files));
  const queries = createQueries({ host });
  const effective = new Map<string, number>();
  const counted: typeof queries = {
    ...queries,
    effective(options) {
      const read = queries.effective(options);
      effective.set(JSON.stringify(options), read.added + read.lines);
      return read;
    },
  };
  const result = lint({
    paths: Object.keys(files),
    host,
    queries: counted,
    target: "2.4.3",
    only: ["expansion-limit", "unknown-keyword"],
  });
  const found = result.files.flatMap(({ diagnostics }) =>
    diagnostics.map(({ rule, place }) => `${place.file} ${rule}`),
  );
  return { asked, found, lines: [...effective.values()].reduce((sum, each) => sum + each, 0), hosts: effective.size };
}

describe("one budget for a run", () => {
  const ids = (count: number, line: (id: number) => string) =>
    Array.from({ length: count }, (_, id) => line(id)).join("");

  test("60 config-ids that each repeat a line 200,000 times: one finding with a place, and the other file's results", () => {
    const { found, lines } = budgeted({
      "a.conf": ids(60, (id) => `@id${id} ~SEQ(I,1,200000) virtual_server 10.0.0.1 $I\n`),
      "b.conf": clean,
    });
    expect(found.filter((each) => each.includes("expansion-limit"))).toEqual(["a.conf expansion-limit"]);
    expect(found).toContain("b.conf unknown-keyword");
    expect(lines).toBeLessThan(150_000);
  });

  test("a config-id that is asked for is read in every file, though others have used up the budget", () => {
    const host = memoryHost({
      "a.conf": ids(60, (id) => `@id${id} ~SEQ(I,1,200000) virtual_server 10.0.0.1 $I\n`),
      "b.conf": clean,
    });
    const queries = createQueries({ host });
    hostsOf({ paths: ["a.conf"], host, queries, target: "2.4.3" });
    expect(queries.isSpent()).toBe(true);
    const asked = hostsOf({ paths: ["a.conf", "b.conf"], host, queries, target: "2.4.3", configId: "lb1" });
    expect(asked.map(({ path }) => path)).toEqual(["a.conf", "b.conf"]);
  });

  test("400 config-ids of ordinary hosts are all looked at", () => {
    const host = memoryHost({ "a.conf": ids(400, (id) => `@id${id} router_id x${id}\n`) + clean });
    const queries = createQueries({ host });
    expect(hostsOf({ paths: ["a.conf"], host, queries, target: "2.4.3" })).toHaveLength(401);
    expect(queries.isSpent()).toBe(false);
  });

  test("config-ids that make a long file be read again and again", () => {
    const long = `global_defs {\n${"    vrrp_version 3\n".repeat(4000)}}\n`;
    const { found, lines } = budgeted({
      "a.conf": ids(300, (id) => `@id${id} router_id x${id}\n`) + long,
      "b.conf": clean,
    });
    expect(found.filter((each) => each.includes("expansion-limit"))).toEqual(["a.conf expansion-limit"]);
    expect(found).toContain("b.conf unknown-keyword");
    expect(lines).toBeLessThan(250_000);
  });

  test("repetitions in repetitions, definitions in definitions", () => {
    const definitions = Array.from({ length: 20 }, (_, at) => `$D${at + 1}=\\\n$D${at}\\\n$D${at}\n`).join("");
    for (const text of ["~SEQ(I,1,1000) ~SEQ(J,1,1000) ~SEQ(K,1,1000) word\n", `$D0=word\n${definitions}\n$D20\n`]) {
      const { found, lines } = budgeted({ "a.conf": text, "b.conf": clean });
      expect(found.filter((each) => each.includes("expansion-limit"))).toEqual(["a.conf expansion-limit"]);
      expect(found).toContain("b.conf unknown-keyword");
      expect(lines).toBeLessThan(200_000);
    }
  });

  test("1,000 files that each include all of them", () => {
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`k${at}.conf`, "include *.conf\n"]));
    const { found, asked } = budgeted({ ...files, "z/b.conf": clean });
    expect(found.filter((each) => each.includes("expansion-limit"))).toHaveLength(1);
    expect(found).toContain("z/b.conf unknown-keyword");
    expect(asked.read + asked.list + asked.stat).toBeLessThan(500_000);
  });

  test("a pattern over a tree without end", () => {
    const endless: Host = {
      read: (path) => (path === "a.conf" ? `include */*/*/*/*/*\n${clean}` : ""),
      list: () => Array.from({ length: 100 }, (_, at) => `n${at}`),
      stat: () => ({ kind: "directory", executable: false }),
    };
    const { host, asked } = counting(endless);
    const { files } = lint({ paths: ["a.conf"], host, target: "2.4.3", only: ["expansion-limit", "unknown-keyword"] });
    expect(files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toEqual([
      "expansion-limit",
      "unknown-keyword",
    ]);
    expect(asked.list + asked.stat).toBeLessThan(250_000);
  });

  test.each([
    ["alternatives", `include ${"{a,b}".repeat(20)}\n`, 5000],
    ["alternatives of several lines", `include ${"{a,b}".repeat(20)}\n`.repeat(500), 30_000],
  ])("links of %s", (_, text, most) => {
    const { host, asked } = counting(memoryHost({ "a.conf": text }));
    expect(documentLinks(openDocument(text, "a.conf", { host, target: "2.4.3" }))).toEqual([]);
    expect(asked.list + asked.stat).toBeLessThan(most);
  });

  test("alternatives of 500 lines, each with names of its own", () => {
    const text = Array.from({ length: 500 }, (_, at) => `include x${at}${"{a,b}".repeat(20)}\n`).join("");
    const { found, asked } = budgeted({ "a.conf": text, "b.conf": clean });
    expect(found.filter((each) => each.includes("expansion-limit"))).toEqual(["a.conf expansion-limit"]);
    expect(found).toContain("b.conf unknown-keyword");
    expect(asked.list + asked.stat).toBeLessThan(500_000);
  });

  test("included files of many megabytes", () => {
    const long = `# ${"x".repeat(900)}\n`.repeat(9000);
    const text = "include long0.txt\ninclude long1.txt\n";
    const files = { "a.conf": text, "b.conf": clean, "long0.txt": long, "long1.txt": long };
    const { files: linted } = lint({
      paths: ["a.conf", "b.conf"],
      host: memoryHost(files),
      target: "2.4.3",
      only: ["expansion-limit", "unknown-keyword"],
    });
    expect(
      linted.flatMap(({ diagnostics }) => diagnostics.map(({ rule, place }) => [rule, place.file, place.start])),
    ).toEqual([
      ["expansion-limit", "a.conf", text.indexOf("long1.txt")],
      ["unknown-keyword", "b.conf", clean.indexOf("advert_intt")],
    ]);
  });

  test("more main files than can be read in one run: what was read counts", () => {
    const files = Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}.conf`, clean]));
    const host = memoryHost(files);
    const queries = createQueries({ host, mostCharacters: 2 * clean.length });
    const request = {
      paths: Object.keys(files),
      host,
      queries,
      target: "2.4.3",
      only: ["expansion-limit", "unknown-keyword"],
    } as const;
    const found = () =>
      lint(request).files.flatMap(({ diagnostics }) =>
        diagnostics.map(({ place, message }) => `${place.file} ${message}`),
      );
    expect(found()).toMatchObject(
      [/^a.conf unknown keyword/, /^b.conf unknown keyword/, /^c.conf this file and 2 more are not read/].map((each) =>
        expect.stringMatching(each),
      ),
    );
    queries.startRun();
    expect(found()).toHaveLength(3);
  });

  test("a run counts by itself", () => {
    const host = memoryHost({ "a.conf": "~SEQ(I,1,200000) word\n", "b.conf": "~SEQ(I,1,100) word\n" });
    const queries = createQueries({ host });
    const cut = (path: string) => queries.effective({ path, target: "2.4.3" }).isCut === true;
    expect([cut("a.conf"), cut("b.conf")]).toEqual([true, true]);
    queries.startRun();
    expect([cut("b.conf"), cut("a.conf")]).toEqual([false, true]);
  });
});

describe("configurations that extend others", () => {
  const finderOf = (files: Readonly<Record<string, string>>) => {
    const { host, asked } = counting(memoryHost(files));
    return { asked, of: () => configurationFinder({ host }).of("/site/keepalived.conf") };
  };

  test("are each read once, however many ways lead to them", async () => {
    const names = Array.from({ length: 8 }, (_, at) => `/site/e${at}.json`);
    const files = Object.fromEntries(
      names.map((path, at) => [path, JSON.stringify({ extends: names.slice(at + 1).flatMap((each) => [each, each]) })]),
    );
    const { asked, of } = finderOf({ ...files, "/site/kalint.json": JSON.stringify({ extends: names }) });
    await of();
    expect(asked.read).toBe(9);
  });

  test("are too many from 200 on", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`/site/e${at}.json`, JSON.stringify({ extends: `./e${at + 1}.json` })]),
    );
    const { of } = finderOf({ ...files, "/site/kalint.json": JSON.stringify({ extends: "./e0.json" }) });
    await expect(of()).rejects.toThrow("more than 200 files are extended");
  });
});

test("the many renderings of one template take nothing from the findings of others", () => {
  const arm = (index: number) =>
    `{% if check.kind == ${index} %}\nTCP_CHECK {\n    connect_port {{ check.port }}\n    {% if check.retry %}\n    retry {{ check.retry }}\n    {% endif %}\n}\n{% endif %}\n`;
  const parts = Array.from({ length: 60 }, (_, index) => arm(index)).join("");
  const others = { "b/keepalived.conf.j2": clean.replace("VI_1", "{{ name }}"), "c/keepalived.conf": clean };
  const files = { "a/checks.j2": parts, ...others };
  const found = lint({ paths: Object.keys(files), host: memoryHost(files, true), target: "2.4.3" }).files;
  expect(found.map(({ path, diagnostics }) => [path, diagnostics.map(({ rule }) => rule)])).toEqual([
    ["a/checks.j2", []],
    ["b/keepalived.conf.j2", ["unknown-keyword"]],
    ["c/keepalived.conf", ["unknown-keyword"]],
  ]);
});
