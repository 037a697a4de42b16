import { applyFixes } from "@kalint/lint";
import { expect, test } from "vitest";
import { lintFiles } from "./support.js";

/** An instance with some lines more, indented by four. */
const instance = (lines: string) => `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
${lines
  .split("\n")
  .map((line) => `    ${line}\n`)
  .join("")}    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "vmac_xmit_base is added where unicast needs it",
    "use_vmac\nunicast_peer {\n    192.0.2.2\n}",
    "vmac_xmit_base\nuse_vmac\nunicast_peer {\n    192.0.2.2\n}",
  ],
  ["vmac_xmit_base is taken out where there is no VMAC", "vmac_xmit_base\nnopreempt", "nopreempt"],
  ["promote_secondaries is taken out beside a VMAC", "use_vmac\npromote_secondaries", "use_vmac"],
  [
    "the second line of a peer goes, with its comment left alone",
    "unicast_peer {\n    192.0.2.2\n    192.0.2.3\n    192.0.2.2 # again\n}",
    "unicast_peer {\n    192.0.2.2\n    192.0.2.3\n     # again\n}",
  ],
  [
    "what is tracked twice is tracked once",
    "track_interface {\n    eth1\n    eth1 weight 10\n}",
    "track_interface {\n    eth1\n}",
  ],
  [
    "an address with a peer loses its prefix length",
    "virtual_ipaddress_excluded {\n    192.0.2.7/24 peer 192.0.2.8\n}",
    "virtual_ipaddress_excluded {\n    192.0.2.7 peer 192.0.2.8\n}",
  ],
];

test.each(cases)("%s", (_name, before, after) => {
  const text = instance(before);
  const fixes = lintFiles(text).diagnostics.flatMap((diagnostic) => diagnostic.fixes ?? []);
  const fixed = applyFixes(text, fixes);
  expect(fixed).toBe(instance(after));
  expect(lintFiles(fixed).diagnostics.filter(({ daemon }) => daemon !== undefined)).toEqual([]);
});

test("a line that comes out of a definition is not taken out", () => {
  const text = `$TWICE=\\\n192.0.2.2\\\n192.0.2.2\n${instance("unicast_peer {\n    $TWICE\n}")}`;
  const { diagnostics } = lintFiles(text);
  expect(diagnostics.map(({ rule }) => rule)).toContain("duplicate-unicast-peer");
  expect(diagnostics.flatMap((diagnostic) => diagnostic.fixes ?? [])).toEqual([]);
});

test("the old word for a second gateway is not replaced: what it says takes another form", () => {
  const text = instance("virtual_routes {\n    10.9.0.0/16 via 192.0.2.1 dev eth0 or 192.0.2.3\n}");
  const { diagnostics } = lintFiles({ "keepalived.conf": text });
  const found = diagnostics.filter(({ rule }) => rule === "deprecated-keyword");
  expect(found.map(({ message }) => message)).toEqual(["or is deprecated; use nexthop"]);
  expect(found.flatMap(({ fixes = [] }) => fixes)).toEqual([]);
});
