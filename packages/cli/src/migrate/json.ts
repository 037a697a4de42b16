/** `kalint migrate --format json`: the stable shape of `schema/migrate-output.schema.json`. */
import { type Change, releaseName } from "@kalint/schema";
import { diagnosticOutput, withEchoes } from "../report/output.js";
import type { MigrationReport } from "./report.js";

export function migrationOutput({ from, to, changes, files }: MigrationReport) {
  return {
    version: 1 as const,
    from,
    to,
    files: files.map(({ path, arising, ending, lasting, concerned, readings, isWritten }) => ({
      path,
      arising: withEchoes(arising).map(diagnosticOutput),
      ending: withEchoes(ending).map(diagnosticOutput),
      lasting,
      changes: concerned.map(({ change, lines }) => ({ id: change.id, lines })),
      readings,
      written: isWritten,
    })),
    changes: changes.map(changeOutput),
  };
}

export type MigrationOutput = ReturnType<typeof migrationOutput>;

function changeOutput({ concerns: _concerns, version, ...change }: Change) {
  return { ...change, version: releaseName(version) };
}
