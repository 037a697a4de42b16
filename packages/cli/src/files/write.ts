/** The one place that writes files. Whatever fails, the old text or the new one is there whole. */

import { randomBytes } from "node:crypto";
import * as nodeFileSystem from "node:fs";
import { constants, type Stats } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { say } from "@kalint/schema";
import { copyAttributes } from "./attributes.js";
import { type Encoding, encode } from "./text.js";

/** The calls that writing needs: tests let each of them fail in turn. */
export type FileSystem = Pick<
  typeof nodeFileSystem,
  | "accessSync"
  | "chmodSync"
  | "chownSync"
  | "closeSync"
  | "fsyncSync"
  | "ftruncateSync"
  | "openSync"
  | "readFileSync"
  | "realpathSync"
  | "renameSync"
  | "rmSync"
  | "statSync"
  | "writeSync"
> & { readonly copyAttributes: typeof copyAttributes };

export const thisMachine = (): FileSystem => ({ ...nodeFileSystem, copyAttributes });

/** Somebody has written the file since it was read: it is left as it is. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super(say`it was changed while kalint ran: left as it is`);
  }
}

/**
 * Replaces the text of a file that was read before. `before` is what was read: another text is never overwritten. Mode,
 * owner and extended attributes stay; a symbolic link stays and its target is written. A file that may not be written is refused, as its
 * folder's permission alone would let us replace it. The new text is written beside it, synced and renamed; only where
 * that would lose a second name or the owner, or the folder takes no new file, it is written in place, with a copy of
 * the old text until the new one is synced.
 */
export function replaceText(
  path: string,
  before: string,
  after: string,
  encoding: Encoding,
  files: FileSystem = thisMachine(),
): void {
  const target = files.realpathSync(path);
  files.accessSync(target, constants.W_OK);
  const stats = files.statSync(target);
  const old = encode(before, encoding);
  const bytes = encode(after, encoding);
  const holds = (text: Uint8Array): boolean => Buffer.compare(files.readFileSync(target), text) === 0;
  if (stats.nlink === 1 && replaceWhole(target, bytes, stats, () => holds(old), files)) return;
  const copy = join(tmpdir(), `${basename(target)}.${randomBytes(6).toString("hex")}.kalint-copy`);
  try {
    writeSynced(copy, old, 0o600, files);
    syncFolder(copy, files);
    if (!holds(old)) throw new ChangedMeanwhile();
    writeInPlace(target, old, bytes, files);
  } catch (error) {
    if (error instanceof Torn) throw new Error(say`${reasonText(error.cause)}; the old text is in ${copy}`);
    files.rmSync(copy, { force: true });
    throw error;
  }
  files.rmSync(copy, { force: true });
}

/** A file that was written in part and could not be put back. */
class Torn extends Error {}

function reasonText(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** Writes a new file beside its place and renames it; nothing is left of one that cannot be written whole. */
export function createText(
  path: string,
  text: string | Uint8Array,
  mode = 0o666,
  files: FileSystem = thisMachine(),
): void {
  const temporary = besides(path);
  try {
    writeSynced(temporary, Buffer.from(text as string), mode, files);
    files.renameSync(temporary, path);
    syncFolder(path, files);
  } catch (error) {
    files.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Whether it could be done without a loss. */
function replaceWhole(
  target: string,
  bytes: Uint8Array,
  { mode, uid, gid }: Stats,
  isUnchanged: () => boolean,
  files: FileSystem,
): boolean {
  const temporary = besides(target);
  try {
    // Where they can be carried along the file is there from now on, empty.
    const flags = files.copyAttributes(target, temporary) ? "r+" : "wx";
    writeSynced(temporary, bytes, mode & 0o777, files, flags);
    const now = files.statSync(temporary);
    if (now.uid !== uid || now.gid !== gid) files.chownSync(temporary, uid, gid);
    // The mode given on creation is cut by the umask, and a change of owner takes bits away.
    files.chmodSync(temporary, mode & 0o7777);
    if (!isUnchanged()) throw new ChangedMeanwhile();
    files.renameSync(temporary, target);
    syncFolder(target, files);
    return true;
  } catch (error) {
    files.rmSync(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM") return false;
    throw error;
  }
}

/**
 * Writes into the file without cutting it first. What is longer than the old text is written first: where there is no
 * room for it, the old text is still whole. A failure after that puts the old text back, for which there is room.
 */
function writeInPlace(target: string, old: Uint8Array, bytes: Uint8Array, files: FileSystem): void {
  const file = files.openSync(target, "r+");
  try {
    writeAll(file, bytes, old.length, bytes.length, files);
    files.fsyncSync(file);
    writeAll(file, bytes, 0, Math.min(old.length, bytes.length), files);
    files.ftruncateSync(file, bytes.length);
    files.fsyncSync(file);
  } catch (error) {
    try {
      writeAll(file, old, 0, old.length, files);
      files.ftruncateSync(file, old.length);
      files.fsyncSync(file);
    } catch {
      throw new Torn("torn", { cause: error });
    }
    throw error;
  } finally {
    files.closeSync(file);
  }
}

function writeSynced(
  path: string,
  bytes: Uint8Array,
  mode: number,
  files: FileSystem,
  flags: "r+" | "wx" = "wx",
): void {
  const file = files.openSync(path, flags, mode);
  try {
    writeAll(file, bytes, 0, bytes.length, files);
    files.fsyncSync(file);
  } finally {
    files.closeSync(file);
  }
}

/** So that the new name outlives a power cut too. Not every file system can; the file is whole either way. */
function syncFolder(path: string, files: FileSystem): void {
  try {
    const folder = files.openSync(dirname(path), "r");
    try {
      files.fsyncSync(folder);
    } finally {
      files.closeSync(folder);
    }
  } catch {}
}

function writeAll(file: number, bytes: Uint8Array, start: number, end: number, files: FileSystem): void {
  for (let at = start; at < end; ) at += files.writeSync(file, bytes, at, end - at, at);
}

/** A name that nobody can guess and prepare a link for. */
function besides(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.kalint`);
}
