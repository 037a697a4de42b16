import { describe, expect, it } from "vitest";
import { checkProblems, checkProblemsInBoth, checkShape, read } from "./support.js";

/** What is complained of, on which lines: observed on keepalived 2.2.7 and 2.4.3. */
const cascades: Readonly<Record<string, readonly [text: string, expected: readonly string[]]>> = {
  "nothing in an empty file": ["", []],
  "whole blocks on one line": ["global_defs { router_id x } vrrp_script S { script /bin/true }", []],
  "a brace on the next line, after comments": ["global_defs\n\n# why\n{\n  router_id x\n}\n", []],
  "a text glued to a closing brace": ["global_defs {\n}vrrp_script S {\n  script /bin/true\n}\n", []],
  "an unknown keyword alone": ["global_defs {\n  routerid x\n}\n", ["2 unknown-keyword routerid"]],
  "an unknown keyword at the top": ["priority 100\n", ["1 unknown-keyword priority"]],
  "an unknown block in a block closes it": [
    "vrrp_script S {\n  odd {\n    even 1\n  }\n  script /bin/true\n}\n",
    [
      "2 unknown-keyword odd",
      "2 unexpected-open",
      "3 unknown-keyword even",
      "5 unknown-keyword script",
      "6 surplus-close",
    ],
  ],
  "an unknown block at the top": [
    "odd {\n  even {\n    deep\n  }\n}\nglobal_defs {\n}\n",
    [
      "1 unknown-keyword odd",
      "1 unexpected-open",
      "2 unknown-keyword even",
      "2 unexpected-open",
      "3 unknown-keyword deep",
      "4 surplus-close",
      "5 surplus-close",
    ],
  ],
  "braces after a keyword without a block": [
    "vrrp_script S {\n  interval 1 {\n  }\n}\n",
    ["2 unexpected-open", "4 surplus-close"],
  ],
  "a closing brace too many": ["global_defs {\n}\n}\nglobal_defs {\n}\n", ["3 surplus-close"]],
  "an opening brace too many": ["{\nglobal_defs {\n}\n", ["1 unexpected-open", "- missing-close"]],
  "two opening braces": ["global_defs { {\n  router_id x\n}\n", ["1 unexpected-open", "- missing-close"]],
  "no closing brace": ["global_defs {\n  router_id x\n", ["- missing-close"]],
  "no opening brace, the content is read all the same": [
    "global_defs\n  router_id x\n}\n",
    ["2 missing-open", "2 unknown-keyword router_id", "3 surplus-close"],
  ],
  "a brace in a bare word": [
    "global_defs {\n  router_id a{b\n}\n",
    ["2 unexpected-open", "2 unknown-keyword b", "- missing-close"],
  ],
  "braces in a string are text": ['global_defs {\n  router_id "a{b}c"\n}\n', []],
  "a brace in quotes opens a block but is not counted": ['global_defs "{"\n  router_id x\n}\n', ["3 surplus-close"]],
  "single quotes protect no brace": [
    "vrrp_script S {\n  script '/bin/sh -c {a}'\n}\n",
    ["2 unterminated-quote", "2 unexpected-open", "2 unknown-keyword a", "2 unknown-keyword '", "3 surplus-close"],
  ],
  "a block of lines closed inside a line": [
    "vrrp_sync_group G {\n  group {\n    A } smtp_alert\n  }\n}\n",
    ["5 surplus-close"],
  ],
  "surplus words before a block of lines": [
    "static_ipaddress here {\n  10.0.0.1\n}\n",
    ["1 surplus-header-words here"],
  ],
  "a block of lines without its brace: the other processes read it": [
    "static_ipaddress\n  10.0.0.1 dev eth0\n}\n",
    ["2 unknown-keyword 10.0.0.1", "2 missing-open (not said)", "3 surplus-close"],
  ],
  "a second group leaves the enclosing block": [
    "vrrp_sync_group G {\n  group {\n    A\n  }\n  group {\n    B\n  }\n  smtp_alert\n}\n",
    ["8 unknown-keyword smtp_alert", "9 surplus-close"],
  ],
  "an instance without a name is skipped": ["vrrp_instance {\n  odd {\n  }\n}\nodd\n", ["5 unknown-keyword odd"]],
  "an instance with two names is skipped": ["vrrp_instance A B {\n  odd\n}\n", []],
  "a second instance of a name is skipped": ["vrrp_instance A {\n}\nvrrp_instance A {\n  odd\n}\n", []],
  "a virtual server at a bad address is skipped": ["virtual_server web 80 {\n  odd\n}\n", []],
  "a real server at a bad port is skipped": [
    "virtual_server 10.0.0.1 80 {\n  real_server 10.0.0.2 99999 {\n    odd\n  }\n  odd\n}\n",
    ["5 unknown-keyword odd"],
  ],
  "a BFD session with a bad neighbour is skipped": [
    "bfd_instance B {\n  neighbor_ip here\n  odd\n}\n",
    ["3 unknown-keyword odd"],
  ],
  "a condition takes its brace away": [
    "@other vrrp_script S {\n  interval 1\n}\n",
    ["2 unknown-keyword interval", "3 surplus-close"],
  ],
  "a quote that is not closed": ['global_defs {\n  router_id a "b\n}\n', ["2 unterminated-quote"]],
  "an escaped quote ends a word": ['global_defs {\n  router_id a\\"b\n}\n', ["2 unterminated-quote"]],
  "a byte order mark belongs to the first word": [
    "\ufeffglobal_defs {\n  router_id x\n}\n",
    ["1 unknown-keyword \ufeffglobal_defs", "1 unexpected-open", "2 unknown-keyword router_id", "3 surplus-close"],
  ],
  "a no-break space parts no words": ["global_defs {\n  router_id\u00a0x\n}\n", ["2 unknown-keyword router_id\u00a0x"]],
  "a backslash does not continue a line": [
    "global_defs {\n  router_id \\\n  x\n}\n",
    ["2 unknown-keyword router_id\\", "3 unknown-keyword x"],
  ],
};

describe("complaints while reading", () => {
  it.each(Object.entries(cascades))("%s", (_name, [text, expected]) => checkProblemsInBoth(text, expected));
});

describe("causes", () => {
  it("names the unknown block that moved the rest of its enclosing block", () => {
    const { problems } = read("vrrp_script S {\n  odd {\n    even 1\n  }\n  script /bin/true\n}\nfoo\n");
    expect(problems.map(({ line, kind, cause }) => [line, kind, cause?.word?.value])).toEqual([
      [2, "unknown-keyword", undefined],
      [2, "unexpected-open", "odd"],
      [3, "unknown-keyword", "odd"],
      [5, "unknown-keyword", "odd"],
      [6, "surplus-close", "odd"],
      [7, "unknown-keyword", undefined],
    ]);
  });

  it("names the header whose opening brace is missing", () => {
    const { problems } = read("global_defs\n  router_id x\n}\n");
    expect(problems.filter(({ kind }) => kind === "surplus-close").map(({ cause }) => cause?.kind)).toEqual([
      "missing-open",
    ]);
  });
});

describe("the end of the reading", () => {
  it("is a missing argument, after which nothing is said", () => {
    const text = "odd\nglobal_defs {\n  vrrp_version\n  odd\n}\nodd\nvrrp_script S {\n}\n";
    const effective = read(text);
    expect(effective.fatal).toMatchObject({ kind: "missing-argument", line: 3, process: "core" });
    checkProblems(text, [
      "1 unknown-keyword odd",
      "4 unknown-keyword odd (not said)",
      "6 unknown-keyword odd (not said)",
    ]);
    expect(effective.statements.map(({ unread }) => unread)).toEqual([undefined, true]);
  });

  it.each([
    ["a route option without its value", "static_routes {\n  10.0.0.0/8 dev\n}\n", 2],
    ["a rule option without its value", "static_rules {\n  from 10.0.0.0/8 table\n}\n", 2],
    ["a mark without its number", "virtual_server_group G {\n  fwmark\n}\n", 2],
    ["a server group with two names", "virtual_server_group G H {\n  10.0.0.1 80\n}\n", 1],
    ["a server group without its brace", "virtual_server_group G\n  10.0.0.1 80\n}\n", 2],
    ["a virtual server without its mark", "virtual_server fwmark {\n}\n", 1],
    ["a script without its name", "vrrp_script {\n}\n", 1],
  ])("is %s", (_name, text, line) => expect(read(text).fatal?.line).toBe(line));

  it("is not a line that only drops itself", () => {
    expect(read("static_ipaddress {\n  10.0.0.1 dev\n}\n").fatal).toBeUndefined();
  });
});

describe("the effective configuration", () => {
  it("holds each statement once, by the process that owns it, in the order of the file", () => {
    checkShape(
      "vrrp_script S {\n  interval 1\n}\nvirtual_server 10.0.0.1 80 {\n  quorum 2\n}\nglobal_defs {\n  router_id x\n}\nbfd_instance B {\n  neighbor_ip 10.0.0.2\n}\ntrack_file F {\n  file /x\n}\n",
      [
        "vrrp_script S",
        "vrrp_script/interval 1",
        "virtual_server 10.0.0.1 80",
        "virtual_server/quorum 2",
        "global_defs",
        "global_defs/router_id x",
        "bfd_instance B",
        "bfd_instance/neighbor_ip 10.0.0.2",
        "track_file F",
        "track_file/file /x",
      ],
    );
  });

  it("says which blocks are skipped", () => {
    checkShape(
      "vrrp_instance A {\n}\nvrrp_instance A {\n  priority 1\n}\nvrrp_sync_group G {\n  group {\n    A B\n  }\n  group {\n    C\n  }\n}\n",
      [
        "vrrp_instance A",
        "vrrp_instance A [duplicate-name]",
        "vrrp_sync_group G",
        "vrrp_sync_group/group",
        "vrrp_sync_group/group: A B",
        "vrrp_sync_group/group [duplicate-block]",
      ],
    );
  });

  it("knows where a block ends, and where its end is missing", () => {
    const [first, second] = read("global_defs {\n  router_id x\n}\nvrrp_script S {\n  interval 1\n").statements;
    expect(first?.end).toMatchObject({ line: 3, missing: false });
    expect(second?.end).toMatchObject({ line: 5, missing: true });
  });

  it("follows the release: what it does not know yet is unknown, what it still knew is known", () => {
    checkProblems(
      "bfd_instance B {\n  neighbor_ip 10.0.0.2\n}\n",
      ["1 unknown-keyword bfd_instance", "1 unexpected-open", "2 unknown-keyword neighbor_ip", "3 surplus-close"],
      { target: "1.2.2" },
    );
    checkProblems("virtual_server 10.0.0.1 80 {\n  nat_mask 255.255.255.0\n}\n", [], { target: "1.2.2" });
    checkProblems("virtual_server 10.0.0.1 80 {\n  nat_mask 255.255.255.0\n}\n", ["2 unknown-keyword nat_mask"], {
      target: "2.4.3",
    });
  });
});
