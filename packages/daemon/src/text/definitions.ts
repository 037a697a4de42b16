import type { Switches } from "@kalint/schema";
import { limits, say } from "@kalint/schema";
import { type MappedText, originOf, replaceMapped } from "@kalint/syntax";
/** `$NAME=value` definitions and their references (keepalived's lib/parser.c: check_definition, find_definition, replace_param). */
import type { Place } from "../types.js";

/** The most bytes of a line, its terminator included. */
export const lineBuffer = limits.longestLine + 2;

export interface Definition {
  readonly name: string;
  /** Lines joined by `\n`; a value that may still grow ends in `\n`. */
  value: string;
  multiline: boolean;
  /** Where it was defined; built-in definitions have none. */
  place: Place | undefined;
  /** Built-in definitions make their text from the words after the name. `undefined`: not acceptable, left as text. */
  builtin?: (parameters: readonly string[]) => string | BuiltinProblem;
  maximumParameters?: number;
  /** Another host defines it, and this one has read no definition. */
  foreign?: true;
  /** It leads back to itself: its references stay as text. */
  endless?: true;
}

interface BuiltinProblem {
  readonly problem: string;
  /** What is used all the same; `undefined` leaves the reference as text. */
  readonly value?: string;
}

export type Definitions = Map<string, Definition>;

interface BuiltinSources {
  readonly directory: () => string;
  readonly configId: string | undefined;
  /** `undefined`: nobody knows. */
  readonly environment: Readonly<Record<string, string>> | undefined;
  /** What stands for the value of a reference that nobody knows. */
  readonly unknown: (reference: string) => string;
}

/** The definitions that are there before the first line. `_RANDOM` always gives its lowest value, so that runs agree. */
export function builtinDefinitions(switches: Switches, sources: BuiltinSources): Definitions {
  const definitions: Definitions = new Map();
  const add = (name: string, builtin: Definition["builtin"] & {}, maximumParameters = 0): void => {
    definitions.set(name, { name, value: "", multiline: false, place: undefined, builtin, maximumParameters });
  };
  if (!switches.definitions) return definitions;
  add("_PWD", () => sources.directory());
  add("_INSTANCE", () => sources.configId ?? "host");
  if (switches.random) add("_RANDOM", (parameters) => randomValue(parameters), 2);
  if (switches.hasEnvironment) {
    add(
      "_ENV",
      (parameters) =>
        parameters.length === 1
          ? environmentValue(parameters[0]!, sources)
          : { problem: say`_ENV takes one name, ${parameters.length} given` },
      1,
    );
  }
  if (switches.hashAndBang) {
    add("_HASH", () => "#");
    add("_BANG", () => "!");
  }
  return definitions;
}

function environmentValue(name: string, { environment, unknown }: BuiltinSources): string {
  return environment === undefined ? unknown(`\${_ENV ${name}}`) : (environment[name] ?? "");
}

function randomValue(parameters: readonly string[]): string | BuiltinProblem {
  if (parameters.some((parameter) => !/^[0-9]+$/.test(parameter)))
    return { problem: say`_RANDOM takes decimal numbers only` };
  const [low = "0", high] = parameters;
  if (high !== undefined && Number(low) > Number(high)) {
    return { problem: say`_RANDOM's minimum ${low} is above its maximum ${high}`, value: String(Number(low)) };
  }
  return String(Number(low));
}

/** A line that is a definition: its name, and its value with `\n` in place of a final `\`. */
interface DefinitionLine {
  readonly name: string;
  readonly value: string;
  readonly multiline: boolean;
}

export function readDefinition(text: string): DefinitionLine | undefined {
  const match = /^\$([A-Za-z_][A-Za-z0-9_]*)=[ \t]*/.exec(text);
  if (!match) return undefined;
  const name = match[1]!;
  const value = text.slice(match[0].length);
  if (!value.endsWith("\\")) return { name, value, multiline: false };
  const first = value.slice(0, -1).replace(/(?<![ \t])[ \t]+$/, "");
  return { name, value: first === "" ? "" : `${first}\n`, multiline: true };
}

interface Substitution {
  readonly definition: Definition;
  /** The reference in the file. */
  readonly start: number;
  readonly end: number;
}

export interface Replaced {
  readonly line: MappedText;
  /** At least one reference was replaced, and the result fits. */
  readonly changed: boolean;
  readonly substitutions: readonly Substitution[];
  /** What follows the first line of each multi-line definition that was entered: the last one is read next. */
  readonly rests: readonly { readonly text: string; readonly substitution: Substitution }[];
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[];
  /** This reference leads back to itself: keepalived would hang or fill its buffer. */
  readonly endless?: Substitution;
}

/** More replacements than a line has room for: the references do not end. */
const replacementLimit = lineBuffer;

/** Replaces every reference in a line, those in inserted text included. `maximum` is in bytes. */
export function replaceReferences(
  source: MappedText,
  definitions: Definitions,
  switches: Switches,
  maximum = lineBuffer,
): Replaced {
  let line = source;
  let at = 0;
  let count = 0;
  /** What was inserted around `at`, the outermost first: a definition within its own text never ends. */
  let inserted: { name: string; end: number }[] = [];
  const rests: { text: string; substitution: Substitution }[] = [];
  const substitutions: Substitution[] = [];
  const problems: { message: string; start: number; end: number }[] = [];
  for (;;) {
    at = line.text.indexOf("$", at);
    if (at < 0 || at + 1 >= line.text.length) break;
    const found = findReference(line.text, at, definitions);
    if (!found) {
      at += 1;
      continue;
    }
    const { definition } = found;
    const place = originOf(line, at, found.end);
    const from = at;
    inserted = inserted.filter(({ end }) => end > from);
    if (inserted.some(({ name }) => name === definition.name) || count >= replacementLimit) {
      const endless = { definition, start: place.start, end: place.end };
      return { line, changed: false, substitutions, rests, problems, endless };
    }
    let value = definition.value;
    if (definition.builtin) {
      const made = definition.builtin(found.parameters);
      if (typeof made === "string") value = made;
      else {
        if (switches.reportsBuiltinParameters)
          problems.push({ message: made.problem, start: place.start, end: place.end });
        if (made.value === undefined) {
          at += 1;
          continue;
        }
        value = made.value;
      }
    }
    const substitution: Substitution = { definition, start: place.start, end: place.end };
    if (definition.multiline) {
      const lineEnd = value.indexOf("\n");
      rests.push({ text: lineEnd < 0 ? "" : value.slice(lineEnd + 1), substitution });
      if (lineEnd >= 0) value = value.slice(0, lineEnd);
    }
    count += 1;
    const length = byteLength(line.text) + byteLength(value) - (found.end - at);
    if (length >= maximum) return { line, changed: false, substitutions, rests, problems };
    const growth = value.length - (found.end - at);
    for (const region of inserted) region.end += growth;
    inserted.push({ name: definition.name, end: at + value.length });
    line = replaceMapped(line, at, found.end, value);
    substitutions.push(substitution);
    if (value !== "" && /^[ \t]*~/.test(value)) break;
  }
  return { line, changed: substitutions.length > 0, substitutions, rests, problems };
}

interface Reference {
  readonly definition: Definition;
  /** End of what is replaced. */
  readonly end: number;
  readonly parameters: readonly string[];
}

const bareReference = /\$([A-Za-z_][A-Za-z0-9_]*)(?=[ \t,)]|$)/y;
const bracedReference = /\$\{([A-Za-z_][A-Za-z0-9_]*)((?:[ \t][A-Za-z0-9_ \t]*)?)\}/y;

/** `$NAME` is a reference only before blank, `,`, `)` and line end; `${NAME}` anywhere. A blank before `}` leaves the `}` behind. */
function findReference(text: string, at: number, definitions: Definitions): Reference | undefined {
  bareReference.lastIndex = at;
  const bare = bareReference.exec(text);
  if (bare) {
    const definition = definitions.get(bare[1]!);
    const end = at + bare[0].length;
    if (!definition || definition.endless || (definition.multiline && end !== text.length)) return undefined;
    return { definition, end, parameters: [] };
  }
  bracedReference.lastIndex = at;
  const braced = bracedReference.exec(text);
  if (!braced) return undefined;
  const name = braced[1]!;
  const given = braced[2]!.trim();
  const definition = definitions.get(name);
  if (!definition || definition.endless) return undefined;
  // The daemon looks for the end of the text right behind the name, whatever follows it there.
  if (definition.multiline && at + 2 + name.length + 1 !== text.length) return undefined;
  if (given === "") return { definition, end: at + 3 + name.length, parameters: [] };
  if (braced[2] !== braced[2]!.trimEnd() || !definition.builtin || !definition.maximumParameters) return undefined;
  return { definition, end: at + braced[0].length, parameters: given.split(/[ \t]+/) };
}

export function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00) {
      bytes += 4;
      at += 1;
    } else bytes += 3;
  }
  return bytes;
}
