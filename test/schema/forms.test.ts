import { keywordAt, keywordSignature } from "@kalint/schema";
import { expect, test } from "vitest";

test.each([
  ["vrrp_instance/priority", "priority <priority>"],
  ["vrrp_instance/state", "state MASTER|BACKUP"],
  ["vrrp_instance/nopreempt", "nopreempt"],
  ["vrrp_instance", "vrrp_instance <name> { … }"],
  ["global_defs", "global_defs { … }"],
  ["vrrp_instance/virtual_ipaddress", "virtual_ipaddress { … }"],
  ["virtual_server/ip_family", "ip_family inet|inet6"],
])("how %s is written", (path, signature) => {
  expect(keywordSignature(keywordAt(path)!)).toBe(signature);
});
