import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failoverLimits, serviceLimitList } from "@kalint/cluster";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { displayWidth } from "../../packages/cli/src/render/width.js";
import { runIn } from "./command.js";

const root = join(import.meta.dirname, "../..");

/** The files of a fixture cluster, by path from its folder. */
function fixture(name: string): Record<string, string> {
  const folder = join(root, "fixtures/clusters", name);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".conf"));
  return Object.fromEntries(paths.sort().map((path) => [`${name}/${path}`, readFileSync(join(folder, path), "utf8")]));
}

/** One line for each row, whatever it says. */
const wide = { NO_COLOR: "1", COLUMNS: "400" };

test.each(["web-pair-ok", "failover-checks", "failover-services"])(
  "the tables of %s fit 80 cells in a pipe",
  async (name) => {
    const { output } = await runIn("failover .", { files: fixture(name) });
    expect(output.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
  },
);

/** The first table of a fixture, its lines without those above the events. */
async function tableOf(name: string, options = "") {
  const { output, status, errors } = await runIn(`failover ${options} .`, { files: fixture(name), environment: wide });
  expect(errors).toBe("");
  const [verdict = "", first = ""] = output.split(/\n(?=cluster )/);
  const lines = first.trimEnd().split("\n");
  return { status, output, verdict: verdict.trimEnd(), title: lines[0], heading: lines[2], rows: lines.slice(3) };
}

test("an ordinary pair, as a table", async () => {
  const { status, title, heading, rows } = await tableOf("web-pair-ok");
  expect(status).toBe(0);
  expect(title).toBe(
    "cluster web-pair-ok: lb1, lb2          virtual router VI_1 (id 51 on eth0)          192.168.200.254",
  );
  expect(heading).toBe("event                     MASTER   after   why");
  expect(rows).toEqual([
    "normal                    lb1              100 > 50",
    "lb1 lost                  lb2      3.8 s   3 × advert_int + skew (256 − 50)/256",
    "lb1: keepalived stopped   lb2      0.8 s   leaves with priority 0, skew only",
    "lb1 back                  lb1              preempts",
    "lb1: eth0 down            lb2      3.8 s   FAULT, and nobody hears of it: 3 × advert_int + skew (256 − 50)/256",
  ]);
});

test("a check that cannot move the address never does", async () => {
  const { status, rows } = await tableOf("failover-checks");
  expect(status).toBe(0);
  expect(rows).toContain(
    "lb1: chk_nginx fails                lb1      never   100 − 2 = 98 is still above 50: this check cannot move the address",
  );
});

test("the verdict comes first, and --fail-on says what counts", async () => {
  const files = fixture("failover-checks");
  const { output, status } = await runIn("failover .", { files, environment: wide });
  expect(output.split("\n")[0]).toMatch(/^\d+ failing checks? moves? no address/);
  expect(status).toBe(0);
  expect((await runIn("failover --fail-on never .", { files })).status).toBe(1);
  expect((await runIn("failover --fail-on split,outage .", { files })).status).toBe(0);
  const wrong = await runIn("failover --fail-on nver .", { files });
  expect(wrong.errors).toContain("--fail-on cannot be 'nver'. Did you mean never? Allowed: never, split, outage.");
  expect(wrong.status).toBe(2);
  const sound = await runIn("failover .", { files: fixture("web-pair-ok") });
  expect(sound.output.split("\n")[0]).toBe("every single failure leaves exactly one MASTER");
});

test("a terminal gets lines that fit", async () => {
  const { output } = await runIn("failover .", { files: fixture("failover-checks"), columns: 90 });
  const rows = output.trimEnd().split("\n").slice(4);
  for (const row of rows) expect(row.length).toBeLessThanOrEqual(90);
  expect(output).toContain(`98 is still above 50: this\n${" ".repeat(53)}check cannot move the address\n`);
});

test.each([
  ["virtual-router-id", "virtual_router_id is 51 on lb1 and 52 on lb2"],
  ["authentication", "auth_pass differs"],
  ["advert-interval", "advert_int is 1 s on lb1 and 2 s on lb2"],
])("hosts with another %s are a split brain, and the status says so", async (name, reason) => {
  const { status, rows } = await tableOf(`web-pair-mismatched-${name}`);
  expect(status).toBe(1);
  expect(rows[0]).toMatch(/^normal +lb1 and lb2 /);
  expect(rows[0]).toContain(`lb1 and lb2 do not hear each other: ${reason}`);
});

test("the target decides whether other addresses matter", async () => {
  const old = await tableOf("web-pair-mismatched-virtual-addresses", "--target debian-12");
  expect([old.status, old.output.includes("lb1 and lb2 do not hear each other")]).toEqual([1, true]);
  // The hosts hear each other, and the address that only one of them lists comes up there alone.
  const newest = await tableOf("web-pair-mismatched-virtual-addresses", "--target 2.4.3");
  expect([newest.status, newest.output.includes("do not hear each other")]).toEqual([1, false]);
  expect(newest.output).toMatch(/^normal +nobody +lb1 is MASTER and does not list what only lb2 lists/m);
});

test("the worst virtual router comes first", async () => {
  const instance = (name: string, id: number, address: string, password: string) =>
    `vrrp_instance ${name} {\n interface eth0\n virtual_router_id ${id}\n authentication {\n auth_type PASS\n auth_pass ${password}\n }\n virtual_ipaddress {\n ${address}\n }\n}\n`;
  const host = (password: string) => instance("GOOD", 1, "10.0.0.1", "same") + instance("BAD", 2, "10.0.0.2", password);
  const { output } = await runIn("failover lb1.conf lb2.conf", {
    environment: wide,
    files: { "lb1.conf": host("one"), "lb2.conf": host("two") },
  });
  expect([...output.matchAll(/virtual router (\w+)/g)].map((match) => match[1])).toEqual(["BAD", "GOOD"]);
});

test("one file is enough where its neighbour lies beside it", async () => {
  const files = fixture("web-pair-ok");
  const { output } = await runIn("failover web-pair-ok/lb1/keepalived.conf", { files, environment: wide });
  expect(output).toContain("cluster web-pair-ok: lb1, lb2 ");
  const alone = await runIn("failover --no-neighbours web-pair-ok/lb1/keepalived.conf", { files });
  expect(alone).toMatchObject({ status: 2, output: "", errors: expect.stringContaining("no cluster found") });
});

test("declared nodes give the names", async () => {
  const clusters = [
    {
      name: "shop",
      nodes: [
        { name: "left", file: "failover-groups/lb1/keepalived.conf" },
        { name: "right", file: "failover-groups/lb2/keepalived.conf" },
      ],
    },
  ];
  const files = { ...fixture("failover-groups"), "kalint.json": JSON.stringify({ clusters }) };
  const { output, status } = await runIn("failover .", { files, environment: wide });
  expect(status).toBe(0);
  expect(output).toContain("cluster shop: left, right          virtual router INSIDE (id 10 on eth0)");
  expect(output).toMatch(/^left back +right +right was there first: left \(100 > 50\) has nopreempt$/m);
});

const schema = JSON.parse(readFileSync(join(root, "packages/cli/schema/failover-output.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);

test.each([
  "web-pair-ok",
  "web-pair-mismatched-virtual-router-id",
  "web-pair-equal-priority",
  "failover-checks",
  "failover-groups",
  "failover-services",
])("the JSON of %s follows its schema, which notices a wrong shape", async (name) => {
  const { output } = await runIn("failover --json .", { files: fixture(name) });
  const value = JSON.parse(output);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  value.clusters[0].virtualRouters[0].events[1].event.kind = "gone";
  expect(validate(value)).toBe(false);
});

test("the JSON holds what the table leaves out", async () => {
  const { output } = await runIn("failover --json .", { files: fixture("failover-checks") });
  const [cluster] = JSON.parse(output).clusters;
  expect(cluster).toMatchObject({ name: "failover-checks", hosts: ["lb1", "lb2"] });
  const [router] = cluster.virtualRouters;
  expect(router).toMatchObject({ instance: "VI_1", id: 51, family: "ipv4", interface: "eth0" });
  expect(router.events[0]).toEqual({ event: { kind: "normal" }, masters: ["lb1"], why: "100 > 50" });
  expect(router.events).toContainEqual({
    event: { kind: "stopped", host: "lb1" },
    masters: ["lb2"],
    seconds: 0.8,
    why: "leaves with priority 0, skew only",
  });
  expect(router.events).toContainEqual({
    event: {
      kind: "all",
      of: [
        { kind: "tracker-fails", host: "lb1", tracker: { kind: "script", name: "chk_nginx" } },
        { kind: "tracker-fails", host: "lb1", tracker: { kind: "script", name: "chk_uplink" } },
      ],
    },
    masters: ["lb2"],
    seconds: 5.8,
    why: expect.stringContaining("98 − 60 = 38 < 50"),
  });
  expect(
    router.events.map(({ event }: { event: { kind: string; host?: string } }) => `${event.kind} ${event.host}`),
  ).toContain("lost lb2");
});

test("what cannot be known is noted, and the page lists all of it", async () => {
  const { rows } = await tableOf("web-pair-equal-priority");
  expect(rows.at(-1)).toMatch(/^note {3}Between equal priorities the higher source address decides/);
  const page = readFileSync(join(root, "docs/failover.md"), "utf8");
  for (const { sentence } of [...failoverLimits, ...serviceLimitList]) expect(page).toContain(`- ${sentence}\n`);
});

test("the page shows what the command prints", async () => {
  const page = readFileSync(join(root, "docs/failover.md"), "utf8");
  const { output } = await runIn("failover .", { files: fixture("failover-checks"), environment: wide });
  expect(page).toContain(`\`\`\`\n${output}\`\`\``);
  const services = await runIn("failover .", { files: fixture("failover-services"), environment: wide });
  const [, , table] = services.output.split(/\n(?=cluster )/);
  expect(page).toContain(`\`\`\`\n${table}\`\`\``);
});

/** A pair whose virtual server has these lines. */
function pairWith(...lines: readonly string[]): Record<string, string> {
  const host = (priority: number) => `vrrp_instance V {
 interface eth0
 virtual_router_id 5
 priority ${priority}
 virtual_ipaddress {
  192.0.2.1
 }
}
virtual_server 192.0.2.1 80 {
 protocol TCP
 delay_loop 3
 ${lines.join("\n ")}
}
`;
  return { "lb1.conf": host(100), "lb2.conf": host(50) };
}

const checked = (server: string, ...lines: readonly string[]) =>
  `real_server ${server} 80 {\n${["TCP_CHECK {", "connect_timeout 2", "}", ...lines].join("\n")}\n}`;

async function servicesOf(files: Record<string, string>) {
  const { output, status } = await runIn("failover --json lb1.conf lb2.conf", { files });
  return { status, services: JSON.parse(output).clusters[0].virtualServers };
}

test("the last real server's failure leaves nobody, and the status says so", async () => {
  const alone = await servicesOf(pairWith(checked("10.0.0.1")));
  expect(alone.status).toBe(1);
  expect(alone.services).toHaveLength(1);
  expect(alone.services[0]).toMatchObject({
    name: "192.0.2.1:80",
    hosts: ["lb1", "lb2"],
    instances: ["V"],
    events: [
      { event: { kind: "normal" }, servers: ["10.0.0.1:80"], quorum: "up" },
      // delay_loop 3 + 2 tries × 2 + a pause of 1
      { event: { kind: "real-servers-fail", realServers: ["10.0.0.1:80"] }, servers: [], quorum: "lost", seconds: 8 },
      { event: { kind: "real-servers-back", realServers: ["10.0.0.1:80"] }, servers: ["10.0.0.1:80"], quorum: "up" },
    ],
  });
  const sorry = await servicesOf(pairWith("sorry_server 10.0.0.9 80", checked("10.0.0.1")));
  expect(sorry.status).toBe(0);
  expect(sorry.services[0].events[1]).toMatchObject({ servers: ["10.0.0.9:80"], sorry: true });
});

test("a real server without a check is never taken out", async () => {
  const { services } = await servicesOf(pairWith(checked("10.0.0.1"), "real_server 10.0.0.2 80 {\n weight 1\n}"));
  expect(services[0].events).toContainEqual({
    event: { kind: "real-servers-fail", realServers: ["10.0.0.2:80"] },
    servers: ["10.0.0.1:80", "10.0.0.2:80"],
    sorry: false,
    quorum: "up",
    why: expect.stringContaining("no check"),
  });
});

test("a hysteresis that the start never reaches leaves the sorry server in place", async () => {
  const servers = [1, 2, 3].map((number) => checked(`10.0.0.${number}`));
  const { services } = await servicesOf(pairWith("quorum 3", "hysteresis 1", "sorry_server 10.0.0.9 80", ...servers));
  expect(services[0].events[0]).toMatchObject({
    servers: ["10.0.0.9:80"],
    quorum: "lost",
    why: expect.stringContaining("weight 3 < quorum 3 + hysteresis 1"),
  });
});

test("virtual servers that differ between hosts are foretold each for its own", async () => {
  const files = pairWith(checked("10.0.0.1"), checked("10.0.0.2"));
  files["lb2.conf"] = files["lb2.conf"]!.replace("delay_loop 3", "delay_loop 30");
  const { services } = await servicesOf(files);
  expect(services.map(({ hosts }: { hosts: string[] }) => hosts)).toEqual([["lb1"], ["lb2"]]);
  expect(services.map(({ events }: { events: { seconds?: number }[] }) => events[1]?.seconds)).toEqual([8, 35]);
});

test("equal servers are one event, whichever fails", async () => {
  const servers = Array.from({ length: 20 }, (_, index) => checked(`10.0.0.${index + 1}`));
  const { output } = await runIn("failover lb1.conf lb2.conf", {
    files: pairWith("quorum 15", ...servers),
    environment: wide,
  });
  const rows = (output.split(/\n(?=cluster )/)[2] ?? "").trimEnd().split("\n").slice(3);
  expect(rows.map((row) => row.split(/ {3,}/).slice(0, 2))).toEqual([
    ["normal", "all 20"],
    ["10.0.0.1:80 fails (or one of 19 similar others)", "19 of 20"],
    ["6 of 20 real servers fail", "14 of 20"],
    ["all 20 real servers fail", "nobody"],
    ["15 of 20 real servers back after all failed", "15 of 20"],
  ]);
});

/** As keepalived 2.2.7 was timed with programs that hang and servers that say nothing. */
test.each([
  [
    "a script's pause counts from the start of its last run",
    ["misc_timeout 3", "retry 2", "delay_before_retry 3", "delay_loop 1"],
    10,
  ],
  ["a script without misc_timeout may run for the virtual server's loop", ["delay_loop 1"], 4],
])("%s", async (_, lines, seconds) => {
  const server = `real_server 10.0.0.1 80 {\nMISC_CHECK {\nmisc_path "/bin/x"\n${lines.join("\n")}\n}\n}`;
  const { services } = await servicesOf(pairWith(server));
  expect(services[0].events[1].seconds).toBe(seconds);
});

test.each([
  ["of the virtual server is 1 at least, so that 0 leaves the default", ["retry 0"], [], 8],
  ["of the check may be 0", ["retry 8"], ["retry 0"], 5],
])("the retry %s", async (_, around, own, seconds) => {
  const server = `real_server 10.0.0.1 80 {\nTCP_CHECK {\nconnect_timeout 2\n${own.join("\n")}\n}\n}`;
  const { services } = await servicesOf(pairWith(...around, server));
  expect(services[0].events[1].seconds).toBe(seconds);
});

test("silence is an answer to a UDP_CHECK that requires none", async () => {
  const server = (line: string) => `real_server 10.0.0.1 80 {\nUDP_CHECK {\nconnect_timeout 2\n${line}\n}\n}`;
  const silent = (await servicesOf(pairWith(server("")))).services[0];
  expect(silent.events[1]).not.toHaveProperty("seconds");
  expect(silent.limits).toContainEqual(expect.stringContaining("takes silence for an answer"));
  expect((await servicesOf(pairWith(server("require_reply")))).services[0].events[1].seconds).toBe(8);
});
