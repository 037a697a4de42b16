import { say } from "@kalint/schema";
import type { Connection } from "vscode-languageserver";
import type { Configurations } from "./configurations.js";
import { describeError } from "./session.js";
import type { Workspace } from "./workspace.js";

/** Gives a function that looks for files, and reads what is not known yet; mistakes in a configuration are shown in that file. */
export function serveConfigurations(
  connection: Connection,
  workspace: Workspace,
  configurations: Configurations,
  changed: () => void,
): () => Promise<void> {
  let shown: ReadonlySet<string> = new Set();
  const showProblems = (): void => {
    const problems = configurations.problems();
    const paths = new Set(problems.map(({ path }) => path));
    for (const path of new Set([...paths, ...shown])) {
      const diagnostics = problems
        .filter((problem) => problem.path === path)
        .map(({ place, message }) => {
          const start = { line: (place?.line ?? 1) - 1, character: (place?.column ?? 1) - 1 };
          return { range: { start, end: { ...start, character: start.character + 1 } }, source: "kalint", message };
        });
      void connection.sendDiagnostics({ uri: workspace.uriOf(path), diagnostics });
    }
    shown = paths;
  };
  let warned = "";
  /** Once for the same places. */
  const warnOfLeftOut = (): void => {
    const paths = workspace.leftOut();
    const places = paths.slice(0, 3).join(", ") + (paths.length > 3 ? say` and ${paths.length - 3} more` : "");
    if (places !== "" && places !== warned) {
      connection.window.showWarningMessage(
        say`kalint does not look for configurations from ${places} on: the folder is too large or too deep. Open the files there to have them checked, or open a smaller folder.`,
      );
    }
    warned = places;
  };
  return async () => {
    try {
      let found = false;
      const different = await configurations.load(async (finder) => {
        found = await workspace.search(finder);
        return workspace.files();
      });
      showProblems();
      warnOfLeftOut();
      if (different) {
        workspace.widen();
        workspace.configure({});
      }
      if (different || found) changed();
    } catch (error) {
      connection.console.error(`kalint.json: ${describeError(error)}`);
    }
  };
}
