import {
  type Argument,
  allKeywords,
  dependsOnBuild,
  isRouteType,
  type Keyword,
  keywordAt,
  knownIn,
  rootBlockNames,
  usageOf,
  usageOfValue,
  usualValuesOf,
  type Version,
  vocabulary,
  wordNamed,
  wordsOf,
} from "@kalint/schema";
import { describe, expect, test } from "vitest";

const argumentOf = (path: string): Argument => keywordAt(path)!.arguments[0]!;
const valuesOf = (argument: Argument) => wordsOf(argument).map(({ value }) => value);

test("what depends on the build and the machine: what is looked up there, and what a library decides about", () => {
  const paths = allKeywords.filter(dependsOnBuild).map(({ path }) => path);
  expect(paths).toContain("global_defs/iproute_usr_dir");
  expect(paths).toContain("virtual_server/persistence_engine");
  expect(paths).toContain("global_defs/lvs_netlink_monitor_rcv_bufs_force");
  expect(paths).toContain("global_defs/nftables");
  expect(paths).toContain("virtual_server/real_server/snmp_name");
  expect(paths).toContain("global_defs/enable_dbus");
  // A feature alone is not enough, and a name alone is not, either.
  expect(paths).not.toContain("vrrp_instance/use_vmac");
  expect(paths).not.toContain("global_defs/router_id");
  expect(paths).toHaveLength(36);
  const keyword = keywordAt("vrrp_instance/priority")!;
  expect(dependsOnBuild({ ...keyword, features: ["lvs", "dbus"] } as Keyword)).toBe(true);
  expect(dependsOnBuild({ ...keyword, features: ["lvs"] } as Keyword)).toBe(false);
});

test("the things of a list that a release knows, worked out once for each list and release", () => {
  const list = [{ since: "1.1.0" }, { since: "2.3.0" }, { since: "1.1.0", removed: "2.0.0" }, {}] as const;
  const inRelease = (target: Version) => knownIn(list, target).map((one) => list.indexOf(one as never));
  expect(inRelease("2.2.7")).toEqual([0, 3]);
  expect(inRelease("2.3.0")).toEqual([0, 1, 3]);
  expect(inRelease("1.4.0")).toEqual([0, 2, 3]);
  expect(inRelease("1.0.0")).toEqual([3]);
  expect(knownIn(list, "2.2.7")).toBe(knownIn(list, "2.2.7"));
  expect(knownIn([...list], "2.2.7")).not.toBe(knownIn(list, "2.2.7"));
});

describe("words of arguments", () => {
  test.each<[string, Argument, readonly string[]]>([
    ["a literal", { name: "x", type: "literal", value: "fwmark" }, ["fwmark"]],
    ["a truth value", { name: "x", type: "bool" }, ["true", "on", "yes", "false", "off", "no"]],
    ["an enumeration", argumentOf("vrrp_instance/state"), ["MASTER", "BACKUP"]],
    ["a number has none", argumentOf("vrrp_instance/priority"), []],
  ])("%s", (_name, argument, words) => {
    expect(valuesOf(argument)).toEqual(words);
  });

  const signed: Argument = {
    name: "x",
    type: "enum",
    values: [{ value: "read" }],
    caseSensitive: true,
    prefixes: ["+", "-"],
  };
  const anyCase: Argument = { name: "x", type: "enum", values: [{ value: "Read" }], caseSensitive: false };
  test.each<[string, Argument, string, string | undefined]>([
    ["as it is", signed, "read", "read"],
    ["with a sign", signed, "+read", "read"],
    ["with the other sign", signed, "-read", "read"],
    ["with one that it has not", signed, "*read", undefined],
    ["in another case", signed, "READ", undefined],
    ["in another case, where that is allowed", anyCase, "rEAD", "Read"],
    ["with a sign, where it has none", anyCase, "+Read", undefined],
    ["a part of it", anyCase, "Rea", undefined],
    ["a truth value, in lower case only", { name: "x", type: "bool" }, "Yes", undefined],
    ["a truth value", { name: "x", type: "bool" }, "yes", "yes"],
  ])("a word %s", (_name, argument, word, named) => {
    expect(wordNamed(argument, word)?.value).toBe(named);
  });
});

test.each([
  ["unicast", true],
  ["blackhole", true],
  ["Unicast", false],
  ["0", true],
  ["255", true],
  ["256", false],
  ["0xff", true],
  ["0x100", false],
  ["0XA", true],
  ["-1", false],
  ["1a", false],
  ["a1", false],
  ["", false],
])("%j is a type of route: %s", (word, is) => {
  expect(isRouteType(word)).toBe(is);
});

test("blocks at the top, and what may hold what", () => {
  expect(rootBlockNames.has("vrrp_instance")).toBe(true);
  expect(rootBlockNames.has("static_ipaddress")).toBe(true);
  expect(rootBlockNames.has("priority")).toBe(false);
  expect(rootBlockNames.has("use_pid_dir")).toBe(false);
  expect([...vocabulary.parents.get("vrrp_instance")!]).toEqual([""]);
  expect([...vocabulary.parents.get("real_server")!]).toEqual(["virtual_server"]);
  expect([...vocabulary.parents.get("track_script")!].toSorted()).toEqual(["vrrp_instance", "vrrp_sync_group"]);
});

test("how often people write something", () => {
  expect(usageOf("vrrp_instance/priority")).toBeGreaterThan(usageOf("vrrp_instance/nopreempt"));
  // Nobody who was counted has it there: similar blocks decide, after all that somebody has.
  const rare = usageOf("virtual_server/real_server/SMTP_CHECK/connect_timeout");
  expect(rare).toBeGreaterThan(0);
  expect(rare).toBeLessThan(usageOf("virtual_server/real_server/TCP_CHECK/connect_timeout"));
  expect(usageOf("vrrp_instance/no_such_keyword")).toBe(0);
  expect(usageOfValue("vrrp_instance/state", "MASTER")).toBeGreaterThan(usageOfValue("vrrp_instance/state", "BACKUP"));
  expect(usageOfValue("vrrp_instance/state", "OTHER")).toBe(0);
  // Both names of a keyword count.
  expect(usageOfValue("virtual_server/lvs_sched", "rr")).toBe(usageOfValue("virtual_server/lb_algo", "rr"));
  expect(usageOfValue("virtual_server/lvs_sched", "rr")).toBeGreaterThan(0);
  expect(usualValuesOf("virtual_server/lvs_sched")).toEqual(usualValuesOf("virtual_server/lb_algo"));
  expect(usualValuesOf("virtual_server/delay_loop").length).toBeGreaterThan(0);
  // Timeouts are alike in all checks, ports belong to the service.
  expect(usualValuesOf("virtual_server/real_server/SMTP_CHECK/connect_timeout")).toEqual(
    usualValuesOf("virtual_server/real_server/TCP_CHECK/connect_timeout"),
  );
  expect(usualValuesOf("virtual_server/real_server/SMTP_CHECK/connect_port")).toEqual([]);
});
