// What a keystroke costs the language server, warm: CPU of its whole process, as Linux counts it.
// Part of `npm run bench`; alone after a build: `node bench/editor.mjs`. KALINT names another build to compare with.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { generateClusters, generateConfiguration } from "./generate.mjs";
import { cpuOfProcess, median, quantile } from "./measure.mjs";

/** Until V8 has compiled what an edit runs: its figures fall for so long (FLOORS.md), and whoever types is beyond that in minutes. */
const warmUp = 500;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  for (const { title, rows } of await measureEditor({ root })) {
    console.log(title);
    for (const row of rows)
      console.log(row.map((cell, column) => (column ? cell.padStart(12) : cell.padEnd(32))).join(" "));
  }
}

export async function measureEditor({ root, isQuick = false }) {
  const count = isQuick ? 20 : 100;
  const command = process.env.KALINT ?? join(root, "dist/kalint.js");
  const whole = (lines) => ({ "keepalived.conf": generateConfiguration(lines) });
  const sixty = Object.fromEntries(
    Object.entries(generateClusters(60, 10)).map(([path, text]) => [path.slice(1), text]),
  );
  const cases = [
    ["100 lines", whole(100), "keepalived.conf", "5 ms"],
    ["1,000 lines", whole(1_000), "keepalived.conf", "5 ms"],
    ["10,000 lines", whole(10_000), "keepalived.conf", "30 ms"],
    ["100 lines among 60 hosts", sixty, Object.keys(sixty)[30], "10 ms"],
  ];
  const heads = ["request", "CPU median", "CPU p95", "at most", "wait p95", "memory"];
  const rows = [heads];
  for (const [title, files, open, most] of cases) {
    const server = await startServer(command, files, open);
    await server.pull();
    rows.push([
      `an edit's diagnostics, ${title}`,
      ...(await measured(server, count, (n) => edit(server, n), server.pull, most)),
    ]);
    const others = title.startsWith("10,000") ? "10 ms" : "3 ms";
    for (const [name, method] of [
      ["completion", "textDocument/completion"],
      ["hover", "textDocument/hover"],
    ]) {
      const ask = () =>
        server.connection.sendRequest(method, { textDocument: { uri: server.uri }, position: server.at });
      // Each after an edit, as the answer to the same question could be kept. The findings of the edit before are known,
      // and their work counts above.
      rows.push([
        `${name}, ${title}`,
        ...(await measured(server, count, (n) => edit(server, n), ask, others, server.pull)),
      ]);
    }
    rows.push([`hover behind 30 edits at 20 ms each, ${title}`, "", "", "50 ms", await hoverWhileTyping(server), ""]);
    await server.stop();
  }
  const corpus = join(process.env.KALINT_SHARED ?? join(root, "../shared"), "corpus");
  if (existsSync(corpus)) rows.push(await corpusOpen(command, corpus));
  return [{ title: "Language server", rows }];
}

/** `act` is done each time, `request` waited for; both count, as an editor sends them together. `prepare` does not. */
async function measured(server, count, act, request, most, prepare = () => {}) {
  const [costs, waits] = [[], []];
  for (let n = 0; n < warmUp + count; n += 1) {
    const isCounted = n >= warmUp;
    await prepare();
    const before = cpuOfProcess(server.pid);
    const start = performance.now();
    await act(n);
    await request();
    if (!isCounted) continue;
    waits.push(performance.now() - start);
    costs.push(cpuOfProcess(server.pid) - before);
  }
  const shown = (value) => `${value.toFixed(1)} ms`;
  return [
    shown(median(costs)),
    shown(quantile(costs, 0.95)),
    most,
    shown(quantile(waits, 0.95)),
    `${server.memory()} MB`,
  ];
}

/** Gives a priority in the middle of the text another number of digits, so that all behind it moves, and takes that back. */
async function edit(server, n) {
  const { at, value, uri } = server;
  server.version += 1;
  const text = n % 2 === 1 ? value : value.length === 2 ? "101" : "99";
  const start = { ...at, character: at.character - server.typed.length };
  server.typed = text;
  server.at = { ...at, character: start.character + text.length };
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: server.version },
    contentChanges: [{ range: { start, end: at }, text }],
  });
}

async function hoverWhileTyping(server) {
  const waits = [];
  for (let round = 0; round < 10; round += 1) {
    for (let n = 0; n < 30; n += 1) {
      await edit(server, n);
      void server.pull().catch(() => undefined);
      await setTimeout(20);
    }
    const start = performance.now();
    await server.connection.sendRequest("textDocument/hover", {
      textDocument: { uri: server.uri },
      position: server.at,
    });
    waits.push(performance.now() - start);
    await server.pull();
  }
  return `${quantile(waits, 0.95).toFixed(1)} ms`;
}

async function corpusOpen(command, corpus) {
  const files = {};
  for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath === corpus) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(corpus.length + 1)] = readFileSync(path, "utf8");
  }
  const server = await startServer(command, files, Object.keys(files)[0]);
  for (const [path, text] of Object.entries(files)) {
    const uri = server.uriOf(path);
    if (uri !== server.uri) await server.open(uri, text);
    await server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  }
  const memory = server.memory();
  await server.stop();
  return [`the ${Object.keys(files).length} files of the corpus open`, "", "", "160 MB", "", `${memory} MB`];
}

/** The server over a folder with these files, with one of them open. */
async function startServer(command, files, open) {
  const folder = mkdtempSync(join(tmpdir(), "kalint-editor-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const server = spawn(process.execPath, [command, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  const uriOf = (path) => pathToFileURL(join(folder, path)).href;
  const uri = uriOf(open);
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "bench" }],
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  await connection.sendNotification("initialized", {});
  const openText = (opened, text) =>
    connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: opened, languageId: "keepalived", version: 1, text },
    });
  const text = files[open];
  await openText(uri, text);
  const lines = text.split("\n");
  const line = lines.findIndex((each, index) => index >= lines.length / 2 && /^\s*priority \d+$/.test(each));
  const value = /\d+$/.exec(lines[line])?.[0];
  return {
    connection,
    pid: server.pid,
    uri,
    uriOf,
    open: openText,
    version: 1,
    /** Behind the value of a priority. */
    at: { line, character: lines[line]?.length ?? 0 },
    value,
    typed: value,
    pull: () => connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }),
    memory: () => Math.round(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1] / 1024),
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
