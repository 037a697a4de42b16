import { configIdsOf, memoryHost } from "@kalint/daemon";
import { describe, expect, it } from "vitest";
import { checkProblems, checkProblemsInBoth, checkShape, problemsOf, read, routerId, shapeOf } from "./support.js";

const inGlobal = (line: string): string => `global_defs {\n${line}\n}\n`;

/** `router_id …` and the words behind it, as the parent reads them (once). */
const texts: readonly (readonly [line: string, words: string])[] = [
  ["router_id a#b", "a"],
  ["router_id a!b", "a"],
  ['router_id "a#b!c"', "a#b!c"],
  ["router_id 'a#b'", "'a"],
  ["router_id a\\#b", "a#b"],
  ["router_id a\\!b # c", "a!b"],
  ["router_id a // b ; c", "a|//|b|;|c"],
  ['router_id "a b"', "a b"],
  ['router_id a"b"', "a|b"],
  ['router_id "a"b', "a|b"],
  ['router_id ""', ""],
  ['"router_id" a', "a"],
  ["\trouter_id\t a \t", "a"],
  ["router_id\va\fb\rc", "a|b|c"],
  ["router_id a\r", "a"],
  ["router_id a \\", "a\\"],
];

describe("comments, quotes and blanks", () => {
  it.each(texts)("%j", (line, words) => expect(routerId(inGlobal(line))).toBe(words));

  it("reads what is outside the global block twice, so that an escaped comment sign does not survive", () => {
    checkShape("vrrp_script S {\n  user a\\#b\n}\n", ["vrrp_script S", "vrrp_script/user a"]);
    checkShape('vrrp_script S {\n  user "a#b"\n}\n', ["vrrp_script S", "vrrp_script/user a#b"]);
  });

  it("keeps a backslash at the end of a comment before 2.4.0", () => {
    expect(routerId(inGlobal("router_id a # b \\"), { target: "2.2.7" })).toBe("a\\");
    expect(routerId(inGlobal("router_id a # b \\"), { target: "2.4.3" })).toBe("a");
  });
});

describe("long lines and NUL", () => {
  const line = (bytes: number): string => `global_defs {\n  router_id ${"x".repeat(bytes - 12)}\n}\n`;

  it("takes 1022 bytes and the line end", () => {
    checkProblemsInBoth(line(1022), []);
    checkProblems(line(1023), ["1 line-too-long (not said)"], { target: "2.2.7" });
    checkProblems(line(1023), ["1 line-too-long"], { target: "2.4.3" });
  });

  it("drops the first 1023 bytes of a longer one, and counts a line more from there", () => {
    checkProblems(`${line(1100)}odd\n`, [
      "1 line-too-long",
      `3 unknown-keyword ${"x".repeat(77)}`,
      "5 unknown-keyword odd",
    ]);
  });

  it("cuts it into lines before 2.4.0", () => {
    expect(problemsOf(read(line(1100), { target: "2.2.7" }))).toContain(`2 unknown-keyword ${"x".repeat(77)}`);
  });

  it("counts bytes, not characters", () => {
    checkProblems(`global_defs {\n  router_id ${"é".repeat(505)}\n}\n`, []);
    checkProblems(`global_defs {\n  router_id ${"é".repeat(506)}\n}\n`, ["1 line-too-long", "3 unknown-keyword é"]);
  });

  it("reports a NUL and drops its line; older releases lose the rest of it in silence", () => {
    checkProblems("global_defs {\n  router_id a\0b\n}\n", ["1 embedded-nul"]);
    expect(routerId("global_defs {\n  router_id a\0b\n}\n", { target: "2.2.7" })).toBe("a");
  });
});

describe("conditions", () => {
  it.each([
    ["@here router_id x", "x"],
    ["@there router_id x", undefined],
    ["@^here router_id x", undefined],
    ["@^there router_id x", "x"],
    ["@HERE router_id x", undefined],
    ["@here\trouter_id x", "x"],
    ["@here", undefined],
    ["@ here router_id x", undefined],
    ['@"here" router_id x', undefined],
  ])("%j on the host `here`", (line, words) => expect(routerId(inGlobal(line), { configId: "here" })).toBe(words));

  it("stand once on a line", () =>
    checkProblemsInBoth(inGlobal("@here @here router_id x"), ["2 unknown-keyword @here"], { configId: "here" }));

  it("work after a brace", () =>
    expect(routerId("global_defs { @here router_id x\n}", { configId: "here" })).toBe("x"));

  it("are words in releases that have none", () =>
    checkProblems("@here global_defs\n", ["1 unknown-keyword @here"], { target: "1.2.2" }));

  it("name the ids of a file and of what it includes", () => {
    const host = memoryHost({
      "main.conf":
        "@lb1 include one.conf\n# @no comment { @no x\n@lb2 $X=1\nglobal_defs { @^lb3 router_id x\n @lb4\n}\n",
      "one.conf": "@lb5 $X=2\n",
    });
    expect(configIdsOf({ path: "main.conf", host })).toEqual(["lb1", "lb2", "lb3", "lb5"]);
  });
});

const definitions: readonly (readonly [text: string, words: string | undefined])[] = [
  ["$X=9\nglobal_defs {\nrouter_id $X\n}", "9"],
  ["$X=9\nglobal_defs {\nrouter_id a${X}b\n}", "a9b"],
  ["$X=9\nglobal_defs {\nrouter_id $Xb\n}", "$Xb"],
  ["$X=9\nglobal_defs {\nrouter_id $X.1\n}", "$X.1"],
  ["$X=9\nglobal_defs {\nrouter_id $X,1\n}", "9,1"],
  ['$X=9\nglobal_defs {\nrouter_id "$X"\n}', "$X"],
  ['$X=9\nglobal_defs {\nrouter_id "${X}"\n}', "9"],
  ["$X=  9  \nglobal_defs {\nrouter_id a${X}b\n}", "a9b"],
  ["global_defs {\nrouter_id $X\n}\n$X=9", "$X"],
  ["$A=$B\n$B=9\nglobal_defs {\nrouter_id $A\n}", "9"],
  ["$X=8\n$X=9\nglobal_defs {\nrouter_id $X\n}", "9"],
  ["$L=router_id 9\nglobal_defs {\n$L\n}", "9"],
  ["$X=9#8\nglobal_defs {\nrouter_id $X\n}", "9"],
  ["$X=\nglobal_defs {\nrouter_id a${X}b\n}", "ab"],
  ["$X=9\nglobal_defs {\nrouter_id $$X\n}", "$9"],
  ["$X=9\nglobal_defs {\nrouter_id \\$X\n}", "\\9"],
  ["$B={ router_id 9 }\nglobal_defs $B", "9"],
  ["$M=\\\nrouter_id 9 \\\nglobal_defs\n$M\n", undefined],
  ["global_defs {\nrouter_id ${_INSTANCE}\n}", "here"],
  ["global_defs {\nrouter_id ${_PWD}\n}", "/etc/keepalived"],
  ["global_defs {\nrouter_id ${_RANDOM 7 9}\n}", "7"],
  ['global_defs {\nrouter_id "a${_HASH}b${_BANG}"\n}', "a#b!"],
  ["global_defs {\nrouter_id a${_HASH}b\n}", "a"],
  ["$_PWD=9\nglobal_defs {\nrouter_id $_PWD\n}", "9"],
  ["global_defs {\nrouter_id $(id)\n}", "$(id)"],
];

describe("definitions", () => {
  it.each(definitions)("%j", (text, words) => expect(routerId(text, { configId: "here" })).toBe(words));

  it("of several lines become several lines, where the reference ends its line", () => {
    const text = "$M=\\\n  router_id a \\\n  smtp_helo_name b\nglobal_defs {\n  $M\n}\n";
    checkShape(text, ["global_defs", "global_defs/router_id a", "global_defs/smtp_helo_name b"]);
    checkProblemsInBoth("$M=router_id a\\\n  smtp_helo_name b\nglobal_defs {\n  $M x\n}\n", ["4 unknown-keyword $M"]);
    checkShape("$M=a\\\n  smtp_helo_name b\nglobal_defs {\n  router_id $M\n}\n", [
      "global_defs",
      "global_defs/router_id a",
      "global_defs/smtp_helo_name b",
    ]);
  });

  it("may hold one another, the inner one read first", () => {
    const text = "$I=\\\n  interval 1 \\\n  weight 2\n$M=\\\n  vrrp_script S { \\\n  $I \\\n  rise 3 \\\n  }\n$M\n";
    checkShape(text, ["vrrp_script S", "vrrp_script/interval 1", "vrrp_script/weight 2", "vrrp_script/rise 3"]);
  });

  it("may not become a condition or a repetition since 2.4.0", () => {
    const text = "$L=~SEQ(i, 8, 9) router_id $i\nglobal_defs {\n  $L\n}\n";
    checkProblems(text, [], { target: "2.2.7" });
    checkProblems(text, ["3 unknown-keyword ~SEQ(i,"], { target: "2.4.3" });
  });

  it("that lead back to themselves over several lines stop with a problem", () => {
    const kinds = (text: string) => [...new Set(read(text).problems.map(({ kind }) => kind))];
    expect(kinds("$M=\\\n  odd \\\n  $M \\\n  odd\n$M\n")).toContain("expansion-limit");
    expect(kinds("$M=\\\n  odd \\\n  $M\n$M\n")).toContain("expansion-limit");
    expect(kinds("$M=\\\n  odd \\\n  $N\n$N=\\\n  odd \\\n  $M\n$M\n")).toContain("expansion-limit");
    expect(kinds("$M=\\\n  odd \\\n  even\n$M\n$M\n")).toEqual(["unknown-keyword"]);
  });

  it("are listed with their places", () => {
    const text = "$A=1\nglobal_defs {\n  $B=x \\\n  y\n}\n";
    expect(
      read(text).definitions.map(({ name, place, multiline }) => [name, text.slice(place.start, place.end), multiline]),
    ).toEqual([
      ["A", "$A=1", false],
      ["B", "$B=x \\", true],
    ]);
  });

  it("that never end stop with a problem", () => {
    checkProblems("$A=$B\n$B=$A\nglobal_defs {\n  $A\n}\n", ["4 expansion-limit (not said)", "4 unknown-keyword $A"]);
  });
});

const repetitions: readonly (readonly [line: string, values: readonly string[]])[] = [
  ["~SEQ(i, 8, 10) $i", ["8", "9", "10"]],
  ["~SEQ(i, 2) $i", ["1", "2"]],
  ["~SEQ(i, -2) $i", ["-1", "-2"]],
  ["~SEQ(i, 0) $i", ["1", "0"]],
  ["~SEQ(i, 3, 1) $i", ["3", "2", "1"]],
  ["~SEQ(i, 5, 2, 9) $i", ["5", "7", "9"]],
  ["~SEQ(i, 7, -2, 4) $i", ["7", "5"]],
  ["~SEQ(i, 0x8, 011) $i", ["8", "9"]],
  ["~SEQx(i, 10, 11) $i", ["a", "b"]],
  ["~SEQ(i\t,\t8\t,\t2\t,\t10\t) $i", ["8", "10"]],
  ["~SEQ(i,8 ,9 ) $i", ["8", "9"]],
  ["~SEQ(i, 8, 9) ~SEQ(j, 1, 2) ${i}${j}", ["81", "82", "91", "92"]],
  ["~LST(v, 8, a) $v", ["8", "a"]],
  ["~LST({k,v}, {a,1}, {b}) ${k}${v}", ["a1", "b"]],
];

describe("repetitions", () => {
  it.each(repetitions)("%j", (line, values) => {
    const lines = shapeOf(read(`static_ipaddress {\n  ${line.replace(/ (\$\S*)$/, " 10.0.0.1 $1")}\n}\n`)).slice(1);
    expect(lines).toEqual(values.map((value) => `static_ipaddress: 10.0.0.1 ${value}`));
  });

  it("repeat a whole definition", () => {
    checkShape("$M=\\\n  10.0.$i.1 \\\n  10.0.${i}.2\nstatic_ipaddress {\n  ~SEQ(i, 1, 2) $M\n}\n", [
      "static_ipaddress",
      "static_ipaddress: 10.0.$i.1",
      "static_ipaddress: 10.0.1.2",
      "static_ipaddress: 10.0.$i.1",
      "static_ipaddress: 10.0.2.2",
    ]);
  });

  it.each([
    "~SEQ(i, 7, 0, 9) a",
    "~SEQ(i, 8 a",
    "~SEQ(i, 1, 2, 3, 4) a",
    "~SEQ(i, 1; 2) a",
    "~SEQ(i, 1 x) a",
    "~SEQ(, 2) a",
    "~SEQx(i, -2, 1) a",
    "~LST({k,v}, {a,8,9}) a",
    "~LST(v) a",
  ])("%j is refused", (line) => checkProblemsInBoth(inGlobal(line), ["2 bad-repetition"]));

  it("have their sign at the start of the line and their own names", () => {
    checkProblemsInBoth(inGlobal("~FOO x"), ["2 unknown-keyword ~FOO"]);
    expect(routerId(inGlobal("router_id ~SEQ(i, 1, 2)"))).toBe("~SEQ(i,|1,|2)");
  });

  it("end at a limit", () => {
    const { problems } = read("~SEQ(i, 1, 2000) ~SEQ(j, 1, 2000) odd $i$j\n");
    expect(problems.map(({ kind }) => kind)).toEqual(["unknown-keyword", "expansion-limit"]);
  });
});

describe("releases before the newest", () => {
  it("read every file once for each process before 2.2.0, so that an escape holds", () => {
    checkShape("vrrp_script S {\n  user a\\#b\n}\n", ["vrrp_script S", "vrrp_script/user a#b"], { target: "2.1.5" });
    checkShape("vrrp_script S {\n  user a\\#b\n}\n", ["vrrp_script S", "vrrp_script/user a"], { target: "2.2.0" });
  });

  it("keep a comment sign that a definition brings in before 2.1.4", () => {
    const text = "global_defs {\n  router_id a${_HASH}b\n}\n";
    expect(routerId(text, { target: "2.1.4" })).toBe("a");
    expect(routerId('$X="a#b"\nglobal_defs {\n  router_id x${X}\n}\n', { target: "2.1.3" })).toBe("x|a#b");
  });

  it("say nothing of braces before 2.0.8, of odd quotes before 2.0.9, of surplus header words before 2.1.0", () => {
    checkProblems("global_defs {\n", ["1 missing-close (not said)"], { target: "2.0.7" });
    checkProblems("global_defs {\n", ["1 missing-close"], { target: "2.0.8" });
    checkProblems("global_defs {\n router_id x", ["1 missing-close"], { target: "2.0.20" });
    checkProblems("global_defs {\n router_id x\n\n", ["3 missing-close"], { target: "2.0.20" });
    checkProblems("global_defs {\n", ["- missing-close"], { target: "2.1.4" });
    checkProblems("static_ipaddress here {\n}\n", ["1 surplus-header-words here (not said)"], { target: "2.0.20" });
    checkProblems("static_ipaddress here {\n}\n", ["1 surplus-header-words here"], { target: "2.1.0" });
  });

  it("count a last line without its end from 2.2.0 on, where children read a copy", () => {
    checkProblems("global_defs {\n}\n}", ["2 surplus-close"], { target: "2.1.5" });
    checkProblems("global_defs {\n}\n}", ["3 surplus-close"], { target: "2.2.0" });
    checkProblems("global_defs {\n}\n}\n", ["3 surplus-close"], { target: "2.1.5" });
  });

  it("know no checked includes before 2.2.0, and only log what happens to the others", () => {
    checkProblems("include none.conf\n", ["1 include-missing (not said)"], { target: "2.1.5" });
    checkProblems("includer none.conf\n", ["1 unknown-keyword includer"], { target: "2.1.5" });
  });
});
