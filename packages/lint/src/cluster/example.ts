/** The text of one of two hosts for the examples of cluster rules. */
export function exampleHost(facts: {
  readonly state?: string;
  readonly id?: number;
  readonly priority?: number;
  readonly interval?: number;
  readonly password?: string;
  readonly version?: number;
  readonly address?: string;
  readonly name?: string;
  readonly device?: string;
  /** Further lines of the instance. */
  readonly lines?: readonly string[];
  /** Text before the instance. */
  readonly before?: string;
  /** Text after it. */
  readonly after?: string;
}): string {
  const { state = "BACKUP", id = 27, priority = 100, interval, password, version, address = "192.0.2.10/24" } = facts;
  const { name = "web", device = "eth0", lines = [], before, after } = facts;
  return [
    ...(before === undefined ? [] : [before]),
    `vrrp_instance ${name} {`,
    `    state ${state}`,
    `    interface ${device}`,
    `    virtual_router_id ${id}`,
    `    priority ${priority}`,
    ...(version === undefined ? [] : [`    version ${version}`]),
    ...(interval === undefined ? [] : [`    advert_int ${interval}`]),
    ...(password === undefined
      ? []
      : ["    authentication {", "        auth_type PASS", `        auth_pass ${password}`, "    }"]),
    ...lines.map((line) => `    ${line}`),
    "    virtual_ipaddress {",
    `        ${address}`,
    "    }",
    "}",
    ...(after === undefined ? [] : [after]),
    "",
  ].join("\n");
}
