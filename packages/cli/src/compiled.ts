import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { Script } from "node:vm";
import { asksForHelp, otherCommandNames } from "./command-names.js";

/** The file of the bundle that the command begins with, by what the build calls it there. */
interface Start {
  start(): void;
}

/**
 * Starts the command. Most of the time of a run on a small file would be compiling, so what V8 has compiled is kept between
 * runs, where nobody else can have written it: it runs as it is.
 */
export function startCommand(file: string, version: string): void {
  const kind = kindOfRun();
  // Before all else: compiled code that is kept is known by the flags.
  setFlags(kind);
  loaded(join(__dirname, file), cacheFolder(version, kind), kind).start();
}

/**
 * V8 of Node 20 makes machine code of each function that has run for 66 kB of its code, with much of what it calls. In a run of seconds
 * that takes two fifths of the processor time, on a small file an eighth, and most of that code has done its work by then. It
 * also marks what is in use whenever the heap grows, of which a run leaves next to nothing. Later releases count otherwise.
 */
function setFlags(kind: string): void {
  // To load what sets them takes longer than it saves there.
  if (kind === "help" || !process.versions.v8.startsWith("11.3.")) return;
  const { setFlagsFromString } = require("node:v8") as typeof import("node:v8");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
  if (kind === "lsp") {
    // It lives long enough for machine code, which makes less garbage, and would stand still for what the others do.
    setFlagsFromString("--interrupt-budget=100000");
  } else {
    setFlagsFromString("--interrupt-budget=400000");
    setFlagsFromString("--no-incremental-marking");
  }
}

function loaded(part: string, folder: string | undefined, kind: string): Start {
  if (folder === undefined) return require(part);
  if (!isKeptByNode()) return loadKept(part, folder, kind) as Start;
  const { enableCompileCache } = require("node:module") as { enableCompileCache(folder: string): void };
  // Without a folder it would take one in /tmp, which another user may have made.
  enableCompileCache(folder);
  return require(part);
}

// Modules of Node that a run may not need are loaded where it does: each takes a tenth of the time that the help has.

/** Since Node 22.1. */
function isKeptByNode(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 1);
}

function homeFolder(): string {
  const { HOME } = process.env;
  return process.platform !== "win32" && HOME ? HOME : (require("node:os") as typeof import("node:os")).homedir();
}

/** A folder that is ours alone, made where it is missing; `undefined` where there is none or none is wanted. */
function cacheFolder(version: string, kind: string): string | undefined {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    const given = process.env.XDG_CACHE_HOME;
    const parent = join(given && isAbsolute(given) ? given : join(homeFolder(), ".cache"), "kalint");
    const folder = join(parent, `${version}-${process.versions.v8}-${process.arch}-${kind}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return [parent, folder].every((path) => isOurs(lstatSync(path))) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept is what the first run of its kind compiled: a run of another kind would compile its own each time. */
function kindOfRun(): string {
  const [, , ...words] = process.argv;
  if (words.some(asksForHelp)) return "help";
  return otherCommandNames.find((name) => name === words[0]) ?? "check";
}

function isOurs(stats: Stats): boolean {
  const isPrivate = process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
  return isPrivate && (stats.isDirectory() || stats.isFile());
}

interface Part {
  exports: unknown;
}

/** What newer releases of Node do for `require`: it keeps, at the end, also the functions that were compiled on the way. */
function loadKept(first: string, folder: string, kind: string): unknown {
  const vm = require("node:vm") as typeof import("node:vm");
  const parts = new Map<string, Part>();
  const compiled: { readonly script: Script; readonly kept: string }[] = [];
  // A server sets one of the flags when it is warm.
  const resetFlags = () => {
    if (kind === "lsp") setFlags(kind);
  };
  process.once("exit", () => {
    resetFlags();
    for (const { script, kept } of compiled) keepCompiled(kept, script.createCachedData());
  });
  return load(first);

  function load(path: string): unknown {
    const known = parts.get(path);
    if (known !== undefined) return known.exports;
    const part: Part = { exports: {} };
    parts.set(path, part);
    // The name holds a hash of the part, so what was kept under it is of this very text.
    const kept = join(folder, `${basename(path)}.compiled`);
    const source = wrapped(path);
    resetFlags();
    const cachedData = read(kept);
    const script = new vm.Script(source, { filename: path, ...(cachedData && { cachedData }) });
    if (cachedData === undefined || script.cachedDataRejected) compiled.push({ script, kept });
    const require_ = (name: string) => (name.startsWith(".") ? load(join(dirname(path), name)) : require(name));
    script.runInThisContext()(part.exports, require_, part, path, dirname(path));
    return part.exports;
  }
}

const head = "(function (exports, require, module, __filename, __dirname) {";
const tail = "\n})";

/** A part as a function. Put together before it is a text: V8 would copy a megabyte to join one. */
function wrapped(path: string): string {
  const file = openSync(path, "r");
  try {
    // The build writes ASCII alone, which need not be decoded.
    return bytesOf(file, head, tail).toString("latin1");
  } finally {
    closeSync(file);
  }
}

/** What is kept; until the next file is read. */
function read(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return isOurs(fstatSync(file)) ? bytesOf(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Files are read into it one after the other: the system gives each new megabyte page by page, which takes a millisecond. */
let room = Buffer.alloc(0);
const usualRoom = 1.25 * 1024 * 1024;

/** The bytes of an open file between two ASCII texts, which hold until the next is read. */
function bytesOf(file: number, before = "", behind = ""): Buffer {
  const { size } = fstatSync(file);
  const length = before.length + size + behind.length;
  if (room.length < length) room = Buffer.allocUnsafeSlow(Math.max(length, usualRoom));
  room.write(before, "latin1");
  let end = before.length;
  while (end < before.length + size) {
    const taken = readSync(file, room, end, before.length + size - end, null);
    if (taken === 0) throw new Error("the file has become shorter");
    end += taken;
  }
  room.write(behind, end, "latin1");
  return room.subarray(0, length);
}

/** Whole or not at all, as another run may read it now. Without room for it the next run compiles again. */
export function keepCompiled(path: string, data: Buffer): void {
  const beside = `${path}.${process.pid}`;
  try {
    const file = openSync(beside, "wx", 0o600);
    try {
      writeFileSync(file, data);
      // V8 takes what it finds under this name as it is, after a loss of power too.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch {
    quietly(() => rmSync(beside, { force: true }));
  }
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // There is nothing to be cleaned up, or no way to: the run has its result.
  }
}
