import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { predictFailover } from "@kalint/cluster";
import { memoryHost } from "@kalint/daemon";
import { type Diagnostic, lint } from "@kalint/lint";
import type { Version } from "@kalint/schema";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../fixtures/clusters");

/** All configurations of one case, under `/case/…`. */
function filesOf(name: string): Record<string, string> {
  const root = join(folder, name);
  return Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".conf"))
      .map((path) => [`/${name}/${path}`, readFileSync(join(root, path), "utf8")]),
  );
}

function diagnosticsOf(name: string, target: Version = "2.4.3"): readonly Diagnostic[] {
  const files = filesOf(name);
  const result = lint({ paths: Object.keys(files), host: memoryHost(files), target });
  expect(result.failures).toEqual([]);
  return result.files.flatMap((file) => file.diagnostics);
}

/** The files that a finding shows: its own and the related ones. */
const filesShown = (diagnostic: Diagnostic) =>
  new Set([diagnostic.place.file, ...(diagnostic.related ?? []).map((related) => related.place.file)]);

const variants = readdirSync(folder)
  .filter((name) => name.startsWith("web-pair-") && name !== "web-pair-ok")
  .sort();

/** What each host alone shows too. */
const alsoGiven: Readonly<Record<string, readonly string[]>> = {
  "several-address-owners": ["unexpected-owner-priority", "unexpected-owner-priority"],
};

test("there is a variant for each mistake that a pair can hold", () => {
  expect(variants).toEqual([
    "web-pair-duplicate-router-id",
    "web-pair-duplicate-unicast-source",
    "web-pair-equal-priority",
    "web-pair-incomplete-unicast-mesh",
    "web-pair-insufficient-tracking-weight",
    "web-pair-inverted-priority",
    "web-pair-mismatched-advert-interval",
    "web-pair-mismatched-authentication",
    "web-pair-mismatched-garp-setting",
    "web-pair-mismatched-multicast-address",
    "web-pair-mismatched-nopreempt",
    "web-pair-mismatched-preempt-delay",
    "web-pair-mismatched-real-server",
    "web-pair-mismatched-script-security",
    "web-pair-mismatched-strict-mode",
    "web-pair-mismatched-sync-daemon",
    "web-pair-mismatched-sync-group",
    "web-pair-mismatched-track-script",
    "web-pair-mismatched-tracking",
    "web-pair-mismatched-unicast",
    "web-pair-mismatched-virtual-addresses",
    "web-pair-mismatched-virtual-router-id",
    "web-pair-mismatched-virtual-server",
    "web-pair-mismatched-vrrp-version",
    "web-pair-several-address-owners",
    "web-pair-several-initial-masters",
    "web-pair-unshared-virtual-router",
  ]);
});

test.each(variants)("%s gives exactly that finding, and names both files", (name) => {
  const diagnostics = diagnosticsOf(name);
  const rule = name.replace("web-pair-", "");
  const across = diagnostics.filter((diagnostic) => diagnostic.category === "cluster");
  expect(across.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
  const others = diagnostics.filter((diagnostic) => !across.includes(diagnostic));
  expect(others.map((diagnostic) => diagnostic.rule)).toEqual(alsoGiven[rule] ?? []);
  expect([...filesShown(across[0]!)].sort()).toEqual([`/${name}/lb1/keepalived.conf`, `/${name}/lb2/keepalived.conf`]);
});

test("a correct pair is silent", () => {
  expect(diagnosticsOf("web-pair-ok")).toEqual([]);
});

const retries = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter((diagnostic) => diagnostic.rule === "unknown-keyword").map((diagnostic) => diagnostic.fixes?.[0]);

test("nb_get_retry in TCP_CHECK is found on both hosts, with the fix that the newest release knows", () => {
  const diagnostics = diagnosticsOf("web-pair");
  expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(Array(4).fill("unknown-keyword"));
  expect(diagnostics.every((diagnostic) => diagnostic.daemon === true)).toBe(true);
  for (const fix of retries(diagnostics)) expect(fix).toMatchObject({ safe: true, edits: [{ text: "retry" }] });
});

test("it is found for 1.2.2 too, which had no retry to offer and no -t to agree", () => {
  const diagnostics = diagnosticsOf("web-pair", "1.2.2").filter(
    (diagnostic) => diagnostic.rule === "unknown-keyword" && diagnostic.message.includes("nb_get_retry"),
  );
  expect(diagnostics).toHaveLength(4);
  expect(diagnostics.every((diagnostic) => diagnostic.daemon === undefined)).toBe(true);
  expect(retries(diagnostics)).toEqual(Array(4).fill(undefined));
});

test.each([
  ["2.3.2", "throws away"],
  ["2.3.3", "takes an advert with other addresses"],
] as const)("what other addresses do is said of the target: %s", (target, said) => {
  const [finding] = diagnosticsOf("web-pair-mismatched-virtual-addresses", target).filter(
    (diagnostic) => diagnostic.rule === "mismatched-virtual-addresses",
  );
  expect(finding?.severity).toBe("error");
  expect(finding?.why).toContain(`keepalived ${target} ${said}`);
});

const conditional = (lines: string) => `${lines}
vrrp_instance web {
    state $STATE
    interface eth0
    virtual_router_id 27
    priority $PRIORITY
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
const rulesIn = (text: string) => {
  const result = lint({ paths: ["/a.conf"], host: memoryHost({ "/a.conf": text }), target: "2.4.3" });
  return result.files.flatMap((file) => file.diagnostics.map((diagnostic) => diagnostic.rule));
};

test("no host is meant whose definitions are all missing", () => {
  const each = "@lb1 $STATE=MASTER\n@lb1 $PRIORITY=150\n@lb2 $STATE=BACKUP\n@lb2 $PRIORITY=100";
  expect(rulesIn(conditional(each))).toEqual([]);
  const equal = each.replace("150", "100");
  expect(rulesIn(conditional(equal))).toEqual(["equal-priority"]);
});

test("a host that the definitions leave out by mistake is seen", () => {
  const partly = "@lb1 $STATE=MASTER\n@lb1 $PRIORITY=150\n@lb2 $STATE=BACKUP";
  expect(rulesIn(conditional(partly))).toContain("unexpanded-reference");
});

test("a line that both hosts read is not changed for one of them", () => {
  const text = `vrrp_instance web {
    state MASTER
    interface eth0
    virtual_router_id 27
@lb1 priority 150
@lb2 priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
  const result = lint({ paths: ["/a.conf"], host: memoryHost({ "/a.conf": text }), target: "2.4.3" });
  const diagnostics = result.files.flatMap((file) => file.diagnostics);
  expect(diagnostics.map((diagnostic) => [diagnostic.rule, diagnostic.fixes])).toEqual([
    ["several-initial-masters", undefined],
  ]);
});

const tracking = (priority: number, weight: number, kind: "script" | "interface" | "process") => {
  const definition = {
    script: `vrrp_script up {\n    script "/usr/local/bin/up"\n    interval 2\n    timeout 1\n}\n`,
    process: "vrrp_track_process up {\n    process haproxy\n}\n",
    interface: "",
  };
  return `global_defs {
    enable_script_security
    script_user nobody
}
${definition[kind]}vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority ${priority}
    track_${kind} {
        up weight ${weight}
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
};

/** Whether the rule speaks, and whether the failover model leaves the addresses where the tracker fails. */
function judged(kind: "script" | "interface" | "process", weight: number): readonly [boolean, boolean] {
  const files = { "/lb1.conf": tracking(150, weight, kind), "/lb2.conf": tracking(100, weight, kind) };
  const result = lint({ paths: Object.keys(files), host: memoryHost(files), target: "2.4.3" });
  const diagnostics = result.files.flatMap((file) => file.diagnostics);
  const [router] = predictFailover(result.clusters[0]!);
  const failing = router!.outcomes.find(({ event }) => event.kind === "tracker-fails" && event.host === "lb1");
  return [
    diagnostics.some((diagnostic) => diagnostic.rule === "insufficient-tracking-weight"),
    failing!.masters.join() === "lb1",
  ];
}

const weights = [-254, -51, -50, -49, -1, 1, 49, 50, 51, 200];

test.each(["script", "interface", "process"] as const)(
  "weights of a %s are judged as the failover model does",
  (kind) => {
    for (const weight of weights) {
      const [said, stays] = judged(kind, weight);
      expect(`${weight}: ${said}`).toBe(`${weight}: ${stays}`);
    }
    expect(weights.map((weight) => judged(kind, weight)[0])).toContain(true);
  },
);
