import { type ArgumentLine, sortedLines } from "@kalint/daemon";
import { longestInterfaceName, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { anyOf, nearest, quote } from "../suggest.js";

const facts = { interfaces: ["lo", "ens18", "ens19"] };

export const unknownInterface = defineHostRule({
  id: "unknown-interface",
  category: "daemon",
  severity: "error",
  summary: "An interface that the host does not have.",
  why: "keepalived looks up every interface while it reads the configuration. If one that VRRP needs is missing, it rejects the whole VRRP configuration and does not start VRRP, unless `dynamic_interfaces` is set. This rule reports only where it knows the host's interfaces: from `host.interfaces` in `kalint.json`, or with `--this-host`.",
  advice:
    "Correct the name. If the interface appears later than keepalived starts, set `dynamic_interfaces` in `global_defs`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_int_handler; vrrp/vrrp_track.c: alloc_track_if",
  bad: [{ files: exampleInstance([], { device: "eth0" }), facts }],
  good: [
    { files: exampleInstance([], { device: "ens18" }), facts },
    { files: `global_defs {\n    dynamic_interfaces\n}\n\n${exampleInstance([], { device: "ens20" })}`, facts },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/1036"],
  check(host, report) {
    const interfaces = host.known?.interfaces;
    if (interfaces === undefined || host.global.dynamicInterfaces) return;
    for (const site of sortedLines(host).interfaces) {
      if (site.statement.skipped || created.has(site.keyword.name)) continue;
      for (const { argument, word } of site.assignment.values) {
        if (argument.type !== "interface" || interfaces.includes(word.value)) continue;
        if (isTooLong(word.value) || word.value === "lo") continue;
        const near = nearest(word.value, interfaces).map((each) => each.word);
        const claimed = !unclaimed.has(site.keyword.name) && isRead(site);
        report({
          place: word.place,
          message: say`the host has no interface ${quote(word.value)}`,
          help: say`${near.length === 0 ? "" : say`Did you mean ${anyOf(near)}? `}The host has ${anyOf(interfaces, "and")}.`,
          ...(claimed && { daemon: true as const }),
        });
      }
    }
  },
});

/** These name an interface that keepalived makes. */
const created: ReadonlySet<string> = new Set(["use_vmac", "use_ipvlan"]);

/** The configuration test is silent about these: the sync daemon, and the interface of instances without their own. */
const unclaimed: ReadonlySet<string> = new Set(["lvs_sync_daemon", "lvs_sync_daemon_interface", "default_interface"]);

/** Other rules speak of a name that no host can have. Source: keepalived 2.4.3, lib/parser.c and IFNAMSIZ. */
function isTooLong(name: string): boolean {
  return name.length > longestInterfaceName;
}

function isRead({ statement }: ArgumentLine): boolean {
  return statement.unread !== true;
}
