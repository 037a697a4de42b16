// The built command as the language server of a real Emacs with lsp-mode. Needs `npm run build`, emacs (28 or later) and lsp-mode.
import { checkInEmacs } from "./in-emacs.mjs";

checkInEmacs({ name: "lsp-mode", script: "lsp-mode.el", setup: "lsp-mode.el" }, (check, told) => {
  check("offers a fix", told.get("actions")?.includes("Write MASTER"), told.get("actions"));
  check("applies the fix", told.get("fixed") === "  state MASTER", told.get("fixed"));
  check("renames a script", told.get("renamed") === "        chk_web", told.get("renamed"));
  check("formats", told.get("formatted") === "    state MASTER", told.get("formatted"));
  check("takes the finding back after it", told.get("cleared") === "yes");
});
