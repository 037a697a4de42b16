/** Words that people write for a value of another name, by the argument: what other programs and talk call it. */
const synonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: {
    slave: "BACKUP",
    standby: "BACKUP",
    secondary: "BACKUP",
    passive: "BACKUP",
    primary: "MASTER",
    active: "MASTER",
    leader: "MASTER",
  },
  protocol: { http: "TCP", https: "TCP", dns: "UDP" },
  scheduler: {
    "round-robin": "rr",
    roundrobin: "rr",
    round_robin: "rr",
    leastconn: "lc",
    "least-connection": "lc",
    source: "sh",
    source_hash: "sh",
    maglev: "mh",
  },
  method: {
    masq: "NAT",
    masquerade: "NAT",
    masquerading: "NAT",
    route: "DR",
    direct: "DR",
    gate: "DR",
    ipip: "TUN",
    tunnel: "TUN",
  },
  type: { password: "PASS", simple: "PASS", plain: "PASS" },
};

/** The value that is probably meant, of those that the argument takes. */
export function synonymOf(argument: string, word: string, values: readonly string[]): string | undefined {
  const meant = synonyms[argument]?.[word.toLowerCase()];
  return meant !== undefined && values.includes(meant) ? meant : undefined;
}
