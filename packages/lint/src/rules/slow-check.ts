import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { type Check, checksOf, settingOf } from "../lvs/checks.js";
import { headerPlace, nameOf } from "../lvs/statements.js";
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
  const timeout = settingOf({ ...check }, "misc_timeout");
  const loop = settingOf(check, "delay_loop");
  const every = loop?.value ?? 60;
  if (timeout === undefined || timeout.value <= every) return undefined;
  return {
    place: headerPlace(timeout.statement),
    message: `misc_timeout ${timeout.value} s is longer than the delay_loop of ${every} s${loop ? "" : " (the default)"}: a program that hangs is noticed after ${timeout.value} s`,
    ...(loop && { related: [{ place: headerPlace(loop.statement), message: `delay_loop ${every}` }] }),
  };
}

function slowConnection(check: Check): Finding | undefined {
  const timeout = settingOf(check, "connect_timeout");
  const loop = settingOf(check, "delay_loop");
  const retry = settingOf(check, "retry");
  const pause = settingOf(check, "delay_before_retry");
  if (loop === undefined) return undefined;
  if (timeout === undefined) return slowByDefault(check, loop);
  const retries = retry?.value ?? 0;
  if (timeout.value * Math.max(retries, 1) < loop.value) return undefined;
  const web = /_GET$/.test(check.statement.keyword.name);
  const between = pause?.value ?? (web ? 3 : 1);
  const total = (retries + 1) * timeout.value + retries * between;
  const sum =
    retries === 0
      ? `${timeout.value} s`
      : `${retries + 1} × ${timeout.value} + ${retries} × ${between} = ${Math.round(total * 1000) / 1000} s`;
  return {
    place: headerPlace(timeout.statement),
    message: `a server that does not answer is given up after ${sum}${retries === 0 && retry === undefined ? " or more" : ""}, ${total > loop.value ? "longer than" : "as long as"} the delay_loop of ${loop.value} s`,
    related: [
      { place: headerPlace(loop.statement), message: `delay_loop ${loop.value}` },
      ...(retry ? [{ place: headerPlace(retry.statement), message: `retry ${retry.value}` }] : []),
    ],
  };
}

/** Source: keepalived 2.4.3, check/check_data.c: alloc_vs: a connection has 5 seconds where nothing is said. */
const defaultTimeout = 5;

function slowByDefault({ statement }: Check, loop: NonNullable<ReturnType<typeof settingOf>>): Finding | undefined {
  if (loop.value >= defaultTimeout || unconnected.has(statement.keyword.name)) return undefined;
  return {
    place: headerPlace(statement),
    message: `without connect_timeout a server that does not answer is given up after ${defaultTimeout} s or more, longer than the delay_loop of ${loop.value} s`,
    related: [{ place: headerPlace(loop.statement), message: `delay_loop ${loop.value}` }],
  };
}

const unconnected: ReadonlySet<string> = new Set(["MISC_CHECK", "FILE_CHECK", "BFD_CHECK"]);
