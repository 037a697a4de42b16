// A session of random edits, compared with a server that has only just been started: npm run edits [EDITS] [SEED]
// Whatever the edits were, both must say the same of the same texts: findings, symbols in their order, tokens, folds,
// lenses, hints and completion. Needs `npm run build`. Prints, last, `N passed, N failed`.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [edits = 10_000, seed = 1] = process.argv.slice(2).map(Number);
/** Between two comparisons. */
const every = 200;
const pieces = [
  ..."vrrp_instance VI_1 { } state MASTER BACKUP priority 100 virtual_router_id 51 interface eth0 dev".split(" "),
  ...'virtual_ipaddress { 192.0.2.10/24 track_script chk @lb1 $VIP $VIP=1 include # " \\ 检查 ß'.split(" "),
  "\n",
  "\n",
  "}\n",
  "{\n",
  " ",
  "\t",
  "",
];
const host = (priority) => `vrrp_script chk {
    script /bin/true
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    track_script {
        chk weight -60
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_sync_group G {
    group {
        VI_1
        VI_2
    }
}
vrrp_instance VI_2 {
    interface eth1
    virtual_router_id 52
    priority ${priority}
    virtual_ipaddress {
        192.0.2.20/24
    }
}
virtual_server 192.0.2.10 80 {
    delay_loop 6
    lvs_sched rr
    lvs_method DR
    real_server 192.0.2.11 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
virtual_server 192.0.2.20 443 {
    lvs_sched wrr
    real_server 192.0.2.12 443 {
        weight 2
    }
}
`;

const random = randomFrom(seed);
const uris = ["file:///nowhere/lb1/keepalived.conf", "file:///nowhere/lb2/keepalived.conf"];
const texts = [host(100), host(50)];
const old = await start();
let passed = 0;
let failed = 0;
for (let turn = 1; turn <= edits; turn += 1) {
  const which = random(2);
  const text = texts[which];
  const from = random(text.length + 1);
  const to = Math.min(text.length, from + (random(3) === 0 ? random(40) : random(3)));
  const piece = text.length > 4000 ? "" : pieces[random(pieces.length)];
  texts[which] = text.slice(0, from) + piece + text.slice(to);
  if (random(400) === 0) texts[which] = host(which === 0 ? 100 : 50);
  const change =
    texts[which] === text.slice(0, from) + piece + text.slice(to)
      ? { range: { start: position(text, from), end: position(text, to) }, text: piece }
      : { text: texts[which] };
  await old.change(uris[which], turn + 1, change);
  if (turn % every > 0 && turn < edits) continue;
  const fresh = await start();
  const place = position(texts[which], random(texts[which].length + 1));
  const [was, is] = await Promise.all([old, fresh].map((server) => server.all(place)));
  await fresh.stop();
  if (was === is) passed += 1;
  else {
    failed += 1;
    console.log(`after ${turn} edits of seed ${seed} the servers differ:\n${JSON.stringify(texts)}`);
    console.log(firstDifference(was, is));
  }
}
await old.stop();
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;

async function start() {
  const child = spawn(process.execPath, [join(root, "dist/kalint.js"), "lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification("initialized", {});
  for (const [index, uri] of uris.entries()) {
    const textDocument = { uri, languageId: "keepalived", version: 1, text: texts[index] };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
  }
  const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
  return {
    change: (uri, version, change) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [change],
      }),
    async all(place) {
      const answers = [];
      for (const uri of uris) {
        const textDocument = { uri };
        const ask = (method, more = {}) => connection.sendRequest(method, { textDocument, ...more });
        const { items } = await ask("textDocument/diagnostic");
        const { data } = await ask("textDocument/semanticTokens/full");
        const completion = await ask("textDocument/completion", { position: place });
        const labels = (completion.items ?? completion).map(({ label, sortText }) => [label, sortText]);
        answers.push(items, data, labels);
        for (const method of ["documentSymbol", "foldingRange", "codeLens", "documentLink"]) {
          answers.push(await ask(`textDocument/${method}`));
        }
        answers.push(await ask("textDocument/inlayHint", { range: whole }));
        answers.push(await ask("textDocument/hover", { position: place }));
      }
      return answers.map((one) => JSON.stringify(one)).join("\n");
    },
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
    },
  };
}

function position(text, offset) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1).length };
}

function firstDifference(was, is) {
  const [left, right] = [was.split("\n"), is.split("\n")];
  const at = left.findIndex((line, index) => line !== right[index]);
  return `kept:  ${left[at]?.slice(0, 2000)}\nfresh: ${right[at]?.slice(0, 2000)}`;
}

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
function randomFrom(start) {
  let state = start;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4294967296) * limit);
  };
}
