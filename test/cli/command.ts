import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../packages/cli/src/program.js";

export interface RunResult {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
  /** Standard output as it was written. */
  readonly bytes: Buffer;
  /** What a file holds now. */
  read(path: string): string;
  readBytes(path: string): Buffer;
  readonly directory: string;
}

export interface RunOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly columns?: number;
  /** Run in the folder of an earlier run. */
  readonly directory?: string;
}

/** A new folder with these files, removed after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), "kalint-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** Runs the command line (as words where one has spaces) inside this process, in a folder of its own. */
export async function runIn(commandLine: string | readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const directory = options.directory ?? folderOf(options.files ?? {});
  const written = { output: [] as Buffer[], errors: [] as Buffer[] };
  const sink = (list: Buffer[]) => ({
    write: (text: string | Uint8Array) => void list.push(Buffer.from(text as string)),
    isTerminal: options.columns !== undefined,
    columns: options.columns,
  });
  const status = await run(
    {
      directory,
      environment: options.environment ?? { NO_COLOR: "1" },
      output: sink(written.output),
      errors: sink(written.errors),
      readInput: async () => Buffer.from((options.input ?? "") as string),
    },
    typeof commandLine === "string" ? commandLine.split(" ").filter((word) => word !== "") : commandLine,
  );
  const bytes = Buffer.concat(written.output);
  return {
    status,
    output: bytes.toString("utf8"),
    errors: Buffer.concat(written.errors).toString("utf8"),
    bytes,
    readBytes: (path) => readFileSync(join(directory, path)),
    read: (path) => readFileSync(join(directory, path), "utf8"),
    directory,
  };
}

/** A host without any finding; `advert_intt`, a slip of the hand with one possible reading, makes an error of it. */
export const clean = `vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.1/24 dev eth0
    }
}
`;
export const bad = clean.replace("    priority 100\n", "    priority 100\n    advert_intt 1\n");

/** The other hosts of its cluster differ in priority, and one starts as MASTER. */
export function hostWith(priority: number, id = 51): string {
  const state = priority > 120 ? "MASTER" : "BACKUP";
  return clean.replace("51", `${id}`).replace("priority 100", `priority ${priority}`).replace("BACKUP", state);
}

/** `clean` with further lines in its instance. */
export function cleanWith(...lines: readonly string[]): string {
  return clean.replace(
    "    priority 100\n",
    ["    priority 100", ...lines.map((line) => `    ${line}`), ""].join("\n"),
  );
}
