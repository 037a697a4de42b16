// What `kalint generate real-server` writes, done for real: `npm run conformance:real-server [-- --kalint PATH]`
// Linux, root, iproute2, shellcheck and python3 with yaml. Every case gets network namespaces of its own, a client and a
// real server; the script runs in the second one, and what it did is read with `ip` and from /proc. ARP is asked for real.
// The last line is `N passed, N failed`. Needs `npm run build`.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: { kalint: { type: "string", default: fileURLToPath(new URL("../../dist/kalint.js", import.meta.url)) } },
});

const cases = {
  "one service": virtualServer("192.0.2.10 80", "10.9.0.2 80"),
  "two addresses and two ports": [
    virtualServer("192.0.2.10 80", "10.9.0.2 80"),
    virtualServer("192.0.2.10 443", "10.9.0.2 443"),
    virtualServer("192.0.2.11 80", "10.9.0.2 80"),
  ].join(""),
  "IPv6 only": virtualServer("2001:db8::10 80", "fd09::2 80"),
  "a group with ranges and both families": `virtual_server_group web {
    192.0.2.10-12 80
    192.0.2.16/30 80
    192.0.2.30-192.0.2.31 80
    2001:db8::10 80
}
${virtualServer("group web", "10.9.0.2 80")}`,
  "a sorry server": virtualServer("192.0.2.10 80", "10.9.0.3 80", "sorry_server 10.9.0.2 80"),
};

const addressesOf = {
  "one service": ["192.0.2.10/32"],
  "two addresses and two ports": ["192.0.2.10/32", "192.0.2.11/32"],
  "IPv6 only": ["2001:db8::10/128"],
  "a group with ranges and both families": [
    ...[10, 11, 12, 16, 17, 18, 19, 30, 31].map((last) => `192.0.2.${last}/32`),
    "2001:db8::10/128",
  ],
  "a sorry server": ["192.0.2.10/32"],
};

const settingNames = ["all/arp_ignore", "all/arp_announce", "lo/arp_ignore", "lo/arp_announce"];

const folder = mkdtempSync(join(tmpdir(), "kalint-real-server-"));
const namespaces = { server: `kalint-rs-${process.pid}`, client: `kalint-rc-${process.pid}` };
let passed = 0;
let failed = 0;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    closeNetwork();
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
}
try {
  for (const [name, configuration] of Object.entries(cases)) await prove(name, configuration);
} finally {
  closeNetwork();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function prove(name, configuration) {
  console.log(`\n${name}`);
  const file = join(folder, "keepalived.conf");
  const script = join(folder, "lvs-real-server");
  writeFileSync(file, configuration);
  const wanted = addressesOf[name];
  const server = wanted.every((address) => address.includes(":")) ? "fd09::2" : "10.9.0.2";
  writeFileSync(script, generate(file, server, "script"), { mode: 0o755 });

  const shellcheck = spawnSync("shellcheck", ["--shell=sh", script], {
    encoding: "utf8",
  });
  check("shellcheck has nothing to say", shellcheck.stdout || String(shellcheck.error ?? ""), "");
  check(
    "the tasks are YAML and hold the script",
    scriptInTasks(generate(file, server, "ansible")),
    readFileSync(script, "utf8"),
  );
  check("sysctl.d sets what the script sets", sysctlFile(generate(file, server, "systemd")), settingsIn(script));

  openNetwork();
  const untouched = state();
  check("status before start", run(script, "status").status, 3);
  check("start", run(script, "start"), { status: 0, errors: "" });
  check("the addresses are on lo", loopback(), [...wanted].sort());
  check("the settings are set", settings(), wanted.some((one) => one.includes(".")) ? "1 2 1 2" : "0 0 0 0");
  check("status after start", run(script, "status").status, 0);
  const started = state();
  check("start again", run(script, "start"), { status: 0, errors: "" });
  check("which changes nothing", state(), started);
  check("no neighbour is told of the addresses", await answered(wanted), []);
  check("and the service answers at them", await served(wanted[0]), "served");
  check("stop", run(script, "stop"), { status: 0, errors: "" });
  check("which leaves everything as it was", state(), untouched);
  check("stop again", run(script, "stop"), { status: 0, errors: "" });
  check("status after stop", run(script, "status").status, 3);
  check(
    "without the settings the server would answer",
    await answered(wanted, "address only"),
    name === "IPv6 only" ? [] : ipv4Of(wanted).slice(0, 1),
  );

  openNetwork();
  inServer("ip", "address", "add", wanted[0], "dev", "lo");
  set("all/arp_ignore", 2);
  set("lo/arp_announce", 1);
  const before = state();
  run(script, "start");
  check("restart", run(script, "restart"), { status: 0, errors: "" });
  check("starts again", run(script, "status").status, 0);
  run(script, "stop");
  check("what was there before stays after stop", state(), before);
  run(script, "start");
  set("lo/arp_ignore", 8);
  run(script, "stop");
  check("what was set meanwhile stays after stop", settings().split(" ")[2], "8");
  check("an unknown word is refused", run(script, "begin").status, 2);
}

function virtualServer(service, real, more = "") {
  return `virtual_server ${service} {
    lvs_sched rr
    lvs_method DR
    protocol TCP
    ${more}
    real_server ${real} {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`;
}

function generate(file, server, format) {
  const command = [options.kalint, "generate", "real-server", file, "--real-server", server, "--format", format];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  check(`generate ${format}`, { status, stderr }, { status: 0, stderr: "" });
  return stdout;
}

function scriptInTasks(tasks) {
  const read =
    "import sys, yaml; print(yaml.safe_load(sys.stdin)[0]['block'][0]['ansible.builtin.copy']['content'], end='')";
  const { stdout, stderr, error } = spawnSync("python3", ["-c", read], { encoding: "utf8", input: tasks });
  return stderr || error ? `${stderr}${error ?? ""}` : stdout;
}

function sysctlFile(text) {
  return [...text.matchAll(/^(net\S+) = (\d+)$/gm)].map(([, name, value]) => `${name.replaceAll(".", "/")}=${value}`);
}

function settingsIn(script) {
  return readFileSync(script, "utf8").match(/net\/ipv4\/conf\/\w+\/\w+=\d/g) ?? [];
}

/** Fresh namespaces, joined by a cable. */
function openNetwork() {
  closeNetwork();
  const { server, client } = namespaces;
  for (const name of [server, client]) {
    ip("netns", "add", name);
    ip("-n", name, "link", "set", "lo", "up");
  }
  ip("link", "add", "eth0", "netns", server, "type", "veth", "peer", "name", "eth0", "netns", client);
  for (const [name, last] of [
    [server, 2],
    [client, 1],
  ]) {
    ip("-n", name, "address", "add", `10.9.0.${last}/24`, "dev", "eth0");
    ip("-n", name, "address", "add", `fd09::${last}/64`, "dev", "eth0", "nodad");
    ip("-n", name, "link", "set", "eth0", "up");
  }
  ip("-n", client, "route", "add", "192.0.2.0/24", "dev", "eth0");
  ip("-n", client, "route", "add", "2001:db8::/64", "dev", "eth0");
}

function closeNetwork() {
  for (const name of Object.values(namespaces)) spawnSync("ip", ["netns", "del", name], { stdio: "ignore" });
}

function ip(...words) {
  const { status, stderr } = spawnSync("ip", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`ip ${words.join(" ")}: ${stderr}`);
}

function inServer(...words) {
  const { status, stdout, stderr } = spawnSync("ip", ["netns", "exec", namespaces.server, ...words], {
    encoding: "utf8",
    env: { ...process.env, LVS_REAL_SERVER_STATE: join(folder, "state") },
  });
  return { status, output: stdout, errors: stderr };
}

function run(script, action) {
  const { status, errors } = inServer(script, action);
  return { status, errors };
}

/** The addresses on lo that are not its own, sorted. */
function loopback() {
  const shown = JSON.parse(inServer("ip", "-json", "address", "show", "dev", "lo").output);
  const all = shown.flatMap((link) => link.addr_info ?? []).map(({ local, prefixlen }) => `${local}/${prefixlen}`);
  return all.filter((address) => address !== "127.0.0.1/8" && address !== "::1/128").sort();
}

function settings() {
  const files = settingNames.map((name) => `/proc/sys/net/ipv4/conf/${name}`);
  return inServer("cat", ...files)
    .output.trim()
    .replaceAll("\n", " ");
}

function set(name, value) {
  inServer("sh", "-c", `echo ${value} > /proc/sys/net/ipv4/conf/${name}`);
}

function state() {
  const left = spawnSync("test", ["-e", join(folder, "state")]).status === 0;
  return { addresses: loopback(), settings: settings(), noted: left };
}

function ipv4Of(addresses) {
  return addresses.filter((address) => address.includes("."));
}

/** Which of the addresses the server tells its hardware address for. */
async function answered(addresses, mode) {
  const asked = (mode === undefined ? addresses : addresses.slice(0, 1)).map((address) => address.split("/")[0]);
  if (mode !== undefined) inServer("ip", "address", "add", addresses[0], "dev", "lo");
  ip("-n", namespaces.client, "neigh", "flush", "dev", "eth0");
  for (const address of asked) {
    spawnSync("ip", ["netns", "exec", namespaces.client, "bash", "-c", `echo > /dev/udp/${address}/9`]);
  }
  // Three questions, one a second.
  await sleep(mode === undefined ? 3500 : 500);
  const shown = spawnSync("ip", ["-n", namespaces.client, "-json", "neigh", "show", "dev", "eth0"], {
    encoding: "utf8",
  });
  const known = JSON.parse(shown.stdout).filter(({ lladdr }) => lladdr !== undefined);
  const found = known.map(({ dst }) => dst).filter((address) => asked.includes(address));
  if (mode !== undefined) inServer("ip", "address", "del", addresses[0], "dev", "lo");
  return found.map((address) => `${address}/${address.includes(":") ? 128 : 32}`).sort();
}

/** A connection to the address that arrives at the server's hardware address, as the director sends it. */
async function served(address) {
  const [host] = address.split("/");
  const link = JSON.parse(inServer("ip", "-json", "link", "show", "dev", "eth0").output)[0];
  ip("-n", namespaces.client, "neigh", "replace", host, "lladdr", link.address, "dev", "eth0");
  const program = `require("net").createServer((c) => c.end("served")).listen(80, ${JSON.stringify(host)}, () => console.log("up"))`;
  const listener = spawn("ip", ["netns", "exec", namespaces.server, process.execPath, "-e", program]);
  try {
    await new Promise((resolve) => listener.stdout.once("data", resolve));
    const read = spawnSync(
      "ip",
      ["netns", "exec", namespaces.client, "timeout", "5", "bash", "-c", `cat < /dev/tcp/${host}/80`],
      { encoding: "utf8" },
    );
    return read.stdout || read.stderr;
  } finally {
    listener.kill();
    ip("-n", namespaces.client, "neigh", "del", host, "dev", "eth0");
  }
}

function check(what, seen, wanted) {
  const [left, right] = [JSON.stringify(seen), JSON.stringify(wanted)];
  if (left === right) {
    passed += 1;
    console.log(`  ok    ${what}`);
    return;
  }
  failed += 1;
  console.log(`  FAIL  ${what}\n        is      ${left}\n        wanted  ${right}`);
}
