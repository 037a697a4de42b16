// The built command as the language server of a real Vim with ALE, by the set-up of docs/editors.md. Needs
// `npm run build`, vim with timers and vim-ale. Vim wants a terminal: `script` gives it one.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createChecks } from "./checks.mjs";
import { commandOnPath, root, withWorkspace } from "./editor.mjs";

const { check, finish } = createChecks("ale");

withWorkspace("ale", (workspace) => {
  const out = join(workspace, "found");
  const run = `vim -N -i NONE -u ${join(root, "test/e2e/ale-run.vim")}`;
  const { error } = spawnSync("script", ["-qec", run, "/dev/null"], {
    encoding: "utf8",
    timeout: 90_000,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...commandOnPath(workspace),
      HOME: workspace,
      TERM: "xterm",
      KALINT_SETUP: join(root, "editors/ale.vim"),
      KALINT_FILE: join(workspace, "lb1/keepalived.conf"),
      KALINT_GRAMMAR: join(root, "grammars/vim"),
      KALINT_OUT: out,
    },
  });
  const lines = existsSync(out) ? readFileSync(out, "utf8").split("\n") : [];
  const told = (name) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? "";
  check("runs", error === undefined && lines.length > 0, error?.message ?? told("problem"));
  check("shows a finding", told("diagnostic").includes("MASTR"), told("diagnostic"));
  check("hover explains priority", told("hover").includes("priority <priority>"));
  check("goes to the script's definition", told("definition") === "5", told("definition"));
  const words = told("completion").split(" ");
  check(
    "completes keywords of the block",
    words.includes("priority") && !words.includes("real_server"),
    told("completion"),
  );
  check("renames a script", told("renamed") === "vrrp_script chk_web {        chk_web", told("renamed"));
  check("offers a fix", told("actions").includes("Write MASTER"), told("actions"));
  check("applies the fix", told("fixed") === "  state MASTER", told("fixed"));
});
finish();
