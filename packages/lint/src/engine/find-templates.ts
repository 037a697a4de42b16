/** Which of the files are templates, and how they are read. */
import { isDeclaredTemplate, type Queries } from "@kalint/project";
import { includesFiles } from "@kalint/schema";
import type { TemplateReading } from "@kalint/syntax";
import { templateFinding, unpairedFinding } from "../rules/unrendered-template.js";
import type { Finding, LintRequest } from "../types.js";
import { declaredBlocks } from "./fragments.js";

export interface TemplateFile {
  /** Of each configuration in it. One whose tags do not pair up is dropped: nobody can render it. */
  readonly readings: readonly TemplateReading[];
  /** What is said of the file as a whole. */
  readonly finding?: Finding | undefined;
  /** The file is a part of one of these blocks. */
  readonly inside?: readonly string[];
}

/**
 * The main files that are templates, or that somebody says are fragments: they are read as what they may be rendered to. `among`:
 * only of these somebody wants to know.
 */
export function findTemplates(
  request: LintRequest & { readonly queries: Queries },
  among?: ReadonlySet<string>,
): ReadonlyMap<string, TemplateFile> {
  const { paths, neighbours = [], host, queries, embedded: wanted = false } = request;
  const found = new Map<string, TemplateFile>();
  const all = [...new Set([...paths, ...neighbours])];
  const textOf = (path: string): string => host.read(path) ?? "";
  let including: readonly string[] | undefined;
  const isIncluded = (path: string): boolean => {
    including ??= all.filter((each) => includesFiles(textOf(each)));
    return including.some((each) => each !== path);
  };
  for (const path of all) {
    if (among?.has(path) === false) continue;
    const text = textOf(path);
    const set = request.template?.(path);
    const inside = declaredBlocks(request, path);
    const { language, embedded } = queries.languages({ path, text, set, wanted }, () => isIncluded(path));
    if (language === undefined && embedded.length === 0) {
      if (inside.length > 0) found.set(path, { readings: [{ language: "none" }], inside });
      continue;
    }
    const all: readonly TemplateReading[] = embedded.length > 0 || language === undefined ? embedded : [{ language }];
    const unpairedIn = (reading: TemplateReading) => queries.template(path, text, reading).unpaired;
    const readings = all.filter((reading) => unpairedIn(reading) === undefined);
    const unpaired = all.map(unpairedIn).find((tag) => tag !== undefined);
    const isExpected = embedded.length > 0 || isDeclaredTemplate(path, set);
    found.set(path, {
      readings,
      inside,
      // Who judges fixes does not ask.
      get finding() {
        if (unpaired !== undefined) return unpairedFinding(path, text, unpaired);
        return isExpected ? undefined : templateFinding(path, text);
      },
    });
  }
  return found;
}

/** The request without them: what is left are configurations. */
export function withoutTemplates<Request extends LintRequest>(
  request: Request,
  templates: ReadonlyMap<string, TemplateFile>,
): Request {
  const configurations = (paths: readonly string[]) => paths.filter((path) => !templates.has(path));
  return {
    ...request,
    paths: configurations(request.paths),
    neighbours: configurations(request.neighbours ?? []),
  };
}
