/** A complete instance for the examples of rules, with further lines before its addresses. */
export function exampleInstance(
  lines: readonly string[] = [],
  facts: {
    readonly name?: string;
    readonly state?: string;
    readonly device?: string;
    readonly id?: number;
    readonly priority?: number;
    readonly addresses?: readonly string[];
  } = {},
): string {
  const {
    name = "web",
    state = "BACKUP",
    device = "eth0",
    id = 27,
    priority = 100,
    addresses = ["192.0.2.10/24"],
  } = facts;
  return `${[
    `vrrp_instance ${name} {`,
    `    state ${state}`,
    `    interface ${device}`,
    `    virtual_router_id ${id}`,
    `    priority ${priority}`,
    ...lines.map((line) => `    ${line}`),
    "    virtual_ipaddress {",
    ...addresses.map((address) => `        ${address}`),
    "    }",
    "}",
  ].join("\n")}\n`;
}

/** A complete virtual server with one checked real server; `lines` stand before it, `server` inside it. */
export function exampleServer(
  lines: readonly string[] = [],
  facts: {
    readonly header?: string;
    readonly scheduler?: string;
    readonly method?: string;
    readonly protocol?: string | undefined;
    readonly realServer?: string;
    readonly server?: readonly string[];
    readonly after?: readonly string[];
  } = {},
): string {
  const { header = "192.0.2.10 80", scheduler = "wlc", method = "NAT" } = facts;
  const { realServer = "10.0.0.2 80", server = [], after = [] } = facts;
  const protocol = "protocol" in facts ? facts.protocol : "TCP";
  return `${[
    `virtual_server ${header} {`,
    "    delay_loop 10",
    `    lvs_sched ${scheduler}`,
    `    lvs_method ${method}`,
    ...(protocol === undefined ? [] : [`    protocol ${protocol}`]),
    ...lines.map((line) => `    ${line}`),
    `    real_server ${realServer} {`,
    ...server.map((line) => `        ${line}`),
    "        TCP_CHECK {",
    "            connect_timeout 3",
    "        }",
    "    }",
    ...after.map((line) => `    ${line}`),
    "}",
  ].join("\n")}\n`;
}

/** Scripts may run, as a user that is named. */
export const exampleScriptGlobals = `global_defs {
    enable_script_security
    script_user nobody
}

`;

/** A complete tracked script; `lines` stand in its block, `tracking` behind its name in `track_script`. */
export function exampleScript(
  lines: readonly string[],
  facts: { readonly tracking?: string; readonly instance?: readonly string[]; readonly globals?: string } = {},
): string {
  const { tracking = "up", instance = [], globals = exampleScriptGlobals } = facts;
  return `${globals}${["vrrp_script up {", ...lines.map((line) => `    ${line}`), "}"].join("\n")}\n\n${exampleInstance(
    [...instance, "track_script {", `    ${tracking}`, "}"],
  )}`;
}
