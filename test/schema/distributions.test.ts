import { distributions, features, nextVersion, releaseSeries, releases, resolveTarget } from "@kalint/schema";
import { expect, test } from "vitest";

test.each([
  ["2.2.7", "2.2.7", undefined],
  ["v2.4.3", "2.4.3", undefined],
  ["debian-12", "2.2.7", "debian-12"],
  ["Debian 12", "2.2.7", "debian-12"],
  ["debian12", "2.2.7", "debian-12"],
  ["bookworm", "2.2.7", "debian-12"],
  ["ubuntu-22.04", "2.2.4", "ubuntu-22.04"],
  ["ubuntu:24.04", "2.2.8", "ubuntu-24.04"],
  ["jammy", "2.2.4", "ubuntu-22.04"],
  ["rocky-9", "2.2.8", "rhel-9"],
  ["rockylinux:9", "2.2.8", "rhel-9"],
  ["centos-stream-9", "2.2.8", "rhel-9"],
  ["AlmaLinux 8", "2.1.5", "rhel-8"],
  ["rhel7", "1.3.5", "rhel-7"],
  ["alpine-3.18", "2.2.8", "alpine-3.18"],
  ["next", nextVersion, undefined],
  [" Next ", nextVersion, undefined],
])("resolves the target %j", (text, version, distribution) => {
  expect(resolveTarget(text)).toMatchObject(distribution ? { version, distribution } : { version, lacks: [] });
});

test.each([
  "",
  "debian",
  "debian-99",
  "debian-12.5",
  "windows-11",
  "2",
  "ubuntu-22",
  "9.9.9",
  "2.2.9",
  "1.2.0",
  "2.4.4",
])("knows no target %j", (text) => {
  expect(resolveTarget(text)).toBeUndefined();
});

test("surveys the releases by series", () => {
  const series = releaseSeries();
  expect(series.slice(-2)).toEqual([
    { first: "2.3.0", last: "2.3.4" },
    { first: "2.4.0", last: "2.4.3" },
  ]);
  expect(series[0]?.first).toBe(releases[0]);
});

test("names each distribution once, with a version that was released", () => {
  const names = distributions.flatMap(({ name, also = [] }) => [name, ...also]);
  expect(new Set(names).size).toBe(names.length);
  expect(distributions.filter(({ version }) => !releases.includes(version))).toEqual([]);
  expect(names.filter((name) => resolveTarget(name)?.distribution === undefined)).toEqual([]);
});

test("lists the releases of a family from old to new", () => {
  const order = distributions.map(({ name }) => name);
  expect(order).toEqual([...order].sort((a, b) => a.localeCompare(b, "en", { numeric: true })));
});

test("says what a build lacks by the names of features", () => {
  expect(resolveTarget("bookworm")?.lacks).toEqual(["ipset"]);
  expect(distributions.flatMap(({ lacks = [] }) => lacks).filter((feature) => !(feature in features))).toEqual([]);
});
