/** The files that are being read, and the copy that the parent makes of their lines for the other processes. */
import type { MappedText } from "@kalint/syntax";
import type { Expansion, Place } from "../types.js";
import { type KnownTexts, knownTexts } from "./known-texts.js";
import { directoryOf } from "./paths.js";
import type { Pending } from "./pending.js";
import type { LineOptions, Reports, Source } from "./reports.js";

export type CopyEntry =
  | { readonly kind: "enter"; readonly frame: Pick<Frame, "source" | "directory" | "expansions"> }
  | { readonly kind: "leave" }
  /** Here an include was not followed. */
  | { readonly kind: "unread" }
  /** A line. */
  | MappedText;

/** A file that is being read. */
export interface Frame {
  readonly source: Source;
  readonly directory: string;
  readonly expansions: readonly Expansion[];
  /** Offset of the next physical line; -1 where the lines come from the copy. */
  at: number;
  /** Where the line at `at` ends, once that has been looked for. */
  end: number;
  line: number;
  /** Further matches of the same include line. */
  readonly following: readonly { readonly path: string; readonly text: string }[];
  readonly includeChecks: number;
  readonly includePlace: Place | undefined;
  /** The file was read before: its lines count as an expansion. */
  readonly again: boolean;
}

export interface Files {
  readonly options: LineOptions;
  readonly reports: Reports;
  readonly pending: Pending;
  readonly texts: KnownTexts;
  /** What the parent has read, for a process that reads that. */
  readonly copy: readonly CopyEntry[] | undefined;
  copyAt: number;
  /** What stands in the text for the values that nobody knows, by their number. */
  readonly unknown: string[];
  /** Every file that was opened, the main file first. */
  readonly known: Map<string, Source>;
  /** The copy that is made, where one is wanted. */
  readonly written: CopyEntry[] | undefined;
  /** What the parent reads and what the others read of its copy is not the same. */
  copyDiffers: boolean;
  readonly frames: Frame[];
  readonly openPaths: Set<string>;
  /** What is checked of included files. */
  checks: number;
  /** An include failed that was asked to be an error. */
  refused: { readonly place: Place; readonly line: number } | undefined;
  /** An include line before this place was not followed, because it leads outside what may be read. */
  hasUnread: boolean;
}

/** Opens `options.path`, or with `copy` what the parent has read from there on. */
export function openFiles(
  options: LineOptions,
  reports: Reports,
  pending: Pending,
  copy: readonly CopyEntry[] | undefined,
  unknown: string[],
): Files {
  const files: Files = {
    options,
    reports,
    pending,
    texts: knownTexts(),
    copy,
    copyAt: 0,
    unknown,
    known: new Map(),
    written: options.writesCopy ? [] : undefined,
    copyDiffers: false,
    frames: [],
    openPaths: new Set(),
    checks: 0,
    refused: undefined,
    hasUnread: false,
  };
  start(files);
  return files;
}

/** The folder of the file that is being read; empty for the current one. */
export function directoryOfFiles({ frames }: Files): string {
  return frames.at(-1)?.directory ?? "";
}

function start(files: Files): void {
  const text = files.options.host.read(files.options.path);
  const source = sourceOf(files, files.options.path, text ?? "");
  if (text === undefined) {
    files.known.set(files.options.path, source);
    const detail = { path: files.options.path, reason: "unreadable" };
    files.reports.problem("include-not-readable", { source, line: 0, expansions: [] }, 0, 0, { line: null, detail });
    return;
  }
  openFrame(
    files,
    { source, directory: directoryOf(files.options.path), expansions: [], following: [], includePlace: undefined },
    files.copy !== undefined,
  );
  if (files.copy) files.copyAt = 1;
}

export function openIncluded(
  files: Files,
  file: Source,
  following: readonly Source[],
  expansions: readonly Expansion[],
  place: Place,
): void {
  const source = files.known.get(file.path) ?? sourceOf(files, file.path, file.text);
  const step: Expansion = { kind: "include", name: file.path, place };
  openFrame(
    files,
    { source, directory: directoryOf(file.path), expansions: [...expansions, step], following, includePlace: place },
    false,
  );
}

export function closeFrame(files: Files): void {
  const frame = files.frames.pop()!;
  files.openPaths.delete(frame.source.path);
  files.checks = frame.includeChecks;
  files.written?.push({ kind: "leave" });
  const [next, ...following] = frame.following;
  if (next) openIncluded(files, next, following, frame.expansions.slice(0, -1), frame.includePlace!);
}

/** Opening a file again costs as much as this many lines, even where it is empty. */
const reopeningCost = 20;

function openFrame(
  files: Files,
  frame: Pick<Frame, "source" | "directory" | "expansions" | "following" | "includePlace">,
  fromCopy: boolean,
): void {
  files.openPaths.add(frame.source.path);
  const again = files.known.has(frame.source.path);
  files.known.set(frame.source.path, frame.source);
  const { offset = 0, lines = 0 } = frame.includePlace ? {} : (files.options.from ?? {});
  files.frames.push({ at: fromCopy ? -1 : offset, end: -1, line: lines, includeChecks: files.checks, again, ...frame });
  if (again && frame.includePlace)
    files.reports.countExpansion(frame.includePlace, { line: null, expansions: frame.expansions }, 0, reopeningCost);
  files.written?.push({ kind: "enter", frame });
}

function sourceOf(files: Files, path: string, text: string): Source {
  const masked = files.options.rendered?.(path, text);
  return masked === undefined ? { path, text } : { path, text: masked, written: text };
}
