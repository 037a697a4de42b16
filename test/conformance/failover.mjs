// What `kalint failover` foretells against real daemons: `npm run conformance:failover [-- --binary PATH] [--only TEXT] [--parallel N] [--record FILE] [--random N --seed S]`
// Linux, root, keepalived and iproute2. Every cluster gets its own network of namespaces; its hosts start one after the
// other, then its story happens, and after each step the addresses are where the model says. Sixteen run at a time, in real
// time: what a busy machine has brought out of step is played once more, alone, and fails if it is wrong again.
// The last line is `N passed, N failed`. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { compareVersions } from "../../packages/schema/dist/index.js";
import { clusters } from "./failover/clusters.mjs";
import { openNetwork, sweep } from "./failover/network.mjs";
import { randomCluster } from "./failover/random.mjs";
import { foretell } from "./failover/story.mjs";
import { watched } from "./failover/watched.mjs";

const { values: options } = parseArgs({
  options: {
    binary: { type: "string", default: "/usr/sbin/keepalived" },
    only: { type: "string" },
    parallel: { type: "string", default: "16" },
    record: { type: "string" },
    random: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});

/** Seconds until a step with advert_int 1 has settled, and how much longer a busy machine may take. */
const settled = 6;
const patience = 12;

/** Seconds by which a takeover may miss its time: a busy machine is late. */
const tolerance = { early: 0.3, late: 3 };

const said = spawnSync(options.binary, ["--version"], { encoding: "utf8" });
const version = /v(\d+\.\d+\.\d+)/.exec(`${said.stdout}${said.stderr}`)?.[1];
if (!version) throw new Error(`${options.binary} does not tell its version`);

const folder = mkdtempSync(join(tmpdir(), "kalint-failover-"));
const open = new Set();
const observed = [];
let measured = 0;
let passed = 0;
let failed = 0;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  // Impatience must not leave daemons behind, so a second signal changes nothing.
  process.on(signal, async () => {
    await tidy();
    process.exit(1);
  });
}
sweep();
try {
  const candidates = options.random
    ? Array.from({ length: Number(options.random) }, (_, index) => randomCluster(Number(options.seed) + index))
    : [...clusters, ...watched];
  const chosen = candidates.filter(
    ({ name, since }) =>
      name.includes(options.only ?? "") && (since === undefined || compareVersions(version, since) >= 0),
  );
  console.log(`keepalived ${version}, ${chosen.length} clusters`);
  const queue = chosen.entries();
  const again = [];
  const work = async () => {
    for (const [index, cluster] of queue) {
      const outcome = await play(cluster, index);
      if (outcome.wrong.length === 0) tell(outcome);
      else again.push([index, cluster, outcome.wrong[0]]);
    }
  };
  await Promise.all(Array.from({ length: Number(options.parallel) }, work));
  for (const [index, cluster, wrong] of again) {
    console.log(`again  ${cluster.name}: ${wrong}`);
    tell(await play(cluster, index));
  }
} finally {
  await tidy();
}
if (options.record) record(options.record);
console.log(`\n${measured} takeovers were timed`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function tidy() {
  await Promise.all([...open].map((network) => network.close()));
  open.clear();
  rmSync(folder, { recursive: true, force: true });
}

/** One cluster is one check. */
function tell({ name, files, story, states, wrong }) {
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  observed.push({ name, files, states: wrong.length === 0 ? states : undefined });
  console.log(`${wrong.length === 0 ? "ok    " : "FAILED"} ${name} (${story.length + 1} states)`);
  for (const line of wrong) console.log(line.replace(/^/gm, "       "));
}

/** One cluster from its first start to the end of its story, or to the first step that is `wrong`. */
async function play({ name, files, story, settle = settled }, index) {
  rmSync(join(folder, String(index)), { recursive: true, force: true });
  const texts = Object.entries(files).map(([host, text]) => {
    const own = join(folder, String(index), host);
    mkdirSync(own, { recursive: true });
    const resolved = text.replaceAll("@DIR@", own);
    writeFileSync(join(own, "keepalived.conf"), resolved);
    return { host, own, file: join(own, "keepalived.conf"), text: resolved };
  });
  const model = foretell(texts, version);
  const network = openNetwork(texts.map(({ host }) => host));
  open.add(network);
  const wrong = [];
  const states = [];
  try {
    for (const [position, { host, own, file, text }] of texts.entries()) {
      for (const { path, count } of programsOf(text)) for (let index = 0; index < count; index += 1) network.run(path);
      if (text.includes("bfd_instance gateway ")) network.answer(gatewayOf(position));
      network.start(host, { binary: options.binary, file, folder: own });
      await sleep(settle * 1000);
    }
    for (const words of ["", ...story]) {
      const started = Date.now();
      const takeovers = words === "" ? [] : model.follow(words);
      if (words !== "") {
        await act(network, words, texts);
        await sleep(settle * 1000);
      }
      const complaint = await differences(network, model);
      const late = takeovers.flatMap((takeover) => timing(network, takeover, started));
      if (complaint === undefined && late.length === 0) {
        states.push(stateText(words, mastersNow(network, model)));
        continue;
      }
      wrong.push(`${words || "start"}: ${[complaint, ...late].filter(Boolean).join("; ")}`);
      for (const { host } of texts) wrong.push(`log of ${host}:\n${network.logOf(host)}`);
      break;
    }
  } catch (error) {
    wrong.push(String(error?.stack ?? error));
  } finally {
    open.delete(network);
    await network.close();
  }
  return { name, files, story, states, wrong };
}

/** The step in the real world. */
async function act(network, words, texts) {
  const [verb, host, what] = words.split(" ");
  const position = texts.findIndex((one) => one.host === host);
  const { own, file, text } = texts[position];
  const program = programsOf(text).find(({ name }) => name === what);
  if (verb === "stop") await network.stop(host);
  else if (verb === "lose") await network.lose(host);
  else if (verb === "back") {
    network.revive(host);
    network.start(host, { binary: options.binary, file, folder: own });
  } else if (verb === "down" || verb === "up") network.plug(host, what, verb);
  else if (what === "gateway") {
    if (verb === "fail") await network.end(gatewayOf(position));
    else network.answer(gatewayOf(position));
  } else if (program) {
    if ((verb === "fail") === program.isLimited) network.run(program.path);
    else await network.end(program.path);
  } else {
    const isFile = text.includes(`track_file ${what} {`);
    const path = join(own, what);
    if (isFile) writeFileSync(path, verb === "fail" ? failingValueOf(text, what) : firstValueOf(text, what));
    else if (verb === "fail") writeFileSync(path, "");
    else rmSync(path, { force: true });
  }
}

/** What a file holds at the start. */
function firstValueOf(text, name) {
  return new RegExp(`^track_file ${name} \\{[^}]*init_file (-?\\d+)`, "m").exec(text)?.[1] ?? "0";
}

/**
 * What `track_process` watches, and how many of it run while all is well: as many as must, so that one fewer is too few,
 * or, where only so many may run, as many as may.
 */
function programsOf(text) {
  return [...text.matchAll(/^vrrp_track_process (\S+) \{\n([\s\S]*?)^\}/gm)].map(([, name, block]) => {
    const number = (keyword) => new RegExp(`^ *${keyword} (\\d+)$`, "m").exec(block)?.[1];
    const most = number("quorum_max");
    const path = /^ *process (\S+)/m.exec(block)[1];
    return { name, path, isLimited: most !== undefined, count: Number(most ?? number("quorum") ?? 1) };
  });
}

/** The BFD neighbour of the host at this position. */
function gatewayOf(position) {
  return `10.0.0.${91 + position}`;
}

/** 1, or what means FAULT where the weight is not negative: what the model takes a failing file to hold. */
function failingValueOf(text, name) {
  const weight = Number(new RegExp(`^ *${name} weight (-?\\d+)`, "m").exec(text)?.[1] ?? 1);
  return weight <= 0 ? "1" : String(Math.floor(-254 / weight));
}

/** Undefined where every address is where it was foretold; waits where the machine is slow. */
async function differences(network, model) {
  const end = Date.now() + patience * 1000;
  for (;;) {
    const found = mastersNow(network, model);
    const wrong = model.routers.flatMap((router) => {
      const { name } = router.members[0].instance;
      const expected = model.mastersOf(router);
      const show = (names) => names.join(" and ") || "nobody";
      return show(found[name]) === show(expected)
        ? []
        : [`${name}: foretold ${show(expected)}, found ${show(found[name])}`];
    });
    if (wrong.length === 0) return undefined;
    if (Date.now() > end) return wrong.join("; ");
    await sleep(1000);
  }
}

/** Who has all addresses of each virtual router, by the name of its first instance. */
function mastersNow(network, model) {
  const holders = ({ members }) =>
    members
      .filter(({ host, instance }) => {
        if (!network.isRunning(host.name)) return false;
        const held = network.addressesOf(host.name);
        return instance.addresses.every(({ value }) => held.has(value.text));
      })
      .map(({ host }) => host.name);
  return Object.fromEntries(model.routers.map((router) => [router.members[0].instance.name, holders(router)]));
}

/** `stop lb1: VI_1 lb2, VI_2 nobody`. */
function stateText(words, masters) {
  const holders = Object.entries(masters).map(([name, hosts]) => `${name} ${hosts.join(" and ") || "nobody"}`);
  return `${words || "start"}: ${holders.join(", ")}`;
}

/** Complains where a host took over sooner or later than foretold. */
function timing(network, { host, instance, shortest, longest }, started) {
  const at = network.becameMaster(host, instance, started);
  if (at === undefined) return [];
  const seconds = (at - started) / 1000;
  measured += 1;
  if (seconds > shortest - tolerance.early && seconds < longest + tolerance.late) return [];
  return [
    `${host} took ${instance} over after ${seconds.toFixed(2)} s, foretold ${shortest.toFixed(2)} to ${longest.toFixed(2)} s`,
  ];
}

/** Puts what was seen into the file that the unit tests hold the model to, beside what other versions did. */
function record(path) {
  const known = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
  const fresh = observed.map(({ name, files, states }) => {
    const before = known.find((one) => one.name === name);
    const same = JSON.stringify(before?.files) === JSON.stringify(files);
    return { name, files, observed: { ...(same ? before.observed : {}), ...(states ? { [version]: states } : {}) } };
  });
  const result = [...known.filter(({ name }) => !fresh.some((one) => one.name === name)), ...fresh];
  result.sort((one, other) => (one.name < other.name ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(result, null, 1)}\n`);
}
