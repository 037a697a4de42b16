import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type HostFacts, memoryHost } from "@kalint/daemon";
import { lint } from "@kalint/lint";
import { newestVersion, type Version } from "@kalint/schema";
import { expect, test } from "vitest";

const fixture = (path: string) => readFileSync(join(import.meta.dirname, "../../fixtures/lint", path), "utf8");

/** The lines that keepalived is claimed to name (`null`: none), in order. */
function checkClaims(
  text: string,
  facts: HostFacts,
  expected: readonly (number | null)[],
  target: Version = newestVersion,
) {
  const { files, failures } = lint({
    paths: ["keepalived.conf"],
    host: memoryHost({ "keepalived.conf": text }),
    target,
    facts,
  });
  const claimed = files.flatMap(({ diagnostics }) =>
    diagnostics.flatMap(({ daemon, place }) =>
      daemon === undefined ? [] : [daemon === true ? text.slice(0, place.start).split("\n").length : daemon.line],
    ),
  );
  expect(failures).toEqual([]);
  expect(claimed).toEqual(expected);
}

// The lines are those that keepalived 2.2.7 and 2.4.3 name on a host with exactly these interfaces.
test("each interface that is missing is claimed on its line, save where the test is silent", () =>
  checkClaims(
    fixture("unknown-interface/everywhere.conf").replace(/^# {2}.*\n/gm, ""),
    { interfaces: ["lo", "ens18", "ens19", "bond0"] },
    [10, 14, 18, 23, 27, 32, 38, 41, 45],
  ));

test("each user that is missing is claimed where it is set and where what it takes along is tracked", () =>
  checkClaims(
    fixture("unknown-user/everywhere.conf").replace(/^# {2}.*\n/gm, ""),
    { users: ["root", "nobody"], groups: ["root", "nogroup"] },
    [5, 11, 17, 32, 33, 50],
  ));

test("a program that is missing is claimed without a line, from the release on that reports it", () => {
  const text = fixture("missing-script-file/everywhere.conf").replace(/^# {2}.*\n/gm, "");
  checkClaims(text, { scripts: ["/usr/local/bin/check-web"] }, [null]);
  checkClaims(text, { scripts: ["/usr/local/bin/check-web"] }, [], "2.2.7");
});

test("for want of an interface keepalived checks nothing after reading", () => {
  const text = `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    version 3
}
`;
  checkClaims(text, { interfaces: ["eth0"] }, [null]);
  checkClaims(text, { interfaces: ["eth1"] }, [3]);
  checkClaims(`global_defs {\n    dynamic_interfaces\n}\n${text}`, { interfaces: ["eth1"] }, [null]);
});
