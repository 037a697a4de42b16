// The built command as the language server of a real Helix, by the set-up of docs/editors.md: keys go to it, and its
// screen and the file that it writes are looked at. Needs `npm run build` and tmux, which is its terminal.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createChecks } from "./checks.mjs";
import { commandOnPath, root, withWorkspace } from "./editor.mjs";
import { helix } from "./install-helix.mjs";

const { check, finish } = createChecks("helix");

withWorkspace("helix", (workspace) => {
  const { command, env: own } = helix();
  const file = join(workspace, "lb1/keepalived.conf");
  mkdirSync(join(workspace, ".config/helix"), { recursive: true });
  copyFileSync(join(root, "editors/helix.toml"), join(workspace, ".config/helix/languages.toml"));
  const env = { ...commandOnPath(workspace), ...own, HOME: workspace, TERM: "xterm-256color", LC_ALL: "C.UTF-8" };
  const socket = join(workspace, "terminal");
  const tmux = (...parameters) =>
    execFileSync("tmux", ["-S", socket, "-f", "/dev/null", ...parameters], { env, encoding: "utf8" });
  const keys = (...names) => tmux("send-keys", "-t", "helix", ...names);
  const screen = () => tmux("capture-pane", "-p", "-t", "helix");

  /** Looks until it is there. */
  const waitFor = (name, isThere, detail = screen) => {
    const until = Date.now() + 10_000;
    while (!isThere() && Date.now() < until) execFileSync("sleep", ["0.1"]);
    const found = isThere();
    check(name, found, found ? "" : detail());
    return found;
  };
  const shows = (name, part) => waitFor(name, () => screen().includes(part));
  const text = () => (existsSync(file) ? readFileSync(file, "utf8") : "");
  /** What comes at once behind Escape would be a key with Alt. */
  const leave = () => {
    keys("Escape");
    execFileSync("sleep", ["0.3"]);
  };

  try {
    const quoted = [...command, file].map((word) => `'${word}'`).join(" ");
    tmux("new-session", "-d", "-s", "helix", "-x", "150", "-y", "50", quoted);
    shows("shows findings beside the text", "●  10");
    keys("Space", "d");
    shows("lists the findings", "invalid-argument");
    leave();
    keys("13gggs", "Space", "k");
    shows("hover explains priority", "priority <priority>");
    leave();
    keys("13ggo", "adv");
    shows("completes keywords of the block", "advert_int ");
    keys("C-n", "Enter");
    shows("takes the completion that is chosen", "14      advert_int 1");
    leave();
    keys("10gggl", "Space", "a");
    shows("offers a fix", "Write MASTER");
    keys("Enter");
    shows("applies the fix", "10    state MASTER");
    keys("5gggl", "hhh", "Space", "r");
    shows("asks for the new name", "rename-to:chk_nginx");
    keys("C-u", "chk_web", "Enter");
    waitFor("renames a script", () => (screen().match(/chk_web/g) ?? []).length === 2);
    keys(":fmt", "Enter");
    shows("formats", "10      state MASTER");
    leave();
    keys(":w", "Enter");
    const written = ["vrrp_script chk_web {", "    state MASTER\n", "    advert_int 1\n", "        chk_web\n"];
    waitFor("writes what it shows", () => written.every((part) => text().includes(part)), text);
  } finally {
    try {
      tmux("kill-server");
    } catch {
      // It has ended by itself.
    }
  }
});
finish();
