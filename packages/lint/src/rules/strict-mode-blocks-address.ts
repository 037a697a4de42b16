import {
  type HostConfiguration,
  hasChild,
  headerPlace,
  lastChild,
  statementsAt,
  type VrrpInstance,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { anyOf } from "../suggest.js";

const strict = (text: string) => `global_defs {\n    vrrp_strict\n    vrrp_version 3\n}\n\n${text}`;

export const strictModeBlocksAddress = defineHostRule({
  id: "strict-mode-blocks-address",
  category: "vrrp",
  severity: "warning",
  summary: "Strict mode without `accept`: nobody can use the address.",
  why: "In strict mode a MASTER that does not own the address must not accept packets for it (RFC 5798). keepalived adds firewall rules that drop everything sent to the virtual addresses: they do not answer pings, and no service on this host answers there. Connections to a virtual server on such an address are dropped, too; only traffic that the host routes gets through.",
  advice: "Remove `vrrp_strict`, which hardly anybody needs, or add `accept` to the instance (VRRP version 3 only).",
  since: "0.1.0",
  source:
    "RFC 5798, section 6.4.3; keepalived 2.4.3, vrrp/vrrp_firewall.c: firewall_handle_accept_mode; ip_vs_core.c of Linux: ip_vs_ops4",
  bad: [{ files: strict(exampleInstance()) }],
  good: [{ files: strict(exampleInstance(["accept"])) }],
  evidence: [
    "https://github.com/acassen/keepalived/issues/474",
    "https://github.com/acassen/keepalived/issues/602",
    "https://github.com/acassen/keepalived/issues/1373",
    "https://github.com/acassen/keepalived/issues/1846",
  ],
  check(host, report) {
    const global = statementsAt(host, "global_defs/vrrp_strict").at(-1);
    const blocked = host.instances.filter(isBlocked);
    const byDefault = blocked.filter(({ statement }) => !hasChild(statement, "strict_mode"));
    if (global && byDefault.length > 0) {
      report({
        place: headerPlace(global),
        message: say`strict mode drops all packets to the addresses of ${namesOf(byDefault)}: ${byDefault.length > 1 ? say`they have` : say`it has`} no accept`,
        related: byDefault.map(({ name, place }) => ({ place, message: name })),
        help: helpFor(host, byDefault),
      });
    }
    for (const instance of blocked) {
      const line = lastChild(instance.statement, "strict_mode");
      if (line === undefined) continue;
      report({
        place: headerPlace(line),
        message: say`strict mode drops all packets to the addresses of ${instance.name}: it has no accept`,
        help: helpFor(host, [instance]),
      });
    }
  },
});

function isBlocked({ strict, statement, owner, addresses }: VrrpInstance): boolean {
  return strict && !owner && addresses.length > 0 && !hasChild(statement, "accept");
}

function namesOf(instances: readonly VrrpInstance[]): string {
  const names = instances.map(({ name }) => name);
  return names.length > 4
    ? say`${names.slice(0, 3).join(", ")} and ${names.length - 3} more instances`
    : anyOf(names, "and");
}

function helpFor(_host: HostConfiguration, instances: readonly VrrpInstance[]): string {
  return instances.some(({ effectiveVersion }) => effectiveVersion === 2)
    ? say`Remove \`vrrp_strict\`: version 2 has no \`accept\` in strict mode.`
    : say`Remove \`vrrp_strict\`, or add \`accept\` to the instance.`;
}
