// The built command as the language server of a real Emacs with eglot. Needs `npm run build`, emacs (28 or later) and eglot.
import { checkInEmacs } from "./in-emacs.mjs";

checkInEmacs({ name: "emacs", script: "emacs.el", setup: "eglot.el" }, (check, told) => {
  check("offers a fix", told.get("actions")?.includes("MASTER"), told.get("actions"));
  check("renames a script", told.get("renamed")?.trim() === "chk_web", told.get("renamed"));
  check("formats", told.get("formatted") === "    state MASTR", told.get("formatted"));
  check("takes the finding back after an edit", told.get("cleared") === "yes");
});
