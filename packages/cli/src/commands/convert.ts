import { ConfigurationError } from "@kalint/project";
import { say } from "@kalint/schema";
import { openInput } from "../check/input.js";
import { textOfJson, type Written } from "../convert/from-json.js";
import { configurationOf, whyNoJson } from "../convert/to-json.js";
import { standardInput } from "../files/find.js";
import { nodeHost } from "../files/host.js";
import { placeText } from "../files/place.js";
import { encode } from "../files/text.js";
import { harmlessName } from "../render/width.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { notAllowed, UsageError } from "../usage.js";

interface RawConvertOptions {
  readonly to?: string;
  readonly outputFile?: string;
}

const directions = ["json", "conf"] as const;

/** A configuration as JSON, or such JSON as a configuration. */
export async function convert(
  surroundings: Surroundings,
  file: string | undefined,
  options: RawConvertOptions,
): Promise<ExitStatus> {
  const { directory, output, errors } = surroundings;
  const given = file ?? standardInput;
  const to = options.to ?? (given.endsWith(".json") ? "conf" : "json");
  if (to !== "json" && to !== "conf") throw notAllowed("--to", to, directions);
  const host = nodeHost(directory);
  const input = await openInput(surroundings, host, { given: [given], stdinFilename: undefined, commandNames: [] });
  for (const complaint of input.complaints) errors.write(`kalint: ${harmlessName(complaint)}\n`);
  if (input.complaints.length > 0) return exitStatus.usage;
  const [path] = input.paths;
  if (input.paths.length !== 1 || path === undefined)
    throw new UsageError(say`${given} is more than one file: name one.`);
  const text = host.read(path) ?? "";
  const shown = input.fromStandardInput === undefined ? path : say`standard input`;
  const written = to === "json" ? toJson(shown, text, host.encodingOf(path)) : fromJson(shown, text);
  if (options.outputFile === undefined) output.write(encode(written.text, written.encoding));
  else
    placeText(directory, options.outputFile, written.text, {
      refusal: () => say`exists: it is not overwritten`,
      encoding: written.encoding,
    });
  return exitStatus.clean;
}

function toJson(path: string, text: string, encoding: Written["encoding"]): Written {
  const reason = whyNoJson(text);
  if (reason !== undefined) throw new UsageError(`${path}${reason}`);
  return { text: `${JSON.stringify(configurationOf(text, encoding), null, 2)}\n`, encoding: "utf8" };
}

function fromJson(path: string, text: string): Written {
  try {
    return textOfJson(path, text);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [{ place, message } = { place: undefined, message: error.message }] = error.problems;
    throw new UsageError(
      place === undefined ? `${path}: ${message}` : `${path}:${place.line}:${place.column}: ${message}`,
    );
  }
}
