// What users install, built and tried: `npm run artefacts [tarball|binary|recipes]…`, after `npm run package`.
//   tarball  the npm package, the extension and dist/ have the same bytes when they are built again elsewhere; the
//            tarball is installed without a network
//   binary   the standalone binary and the Debian package do their work, and how fast they start
//   recipes  what the container holds, the GitHub Action's steps and the GitLab job's script
// Linux with dpkg-deb, unzip and python3-yaml. The last line counts.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { noticesFile } from "../../scripts/notices.mjs";
import { createChecks } from "../e2e/checks.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "kalint-artefacts-"));
const { check, finish } = createChecks("artefacts");
const mistake = "vrrp_instance A {\n    priorty 100\n}\n";

const parts = { tarball, binary, recipes };
const chosen = process.argv.slice(2);
try {
  for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) parts[name]();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
finish();

function tarball() {
  const other = join(folder, "another place", "kalint");
  for (const path of sourceFiles()) {
    mkdirSync(dirname(join(other, path)), { recursive: true });
    cpSync(join(root, path), join(other, path));
  }
  // What may differ between two machines of the same kind.
  const env = { ...process.env, TZ: "Pacific/Auckland", LC_ALL: "C", HOME: join(folder, "home") };
  run("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: other });
  run("npm", ["run", "package"], { cwd: other, env });
  const packed = [root, other].map((checkout, index) => {
    const target = join(folder, `packed${index}`);
    mkdirSync(target);
    run("npm", ["pack", "--pack-destination", target], { cwd: checkout, env: index === 0 ? process.env : env });
    return join(target, `kalint-${version}.tgz`);
  });
  const same = (one, two) => readFileSync(one).equals(readFileSync(two));
  const built = [root, other].map((checkout) => filesIn(join(checkout, "dist")));
  const differing = [...new Set(built.flat())].filter(
    (path) => !built.every((list) => list.includes(path)) || !same(join(root, "dist", path), join(other, "dist", path)),
  );
  check("dist/ has the same bytes when it is built elsewhere", differing.length === 0, differing.join(", "));
  check("so has the npm package", same(...packed));
  check(
    "so has the extension",
    same(...[root, other].map((checkout) => join(checkout, "packages/vscode/kalint.vsix"))),
  );

  const empty = join(folder, "empty");
  mkdirSync(empty);
  run("npm", ["install", "--offline", "--cache", join(folder, "cache"), "--no-audit", "--no-fund", packed[0]], {
    cwd: empty,
  });
  const installed = readdirSync(join(empty, "node_modules")).filter((name) => !name.startsWith("."));
  check("the npm package brings nothing else along", installed.join() === "kalint", installed.join());
  finds("the npm package", join(empty, "node_modules/.bin/kalint"), []);
  holdsNotices("the npm package", join(empty, "node_modules/kalint/dist", noticesFile));
  run("unzip", ["-q", join(root, "packages/vscode/kalint.vsix"), "-d", join(folder, "vsix")]);
  holdsNotices("the extension", join(folder, "vsix/extension/dist", noticesFile));
}

function binary() {
  const out = join(folder, "out");
  run("npm", ["run", "binary", "--", out]);
  run("npm", ["run", "deb", "--", out]);
  finds("the binary", join(out, "kalint"), []);
  holdsNotices("the binary", join(out, noticesFile), "Node.js");

  const tree = join(folder, "deb");
  run("dpkg-deb", [
    "--extract",
    join(
      out,
      readdirSync(out).find((name) => name.endsWith(".deb")),
    ),
    tree,
  ]);
  finds("the Debian package's command", join(tree, "usr/bin/kalint"), []);
  holdsNotices("the Debian package", join(tree, "usr/share/doc/kalint/copyright"), "Node.js");
  const blank = filesIn(tree).filter((path) => readFileSync(join(tree, path)).length === 0);
  check("no file of the Debian package is empty", blank.length === 0, blank.join(", "));

  const file = join(folder, "keepalived.conf");
  writeFileSync(file, mistake);
  const times = [
    ["node -e 0", process.execPath, ["-e", "0"]],
    ["the binary's --version", join(out, "kalint"), ["--version"]],
    ["the binary on a small file", join(out, "kalint"), ["check", file]],
    ["the npm package's command on it", process.execPath, [join(root, "dist/kalint.js"), "check", file]],
  ];
  for (const [name, program, words] of times) console.log(`${name}: ${milliseconds(program, words)} ms`);
}

function recipes() {
  const tree = join(folder, "release");
  run(process.execPath, ["scripts/release-tree.mjs", tree]);
  holdsNotices("the release's tree", join(tree, "dist", noticesFile));

  const image = join(folder, "image");
  for (const [, words] of readFileSync(join(root, "Dockerfile"), "utf8").matchAll(/^COPY (.*)$/gm)) {
    const sources = words.split(" ");
    const target = join(image, sources.pop());
    const isFolder = sources.length > 1;
    for (const path of sources) cpSync(join(root, path), isFolder ? join(target, path) : target, { recursive: true });
  }
  finds("what the Dockerfile copies", process.execPath, [join(image, "opt/kalint/dist/kalint.js")]);
  holdsNotices("the image", join(image, "opt/kalint/dist", noticesFile));

  const work = join(folder, "work");
  mkdirSync(work);
  writeFileSync(join(work, "keepalived.conf"), mistake);
  run("git", ["init", "--quiet"], { cwd: work });
  action(tree, work);
  gitlab(work);
}

/** The steps of the Action, run by bash as a runner does it. */
function action(tree, work) {
  const { inputs, runs } = yaml(join(tree, "action.yml"));
  const [build, main] = runs.steps;
  const step = ({ run: script }, cwd, environment) =>
    spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env.PATH, HOME: folder, GITHUB_ACTION_PATH: tree, GITHUB_ACTIONS: "true", ...environment },
    });
  const started = performance.now();
  const { status, stderr } = step(build, tree, {});
  const seconds = (performance.now() - started) / 1000;
  check(`the Action is set up within 5 s: ${seconds.toFixed(2)} s`, status === 0 && seconds < 5, stderr);

  const given = (values) =>
    Object.fromEntries(
      Object.entries(main.env).map(([name, value]) => {
        const input = /inputs\.([\w-]+)/.exec(value)[1];
        return [name, values[input] ?? inputs[input].default];
      }),
    );
  const cases = [
    ["check", { command: "check", "sarif-file": "found.sarif" }, 1, /^::error .*file=keepalived\.conf,line=2,/m],
    ["format", { command: "format", arguments: "" }, 0, /^$/],
    ["both", { command: "both" }, 1, /unknown-keyword/],
    ["another word", { command: "lint" }, 2, /^::error::command is check, format or both, not 'lint'/m],
  ];
  for (const [name, values, wanted, output] of cases) {
    const result = step(main, work, given(values));
    check(`the Action with ${name}`, result.status === wanted && output.test(result.stdout), outputOf(result, wanted));
  }
  check(
    "the Action writes the SARIF file",
    JSON.parse(readFileSync(join(work, "found.sarif"), "utf8")).runs.length === 1,
  );
}

/** The script of the GitLab job, with what the image brings. */
function gitlab(work) {
  const { kalint } = yaml(join(root, "templates/kalint.yml"));
  check("the GitLab job runs the image of this release", kalint.image.name.endsWith(`:${version}`), kalint.image.name);
  const programs = join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "kalint"), `#!/bin/sh\nexec '${process.execPath}' '${root}/dist/kalint.js' "$@"\n`, {
    mode: 0o755,
  });
  for (const [command, wanted] of Object.entries({ check: 1, format: 0, both: 1, lint: 2 })) {
    const env = { ...kalint.variables, PATH: `${programs}:${process.env.PATH}`, HOME: folder, KALINT_COMMAND: command };
    const result = spawnSync("sh", ["-e", "-c", kalint.script.join("\n")], { cwd: work, encoding: "utf8", env });
    const reports = Object.values(kalint.artifacts.reports).filter((path) => existsSync(join(work, path)));
    const whole = result.status === wanted && (command === "lint" || reports.length === 2);
    check(`the GitLab job with ${command}`, whole, outputOf(result, wanted));
    for (const path of reports) rmSync(join(work, path));
  }
}

/** A command finds the mistake and knows its page. */
function finds(name, program, words) {
  const found = spawnSync(program, [...words, "check", "--format", "concise", "-"], {
    input: mistake,
    encoding: "utf8",
  });
  check(`${name} finds a mistake`, found.status === 1 && found.stdout.includes("unknown-keyword"), outputOf(found, 1));
  const told = spawnSync(program, [...words, "explain", "unknown-keyword"], { encoding: "utf8" });
  check(`${name} explains it`, told.status === 0 && told.stdout.includes("unknown-keyword"), outputOf(told, 0));
}

function holdsNotices(name, file, further = "chevrotain") {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const holds = [further, "chevrotain", "Apache License"].every((words) => text.includes(words));
  check(`${name} holds the licences of others`, holds, holds ? "" : file);
}

function outputOf({ status, stdout, stderr }, wanted) {
  return status === wanted ? "" : `exit ${status}: ${stdout}${stderr}`;
}

/** The median of nine. */
function milliseconds(program, words) {
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    spawnSync(program, words, { stdio: "ignore" });
    return performance.now() - started;
  });
  return Math.round(times.sort((one, two) => one - two)[4]);
}

/** What a commit of this checkout would hold. */
function sourceFiles() {
  const words = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const paths = execFileSync("git", words, { cwd: root, encoding: "utf8" }).split("\0");
  return paths.filter((path) => path !== "" && existsSync(join(root, path)));
}

function filesIn(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

function yaml(path) {
  const program = "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))";
  return JSON.parse(execFileSync("python3", ["-c", program, path], { encoding: "utf8" }));
}

function run(program, words, options = {}) {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: root, encoding: "utf8", ...options });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
}
