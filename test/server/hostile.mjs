// Files that are made to hold a server or to fill its memory: npm run hostile [-- --only PART-OF-A-NAME]
// Each is opened beside an ordinary document, of which a hover is asked again and again until the findings are there. It
// must never take more than a second of the server's processor time (of the thread that answers): what else the machine
// does does not count. Linux; needs `npm run build`. Prints, last, `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options } = parseArgs({ options: { only: { type: "string", default: "" } } });
/** Of the server's processor time, for one hover. */
const mostMilliseconds = 1000;
const mostMegabytes = 1500;
/** Until the findings of the hostile file are there, or what was found of it. */
const patience = 120_000;

const list = (count, each) => Array.from({ length: count }, (_, at) => each(at));
const lines = (count, line) => list(count, line).join("");
const block = "vrrp_instance V {\n    priority 300\n}\n";
const ids = (count) => lines(count, (id) => `@id${id} router_id x${id}\n`);

/** By what they are, the files on the disk of the workspace and the text that is opened. */
const hostile = {
  "a pattern over a long name": [{ [`gl/${"a".repeat(200)}`]: "" }, "include gl/*a*a*a*a*ab\n"],
  "400 config-ids": [{}, ids(400)],
  "60 config-ids that repeat a line 200,000 times": [
    {},
    lines(60, (id) => `@id${id} ~SEQ(I,1,200000) virtual_server 10.0.0.1 $I\n`),
  ],
  "300 config-ids of a long file": [{}, ids(300) + lines(2000, (at) => `virtual_server 10.0.0.1 ${at} {\n}\n`)],
  "configurations that extend each other many times": [
    Object.fromEntries(
      list(6, (at) => [
        at === 0 ? "kalint.json" : `e${at}.json`,
        JSON.stringify({ extends: at === 5 ? [] : Array(20).fill(`./e${at + 1}.json`) }),
      ]),
    ),
    block,
  ],
  "1,000 files that each include all of them": [
    Object.fromEntries(list(1000, (at) => [`keepalived-${at}.conf`, "include *.conf\n"])),
    "include *.conf\n",
  ],
  "a million alternatives": [{}, `include ${"{a,b}".repeat(20)}\n`],
  "alternatives on 500 lines": [{}, `include ${"{a,b}".repeat(20)}\n`.repeat(500)],
  "patterns over the whole machine": [{}, "include /*/*/*/*\n"],
  "a log of the kernel": [{}, "include /proc/kmsg\n"],
  "a configuration that extends a log of the kernel": [{ "kalint.json": `{ "extends": "/proc/kmsg" }` }, block],
  "blank lines": [{}, "\n".repeat(80_000)],
  "carriage returns": [{}, "\r".repeat(80_000)],
  "open defaults": [{}, "${A:-".repeat(80_000)],
  "open tags": [{}, "{%".repeat(160_000)],
  "braces before conditions": [{}, "}@".repeat(40_000)],
  "definitions in definitions": [{}, `$D0=word\n${lines(20, (at) => `$D${at + 1}=\\\n$D${at}\\\n$D${at}\n`)}\n$D20\n`],
  "repetitions in repetitions": [{}, "~SEQ(I,1,1000) ~SEQ(J,1,1000) ~SEQ(K,1,1000) word\n"],
  "opening braces": [{}, "{".repeat(100_000)],
  "nested blocks": [{}, "a {\n".repeat(40_000) + "}\n".repeat(40_000)],
  "misspelled words": [{}, `vrrp_instance V {\n${"    prioritty 100\n".repeat(20_000)}}\n`],
  "one id on one network 10,000 times": [
    {},
    list(
      10_000,
      (at) => `vrrp_instance V${at} {\n    virtual_router_id 5\n    virtual_ipaddress {\n        10.0.0.1\n    }\n}\n`,
    ).join(""),
  ],
  "40,000 real servers": [
    {},
    `virtual_server 10.0.0.1 80 {\n${lines(40_000, (at) => `real_server 10.1.${at >> 8}.${at & 255} 80 {\n}\n`)}}\n`,
  ],
  "100,000 lines of blocks": [{}, block.repeat(33_000)],
  "100,000 opening blocks": [{}, "a {\n".repeat(99_000)],
  "200,000 opening blocks": [{}, "a {\n".repeat(199_000)],
  "100,000 conditions": [{}, "@a b c\n".repeat(99_000)],
  "2 MB of blocks": [{}, block.repeat(53_500)],
  "300,000 short lines": [{}, "a {\n".repeat(300_000)],
  "2 MB in one line": [{}, "word ".repeat(400_000)],
  "20 MB of blocks": [{}, block.repeat(540_000)],
  "20 MB of blocks on the disk": [{ "keepalived.conf": block.repeat(540_000) }, block],
};

let passed = 0;
let failed = 0;
for (const [name, [files, text]] of Object.entries(hostile)) {
  if (!name.includes(options.only)) continue;
  const { milliseconds, megabytes, hovers, findings } = await measured(files, text);
  const isGood = milliseconds <= mostMilliseconds && megabytes <= mostMegabytes && findings !== undefined;
  if (isGood) passed += 1;
  else failed += 1;
  console.log(
    `${isGood ? "ok    " : "FAILED"} ${name}: ${findings ?? "no"} findings; the longest of ${hovers} hovers ${milliseconds} ms, ${megabytes} MB`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function measured(files, text) {
  const folder = mkdtempSync(join(tmpdir(), "kalint-hostile-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const server = spawn(process.execPath, [join(root, "dist/kalint.js"), "lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  client.listen();
  const uri = (path) => pathToFileURL(join(folder, path)).toString();
  const open = (path, text) =>
    client.sendNotification("textDocument/didOpen", {
      textDocument: { uri: uri(path), languageId: "keepalived", version: 1, text },
    });
  const hover = () =>
    client.sendRequest("textDocument/hover", {
      textDocument: { uri: uri("other.conf") },
      position: { line: 1, character: 6 },
    });
  await client.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).toString(),
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await client.sendNotification("initialized", {});
  await open("other.conf", block);
  await hover();
  await open("hostile.conf", text);
  let findings;
  const asked = client
    .sendRequest("textDocument/diagnostic", { textDocument: { uri: uri("hostile.conf") } })
    .then(({ items }) => {
      findings = items.length;
    })
    .catch(() => undefined);
  const end = performance.now() + patience;
  let milliseconds = 0;
  let hovers = 0;
  do {
    const before = processorTime(server.pid);
    const answer = await Promise.race([hover(), pause(end - performance.now())]);
    if (answer !== undefined) hovers += 1;
    milliseconds = Math.max(milliseconds, processorTime(server.pid) - before);
    await Promise.race([asked, pause(50)]);
  } while (findings === undefined && performance.now() < end);
  const megabytes = Math.round(
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]) / 1024,
  );
  client.dispose();
  server.kill("SIGKILL");
  rmSync(folder, { recursive: true });
  return { milliseconds, megabytes, hovers, findings };
}

/** Of the main thread, in milliseconds; the kernel counts hundredths of a second. */
function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/task/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)).unref());
}
