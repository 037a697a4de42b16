import { readdirSync, readFileSync } from "node:fs";
import type { HostFacts } from "@kalint/daemon";

/** What this machine has. Of what it does not show nothing is known. */
export function factsOfThisHost(): HostFacts {
  const interfaces = interfaceNames();
  const users = namesIn("/etc/passwd");
  const groups = namesIn("/etc/group");
  return {
    ...(interfaces.length > 0 && { interfaces }),
    ...(users.length > 0 && { users }),
    ...(groups.length > 0 && { groups }),
    scripts: true,
  };
}

/** Names that are given add to those that are found. */
export function together(given: HostFacts, found: HostFacts): HostFacts {
  const both = (key: "interfaces" | "users" | "groups") =>
    found[key] === undefined ? given[key] : [...new Set([...found[key], ...(given[key] ?? [])])].sort();
  const [interfaces, users, groups] = [both("interfaces"), both("users"), both("groups")];
  return {
    ...(interfaces && { interfaces }),
    ...(users && { users }),
    ...(groups && { groups }),
    ...(found.scripts !== undefined && { scripts: found.scripts }),
  };
}

/** Linux lists all of them below /sys; Node names those that are up and have an address. */
function interfaceNames(): string[] {
  const listed = read(() => readdirSync("/sys/class/net"), []).filter((name) => name !== "bonding_masters");
  const { networkInterfaces } = process.getBuiltinModule("node:os");
  return [...new Set([...Object.keys(networkInterfaces()), ...listed])].sort();
}

/** The first field of each line. Accounts of a directory service are not there: they can be given. */
function namesIn(path: string): string[] {
  return read(() => readFileSync(path, "utf8"), "")
    .split("\n")
    .flatMap((line) => /^([^:#+\s][^:]*):/.exec(line)?.[1] ?? [])
    .sort();
}

function read<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
