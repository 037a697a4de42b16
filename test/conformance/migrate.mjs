// What `kalint migrate --write` writes, with the real keepalived: it complains of nothing in the rewritten file that it
// did not complain of in the original. `npm run conformance:migrate [-- --mutations N --seed N]`: Linux, root, keepalived and iproute2
// installed, after `npm run build`.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mutate } from "./mutations.mjs";
import { askKeepalived } from "./oracle.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options } = parseArgs({
  options: { mutations: { type: "string", default: "400" }, seed: { type: "string", default: "20261129" } },
});
const read = (path) => readFileSync(join(root, path), "utf8");
const bases = readdirSync(join(root, "fixtures/conformance")).map((name) => ({
  name,
  text: read(`fixtures/conformance/${name}`),
}));
/** Words as older configurations have them, so that there is something to rewrite. */
const aged = (text) =>
  text
    .replaceAll(/^(\s+)retry (?=\d)/gm, "$1nb_get_retry ")
    .replace("global_defs {", "global_defs {\n    plugin_dir /usr/lib/keepalived\n    vrrp_rlimit_rtime 20000")
    .replaceAll(/^(virtual_server .*\{)$/gm, "$1\n    nat_mask 255.255.255.0");
const texts = [
  ...readdirSync(join(root, "fixtures/migration")).map((name) => read(`fixtures/migration/${name}/keepalived.conf`)),
  ...readdirSync(join(root, "fixtures/clusters")).flatMap((name) =>
    readdirSync(join(root, "fixtures/clusters", name))
      .filter((host) => host.startsWith("lb"))
      .map((host) => read(`fixtures/clusters/${name}/${host}/keepalived.conf`)),
  ),
  ...bases.map(({ text }) => text),
  ...mutate(bases, Number(options.mutations), Number(options.seed)).map(({ text }) => text),
].flatMap((text) => [text, aged(text)]);

const folder = mkdtempSync(join(tmpdir(), "kalint-migrate-"));
let failed = 0;
let rewritten = 0;
try {
  // A folder each: they are no cluster.
  const write = (side, text, index) => {
    const path = join(folder, side, String(index), "test.conf");
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const originals = texts.map((text, index) => write("original", text, index));
  const { keepalived, files: before } = askKeepalived(originals);
  for (const from of ["1.2.2", "1.3.9", "2.0.20"]) {
    const copies = texts.map((text, index) => write(from, text, index));
    for (let at = 0; at < copies.length; at += 400) {
      const words = ["migrate", "--from", from, "--to", keepalived, "--write", "--format", "json", "--no-neighbours"];
      const run = spawnSync(process.execPath, [join(root, "dist/kalint.js"), ...words, ...copies.slice(at, at + 400)], {
        encoding: "utf8",
        maxBuffer: 1 << 30,
      });
      if (run.status > 1) throw new Error(`kalint migrate ended with ${run.status}: ${run.stderr}`);
    }
    const changed = copies.filter((copy, index) => readFileSync(copy, "utf8") !== texts[index]);
    const { files: after } = askKeepalived(changed);
    let worse = 0;
    for (const copy of changed) {
      const original = originals[copies.indexOf(copy)];
      const added = addedBetween(complaints(before.get(original)), complaints(after.get(copy)));
      if (added.length === 0) continue;
      worse += 1;
      console.log(`  ${copy.slice(folder.length + 1)}: ${added.join("; ")}`);
    }
    rewritten += changed.length;
    failed += worse;
    console.log(
      `from ${from} to ${keepalived}: ${changed.length} of ${copies.length} rewritten, ${worse} with new complaints`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (rewritten === 0) failed += 1;
console.log(`\n${rewritten - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What keepalived says, without lines; a value that it refuses under the old name, it refuses under the new one. */
function complaints({ lines, unplaced }) {
  return [...Object.values(lines).flat(), ...unplaced].map((message) =>
    message.replace(/^Invalid (?:nb_get_retry|retry connection) value/, "Invalid retry value"),
  );
}

function addedBetween(before, after) {
  const left = [...before];
  return after.filter((message) => {
    const at = left.indexOf(message);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
