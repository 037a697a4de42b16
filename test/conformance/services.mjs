// What `kalint failover` foretells of virtual servers against the real keepalived: `npm run conformance:services [-- --binary PATH] [--record FILE]`
// Linux, root, keepalived, iproute2, gcc. One keepalived in a network namespace of its own checks real servers that come
// and go there; services/ipvs.c stands for the kernel's table, so that this needs no IPVS. After each step of all stories
// the table and the quorum scripts are what the model says, within the time that it gives, or the check has failed.
// The last line is `N passed, N failed`. Needs `npm run build`.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { failServer, recoverServer, serviceFactsOf, startPool, tableOf } from "../../packages/cluster/dist/index.js";
import { bind, evaluate, memoryHost } from "../../packages/daemon/dist/index.js";
import { services } from "./services/services.mjs";

const { values: options } = parseArgs({
  options: {
    binary: { type: "string", default: "/usr/sbin/keepalived" },
    record: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});

const said = spawnSync(options.binary, ["--version"], { encoding: "utf8" });
const version = /v(\d+\.\d+\.\d+)/.exec(`${said.stdout}${said.stderr}`)?.[1];
if (!version) throw new Error(`${options.binary} does not tell its version`);

/** Seconds by which a busy machine may be late, and for which a state must stay as it is. */
const patience = 4;
const steady = 1.5;

const folder = mkdtempSync(join(tmpdir(), "kalint-services-"));
const namespace = `kalint-services-${process.pid}`;
const log = join(folder, "ipvs.log");
const file = join(folder, "keepalived.conf");
let daemon;
let servers;

const serviceName = (index) => `10.99.${index + 1}.1:80`;
const address = (index, server) => `127.1.${index + 1}.${server + 1}`;
const marker = (index, server) => join(folder, `up-${address(index, server)}`);
const sorryServer = "127.1.0.1";

try {
  writeFileSync(file, configuration());
  writeFileSync(log, "");
  const library = join(folder, "ipvs.so");
  execFileSync("gcc", [
    "-shared",
    "-fPIC",
    "-O1",
    "-Wall",
    "-Werror",
    "-o",
    library,
    join(import.meta.dirname, "services/ipvs.c"),
    "-ldl",
  ]);
  execFileSync("ip", ["netns", "add", namespace]);
  execFileSync("ip", ["-n", namespace, "link", "set", "lo", "up"]);
  servers = startServers();
  const actors = services.map(actorOf);
  for (const [index, { servers: own, down = [] }] of services.entries()) {
    for (const server of own.keys()) if (!down.includes(server + 1)) await set(index, server, true);
  }
  startDaemon(library);
  await prove(actors);
} finally {
  daemon?.kill("SIGKILL");
  servers?.kill();
  const left = spawnSync("ip", ["netns", "pids", namespace], { encoding: "utf8" }).stdout ?? "";
  for (const pid of left.split("\n").filter(Boolean)) spawnSync("kill", ["-9", pid]);
  spawnSync("ip", ["netns", "del", namespace]);
  if (!options.keep) rmSync(folder, { recursive: true, force: true });
}

function configuration() {
  const blocks = services.map(({ lines = [], sorry, servers: own, twice }, index) => [
    `virtual_server 10.99.${index + 1}.1 80 {`,
    ...["delay_loop 1", "lvs_sched rr", "lvs_method NAT", "protocol TCP", "delay_before_retry 1", ...lines].map(
      (line) => `    ${line}`,
    ),
    `    quorum_up "/bin/sh -c 'echo up >>${folder}/quorum-${index}'"`,
    `    quorum_down "/bin/sh -c 'echo down >>${folder}/quorum-${index}'"`,
    ...(sorry ? [`    sorry_server ${sorryServer} 80`] : []),
    ...[...own.entries(), ...(twice ? [[0, own[0]]] : [])].flatMap(([number, server]) => [
      `    real_server ${address(index, number)} 80 {`,
      ...(typeof server === "function" ? server(address(index, number)) : server).map((line) => `        ${line}`),
      "    }",
    ]),
    "}",
  ]);
  // A sorry server above its options: sorry_server_inhibit wants one.
  const text = blocks.map((block) => sorted(block).join("\n")).join("\n");
  return `global_defs {\n    script_user root\n    enable_script_security\n    checker_log_all_failures\n}\n${text}\n`.replaceAll(
    "@DIR@",
    folder,
  );
}

function sorted(block) {
  const sorry = block.filter((line) => line.includes("sorry_server "));
  const inhibit = block.filter((line) => line.includes("sorry_server_inhibit"));
  const rest = block.filter((line) => !sorry.includes(line) && !inhibit.includes(line));
  return [...rest.slice(0, 1), ...sorry, ...inhibit, ...rest.slice(1)];
}

/** The model of one service, and what its scripts will have said. */
function actorOf(service, index) {
  const host = bind(
    evaluate({ path: file, host: memoryHost({ [file]: readFileSync(file, "utf8") }), target: version }),
    "host",
  );
  const server = host.virtualServers[index];
  const facts = serviceFactsOf(server);
  let pool = startPool(facts);
  for (const number of service.servers.keys()) {
    if (!(service.down ?? []).includes(number + 1)) pool = recoverServer(pool, number);
    else pool = failServer(pool, number);
  }
  return { service, index, facts, pool, wrong: [], states: [] };
}

function startServers() {
  const child = spawn(
    "ip",
    ["netns", "exec", namespace, process.execPath, join(import.meta.dirname, "services/servers.mjs")],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.tell = async (line) => {
    child.stdin.write(`${line}\n`);
    const { value } = await lines.next();
    if (value !== "ok") throw new Error(`the servers said ${value} to ${line}`);
  };
  return child;
}

async function set(index, server, up) {
  await servers.tell(`${up ? "up" : "down"} ${address(index, server)}`);
  mark(index, server, up);
}

function mark(index, server, up) {
  if (up) writeFileSync(marker(index, server), "");
  else rmSync(marker(index, server), { force: true });
}

function startDaemon(library) {
  daemon = spawn(
    "ip",
    [
      "netns",
      "exec",
      namespace,
      options.binary,
      "-n",
      "-l",
      "-D",
      "-C",
      "-f",
      file,
      "-p",
      join(folder, "pid"),
      "-c",
      join(folder, "checkers.pid"),
    ],
    { env: { ...process.env, LD_PRELOAD: library, IPVS_LOG: log }, stdio: ["ignore", "pipe", "pipe"] },
  );
  daemon.said = "";
  for (const stream of [daemon.stdout, daemon.stderr]) stream.on("data", (data) => (daemon.said += data));
}

/** What the kernel would hold, by service. */
function tables() {
  const found = new Map();
  for (const line of readFileSync(log, "utf8").trim().split("\n").filter(Boolean)) {
    const [verb, service, server, weight] = line.split(" ");
    const table = found.get(service) ?? new Map();
    found.set(service, table);
    if (verb === "DEL") table.delete(server);
    else table.set(server, Number(weight));
  }
  return found;
}

/** What the kernel would hold for a service, and what its scripts said last. */
function seen(actor) {
  const path = join(folder, `quorum-${actor.index}`);
  return {
    table: Object.fromEntries(tables().get(serviceName(actor.index)) ?? []),
    said: existsSync(path) ? readFileSync(path, "utf8").trim().split("\n").at(-1) : undefined,
  };
}

function difference(actor) {
  const { table, said: last } = seen(actor);
  const shown = (table) =>
    [...table]
      .map(([name, weight]) => `${name} ${weight}`)
      .toSorted()
      .join(", ") || "nothing";
  const real = shown(Object.entries(table));
  const model = shown(tableOf(actor.pool));
  if (real !== model) return `the table holds ${real}; foretold was ${model}`;
  const quorum = actor.pool.quorumUp ? "up" : "down";
  // Where the quorum was never up no script needs to have run.
  if (last !== undefined ? last !== quorum : quorum === "up") return `the scripts said ${last}; foretold was ${quorum}`;
  return undefined;
}

/** Waits until every service is as foretold and stays so. */
async function settle(actors, seconds) {
  const end = Date.now() + (seconds + patience) * 1000;
  for (;;) {
    const open = actors.filter((actor) => difference(actor) !== undefined);
    if (open.length === 0 || Date.now() > end) break;
    await sleep(100);
  }
  await sleep(steady * 1000);
}

async function prove(actors) {
  console.log(`keepalived ${version}, ${actors.length} virtual servers`);
  const longest = Math.max(...services.map(({ story }) => story.length));
  for (let step = -1; step < longest; step += 1) {
    const acting = actors.filter(
      ({ service, wrong }) => wrong.length === 0 && (step < 0 || step < service.story.length),
    );
    let seconds = 3;
    if (step >= 0) for (const actor of acting) seconds = Math.max(seconds, await act(actor, actor.service.story[step]));
    await settle(acting, seconds);
    for (const actor of acting) {
      const complaint = difference(actor);
      const words = step < 0 ? "start" : actor.service.story[step];
      if (complaint === undefined) actor.states.push({ step: words, ...seen(actor) });
      else actor.wrong.push(`${words}: ${complaint}`);
    }
  }
  for (const { service, wrong, states } of actors) {
    console.log(`${wrong.length === 0 ? "ok    " : "FAILED"} ${service.name} (${states.length} states)`);
    for (const line of wrong) console.log(`       ${line}`);
  }
  if (options.record) record(actors);
  const failed = actors.filter(({ wrong }) => wrong.length > 0).length;
  if (failed > 0) console.log(daemon.said.replace(/^/gm, "       "));
  console.log(`${actors.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** What the daemon did, for the unit tests. */
function record(actors) {
  const configuration = readFileSync(file, "utf8").replaceAll(folder, "/run/services");
  const observed = actors
    .filter(({ wrong }) => wrong.length === 0)
    .map(({ service: { name, down = [] }, index, states }) => ({ name, index, down, states }));
  const rows = observed.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
  writeFileSync(
    options.record,
    `{\n  "version": ${JSON.stringify(version)},\n  "configuration": ${JSON.stringify(configuration)},\n  "services": [\n${rows}\n  ]\n}\n`,
  );
}

/** The step in the real world and in the model; the seconds that it may take until keepalived has noticed. */
async function act(actor, words) {
  let seconds = 3;
  for (const part of words.split(",")) {
    const [verb, number] = part.split(" ");
    const server = Number(number) - 1;
    const up = verb === "recover" || verb === "mend";
    // Broken: one of its checks fails while it still takes connections.
    if (verb === "break" || verb === "mend") mark(actor.index, server, up);
    else await set(actor.index, server, up);
    const before = actor.pool;
    actor.pool = up ? recoverServer(before, server) : failServer(before, server);
    seconds = Math.max(seconds, actor.facts.servers[server].detection?.seconds ?? 0);
  }
  return seconds;
}
