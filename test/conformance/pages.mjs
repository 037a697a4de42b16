// What docs/seven-mistakes.md claims, with the real programs: keepalived -t passes every configuration, kalint names the
// mistake. Needs root, keepalived and iproute2, because -t reads the interfaces of the host.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/seven-mistakes.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "kalint-pages-"));
const inNetwork = "ip link add eth0 type veth peer name other && ip link set eth0 up && exec keepalived -t -f";
let passed = 0;
let failed = 0;

try {
  const cases = page.split(/^## /m).slice(1);
  for (const [index, text] of cases.entries()) {
    const title = text.split("\n")[0];
    const rule = /\]\(rules\/([\w-]+)\.md\)/.exec(text)?.[1];
    const blocks = [...text.matchAll(/(?:`([^`]+)`\n\n)?```keepalived\n([\s\S]*?)```/g)];
    for (const [, path = "keepalived.conf", configuration] of blocks) {
      const file = join(folder, String(index), path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, configuration);
      const { status, stdout, stderr } = spawnSync("unshare", ["-n", "sh", "-c", `${inNetwork} ${file}`], {
        encoding: "utf8",
      });
      check(`${title}: keepalived -t accepts ${path}`, status === 0, stdout + stderr);
    }
    const run = spawnSync(
      process.execPath,
      [join(root, "dist/kalint.js"), "--format", "json", join(folder, String(index))],
      {
        encoding: "utf8",
      },
    );
    const rules = JSON.parse(run.stdout).files.flatMap(({ diagnostics }) => diagnostics.map((one) => one.rule));
    check(`${title}: kalint finds ${rule}`, rules.includes(rule), rules.join(", "));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;

function check(name, good, detail) {
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? "ok  " : "FAIL"} ${name}${good ? "" : `\n${detail}`}`);
}
