import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runIn } from "./command.js";

const server = (service: string, method: string, ...real: readonly string[]) => `virtual_server ${service} {
    lvs_sched rr
    lvs_method ${method}
    protocol TCP
${real.map((each) => (each.startsWith("sorry") ? `    ${each}\n` : `    real_server ${each} {\n    }\n`)).join("")}}
`;

const group = `virtual_server_group web {
    192.0.2.10-11 80
    2001:db8::10 80
}
`;

/** The addresses that the script takes, or what is said instead. */
async function checkAddresses(
  configuration: string,
  realServer: string | undefined,
  expected: readonly string[] | string,
) {
  const option = realServer === undefined ? "" : `--real-server ${realServer}`;
  const { status, output, errors } = await runIn(`generate real-server lb.conf ${option}`, {
    files: { "lb.conf": configuration },
  });
  if (typeof expected === "string")
    expect({ status, output, errors }).toEqual({ status: 2, output: "", errors: expected });
  else {
    expect(status).toBe(0);
    expect(/^addresses='([^']*)'/m.exec(output)?.[1]?.split("\n")).toEqual(expected);
  }
}

describe("which addresses", () => {
  const two = server("192.0.2.10 80", "DR", "10.0.0.1 80", "10.0.0.2 80");
  const cases: readonly [
    name: string,
    configuration: string,
    realServer: string | undefined,
    readonly string[] | string,
  ][] = [
    ["of all alike", two, undefined, ["192.0.2.10/32"]],
    ["one for two ports", two + server("192.0.2.10 443", "DR", "10.0.0.1 443"), "10.0.0.1", ["192.0.2.10/32"]],
    ["of one", two + server("192.0.2.11 80", "DR", "10.0.0.2 80"), "10.0.0.2", ["192.0.2.10/32", "192.0.2.11/32"]],
    [
      "of none, where they differ",
      two + server("192.0.2.11 80", "DR", "10.0.0.2 80"),
      undefined,
      "kalint: lb.conf: its real servers differ; choose one with --real-server:\n  10.0.0.1  for 192.0.2.10\n  10.0.0.2  for 192.0.2.10, 192.0.2.11\n",
    ],
    [
      "a group's",
      group + server("group web", "DR", "10.0.0.1 80"),
      undefined,
      ["192.0.2.10/32", "192.0.2.11/32", "2001:db8::10/128"],
    ],
    ["IPv6, in another spelling", server("2001:db8::10 80", "DR", "fd00::1 80"), "fd00:0::1", ["2001:db8::10/128"]],
    [
      "the sorry server's",
      server("192.0.2.10 80", "DR", "10.0.0.1 80", "sorry_server 10.0.0.9 80"),
      "10.0.0.9",
      ["192.0.2.10/32"],
    ],
    ["not of NAT", server("192.0.2.11 80", "NAT", "10.0.0.1 80") + two, "10.0.0.1", ["192.0.2.10/32"]],
    [
      "a real server's own method",
      two.replace("real_server 10.0.0.2 80 {\n", "real_server 10.0.0.2 80 {\n        lvs_method NAT\n"),
      "10.0.0.2",
      "kalint: 10.0.0.2 serves only with lvs_method NAT: it needs no virtual address, but the director as its gateway.\n",
    ],
    [
      "of a stranger",
      two,
      "10.0.0.3",
      "kalint: 10.0.0.3 is no real server of lb.conf with lvs_method DR or TUN. There are: 10.0.0.1, 10.0.0.2.\n",
    ],
    ["of no address", two, "web1", "kalint: --real-server: 'web1' is no address.\n"],
    [
      "of nobody",
      server("192.0.2.11 80", "NAT", "10.0.0.1 80"),
      undefined,
      "kalint: lb.conf: no virtual server forwards with lvs_method DR or TUN, so its real servers need no address of theirs.\n",
    ],
  ];
  test.each(cases)("%s", (_, configuration, realServer, expected) =>
    checkAddresses(configuration, realServer, expected),
  );
});

const mixed = group + server("group web", "DR", "10.0.0.1 80");

test("the script sets the settings before the addresses, and IPv6 needs none", async () => {
  const { output } = await runIn("generate real-server lb.conf", { files: { "lb.conf": mixed } });
  expect(output.startsWith("#!/bin/sh\n")).toBe(true);
  expect(output).toContain(`settings='net/ipv4/conf/all/arp_ignore=1
net/ipv4/conf/all/arp_announce=2
net/ipv4/conf/lo/arp_ignore=1
net/ipv4/conf/lo/arp_announce=2'`);
  const six = await runIn("generate real-server lb.conf", {
    files: { "lb.conf": server("2001:db8::10 80", "DR", "fd00::1 80") },
  });
  expect(six.output).toContain("settings=''\n");
});

test("nothing of the configuration can break out of the script or of a template", async () => {
  const name = "a$(id)`id`'{{ 1 }}{% x %}{#.conf";
  const { output } = await runIn(`generate real-server --format ansible ${name.replaceAll(" ", "")}`, {
    files: { [name.replaceAll(" ", "")]: mixed },
  });
  const script = output.slice(output.indexOf("content: |"), output.indexOf("register:"));
  expect(script).toContain("lvs-real-server");
  expect(script).not.toMatch(/\{[{%#]|\$\(id\)|`/);
});

test("as files for systemd", async () => {
  const { output } = await runIn("generate real-server lb.conf --format systemd", { files: { "lb.conf": mixed } });
  expect(output.replace(/^#.*\n/gm, "")).toBe(`
net.ipv4.conf.all.arp_ignore = 1
net.ipv4.conf.all.arp_announce = 2
net.ipv4.conf.lo.arp_ignore = 1
net.ipv4.conf.lo.arp_announce = 2


[Match]
Name=lo

[Address]
Address=192.0.2.10/32

[Address]
Address=192.0.2.11/32

[Address]
Address=2001:db8::10/128
PreferredLifetime=0
DuplicateAddressDetection=none
`);
  expect(output.match(/^# ==> .* <==$/gm)).toEqual([
    "# ==> /etc/sysctl.d/60-lvs-real-server.conf <==",
    "# ==> /etc/systemd/network/10-lvs-real-server.network <==",
  ]);
});

test("below a folder, again and again", async () => {
  const files = { "lb.conf": mixed };
  const first = await runIn("generate real-server lb.conf --output-dir out", { files });
  expect(first).toMatchObject({ status: 0, output: "wrote out/lvs-real-server\n", errors: "" });
  expect(statSync(join(first.directory, "out/lvs-real-server")).mode & 0o100).toBe(0o100);
  const again = await runIn("generate real-server lb.conf --output-dir out", { directory: first.directory });
  expect(again.status).toBe(0);
  const taken = await runIn("generate real-server lb.conf --output-dir out", {
    files: { ...files, "out/lvs-real-server": "#!/bin/sh\n# mine\n" },
  });
  const message = "out/lvs-real-server: exists and is not from 'kalint generate real-server'";
  expect(taken).toMatchObject({ status: 2, output: "", errors: `kalint: ${message}: it is not overwritten\n` });
  const systemd = await runIn("generate real-server lb.conf --output-dir out --format systemd", first);
  expect(systemd.read("out/etc/systemd/network/10-lvs-real-server.network")).toContain("Address=192.0.2.11/32\n");
});

test("says what a tunnel and a firewall mark need besides", async () => {
  const configuration = server("192.0.2.10 80", "TUN", "10.0.0.1 80") + server("fwmark 5", "DR", "10.0.0.1 80");
  const { output, errors } = await runIn("generate real-server lb.conf", { files: { "lb.conf": configuration } });
  for (const text of [output, errors]) {
    expect(text).toContain("'ip link set tunl0 up'");
    expect(text).toContain("firewall mark 5");
  }
});

test("directors that differ must be told apart", async () => {
  const files = {
    "lb.conf": `@lb1 ${"virtual_server 192.0.2.9 80 {"}\n@lb1 lvs_method DR\n@lb1 real_server 10.0.0.7 80 {\n@lb1 }\n@lb1 }\n@lb2 global_defs {\n@lb2 }\n${mixed}`,
  };
  const result = await runIn("generate real-server lb.conf", { files });
  expect(result).toMatchObject({ status: 2, output: "" });
  expect(result.errors).toContain("choose one with --config-id");
  expect((await runIn("generate real-server lb.conf --config-id lb2", { files })).status).toBe(0);
});

test("the page shows what is printed", async () => {
  const directory = join(import.meta.dirname, "../../fixtures/graph");
  const page = readFileSync(join(directory, "../../docs/real-server.md"), "utf8");
  const command = "generate real-server lb1/keepalived.conf --real-server 192.0.2.31 --format systemd";
  expect(page).toContain(command);
  expect(page).toContain(`\`\`\`\n${(await runIn(command, { directory })).output}\`\`\`\n`);
});
