// The real pre-commit with the hooks of this checkout, on real commits: node test/e2e/pre-commit.mjs
// Needs git, pre-commit and a build: the hooks' repository holds what a release's tag does.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChecks } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "kalint-pre-commit-"));
const checks = createChecks("pre-commit");
const finish = checks.finish;
/** What pre-commit said is shown only where something is wrong. */
const check = (name, value, output) => checks.check(name, value, value ? "" : output);
const environment = {
  ...process.env,
  PRE_COMMIT_HOME: join(folder, "home"),
  GIT_CONFIG_GLOBAL: join(folder, "gitconfig"),
  GIT_CONFIG_NOSYSTEM: "1",
};
writeFileSync(join(folder, "gitconfig"), "[user]\n\tname = kalint\n\temail = kalint@example.org\n");

try {
  const hooks = hooksRepository();
  const work = join(folder, "work");
  mkdirSync(work);
  git(work, "init", "--quiet");
  const host = (id, priority) =>
    `vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id ${id}\n    priority ${priority}\n    virtual_ipaddress {\n        192.0.2.1/24\n    }\n}\n`;
  const write = (path, text) => {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  };
  write("lb1/keepalived.conf", host(51, 150));
  write("lb2/keepalived.conf", host(51, 100));
  write("nginx/nginx.conf", "events { }\n");
  write(
    ".pre-commit-config.yaml",
    `repos:\n  - repo: ${hooks}\n    rev: v0\n    hooks:\n      - id: kalint\n      - id: kalint-format\n`,
  );
  run(work, "pre-commit", "install");
  const started = performance.now();
  const used = processorSeconds(work, "pre-commit install-hooks");
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `     pre-commit installed the hooks in ${seconds.toFixed(1)} s, ${used.toFixed(1)} s of them of the processor`,
  );
  // How long it takes beside other programs says nothing about the hooks.
  check("the hooks are installed within 10 s of the processor", used < 10, `${used} s`);

  const good = commit(work, "A good pair");
  check("a good commit passes", good.status === 0, good.output);

  write("lb2/keepalived.conf", host(52, 100));
  const mismatch = commit(work, "Another id on one host");
  check("a mistake against a file that did not change blocks the commit", mismatch.status !== 0, mismatch.output);
  check(
    "the message names both hosts' files",
    /lb1\/keepalived\.conf/.test(mismatch.output) && /lb2\/keepalived\.conf/.test(mismatch.output),
    mismatch.output,
  );
  check("the message names the rule", mismatch.output.includes("mismatched-virtual-router-id"), mismatch.output);

  write("lb2/keepalived.conf", host(51, 90).replace("    priority", "  priority"));
  const rough = commit(work, "A rough layout");
  check("a rough layout blocks the commit", rough.status !== 0, rough.output);
  check(
    "and is corrected in the file",
    readFileSync(join(work, "lb2/keepalived.conf"), "utf8") === host(51, 90),
    rough.output,
  );
  const again = commit(work, "The layout as it was written");
  check("so that the next commit passes", again.status === 0, again.output);

  write("nginx/nginx.conf", "events { worker_connections 1; }\n");
  const other = commit(work, "Another program's file");
  check(
    "other programs' files are left alone",
    other.status === 0 && /no files to check/.test(other.output),
    other.output,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
finish();

/** The tree of a release, committed and tagged in a repository of its own. */
function hooksRepository() {
  const path = join(folder, "hooks");
  run(root, process.execPath, "scripts/release-tree.mjs", path);
  git(path, "init", "--quiet");
  git(path, "add", "--all", "--force");
  git(path, "commit", "--quiet", "--message", "A release");
  git(path, "tag", "v0");
  return path;
}

function commit(work, message) {
  git(work, "add", "--all");
  const result = spawnSync("git", ["commit", "--message", message], { cwd: work, env: environment, encoding: "utf8" });
  return { status: result.status, output: result.stdout + result.stderr };
}

function git(cwd, ...commandLine) {
  run(cwd, "git", ...commandLine);
}

function run(cwd, command, ...commandLine) {
  execFileSync(command, commandLine, { cwd, env: environment, stdio: ["ignore", "ignore", "inherit"] });
}

/** What a command and its children took of the processor, by the last line of the shell's `times`. */
function processorSeconds(cwd, command) {
  const script = `${command} >/dev/null && times`;
  const output = execFileSync("bash", ["-c", script], {
    cwd,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return Array.from(
    output
      .trim()
      .split("\n")
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ).reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
