import { checkTimes } from "@kalint/cluster";
import { type Check, checkSetting, checksOf, headerPlace } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";
import type { Finding, Related } from "../types.js";

export const slowCheck = defineHostRule({
  id: "slow-check",
  category: "lvs",
  severity: "warning",
  summary: "A check that may take longer than the time between two checks.",
  why: "keepalived counts `delay_loop` from the end of one check to the start of the next. A server that does not answer at all is asked again after each time-out; only when all tries are used up is it taken out, and connections are sent there until then. Where that takes longer than `delay_loop` the loop is not what decides how long a failure lasts.",
  advice: "Shorten `connect_timeout` (or `misc_timeout`), lower `retry`, or take a longer `delay_loop`.",
  since: "0.1.0",
  bad: [{ files: exampleServer().replace("connect_timeout 3", "connect_timeout 15") }],
  good: [{ files: exampleServer() }],
  evidence: ["https://github.com/acassen/keepalived/issues/2351", "https://github.com/acassen/keepalived/issues/2115"],
  check(host, report) {
    // The servers of one service mostly have the same settings: one finding tells of all.
    const first = new Map<string, { readonly finding: Finding; readonly related: Related[] }>();
    for (const check of checksOf(host)) {
      const finding = check.statement.keyword.name === "MISC_CHECK" ? slowScript(check) : slowConnection(check);
      if (finding === undefined) continue;
      const key = `${check.service.statement.place.file} ${check.service.statement.place.start} ${finding.message}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { finding, related: [...(finding.related ?? [])] });
      else earlier.related.push({ place: finding.place, message: `the same for ${nameOf(check.server.statement)}` });
    }
    for (const { finding, related } of first.values()) report({ ...finding, related });
  },
});

/** Source: keepalived 2.4.3, check/check_misc.c: a run that has not ended by then is terminated. */
function slowScript(check: Check): Finding | undefined {
  const timeout = checkSetting(check, "misc_timeout");
  const loop = checkSetting(check, "delay_loop");
  const every = loop?.value ?? 60;
  if (timeout === undefined || timeout.value <= every) return undefined;
  return {
    place: headerPlace(timeout.statement),
    message: `misc_timeout ${timeout.value} s is longer than the delay_loop of ${every} s${loop ? "" : " (the default)"}: a program that hangs is noticed after ${timeout.value} s`,
    ...(loop && { related: [{ place: headerPlace(loop.statement), message: `delay_loop ${every}` }] }),
  };
}

function slowConnection(check: Check): Finding | undefined {
  const loop = checkSetting(check, "delay_loop");
  const times = checkTimes(check.statement, [check.server.statement, check.service.statement]);
  if (loop === undefined || times === undefined) return undefined;
  const timeout = checkSetting(check, "connect_timeout");
  const retry = checkSetting(check, "retry");
  // What nobody has written is no reason to speak of, but it counts.
  const isSlow = timeout ? times.timeout * Math.max(retry?.value ?? 1, 1) >= times.loop : times.timeout > times.loop;
  if (!isSlow) return undefined;
  const retries = times.tries - 1;
  const total = times.tries * times.timeout + retries * times.pause;
  const sum =
    retries === 0
      ? `${times.timeout} s`
      : `${times.tries} × ${times.timeout} + ${retries} × ${times.pause} = ${Math.round(total * 1000) / 1000} s`;
  return {
    place: headerPlace(timeout?.statement ?? check.statement),
    message: `${timeout ? "" : "without connect_timeout "}a server that does not answer is given up after ${sum}, ${total > times.loop ? "longer than" : "as long as"} the delay_loop of ${times.loop} s`,
    related: [
      { place: headerPlace(loop.statement), message: `delay_loop ${times.loop}` },
      ...(retry ? [{ place: headerPlace(retry.statement), message: `retry ${retry.value}` }] : []),
    ],
  };
}
