/** The text of one of two hosts for the examples of cluster rules. */
export function exampleHost(facts: {
  readonly state?: string;
  readonly id?: number;
  readonly priority?: number;
  readonly interval?: number;
  readonly password?: string;
  readonly version?: number;
  readonly address?: string;
}): string {
  const { state = "BACKUP", id = 27, priority = 100, interval, password, version, address = "192.0.2.10/24" } = facts;
  return [
    "vrrp_instance web {",
    `    state ${state}`,
    "    interface eth0",
    `    virtual_router_id ${id}`,
    `    priority ${priority}`,
    ...(version === undefined ? [] : [`    version ${version}`]),
    ...(interval === undefined ? [] : [`    advert_int ${interval}`]),
    ...(password === undefined
      ? []
      : ["    authentication {", "        auth_type PASS", `        auth_pass ${password}`, "    }"]),
    "    virtual_ipaddress {",
    `        ${address}`,
    "    }",
    "}",
    "",
  ].join("\n");
}
