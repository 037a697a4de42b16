import { type Cluster, phraseOf, predictFailover } from "@kalint/cluster";
import { say } from "@kalint/schema";

/** Who is MASTER of each virtual router, and who after each failure: Markdown. */
export function failoverPage(clusters: readonly Cluster[]): string {
  const shown = clusters.filter(({ hosts, virtualRouters }) => hosts.length > 1 && virtualRouters.length > 0);
  if (shown.length === 0) return say`# Failover\n\nNo two of these files share a virtual router.\n`;
  return `${shown.map(clusterSection).join("\n\n")}\n`;
}

function clusterSection(cluster: Cluster): string {
  const names = cluster.hosts.map(({ name }) => name).join(", ");
  const routers = predictFailover(cluster).map(({ instance, id, interface: device, addresses, outcomes, limits }) =>
    [
      `## ${say`${cell(instance)}: virtual router ${id ?? say`without an id`}${device === undefined ? "" : say` on ${cell(device)}`}`}`,
      addresses.length > 0 ? addresses.join(", ") : say`No addresses.`,
      [
        `| ${say`event`} | MASTER | ${say`after`} | ${say`why`} |`,
        "| --- | --- | --- | --- |",
        ...outcomes.map(({ event, masters, seconds, why }) => {
          const after = seconds === undefined ? "" : `${seconds} s`;
          return `| ${cell(phraseOf(event))} | ${cell(masters.join(say` and `) || say`nobody`)} | ${after} | ${cell(why)} |`;
        }),
      ].join("\n"),
      limits.map((limit) => `- ${limit}`).join("\n"),
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
  );
  return [`# ${say`Cluster ${cell(cluster.name)}: ${cell(names)}`}`, ...routers].join("\n\n");
}

/** Names of the configuration must not end a table's cell. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}
