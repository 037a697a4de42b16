import {
  argumentIn,
  arrivalOf,
  compareVersions,
  isKnownIn,
  keywordAt,
  keywordIn,
  lineGrammars,
  newestVersion,
  nextVersion,
  optionIn,
  orNewer,
  parseVersion,
  releaseName,
  switchesOf,
  type Version,
} from "@kalint/schema";
import { expect, test } from "vitest";

test("what is in no release yet is called so", () => {
  expect([releaseName("2.3.0"), releaseName(nextVersion)]).toEqual(["2.3.0", "next"]);
  expect(arrivalOf("2.3.0")).toBe("it came with 2.3.0");
  expect(arrivalOf(nextVersion)).toBe("it is in no release yet (`next`)");
  expect(orNewer("2.3.0")).toBe("keepalived 2.3.0 or newer");
  expect(orNewer(nextVersion)).toBe(`a release after ${newestVersion}`);
});

test.each([
  ["2.2.7", "2.2.7"],
  ["v2.4.3", "2.4.3"],
  ["2.3", "2.3.0"],
  [" 1.2.24 ", "1.2.24"],
  ["02.02.07", "2.2.7"],
])("reads the version %j", (text, version) => {
  expect(parseVersion(text)).toBe(version);
});

test.each(["", "2", "2.2.7-1", "2.2.x", "latest", "2.2.7.1", "-2.2.7", "2..7"])("refuses the version %j", (text) => {
  expect(parseVersion(text)).toBeUndefined();
});

test.each<[Version, Version, number]>([
  ["2.2.7", "2.2.7", 0],
  ["2.2.7", "2.2.10", -1],
  ["2.10.0", "2.9.9", 1],
  ["1.4.5", "2.0.0", -1],
])("compares %s with %s", (a, b, expected) => {
  expect(Math.sign(compareVersions(a, b))).toBe(expected);
  expect(Math.sign(compareVersions(b, a))).toBe(expected === 0 ? 0 : -expected);
});

test("knows a thing from its first release on, up to the one that dropped it", () => {
  const lifetime = { since: "1.1.8", removed: "1.2.20" } as const;
  expect(["1.1.7", "1.1.8", "1.2.19", "1.2.20"].map((target) => isKnownIn(lifetime, target as Version))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isKnownIn({ since: "2.4.4" }, "2.4.3")).toBe(false);
});

test("takes a keyword as the target release took it", () => {
  const strict = keywordAt("global_defs/vrrp_strict")!;
  expect(keywordIn(strict, "2.2.7")).toMatchObject({ kind: "flag", arguments: [], path: strict.path });
  expect(keywordIn(strict, "2.4.3")).toBe(strict);
  const virtualHost = keywordAt("virtual_server/virtualhost")!;
  expect(keywordIn(virtualHost, "2.2.7").repetition).toBe("last-wins");
  expect(keywordIn(virtualHost, "2.2.8").repetition).toBe("last-wins-reported");
});

test("takes an argument as the target release took it", () => {
  const [seconds] = keywordAt("vrrp_script/interval")!.arguments;
  expect(argumentIn(seconds!, "2.2.7")).toMatchObject({ type: "uint", min: 0, max: 4294 });
  expect(argumentIn(seconds!, "2.3.2")).toMatchObject({ type: "decimal", maxDecimals: 3 });
  const [interval] = keywordAt("garp_group/garp_interval")!.arguments;
  expect(argumentIn(interval!, "2.2.7")).toMatchObject({ type: "decimal", max: 2147.483647 });
});

test.each([
  ["2.0.20", false],
  ["2.1.0", true],
  ["2.2.4", true],
  ["2.2.5", false],
  ["2.2.7", false],
  ["2.2.8", true],
] as const)("knows a difference that went and came again: %s", (target, on) => {
  expect(switchesOf(target).unicastWithoutInterface).toBe(on);
});

test("takes an option as the target release took it", () => {
  const rtt = lineGrammars.ip_route!.options.find((option) => option.name === "rtt")!;
  expect(optionIn(rtt, "2.2.7").badValue).toBe("logged");
  expect(optionIn(rtt, "2.2.8")).toBe(rtt);
});

test("reads text as the target release reads it", () => {
  expect(switchesOf("2.3.4").cutsLongLines).toBe(true);
  expect(switchesOf("2.4.0").cutsLongLines).toBe(false);
});
