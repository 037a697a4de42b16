import { findClusters } from "@kalint/cluster";
import { bind, evaluate, memoryHost, statementsOf } from "@kalint/daemon";
import type { Version } from "@kalint/schema";
import { describe, expect, it } from "vitest";
import { type RandomSource, randomSource } from "../support/random-text.js";
import { rounds } from "../support/rounds.js";

const pieces = [
  ..."{{}}\n\n\n  \t\"'\\#!",
  "\r\n",
  "\\\n",
  "é",
  "$X",
  "${X}",
  "$X=a",
  "$X=b ${X}",
  "$M=a \\\n b\n",
  "$M=\\\n $M \\\n x\n",
  "$M",
  "~SEQ(i, 1, 2) ",
  "~LST({a,b}, {1,2}) ",
  "$i",
  "@here ",
  "@^here ",
  "@there ",
  "include x",
  "global_defs",
  "router_id a",
  "vrrp_instance A",
  "vrrp_instance",
  "priority 5",
  "virtual_ipaddress",
  "10.0.0.1",
  "notify_master '/x \"a'",
  "vrrp_script S",
  'script "/bin/x"',
  "script '/x a",
  "weight",
  "vrrp_sync_group G",
  "group",
  "static_routes",
  "dev",
  "virtual_server 10.0.0.1 80",
  "virtual_server_group V",
  "real_server 10.0.0.2 80",
  "HTTP_GET",
  "bfd_instance B",
  "neighbor_ip x",
  "odd",
];

function soup(random: RandomSource): string {
  const length = 5 + random.below(60);
  return Array.from({ length }, () => random.pick(pieces) + random.pick([" ", "\n", ""])).join("");
}

describe("any text", () => {
  it.each(["1.2.2", "2.0.19", "2.2.7", "2.4.3"] satisfies Version[])(
    "is read to its end by %s, every word from its place",
    (target) => {
      const random = randomSource(7);
      for (let round = 0; round < rounds(500); round += 1) {
        const text = soup(random);
        const host = memoryHost({ x: "vrrp_script S {\n", main: text });
        const effective = evaluate({ path: "main", host, target, configId: "here" });
        findClusters([bind(effective, "one"), bind(effective, "two")]);
        for (const statement of statementsOf(effective)) {
          for (const { words } of [statement, ...statement.lines]) {
            for (const { value, place, quoted, expanded } of words) {
              const shown = host.read(place.file)!.slice(place.start, place.end);
              if (!expanded && shown !== (quoted ? `"${value}"` : value))
                expect({ text, value, shown }).toBeUndefined();
            }
          }
        }
        for (const { place, kind } of effective.problems) {
          const { length } = host.read(place.file)!;
          if (!(place.start >= 0 && place.start <= place.end && place.end <= length))
            expect({ text, kind, place }).toBeUndefined();
        }
      }
    },
  );
});
