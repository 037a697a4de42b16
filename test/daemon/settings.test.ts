import { inForce, type SettingBlock, settingOf } from "@kalint/daemon";
import { newestVersion, type Version } from "@kalint/schema";
import { describe, expect, it } from "vitest";
import { bound } from "./support.js";

interface Case {
  readonly block: string;
  readonly lines: string;
  readonly keyword: string;
  readonly target?: Version;
  readonly value: unknown;
  /** On which line of the block the value stands. */
  readonly line?: number;
  readonly argument?: string;
}

const vrrp = "vrrp_instance A";
const script = "vrrp_script check";
const server = "virtual_server 192.0.2.10 80";
const track = "track_file drain";

const cases: readonly Case[] = [
  // A refused word leaves what was in force.
  { block: server, lines: "lb_algo rr\nlb_algo bogus", keyword: "lvs_sched", value: "rr", line: 1 },
  { block: server, lines: "lvs_sched rr\nlb_algo wlc", keyword: "lb_algo", value: "wlc", line: 2 },
  { block: server, lines: "delay_loop 6\ndelay_loop 0", keyword: "delay_loop", value: 6, line: 1 },
  { block: server, lines: "delay_loop 0\ndelay_loop 6", keyword: "delay_loop", value: 6, line: 2 },
  { block: server, lines: "protocol tcp", keyword: "protocol", value: "TCP", line: 1 },
  { block: script, lines: "interval 5000", keyword: "interval", value: undefined },
  { block: script, lines: "interval 5\ninterval 5000", keyword: "interval", value: 5, line: 1 },
  { block: vrrp, lines: "preempt_delay 2000", keyword: "preempt_delay", value: 0, line: 1 },
  // A value that is reported, and another one used.
  { block: script, lines: "interval 0", keyword: "interval", value: 1, line: 1 },
  { block: script, lines: "rise 5\nrise 0", keyword: "rise", value: 1, line: 2 },
  { block: script, lines: "weight 300", keyword: "weight", value: 300, line: 1 },
  { block: vrrp, lines: "priority 150\npriority 300", keyword: "priority", value: 100, line: 2 },
  // What is no number has leading digits: zeros for the decimals stand behind the rest.
  { block: vrrp, lines: "preempt_delay 5s", keyword: "preempt_delay", value: 0.000005, line: 1 },
  { block: vrrp, lines: "preempt_delay 0.1234567", keyword: "preempt_delay", value: 0.123457, line: 1 },
  // Repetition.
  { block: vrrp, lines: "version 2\nversion 3", keyword: "version", value: 2, line: 1 },
  { block: vrrp, lines: "version 7\nversion 3", keyword: "version", value: 3, line: 2 },
  { block: vrrp, lines: "state MASTER\nstate BACKUP", keyword: "state", value: "MASTER", line: 1 },
  { block: vrrp, lines: "state MASTER\nstate bogus", keyword: "state", value: "BACKUP", line: 2 },
  { block: vrrp, lines: "state BACKUP\nstate MASTER", keyword: "state", value: "MASTER", line: 2 },
  // Keywords alone, booleans, and flags.
  { block: vrrp, lines: "nopreempt", keyword: "nopreempt", value: true, line: 1 },
  { block: vrrp, lines: "strict_mode", keyword: "strict_mode", value: true, line: 1 },
  { block: vrrp, lines: "strict_mode\nstrict_mode off", keyword: "strict_mode", value: false, line: 2 },
  { block: vrrp, lines: "strict_mode off\nstrict_mode perhaps", keyword: "strict_mode", value: false, line: 1 },
  // Bounds of the release.
  { block: script, lines: "interval 1.5", keyword: "interval", target: "2.3.1", value: undefined },
  { block: script, lines: "interval 1.5", keyword: "interval", target: "2.3.2", value: 1.5, line: 1 },
  // Of several numbers on a line the last one counts: seen in the files that 2.0.20 and 2.4.3 create.
  { block: track, lines: "init_file 1 5", keyword: "init_file", value: 5, line: 1 },
  { block: track, lines: "init_file 5 foo", keyword: "init_file", value: 5, line: 1 },
  { block: track, lines: "init_file foo 5", keyword: "init_file", value: 5, line: 1 },
  { block: track, lines: "init_file 5 300", keyword: "init_file", value: 300, line: 1 },
  { block: track, lines: "init_file 5 overwrite", keyword: "init_file", value: 5, line: 1 },
  { block: vrrp, lines: "garp_extra_if 10 all 20", keyword: "garp_extra_if", value: 20, line: 1 },
  { block: vrrp, lines: "garp_extra_if 10\ngarp_extra_if 20 99999", keyword: "garp_extra_if", value: 10, line: 1 },
  // Another argument than the first.
  { block: script, lines: "weight 5 reverse", keyword: "weight", argument: "direction", value: "reverse", line: 1 },
  { block: script, lines: "weight 5 reverse\nweight 6", keyword: "weight", argument: "direction", value: undefined },
];

function blockOf({ block, lines, target = newestVersion }: Case): SettingBlock {
  return bound(`${block} {\n${lines}\n}\n`, { target }).effective.statements[0]!;
}

describe("the setting of a keyword", () => {
  it.each(cases)("$block: $lines → $value", (each) => {
    const found = settingOf(blockOf(each), each.keyword, each.target ?? newestVersion, each.argument);
    expect(found?.value).toEqual(each.value);
    expect(found && found.from.line - 1).toBe(each.line);
  });
});

describe("what is in force", () => {
  const target = newestVersion;
  it.each([
    ["vrrp_instance A {\n}\n", "vrrp_instance/priority", undefined],
    ["vrrp_instance A {\n}\n", "vrrp_instance/strict_mode", false],
    ["vrrp_instance A {\n}\nglobal_defs {\nvrrp_strict\n}\n", "vrrp_instance/strict_mode", true],
    ["vrrp_instance A {\nstrict_mode off\n}\nglobal_defs {\nvrrp_strict\n}\n", "vrrp_instance/strict_mode", false],
    ["vrrp_script A {\n}\n", "vrrp_script/interval", 1],
    ["vrrp_script A {\ninterval 5000\n}\n", "vrrp_script/interval", 1],
    ["vrrp_script A {\ninterval 7\n}\n", "vrrp_script/timeout", 7],
    ["vrrp_script A {\n}\n", "vrrp_script/timeout", 1],
    ["vrrp_script A {\n}\n", "vrrp_script/init_fail", false],
  ])("%j %s → %j", (text, path, value) => {
    const { statements } = bound(text).effective;
    const outer = (name: string) => statements.find(({ keyword }) => keyword.path === name);
    expect(inForce({ block: statements[0]!, path, target, outer })?.value).toEqual(value);
  });
});
