// What an edit costs the language server: CPU of the whole process from the edit to its diagnostics, warm.
// `npm run build && node bench/editor.mjs`; Linux, as it reads /proc. KALINT names another build to compare with.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { generateClusters, generateConfiguration } from "./generate.mjs";

const command = process.env.KALINT ?? fileURLToPath(new URL("../dist/kalint.js", import.meta.url));
const edits = 100;
const warmUp = 100;

/** The server over a folder with these files, with one of them open. */
async function startServer(files, open) {
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
  const uri = pathToFileURL(join(folder, open)).href;
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
  const text = files[open];
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "keepalived", version: 1, text },
  });
  return {
    connection,
    pid: server.pid,
    uri,
    text,
    pull: () => connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }),
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds of CPU that all threads of a process have had. */
function cpuOf(pid) {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  }
  return nanoseconds / 1e6;
}

function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}

/** Types one digit into a priority in the middle of the text, and takes it back. */
async function measureEdits(title, files, open) {
  const server = await startServer(files, open);
  await server.pull();
  const lines = server.text.split("\n");
  const middle = lines.findIndex((line, index) => index >= lines.length / 2 && /^\s*priority \d+$/.test(line));
  const at = { line: middle, character: lines[middle].length };
  const costs = [];
  const waits = [];
  for (let version = 2; version < edits + warmUp + 2; version += 1) {
    const isTyped = version % 2 === 0;
    const range = { start: isTyped ? at : { ...at, character: at.character - 1 }, end: at };
    const last = lines[middle].at(-1);
    const before = cpuOf(server.pid);
    const start = performance.now();
    await server.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: server.uri, version },
      contentChanges: [
        isTyped
          ? { range: { start: { ...at, character: at.character - 1 }, end: at }, text: "9" }
          : { range, text: last },
      ],
    });
    await server.pull();
    if (version < warmUp + 2) continue;
    waits.push(performance.now() - start);
    costs.push(cpuOf(server.pid) - before);
  }
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1];
  await server.stop();
  const shown = [quantile(costs, 0.5), quantile(costs, 0.95), quantile(waits, 0.95)].map((value) => value.toFixed(1));
  console.log(
    `${title.padEnd(34)} CPU median ${shown[0].padStart(6)} ms   p95 ${shown[1].padStart(6)} ms   wait p95 ${shown[2].padStart(6)} ms   ${Math.round(memory / 1024)} MB`,
  );
}

const sixty = Object.fromEntries(
  Object.entries(generateClusters(60, 10)).map(([path, text]) => [path.replace(/^\//, ""), text]),
);
console.log(`${edits} edits of one value each, from the edit to its diagnostics`);
for (const lines of [100, 1_000, 10_000]) {
  const text = generateConfiguration(lines);
  // Up to the last block that is closed.
  const whole = text.slice(0, text.lastIndexOf("\n}\n") + 3);
  await measureEdits(`${lines.toLocaleString("en")} lines`, { "keepalived.conf": whole }, "keepalived.conf");
}
await measureEdits("100 lines among 60 hosts", sixty, Object.keys(sixty)[30]);
