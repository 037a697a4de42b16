// A real Emacs with the built command as its language server, by the set-up of docs/editors.md.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createChecks } from "./checks.mjs";
import { commandOnPath, root, withWorkspace } from "./editor.mjs";

/** Runs `script` with a client set up by `setup`, and checks what it tells: what all clients do, and `checkMore`. */
export function checkInEmacs({ name, script, setup }, checkMore) {
  const { check, finish } = createChecks(name);
  withWorkspace(name, (workspace) => {
    const { stdout, stderr, status, error } = spawnSync("emacs", ["--batch", "-l", join(root, "test/e2e", script)], {
      encoding: "utf8",
      timeout: 120_000,
      env: {
        ...commandOnPath(workspace),
        HOME: workspace,
        KALINT_SETUP: join(root, "editors", setup),
        KALINT_FILE: join(workspace, "lb1/keepalived.conf"),
      },
    });
    const lines = (stdout ?? "").matchAll(/^TELL (\w+) (.*)$/gm);
    const told = new Map(Array.from(lines, ([, what, value]) => [what, value]));
    check("runs", error === undefined && status === 0, error?.message ?? (status === 0 ? "" : stderr.slice(-500)));
    check("knows the file by its name", told.get("mode") === "keepalived-mode");
    check("shows a finding", told.get("diagnostic")?.includes("MASTR"), told.get("diagnostic"));
    check("hover explains priority", told.get("hover")?.includes("priority <priority>"));
    check("completes keywords", told.get("completion")?.includes("priority"));
    checkMore(check, told);
  });
  finish();
}
