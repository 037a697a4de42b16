import { statSync } from "node:fs";
import { isAbsolute, posix, relative, resolve, sep } from "node:path";
import { configurationsBelow, matches, type WalkOptions } from "@kalint/project";
import { say } from "@kalint/schema";
import { closest } from "../usage.js";
import type { NodeHost } from "./host.js";
import { reasonOf } from "./text.js";

/** Stands for standard input among paths. */
export const standardInput = "-";

interface FoundFiles {
  /** As people named them: relative to the directory unless given absolute, `/`-separated, each once. */
  readonly paths: readonly string[];
  /** One line for each argument that led to nothing. */
  readonly complaints: readonly string[];
}

interface FindRequest {
  /** Absolute path that relative ones start from. */
  readonly directory: string;
  readonly host: NodeHost;
  readonly given: readonly string[];
  /** For hints at mistyped commands. */
  readonly commandNames?: readonly string[];
  /** What is left out below the directories. */
  readonly walk?: WalkChoice | undefined;
}

export type WalkChoice = Pick<WalkOptions, "configurations" | "exclude" | "templates" | "embedded">;

/** Finds what files, directories and globs name, without what those name that begin with `!`. `-` is kept as it is. */
export async function findFiles(request: FindRequest): Promise<FoundFiles> {
  const { directory, given } = request;
  const paths = new Map<string, string>();
  const complaints: string[] = [];
  const without = {
    folder: slashed(directory),
    files: given.filter((argument) => argument.startsWith("!")).map((argument) => argument.slice(1)),
  };
  const wanted = given.filter((argument) => !argument.startsWith("!"));
  for (const argument of wanted.length === 0 ? ["."] : wanted) {
    const found = await filesOf(request, argument, complaints);
    if (typeof found === "string") complaints.push(found);
    else {
      for (const path of found) {
        const absolute = resolve(directory, path);
        if (!paths.has(absolute) && !(path !== standardInput && matches(without, slashed(absolute))))
          paths.set(absolute, path);
      }
    }
  }
  return { paths: [...paths.values()], complaints };
}

/** The files of one argument, or why there are none. Folders below it that cannot be read are complained of. */
async function filesOf(
  { directory, host, commandNames = [], walk }: FindRequest,
  argument: string,
  complaints: string[],
): Promise<string[] | string> {
  if (argument === standardInput) return [argument];
  const absolute = resolve(directory, argument);
  const named = (path: string) => nameOf(directory, path, isAbsolute(argument));
  try {
    if (!statSync(absolute).isDirectory()) return [named(absolute)];
  } catch (error) {
    return (
      (await globbed(directory, argument)) ?? `${argument}: ${reasonOf(error)}${commandHint(argument, commandNames)}`
    );
  }
  const before = complaints.length;
  const onUnreadable = (folder: string, error: unknown) => complaints.push(`${named(folder)}: ${reasonOf(error)}`);
  const options = { ...walk, onUnreadable };
  const below = (await configurationsBelow(host, slashed(absolute), options)).map(named);
  if (below.length > 0 || complaints.length > before) return below;
  const message = say`${argument}: no keepalived configuration in this directory (keepalived.conf, keepalived*.conf, *.keepalived.conf)`;
  const otherwiseNamed = await configurationsBelow(host, slashed(absolute), { ...walk, depth: 0, anyName: true });
  return message + contentHint(otherwiseNamed.map(named));
}

/** What a glob matches counts as named explicitly: a shell may as well have expanded it. `undefined` for no glob. */
async function globbed(directory: string, argument: string): Promise<string[] | string | undefined> {
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(argument)) return undefined;
  const matches = await glob(argument, {
    cwd: directory,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/.git/**", "**/node_modules/**"],
  });
  if (matches.length === 0) return say`${argument}: no file matches`;
  return matches.sort().map((path) => nameOf(directory, path, isAbsolute(argument)));
}

/** As the layers below write paths. */
function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** The name that a file has in messages. */
export function nameOf(directory: string, path: string, absolute: boolean): string {
  const name = absolute ? path : relative(directory, path) || ".";
  return posix.normalize(name.split(sep).join("/"));
}

/** What is named is checked, whatever its name. */
function contentHint(paths: readonly string[]): string {
  const [first] = paths;
  if (first === undefined) return "";
  const more = paths.length - 1;
  return more === 0
    ? say`; ${first} reads like one: name it, or list it under include in kalint.json`
    : say`; ${first} and ${more} more read like one: name them, or list them under include in kalint.json`;
}

function commandHint(argument: string, commandNames: readonly string[]): string {
  const command = /^[a-z]+$/.test(argument) ? closest(argument, commandNames) : undefined;
  return command === undefined ? "" : say` (did you mean the command '${command}'?)`;
}
