// Hosts as network namespaces around one switch, and a keepalived in each. Linux, root, iproute2.
// Every process and namespace made here is known here, and `close` ends it.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** Where iproute2 keeps them. */
const namespaces = "/run/netns";

/** The neighbour of a BFD session. */
const neighbour = fileURLToPath(new URL("neighbour.mjs", import.meta.url));

let made = 0;

/** A switch with these hosts: eth0 and eth1 each, 10.0.0.N/24 and fd00::N/64 on eth0, 10.0.1.N/24 on eth1. */
export function openNetwork(hostNames) {
  made += 1;
  const prefix = `kalint-${process.pid}-${made}`;
  const nodes = [`${prefix}-switch`, ...hostNames.map((name) => `${prefix}-${name}`)];
  const [hub, ...spaces] = nodes;
  const daemons = new Map();
  const programs = new Map();
  const vanished = new Set();
  const unplugged = new Set();
  const close = async () => {
    await Promise.all([...daemons.values(), ...[...programs.values()].flat()].map((daemon) => kill(daemon)));
    daemons.clear();
    programs.clear();
    for (const space of nodes) attempt(() => ip(["netns", "del", space]));
  };
  try {
    for (const space of nodes) ip(["netns", "add", space]);
    ip(["-n", hub, "-batch", "-"], ["link set lo up", "link add br0 type bridge mcast_snooping 0", "link set br0 up"]);
    for (const [index, space] of spaces.entries()) wire(hub, space, index + 1);
  } catch (error) {
    for (const space of nodes) attempt(() => ip(["netns", "del", space]));
    throw error;
  }
  const space = (host) => spaces[hostNames.indexOf(host)];
  const link = (host, device, state) => {
    ip(["-n", hub, "link", "set", `p${hostNames.indexOf(host) + 1}${device}`, state]);
  };
  return {
    close,
    /** Plugs a host's interface in or out; a host that vanished keeps it like that when it returns. */
    plug(host, device, state) {
      if (state === "down") unplugged.add(`${host} ${device}`);
      else unplugged.delete(`${host} ${device}`);
      if (state === "down" || !vanished.has(host)) link(host, device, state);
    },
    /** Starts keepalived with a configuration file; the files that it writes lie in `folder`. */
    start(host, { binary, file, folder }) {
      daemons.set(host, launch(space(host), binary, file, folder));
    },
    /** Starts one more program that `track_process` can see: the command is its path. */
    run(path) {
      if (!existsSync(path)) copyFileSync("/bin/sleep", path);
      programs.set(path, [...(programs.get(path) ?? []), watched(spawn(path, ["1d"], { stdio: "ignore" }))]);
    },
    /** Starts a BFD neighbour on the switch, which answers at this address. */
    answer(address) {
      attempt(() => ip(["-n", hub, "addr", "add", `${address}/24`, "dev", "br0"]));
      const words = ["netns", "exec", hub, process.execPath, neighbour, address];
      programs.set(address, [watched(spawn("ip", words, { stdio: "ignore" }))]);
    },
    /** Ends one of the programs that were started under this path, or the neighbour at this address. */
    async end(name) {
      const [program, ...others] = programs.get(name) ?? [];
      programs.set(name, others);
      if (program) await kill(program);
    },
    /** SIGTERM, and its end. */
    async stop(host) {
      const daemon = daemons.get(host);
      daemons.delete(host);
      if (daemon) await terminate(daemon);
    },
    /** The host vanishes: nothing more leaves it, and its addresses go with it. */
    async lose(host) {
      vanished.add(host);
      for (const device of ["eth0", "eth1"]) link(host, device, "down");
      const daemon = daemons.get(host);
      daemons.delete(host);
      if (daemon) await kill(daemon);
      const index = hostNames.indexOf(host) + 1;
      ip(["-n", space(host), "-batch", "-"], ["addr flush dev eth0", "addr flush dev eth1", ...addresses(index)]);
    },
    /** A host that vanished has the links again that nobody has unplugged; others are left as they are. */
    revive(host) {
      if (!vanished.delete(host)) return;
      for (const device of ["eth0", "eth1"]) if (!unplugged.has(`${host} ${device}`)) link(host, device, "up");
    },
    /** Every address of a host, without prefix lengths. */
    addressesOf(host) {
      const shown = ip(["-n", space(host), "-o", "addr", "show"]);
      return new Set([...shown.matchAll(/\binet6? ([0-9a-f.:]+)/g)].map((match) => match[1]));
    },
    logOf: (host) =>
      daemons
        .get(host)
        ?.log.map(({ text }) => text)
        .join("")
        .split("\n")
        .slice(-30)
        .join("\n") ?? "(not running)",
    /** When an instance became MASTER, at `since` (milliseconds) or later, by its daemon's own words. */
    becameMaster: (host, instance, since) =>
      daemons.get(host)?.log.find(({ at, text }) => at >= since && text.includes(`(${instance}) Entering MASTER STATE`))
        ?.at,
    isRunning: (host) => daemons.has(host) && daemons.get(host).process.exitCode === null,
  };
}

/** Ends what a run has left that was killed before it could tidy up. */
export function sweep() {
  for (const space of existsSync(namespaces) ? readdirSync(namespaces) : []) {
    const owner = /^kalint-(\d+)-/.exec(space)?.[1];
    if (owner === undefined || existsSync(`/proc/${owner}`)) continue;
    attempt(() => {
      for (const pid of ip(["netns", "pids", space]).split("\n").filter(Boolean)) process.kill(Number(pid), "SIGKILL");
    });
    attempt(() => ip(["netns", "del", space]));
  }
}

function wire(hub, space, index) {
  const lines = ["eth0", "eth1"].flatMap((device) => [
    `link add p${index}${device} netns ${hub} type veth peer name ${device} netns ${space}`,
  ]);
  ip(["-batch", "-"], lines);
  // The second interfaces are plugged in, but lead nowhere: only their being up is looked at.
  ip(
    ["-n", hub, "-batch", "-"],
    [`link set p${index}eth0 master br0`, `link set p${index}eth0 up`, `link set p${index}eth1 up`],
  );
  // Duplicate address detection would keep the addresses from being used for a second.
  ip(["netns", "exec", space, "sh", "-c", "for f in /proc/sys/net/ipv6/conf/*/accept_dad; do echo 0 > $f; done"]);
  ip(["-n", space, "-batch", "-"], ["link set lo up", "link set eth0 up", "link set eth1 up", ...addresses(index)]);
}

function addresses(index) {
  return [
    `addr add 10.0.0.${index}/24 dev eth0`,
    `addr add fd00::${index}/64 dev eth0`,
    `addr add fe80::${index}/64 dev eth0`,
    `addr add 10.0.1.${index}/24 dev eth1`,
  ];
}

function launch(space, binary, file, folder) {
  const pids = ["p", "r", "c", "b"].map((letter) => `-${letter} ${folder}/${letter}.pid`).join(" ");
  const text = readFileSync(file, "utf8");
  const only = text.includes("bfd_instance") ? "" : "--vrrp";
  const command = `exec ${binary} ${only} -n -l -D -f ${file} ${pids}`;
  const words = text.includes("vrrp_track_process")
    ? ["unshare", "-m", "sh", "-c", `${hideRun(space, folder)} && ${command} -s ${space}`]
    : ["ip", "netns", "exec", space, "unshare", "-m", "sh", "-c", `mount -t tmpfs tmpfs /run && ${command}`];
  return watched(spawn(words[0], words.slice(1), { stdio: ["ignore", "pipe", "pipe"] }));
}

/**
 * The kernel tells of processes in the first network namespace alone. keepalived asks it there and then moves into the
 * namespace that it is told by name, so that this name must be found in its own /run.
 */
function hideRun(space, folder) {
  const [own, shared] = [`${folder}/namespace`, `${namespaces}/${space}`];
  return [
    `touch ${own}`,
    `mount --bind ${shared} ${own}`,
    "mount -t tmpfs tmpfs /run",
    `mkdir ${namespaces}`,
    `touch ${shared}`,
    `mount --bind ${own} ${shared}`,
  ].join(" && ");
}

/** A child process, what it says, and its end. */
function watched(daemon) {
  const log = [];
  for (const stream of [daemon.stdout, daemon.stderr])
    stream?.on("data", (data) => log.push({ at: Date.now(), text: String(data) }));
  const ended = new Promise((resolve) => daemon.once("exit", resolve));
  return { process: daemon, log, ended };
}

async function terminate(daemon) {
  attempt(() => process.kill(daemon.process.pid, "SIGTERM"));
  await Promise.race([daemon.ended, sleep(5000)]);
  if (daemon.process.exitCode === null && daemon.process.signalCode === null) await kill(daemon);
}

/** All its processes at once: a child that outlives its parent would still say goodbye to the cluster. */
async function kill(daemon) {
  const { pid } = daemon.process;
  if (daemon.process.exitCode !== null || daemon.process.signalCode !== null) return;
  attempt(() => process.kill(pid, "SIGSTOP"));
  for (const child of childrenOf(pid)) attempt(() => process.kill(child, "SIGKILL"));
  attempt(() => process.kill(pid, "SIGKILL"));
  await Promise.race([daemon.ended, sleep(3000)]);
}

function childrenOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    const children = text.split(" ").map(Number).filter(Boolean);
    return children.flatMap((child) => [...childrenOf(child), child]);
  } catch {
    return [];
  }
}

function ip(words, lines) {
  const input = lines === undefined ? undefined : `${lines.join("\n")}\n`;
  return execFileSync("ip", words, { encoding: "utf8", input, stdio: ["pipe", "pipe", "pipe"] });
}

function attempt(action) {
  try {
    action();
  } catch {
    // What is gone already needs no end.
  }
}
