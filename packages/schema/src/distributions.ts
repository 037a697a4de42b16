import { releases } from "./releases.js";
import type { Feature, Version } from "./types.js";
import { nextVersion, parseVersion } from "./versions.js";

/** A release of a distribution with the keepalived that it brings, all its updates applied. */
export interface Distribution {
  readonly name: string;
  readonly version: Version;
  /** Other names of the same, such as the code name. */
  readonly also?: readonly string[];
  /** What its build is known to lack: keys of `features`. Absent where nobody has looked. */
  readonly lacks?: readonly Feature[];
}

/** Only what a package or a package's recipe shows; sorted by family and age. */
export const distributions: readonly Distribution[] = [
  // Pinned as keepalived=VERSION in images built on these releases of Alpine. 3.19 and 3.20 lie between two releases with
  // 2.2.8 and 2.3.1, and were frozen when 2.2.8 was the newest.
  { name: "alpine-3.14", version: "2.2.1" },
  { name: "alpine-3.15", version: "2.2.4" },
  // Configured there with --enable-vrrp and --enable-sha1 alone, and without libnftnl; SNMP is in a package of its own.
  {
    name: "alpine-3.16",
    version: "2.2.7",
    lacks: [
      "bfd",
      "dbus",
      "json",
      "nftables",
      "regex",
      "regex-jit",
      "snmp",
      "snmp-checker",
      "snmp-rfc",
      "snmp-rfcv2",
      "snmp-rfcv3",
      "snmp-vrrp",
    ],
  },
  { name: "alpine-3.17", version: "2.2.7" },
  { name: "alpine-3.18", version: "2.2.8" },
  { name: "alpine-3.19", version: "2.2.8" },
  { name: "alpine-3.20", version: "2.2.8" },
  { name: "alpine-3.21", version: "2.3.1" },
  { name: "alpine-3.23", version: "2.3.4" },
  // Debian packages 1:2.0.10-1, 1:2.1.5-0.2+deb11u1, 1:2.2.7-1 and 1:2.3.3-1. That 1:2.2.7-1 has nftables and no iptables
  // is what `keepalived -v` says.
  { name: "debian-10", version: "2.0.10", also: ["buster"] },
  { name: "debian-11", version: "2.1.5", also: ["bullseye"] },
  { name: "debian-12", version: "2.2.7", also: ["bookworm"], lacks: ["ipset"] },
  { name: "debian-13", version: "2.3.3", also: ["trixie"] },
  // Fedora's 2.2.8 was the newest release of keepalived when these were made, and RHEL 10 took it from Fedora 40.
  { name: "fedora-39", version: "2.2.8" },
  { name: "fedora-40", version: "2.2.8" },
  // PKG_VERSION in net/keepalived/Makefile on the branch of each release in openwrt/packages.
  { name: "openwrt-19.07", version: "2.0.18" },
  { name: "openwrt-21.02", version: "2.2.4" },
  { name: "openwrt-22.03", version: "2.2.7" },
  { name: "openwrt-23.05", version: "2.2.7" },
  { name: "openwrt-24.10", version: "2.3.1" },
  { name: "openwrt-25.12", version: "2.3.3" },
  // Packages keepalived-1.3.5-19.el7, 2.1.5-11.el8_10, 2.2.8-7.el9 and 2.2.8-9.el10. The rebuilds have the same.
  { name: "rhel-7", version: "1.3.5", also: ["centos-7"] },
  { name: "rhel-8", version: "2.1.5", also: ["almalinux-8", "alma-8", "centos-8", "oracle-8", "rocky-8"] },
  { name: "rhel-9", version: "2.2.8", also: ["almalinux-9", "alma-9", "centos-9", "oracle-9", "rocky-9"] },
  { name: "rhel-10", version: "2.2.8", also: ["almalinux-10", "alma-10", "centos-10", "oracle-10", "rocky-10"] },
  // Ubuntu packages 1:1.2.24-1ubuntu0.16.04.2, 1:1.3.9-1ubuntu0.18.04.2, 1:2.0.19-2ubuntu0.2, 1:2.2.4-0.2build1 and 1:2.2.8-1build2.
  { name: "ubuntu-16.04", version: "1.2.24", also: ["xenial"] },
  { name: "ubuntu-18.04", version: "1.3.9", also: ["bionic"] },
  { name: "ubuntu-20.04", version: "2.0.19", also: ["focal"] },
  { name: "ubuntu-22.04", version: "2.2.4", also: ["jammy"] },
  { name: "ubuntu-24.04", version: "2.2.8", also: ["noble"] },
];

/** The same by family (`debian`), each from old to new. */
export function distributionFamilies(): ReadonlyMap<string, readonly [Distribution, ...Distribution[]]> {
  const families = new Map<string, [Distribution, ...Distribution[]]>();
  for (const one of distributions) {
    const family = one.name.replace(/-.*/, "");
    const list = families.get(family);
    if (list === undefined) families.set(family, [one]);
    else list.push(one);
  }
  return families;
}

/** What a target stands for: a version with, where it was named by it, the distribution that brings it. */
export interface Target {
  readonly version: Version;
  readonly distribution?: string;
  /** What the distribution's build is known to lack; empty for a version. */
  readonly lacks: readonly Feature[];
}

/** Reads a release (`2.2.7`), `next`, or a distribution (`debian-12`, `Ubuntu 22.04`, `jammy`); `undefined` for any other text. */
export function resolveTarget(text: string): Target | undefined {
  if (/^\s*next\s*$/i.test(text)) return { version: nextVersion, lacks: [] };
  const version = parseVersion(text);
  if (version) return releases.includes(version) ? { version, lacks: [] } : undefined;
  const name = canonicalName(text);
  const found = distributions.find((one) => one.name === name || one.also?.includes(name));
  return found && { version: found.version, distribution: found.name, lacks: found.lacks ?? [] };
}

function canonicalName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s:_/]+/g, "-")
    .replace(/^([a-z]+)-?(\d)/, "$1-$2")
    .replace(
      /^(centos-stream|redhat|red-hat|oraclelinux|rockylinux)-?(?=\d)/,
      (_, family: string) => `${families[family]}-`,
    );
}

const families: Readonly<Record<string, string>> = {
  "centos-stream": "centos",
  oraclelinux: "oracle",
  "red-hat": "rhel",
  redhat: "rhel",
  rockylinux: "rocky",
};
