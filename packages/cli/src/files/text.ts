import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { largestFile } from "@kalint/disk";
import { say } from "@kalint/schema";

/** How a file's bytes became text, so that they can become bytes again. */
export type Encoding = "utf8" | "latin1";

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Text of any bytes: UTF-8 (a byte order mark stays in the text), else one character a byte, so that nothing is lost. */
export function decode(bytes: Uint8Array): DecodedText {
  const encoding = isUtf8(bytes) ? "utf8" : "latin1";
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding), encoding };
}

/** The bytes of a text. Throws where the encoding has no byte for a character. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  const bytes = Buffer.from(text, encoding);
  if (bytes.toString(encoding) !== text) throw new Error(say`the new text cannot be written as ${encoding}`);
  return bytes;
}

export function readText(path: string): DecodedText {
  return decode(readFileSync(path));
}

/** Why a file cannot be read or written, for people: `no such file`. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known = code === undefined ? undefined : reasons()[code];
  return known ?? (error instanceof Error ? error.message : String(error));
}

const reasons = (): Readonly<Record<string, string>> => ({
  ENOENT: say`no such file or directory`,
  EACCES: say`permission denied`,
  EPERM: say`operation not permitted`,
  EISDIR: say`is a directory`,
  ENOTDIR: say`a part of the path is not a directory`,
  ELOOP: say`too many symbolic links`,
  ENAMETOOLONG: say`the name is too long`,
  EROFS: say`the file system is read-only`,
  ENOSPC: say`no space left on the device`,
  EMFILE: say`too many open files`,
  NOT_REGULAR: say`not a regular file`,
  TOO_LARGE: say`larger than ${largestFile / 1024 / 1024} MB, which no configuration is`,
  ERR_STRING_TOO_LONG: say`the file is too large`,
  ERR_FS_FILE_TOO_LARGE: say`the file is too large`,
});
