import {
  bind,
  type EffectiveConfiguration,
  type EffectiveStatement,
  evaluate,
  evaluateAgainInSteps,
  isUsedUp,
  memoryHost,
  statementsOf,
} from "@kalint/daemon";
import { newestVersion, type Version } from "@kalint/schema";
import { toEnd } from "@kalint/syntax";
import { expect, test } from "vitest";
import { takeStatement } from "../../packages/daemon/src/values/settings.js";
import { edited, randomSource } from "../support/random-text.js";

const path = "/etc/keepalived/keepalived.conf";
const whole = `$IF=eth0
global_defs {
    router_id lb1
}
vrrp_script chk {
    script "/bin/true"
}
vrrp_sync_group G {
    group {
        VI_1
    }
}
vrrp_instance VI_1 {
    interface $IF
    virtual_router_id 51
    @lb1 priority 100
    @lb2 priority 50
    virtual_ipaddress {
        192.0.2.10/24 dev $IF
    }
    track_script {
        chk
    }
}
foo {
    bar
}
virtual_server 192.0.2.1 80 {
    delay_loop 6
    real_server 192.0.2.11 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
bfd_instance b {
    neighbor_ip 192.0.2.9
}
virtual_server 192.0.2.2 80 {
    lvs_sched rr
}
`;

/** Without the trees, which are made of the texts, and without what somebody has asked of some lines alone. */
function shown(effective: EffectiveConfiguration) {
  for (const statement of statementsOf(effective)) {
    checkSetting(statement);
    for (const line of [statement, ...statement.lines]) {
      expect(line.words.length + line.place.end).toBeGreaterThan(0);
      line.wording.noted = undefined;
    }
  }
  const { files, ...rest } = effective;
  return { ...rest, files: files.map(({ path: at, text }) => [at, text]) };
}

/** What is bound of it: objects and remarks of blocks that were taken over are taken over too. */
function objects(effective: EffectiveConfiguration) {
  return { ...bind(effective, "lb1"), effective: shown(effective) };
}

function evaluateAgain(...given: Parameters<typeof evaluateAgainInSteps>) {
  return toEnd(evaluateAgainInSteps(...given));
}

/** What was kept of a line, where somebody has asked, is what it sets; it is no part of what was read. */
function checkSetting(statement: EffectiveStatement): void {
  const { setting } = statement;
  statement.setting = undefined;
  if (setting === undefined) return;
  const taken = takeStatement(undefined, statement, setting.target);
  statement.setting = undefined;
  if (statement.skipped === undefined) expect(taken).toEqual(setting);
}

function reader(text: string, more: { readonly configId?: string; readonly target?: Version } = {}) {
  const options = (now: string) => ({ path, host: memoryHost({ [path]: now }), target: newestVersion, ...more });
  let effective = evaluate(options(text));
  return {
    /** How many lines are read again for another text; `undefined` for all of them. */
    edit(now: string): number | undefined {
      const again = evaluateAgain(options(now), effective);
      const fresh = evaluate(options(now));
      if (again) {
        expect(shown(again.effective), JSON.stringify(now)).toEqual(shown(fresh));
        expect(objects(again.effective), JSON.stringify(now)).toEqual(objects(fresh));
      }
      effective = again?.effective ?? fresh;
      return again?.lines;
    },
  };
}

test.each<[name: string, from: string, to: string, lines: number | undefined]>([
  ["a value", "delay_loop 6", "delay_loop 10", 11],
  ["a line more", "    delay_loop 6\n", "    delay_loop 6\n    lvs_sched rr\n", 12],
  ["a keyword that is half typed", "delay_loop 6", "delay_lo", 11],
  ["a reference to a definition", "virtual_router_id 51", "nopreempt $IF", 17],
  ["a block that is left open", "        }\n    }\n}\nbfd", "        }\n    }\nbfd", undefined],
  ["a definition", "$IF=eth0", "$IF=eth1", undefined],
  ["a definition in a block", "    delay_loop 6\n", "    $X=1\n", undefined],
  ["a name that another block has", "bfd_instance b", "vrrp_instance VI_1", undefined],
  ["the header of a block", "virtual_server 192.0.2.2", "virtual_servr 192.0.2.2", 8],
  ["an include", "    delay_loop 6\n", "    include x.conf\n", undefined],
  ["a repetition", "    delay_loop 6\n", "    ~SEQ(i, 1, 3) $i\n", undefined],
])("what an edit makes the daemon read again, each brace a line: %s", (_, from, to, lines) => {
  expect(whole).toContain(from);
  expect(reader(whole).edit(whole.replace(from, to))).toBe(lines);
});

test("objects of blocks that an edit only moves stay the same objects", () => {
  const options = (text: string) => ({ path, host: memoryHost({ [path]: text }), target: newestVersion });
  const before = evaluate(options(whole));
  const bound = bind(before, "lb1");
  const moved = whole.replace("router_id lb1", "router_id lb10");
  const again = evaluateAgain(options(moved), before)!.effective;
  const after = bind(again, "lb1");
  expect(after.virtualServers[0]).toBe(bound.virtualServers[0]);
  expect(after.instances[0]?.addresses).toBe(bound.instances[0]?.addresses);
  expect(after.scripts[0]).toBe(bound.scripts[0]);
  expect([isUsedUp(before), isUsedUp(again)]).toEqual([true, false]);
  expect(evaluateAgain(options(whole), before)).toBe(undefined);
  // What tracks a script is read again with it.
  const last = bind(evaluateAgain(options(moved.replace("/bin/true", "/bin/false")), again)!.effective, "lb1");
  expect(last.virtualServers[0]).toBe(bound.virtualServers[0]);
  expect(last.instances[0]?.addresses).not.toBe(bound.instances[0]?.addresses);
});

test.each([1, 2, 3, 4])("after any edits the reading is that of the text alone (%i)", (seed) => {
  const random = randomSource(seed);
  const more = random.pick<Parameters<typeof reader>[1]>([
    {},
    { configId: "lb1" },
    { target: "2.2.7" },
    { target: "2.0.10", configId: "lb2" },
  ]);
  let text = whole;
  let taken = 0;
  const reading = reader(text, more);
  for (let turn = 0; turn < 60; turn += 1) {
    text = turn % 8 === 0 ? whole : edited(random, text);
    if (reading.edit(text) !== undefined) taken += 1;
  }
  expect(taken).toBeGreaterThan(8);
});
