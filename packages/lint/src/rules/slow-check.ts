import { type Check, checksOfServer, headerPlace, perObject, type VirtualServer } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";
import type { Finding, Related } from "../types.js";

export const slowCheck = defineHostRule({
  id: "slow-check",
  category: "lvs",
  severity: "warning",
  summary: "A check that may take longer than the time between two checks.",
  why: "keepalived counts `delay_loop` from the end of one check to the start of the next. It retries a server that does not answer after each timeout and removes it only when all retries are used up; until then it sends connections there. If that takes longer than `delay_loop`, the loop does not decide how long a failure lasts.",
  advice: "Shorten `connect_timeout` (or `misc_timeout`), lower `retry`, or use a longer `delay_loop`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_tcp.c: tcp_epilog; the rest is advice",
  bad: [{ files: exampleServer().replace("connect_timeout 3", "connect_timeout 15") }],
  good: [{ files: exampleServer() }],
  evidence: ["https://github.com/acassen/keepalived/issues/2351", "https://github.com/acassen/keepalived/issues/2115"],
  eachBlock: true,
  check(host, report) {
    for (const server of host.virtualServers) for (const finding of findingsOf(server)) report(finding);
  },
});

const findingsOf = perObject((server: VirtualServer): readonly Finding[] => {
  // The servers of one service mostly have the same settings: one finding tells of all.
  const first = new Map<string, { readonly finding: Finding; readonly related: Related[] }>();
  for (const { check, realServer } of checksOfServer(server)) {
    const finding = check.kind === "MISC_CHECK" ? slowScript(check) : slowConnection(check);
    if (finding === undefined) continue;
    const earlier = first.get(finding.message);
    if (earlier === undefined) first.set(finding.message, { finding, related: [...(finding.related ?? [])] });
    else earlier.related.push({ place: finding.place, message: say`the same for ${nameOf(realServer.statement)}` });
  }
  return [...first.values()].map(({ finding, related }) => ({ ...finding, related }));
});

/** Source: keepalived 2.4.3, check/check_misc.c: a run that has not ended by then is terminated. */
function slowScript({ times }: Check): Finding | undefined {
  const timeout = times?.timeout.setting;
  if (timeout === undefined) return undefined;
  const { value: every, setting: loop } = times!.loop;
  if (timeout.value <= every) return undefined;
  return {
    place: headerPlace(timeout.from),
    message: say`misc_timeout ${timeout.value} s is longer than the delay_loop of ${every} s${loop ? "" : say` (the default)`}: a program that hangs is noticed after ${timeout.value} s`,
    ...(loop && { related: [{ place: headerPlace(loop.from), message: say`delay_loop ${every}` }] }),
  };
}

function slowConnection({ statement, times, takesSilence }: Check): Finding | undefined {
  const loop = times?.loop.setting;
  if (times === undefined || loop === undefined || takesSilence) return undefined;
  const { timeout, retry, pause } = times;
  // What nobody has written is no reason to speak of, but it counts.
  const isSlow = timeout.setting
    ? timeout.value * Math.max(retry.setting?.value ?? 1, 1) >= loop.value
    : timeout.value > loop.value;
  if (!isSlow) return undefined;
  const tries = retry.value + 1;
  const total = tries * timeout.value + retry.value * pause.value;
  const sum =
    retry.value === 0
      ? `${timeout.value} s`
      : `${tries} × ${timeout.value} + ${retry.value} × ${pause.value} = ${Math.round(total * 1000) / 1000} s`;
  return {
    place: headerPlace(timeout.setting?.from ?? statement),
    message: say`${timeout.setting ? "" : say`without connect_timeout `}a server that does not answer is given up after ${sum}, ${total > loop.value ? say`longer than` : say`as long as`} the delay_loop of ${loop.value} s`,
    related: [
      { place: headerPlace(loop.from), message: say`delay_loop ${loop.value}` },
      ...(retry.setting ? [{ place: headerPlace(retry.setting.from), message: say`retry ${retry.value}` }] : []),
    ],
  };
}
