/** A migration with lines and columns, and files of all groups together: what every form of the report starts from. */
import type { Migration } from "@kalint/lint";
import { type Change, maskSecrets, releaseName } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import { unifiedDiff } from "../files/diff.js";
import { noColours } from "../render/colours.js";
import { buildReport } from "../report/build.js";
import type { ReportedFile } from "../report/types.js";

export interface MigrationReport {
  /** Releases, or `next`. */
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
  readonly files: readonly MigrationReportFile[];
}

export interface MigrationReportFile {
  readonly path: string;
  /** Found for the new release only. */
  readonly arising: ReportedFile;
  /** Found for the old release only. */
  readonly ending: ReportedFile;
  readonly lasting: number;
  readonly concerned: readonly { readonly change: Change; readonly lines: readonly number[] }[];
  readonly readings: readonly { readonly configId?: string; readonly diff: string }[];
  readonly isWritten: boolean;
}

export function migrationReport(
  migrations: readonly [Migration, ...Migration[]],
  read: (path: string) => string | undefined,
  written: ReadonlySet<string>,
): MigrationReport {
  const [{ from: left, to: entered, changes }] = migrations;
  const [from, to] = [releaseName(left), releaseName(entered)];
  const reported = (path: string, diagnostics: Migration["files"][number]["arising"]): ReportedFile =>
    buildReport({ target: entered, files: [{ path, diagnostics }], read }).files[0]!;
  const files = migrations.flatMap((migration) => migration.files);
  return {
    from,
    to,
    changes,
    files: files.map(({ path, arising, ending, lasting, concerned, readings }): MigrationReportFile => {
      const table = lineTable(read(path) ?? "");
      return {
        path,
        arising: reported(path, arising),
        ending: reported(path, ending),
        lasting,
        concerned: concerned.map(({ change, places }) => ({
          change,
          lines: [...new Set(places.map(({ start }) => positionAt(table, start).line + 1))],
        })),
        readings: readings.map(({ configId, before, after }) => ({
          ...(configId !== undefined && { configId }),
          diff: unifiedDiff(`${path} (${from})`, maskSecrets(before), maskSecrets(after), noColours, `${path} (${to})`),
        })),
        isWritten: written.has(path),
      };
    }),
  };
}
