// What `kalint failover` foretells against real daemons: `npm run conformance:failover [-- --binary PATH] [--only TEXT] [--parallel N]`
// Linux, root, keepalived and iproute2. Every cluster gets its own network of namespaces; its hosts start one after the
// other, then its story happens, and after each step the addresses are where the model says, or the check has failed.
// The last line is `N passed, N failed`. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import {
  beginStory,
  bind,
  continueStory,
  evaluate,
  findClusters,
  mastersOf,
  memoryHost,
  participantsOf,
} from "../../packages/model/dist/index.js";
import { compareVersions } from "../../packages/schema/dist/index.js";
import { clusters } from "./failover/clusters.mjs";
import { openNetwork } from "./failover/network.mjs";

const { values: options } = parseArgs({
  options: {
    binary: { type: "string", default: "/usr/sbin/keepalived" },
    only: { type: "string" },
    parallel: { type: "string", default: "12" },
  },
});

/** Seconds until a step with advert_int 1 has settled, and how much longer a busy machine may take. */
const settled = 6;
const patience = 12;

const said = spawnSync(options.binary, ["--version"], { encoding: "utf8" });
const version = /v(\d+\.\d+\.\d+)/.exec(`${said.stdout}${said.stderr}`)?.[1];
if (!version) throw new Error(`${options.binary} does not tell its version`);

const folder = mkdtempSync(join(tmpdir(), "kalint-failover-"));
const open = new Set();
let passed = 0;
let failed = 0;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, async () => {
    await tidy();
    process.exit(1);
  });
}
try {
  const chosen = clusters.filter(
    ({ name, since }) =>
      name.includes(options.only ?? "") && (since === undefined || compareVersions(version, since) >= 0),
  );
  console.log(`keepalived ${version}, ${chosen.length} clusters`);
  const queue = chosen.entries();
  const work = async () => {
    for (const [index, cluster] of queue) await prove(cluster, index);
  };
  await Promise.all(Array.from({ length: Number(options.parallel) }, work));
} finally {
  await tidy();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function tidy() {
  await Promise.all([...open].map((network) => network.close()));
  open.clear();
  rmSync(folder, { recursive: true, force: true });
}

/** One cluster from its first start to the end of its story: one check. */
async function prove({ name, files, story, settle = settled }, index) {
  const texts = Object.entries(files).map(([host, text]) => {
    const own = join(folder, String(index), host);
    mkdirSync(own, { recursive: true });
    const resolved = text.replaceAll("@DIR@", own);
    writeFileSync(join(own, "keepalived.conf"), resolved);
    return { host, own, file: join(own, "keepalived.conf"), text: resolved };
  });
  const model = foretell(texts);
  const network = openNetwork(texts.map(({ host }) => host));
  open.add(network);
  const wrong = [];
  try {
    for (const { host, own, file } of texts) {
      network.start(host, { binary: options.binary, file, folder: own });
      await sleep(settle * 1000);
    }
    let situation = model.begin();
    const steps = ["", ...story];
    for (const [at, words] of steps.entries()) {
      if (words !== "") {
        situation = continueStory(situation, model.stepOf(words));
        await act(network, words, texts);
        await sleep(settle * 1000);
      }
      const verdict = await compare(network, model, situation);
      if (verdict !== undefined) {
        wrong.push(`${["start", ...story.slice(0, at)].join(", ")}: ${verdict}`);
        for (const { host } of texts) wrong.push(`log of ${host}:\n${network.logOf(host)}`);
        break;
      }
    }
  } catch (error) {
    wrong.push(String(error?.stack ?? error));
  } finally {
    open.delete(network);
    await network.close();
  }
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  console.log(`${wrong.length === 0 ? "ok    " : "FAILED"} ${name} (${story.length + 1} states)`);
  for (const line of wrong) console.log(line.replace(/^/gm, "       "));
}

/** The model of these files, as the command would read them. */
function foretell(texts) {
  const host = memoryHost(Object.fromEntries(texts.map(({ file, text }) => [file, text])));
  const hosts = texts.map((one) => bind(evaluate({ path: one.file, host, target: version }), one.host));
  const nodes = texts.map((one) => ({ name: one.host, file: one.file }));
  const [cluster] = findClusters(hosts, [{ name: "proof", nodes }]);
  return {
    routers: cluster.virtualRouters,
    begin: () => beginStory(participantsOf(cluster)),
    stepOf(words) {
      const [verb, name, what] = words.split(" ");
      const kinds = {
        lose: "lost",
        stop: "stopped",
        back: "back",
        down: "interface-down",
        up: "interface-up",
        fail: "tracker-fails",
        mend: "tracker-recovers",
      };
      const kind = kinds[verb];
      if (kind.startsWith("interface")) return { kind, host: name, interface: what };
      if (!kind.startsWith("tracker")) return { kind, host: name };
      const isFile = hosts.find((one) => one.name === name).trackFiles.some((file) => file.name === what);
      return { kind, host: name, tracker: { kind: isFile ? "file" : "script", name: what } };
    },
  };
}

/** The step in the real world. */
async function act(network, words, texts) {
  const [verb, host, what] = words.split(" ");
  const { own, file, text } = texts.find((one) => one.host === host);
  if (verb === "stop") await network.stop(host);
  else if (verb === "lose") await network.lose(host);
  else if (verb === "back") {
    network.revive(host);
    network.start(host, { binary: options.binary, file, folder: own });
  } else if (verb === "down" || verb === "up") network.link(host, what, verb);
  else {
    const isFile = text.includes(`track_file ${what} {`);
    const path = join(own, what);
    if (isFile) writeFileSync(path, verb === "fail" ? failingValueOf(text, what) : "0");
    else if (verb === "fail") writeFileSync(path, "");
    else rmSync(path, { force: true });
  }
}

/** 1, or what means FAULT where the weight is not negative: what the model takes a failing file to hold. */
function failingValueOf(text, name) {
  const weight = Number(new RegExp(`^ *${name} weight (-?\\d+)`, "m").exec(text)?.[1] ?? 1);
  return weight <= 0 ? "1" : String(Math.floor(-254 / weight));
}

/** Undefined where every address is where it was foretold; waits where the machine is slow. */
async function compare(network, model, situation) {
  const end = Date.now() + patience * 1000;
  for (;;) {
    const first = differences(network, model, situation);
    if (first.length === 0) return undefined;
    if (Date.now() > end) return first.join("; ");
    await sleep(1000);
  }
}

function differences(network, model, situation) {
  return model.routers.flatMap((router) => {
    const expected = mastersOf(situation, router);
    const found = router.members
      .filter(({ host, instance }) => {
        if (!network.isRunning(host.name)) return false;
        const held = network.addressesOf(host.name);
        return instance.addresses.every(({ value }) => held.has(value.text));
      })
      .map(({ host }) => host.name);
    const show = (names) => names.join(" and ") || "nobody";
    const same = [...expected].sort().join() === [...found].sort().join();
    return same ? [] : [`${router.members[0].instance.name}: foretold ${show(expected)}, found ${show(found)}`];
  });
}
