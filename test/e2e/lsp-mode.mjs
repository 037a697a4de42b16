// The built command as the language server of a real Emacs with lsp-mode, by the set-up of docs/editors.md. Needs
// `npm run build`, emacs (28 or later) and lsp-mode.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createChecks } from "./checks.mjs";
import { commandOnPath, root, withWorkspace } from "./editor.mjs";

const { check, finish } = createChecks("lsp-mode");

withWorkspace("lsp-mode", (workspace) => {
  const { stdout, stderr, status, error } = spawnSync("emacs", ["--batch", "-l", join(root, "test/e2e/lsp-mode.el")], {
    encoding: "utf8",
    timeout: 120_000,
    env: {
      ...commandOnPath(workspace),
      HOME: workspace,
      KALINT_SETUP: join(root, "editors/lsp-mode.el"),
      KALINT_FILE: join(workspace, "lb1/keepalived.conf"),
    },
  });
  const told = new Map(Array.from((stdout ?? "").matchAll(/^TELL (\w+) (.*)$/gm), ([, name, value]) => [name, value]));
  check("runs", error === undefined && status === 0, error?.message ?? (status === 0 ? "" : stderr.slice(-500)));
  check("knows the file by its name", told.get("mode") === "keepalived-mode");
  check("shows a finding", told.get("diagnostic")?.includes("MASTR"), told.get("diagnostic"));
  check("hover explains priority", told.get("hover")?.includes("priority <priority>"));
  check("completes keywords", told.get("completion")?.includes("priority"));
  check("offers a fix", told.get("actions")?.includes("Write MASTER"), told.get("actions"));
  check("applies the fix", told.get("fixed") === "  state MASTER", told.get("fixed"));
  check("renames a script", told.get("renamed") === "        chk_web", told.get("renamed"));
  check("formats", told.get("formatted") === "    state MASTER", told.get("formatted"));
  check("takes the finding back after it", told.get("cleared") === "yes");
});
finish();
