import { describe, expect, it } from "vitest";
import { checkProblemsInBoth, checkShape, problemsOf, read, routerId } from "./support.js";

const files = {
  "a.conf": "router_id a\n",
  "b.conf": "smtp_helo_name b\n",
  ".hidden.conf": "odd\n",
  "sub/c.conf": "include d.conf\n",
  "sub/d.conf": "router_id d\n",
  "open.conf": "global_defs {\n",
  "self.conf": "include self.conf\nodd\n",
};

describe("includes", () => {
  it.each([
    ["include a.conf", ["global_defs", "global_defs/router_id a"]],
    ["include [ab].conf", ["global_defs", "global_defs/router_id a", "global_defs/smtp_helo_name b"]],
    ["include {b,a}.conf", ["global_defs", "global_defs/smtp_helo_name b", "global_defs/router_id a"]],
    ["include ?.conf # both", ["global_defs", "global_defs/router_id a", "global_defs/smtp_helo_name b"]],
    ["include s*/c.conf", ["global_defs", "global_defs/router_id d"]],
    ["include /etc/keepalived/a.conf", ["global_defs", "global_defs/router_id a"]],
    ["$F=a.conf\ninclude $F", ["global_defs", "global_defs/router_id a"]],
    ["@here include a.conf", ["global_defs", "global_defs/router_id a"]],
    ["@there include a.conf", ["global_defs"]],
  ])("%j", (line, shape) => checkShape(`global_defs {\n${line}\n}\n`, shape, { files, configId: "here" }));

  it("may stand behind a brace, and may not end in one", () => {
    expect(routerId("global_defs { include a.conf\n}", { files })).toBe("a");
    checkProblemsInBoth("global_defs { include a.conf }\n", ["1 include-missing", "- missing-close"], { files });
  });

  it("may open a block that is closed outside", () => {
    checkShape("include open.conf\n  router_id x\n}\n", ["global_defs", "global_defs/router_id x"], { files });
  });

  it("are read again by every child where they do not start their line", () => {
    const instance = { "v.conf": "vrrp_instance A {\n}\n" };
    checkShape("include v.conf\n", ["vrrp_instance A"], { files: instance });
    checkShape("@^x include v.conf\n", ["vrrp_instance A", "vrrp_instance A [duplicate-name]"], { files: instance });
  });

  it.each([
    ["include none.conf", ["1 include-missing"], undefined],
    ["includem none.conf", ["1 include-missing"], "include"],
    ["includer none.conf", ["1 include-missing"], undefined],
    ["include none*.conf", ["1 include-empty (not said)"], undefined],
    ["includew none*.conf", ["1 include-empty"], "include"],
    ["include none/*.conf", ["1 include-missing"], undefined],
    ["includeb {a,none}.conf", ["1 include-missing"], "include"],
    ["include sub", ["1 include-not-readable"], undefined],
    ["includer sub", ["1 include-not-readable"], "include"],
    ['include "a.conf"', ["1 include-missing"], undefined],
    ["include a.conf b.conf", ["1 include-missing"], undefined],
    ["include", ["1 unknown-keyword include"], undefined],
    ["includez a.conf", ["1 unknown-keyword includez"], undefined],
    ["INCLUDE a.conf", ["1 unknown-keyword INCLUDE"], undefined],
    ["global_defs { include_check +match }\ninclude none.conf", ["2 include-missing"], "include"],
    ["include_check\ninclude none.conf", ["1 unknown-keyword include_check", "2 include-missing"], undefined],
  ])("%j complains of %j", (line, expected, fatal) => {
    const effective = read(`${line}\n`, { files });
    expect(problemsOf(effective)).toEqual(expected);
    expect(effective.fatal?.kind).toBe(fatal);
  });

  it("skip executable files", () => {
    checkProblemsInBoth("include a.conf\n", ["1 include-not-readable"], { files, executable: ["a.conf"] });
  });

  it("of oneself end", () =>
    checkProblemsInBoth("include self.conf\n", ["self.conf:1 include-cycle", "self.conf:2 unknown-keyword odd"], {
      files,
    }));

  it("without end cost little", () => {
    const tree = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`f${n}.conf`, `include f${n + 1}.conf\n`.repeat(2)]),
    );
    expect(problemsOf(read("include f0.conf\n", { files: { ...tree, "f30.conf": "" } }))).toContainEqual(
      expect.stringContaining("expansion-limit"),
    );
  });

  it("say where each statement comes from", () => {
    const [statement] = read("include sub/c.conf\n", {
      files: { ...files, "sub/d.conf": "vrrp_script S {\n}\n" },
    }).statements;
    expect(statement?.place.file).toBe("/etc/keepalived/sub/d.conf");
    expect(statement?.expansions.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "include /etc/keepalived/sub/c.conf",
      "include /etc/keepalived/sub/d.conf",
    ]);
  });
});
