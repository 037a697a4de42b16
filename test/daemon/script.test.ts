import { splitScript, statementsOf } from "@kalint/daemon";
import type { Version } from "@kalint/schema";
import { describe, expect, it } from "vitest";
import { read } from "./support.js";

function split(line: string, target: Version = "2.4.3"): string {
  const keyword = line.split(/\s/)[0];
  const statement = [...statementsOf(read(`vrrp_script S {\n${line}\n}\n`, { target }))].find(
    (candidate) => candidate.keyword.name === keyword,
  );
  const result = splitScript(statement!, target);
  return result.kind === "script"
    ? [...result.command, ...result.words.slice(2).map(({ value }) => `+${value}`)].join("|")
    : result.kind;
}

describe("script lines", () => {
  it.each([
    ["script /bin/x", "/bin/x"],
    ['script "/bin/x a b"', "/bin/x|a|b"],
    ["script '/bin/x a b'", "/bin/x|a|b"],
    ["script '/bin/x \"a b\"' root", "/bin/x|a b|+root"],
    ['script "/bin/x a" root wheel', "/bin/x|a|+root|+wheel"],
    ["script /bin/x a b", "/bin/x|+a|+b"],
    ["script /bin/'x y'z", "/bin/x|yz"],
    ["script '/bin/x a\\x41\\101\\tb'", "/bin/x|aAA\tb"],
    ["script '/bin/x a\\ b'", "/bin/x|a b"],
    ["script '/bin/x a", "unterminated-quote"],
    ["script /bin/x\\", "dangling-escape"],
  ])("%j", (line, expected) => expect(split(line)).toBe(expected));

  it("take escapes in the first split before 2.3.2", () => {
    expect(split('script "/bin/x \\"a b\\""', "2.4.3")).toBe('/bin/x|"a|b"');
    expect(split('script "/bin/x \\"a b\\""', "2.2.7")).toBe("/bin/x|a b");
    expect(split("script '/bin/x a\\\\ b'", "2.4.3")).toBe("/bin/x|a\\|b");
    expect(split("script '/bin/x a\\\\ b'", "2.2.7")).toBe("/bin/x|a b");
  });
});
