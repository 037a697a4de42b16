import { say } from "@kalint/schema";
import { findFiles, standardInput, type WalkChoice } from "../files/find.js";
import type { NodeHost } from "../files/host.js";
import { confine, type Reach } from "../files/reach.js";
import { decode, reasonOf } from "../files/text.js";
import type { Surroundings } from "../surroundings.js";
import { UsageError } from "../usage.js";

/** How standard input is called where nobody gave it a name. */
const unnamedInput = "stdin.keepalived.conf";

export interface Input {
  /** What can be read, each once. */
  readonly paths: readonly string[];
  /** The path among them that is standard input. */
  readonly fromStandardInput?: string;
  /** One line for each argument that led to nothing. */
  readonly complaints: readonly string[];
}

interface InputRequest {
  readonly given: readonly string[];
  readonly stdinFilename: string | undefined;
  /** For hints at mistyped commands. */
  readonly commandNames: readonly string[];
  /** What is left out where directories are walked. */
  readonly walk?: WalkChoice;
  readonly reach?: Reach;
}

/** Finds and reads everything named, so that what cannot be read is known and the rest goes on. */
export async function openInput(surroundings: Surroundings, host: NodeHost, request: InputRequest): Promise<Input> {
  const { given, commandNames, walk, reach = {} } = request;
  if (request.stdinFilename !== undefined && !given.includes(standardInput))
    throw new UsageError(say`--stdin-filename names standard input, which is not read: add - as the path.`);
  const named = request.stdinFilename === undefined ? given : [...given, request.stdinFilename];
  confine(host, surroundings.directory, named, reach);
  const found = await findFiles({ directory: surroundings.directory, host, given, commandNames, walk });
  const complaints = [...found.complaints];
  const paths: string[] = [];
  let fromStandardInput: string | undefined;
  for (const path of found.paths) {
    try {
      if (path === standardInput) {
        fromStandardInput = request.stdinFilename ?? unnamedInput;
        host.overlay(fromStandardInput, decode(await surroundings.readInput()));
        paths.push(fromStandardInput);
      } else {
        host.open(path);
        paths.push(path);
      }
    } catch (error) {
      complaints.push(`${path}: ${reasonOf(error)}`);
    }
  }
  return {
    paths: [...new Set(paths)],
    complaints,
    ...(fromStandardInput === undefined ? {} : { fromStandardInput }),
  };
}
