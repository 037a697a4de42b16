/** What a renderer makes of templates, checked in their place: `kalint check --render`. */
import { basename } from "node:path";
import { type Diagnostic, rules } from "@kalint/lint";
import { isDeclaredTemplate, templateFor, templateLanguageOf } from "@kalint/project";
import { maskSecrets, say } from "@kalint/schema";
import { lineTable, positionAt, type TemplateLanguage, templateEndings } from "@kalint/syntax";
import type { LintedPath, LintRun } from "../check/lint.js";
import type { CheckOptions } from "../check/options.js";
import { absolute, type Configurations } from "../configuration.js";
import type { NodeHost } from "../files/host.js";
import { UsageError } from "../usage.js";
import { outputOf, RenderError, wordsOf } from "./command.js";
import { type Correspondence, correspondenceOf } from "./correspondence.js";

/** One rendering of a template, for one host or for all. */
interface Rendering {
  /** The name under which it is checked: no file has it. */
  readonly path: string;
  readonly template: string;
  readonly host: string | undefined;
  readonly text: string;
  readonly correspondence: Correspondence;
}

export interface Renderings {
  /** What to check: the renderings, and the files that are no templates. */
  readonly paths: readonly string[];
  readonly complaints: readonly string[];
  /** The template of a rendering's path; any other path as it is. */
  readonly templateOf: (path: string) => string;
  /** The path of what a template gives for a host. */
  readonly renderedFor: (template: string, host: string) => string | undefined;
  /** The findings at their places in the templates, each once for all hosts. */
  readonly back: (run: LintRun) => LintRun;
}

type RenderOptions = Pick<CheckOptions, "template"> & { readonly render: NonNullable<CheckOptions["render"]> };

/** Runs the command for each template and host, one after the other: renderers share caches and locks. */
export async function renderAll(
  paths: readonly string[],
  finder: Configurations,
  host: NodeHost,
  directory: string,
  { template: set, render }: RenderOptions,
): Promise<Renderings> {
  const words = wordsOf(render.command);
  const isPerHost = words.some((word) => word.includes("{host}"));
  if (!words.some((word) => word.includes("{file}"))) {
    throw new UsageError(say`--render has no {file}, which is where the template's path goes.`);
  }
  if (render.hosts.length > 0 && !isPerHost) throw new UsageError(say`--render-host goes with {host} in --render.`);
  const rendered: Rendering[] = [];
  const others: string[] = [];
  const complaints: string[] = [];
  let count = 0;
  for (const path of paths) {
    const configuration = await finder.of(path);
    const named = set ?? templateFor(configuration, absolute(directory, path));
    const text = host.read(path) ?? "";
    const language = templateLanguageOf(path, text, named);
    if (language === undefined && !isDeclaredTemplate(path, named)) {
      others.push(path);
      continue;
    }
    count += 1;
    const nodes = configuration.clusters.flatMap((cluster) => cluster.nodes);
    const known = nodes.filter(({ file }) => file === absolute(directory, path)).map(({ name }) => name);
    const hosts: readonly string[] = render.hosts.length > 0 ? render.hosts : [...new Set(known)];
    if (isPerHost && hosts.length === 0) {
      throw new UsageError(
        say`--render has {host}, and no host of ${path} is known: name it with --render-host, or as a node of a cluster in kalint.json.`,
      );
    }
    for (const name of isPerHost ? hosts : [undefined]) {
      try {
        const output = await outputOf(filledIn(words, path, name), directory, render.seconds);
        if (output.trim() === "") throw new RenderError(say`the command printed nothing`);
        const rendering = renderingOf(path, text, language ?? "none", name, output);
        host.overlay(rendering.path, output);
        rendered.push(rendering);
      } catch (error) {
        if (!(error instanceof RenderError)) throw error;
        const place = error.line === undefined ? path : `${path}:${error.line}`;
        complaints.push(say`${place}: not rendered${name === undefined ? "" : say` for ${name}`}: ${error.message}`);
      }
    }
  }
  if (count === 0) throw new UsageError(say`--render has nothing to render: none of the files is a template.`);
  const byPath = new Map(rendered.map((each) => [each.path, each]));
  return {
    paths: [...others, ...byPath.keys()],
    complaints,
    templateOf: (path) => byPath.get(path)?.template ?? path,
    renderedFor: (template, name) => rendered.find((each) => each.template === template && each.host === name)?.path,
    back: (run) => back(run, byPath),
  };
}

function filledIn(words: readonly string[], path: string, host: string | undefined): readonly string[] {
  // What begins with a hyphen would be an option of the renderer.
  const file = path.startsWith("-") ? `./${path}` : path;
  return words.map((word) => word.replaceAll(/\{(file|host)\}/g, (_, name) => (name === "file" ? file : (host ?? ""))));
}

function renderingOf(
  template: string,
  source: string,
  language: TemplateLanguage | "none",
  host: string | undefined,
  text: string,
): Rendering {
  const ending = templateEndings.find((each) => template.endsWith(`.${each}`));
  const name = basename(template, ending === undefined ? "" : `.${ending}`);
  // A folder for each host: hosts are named by what tells their paths apart.
  const folder = host === undefined ? "" : `${host.replace(/[^\w.-]/g, "_")}/`;
  const path = `${template}.rendered/${folder}${name}`;
  return { path, template, host, text, correspondence: correspondenceOf(source, language, text) };
}

interface Seen {
  readonly diagnostic: Diagnostic;
  readonly hosts: Set<string | undefined>;
}

function back(run: LintRun, byPath: ReadonlyMap<string, Rendering>): LintRun {
  const files: LintedPath[] = run.files.filter(({ path }) => !byPath.has(path));
  const byTemplate = new Map<string, { readonly rendering: Rendering; readonly file: LintedPath }[]>();
  for (const file of run.files) {
    const rendering = byPath.get(file.path);
    if (rendering === undefined) continue;
    byTemplate.set(rendering.template, [...(byTemplate.get(rendering.template) ?? []), { rendering, file }]);
  }
  for (const [path, all] of byTemplate) {
    const seen = new Map<string, Seen>();
    for (const { rendering, file } of all) {
      for (const each of file.diagnostics) {
        if (ofOtherFiles.has(each.rule)) continue;
        const diagnostic = inTemplate(each, rendering, byPath);
        const key = JSON.stringify([each.rule, diagnostic.place, diagnostic.message]);
        const known = seen.get(key);
        if (known === undefined) seen.set(key, { diagnostic, hosts: new Set([rendering.host]) });
        else known.hosts.add(rendering.host);
      }
    }
    const hosts = new Set(all.map(({ rendering }) => rendering.host));
    const diagnostics = [...seen.values()].map(({ diagnostic, hosts: shown }) =>
      shown.size === hosts.size
        ? diagnostic
        : { ...diagnostic, message: say`${diagnostic.message} (rendered for ${[...shown].join(", ")})` },
    );
    diagnostics.sort((one, other) => one.place.start - other.place.start || one.place.end - other.place.end);
    files.push({ path, diagnostics, configIds: [...new Set(all.flatMap(({ file }) => file.configIds))] });
  }
  return { ...run, files: files.sort((one, other) => (one.path < other.path ? -1 : 1)) };
}

/** What rests on the files of a host: the renderer's machine is none. */
const ofOtherFiles: ReadonlySet<string> = new Set(
  rules.filter(({ restsOn }) => restsOn === "files").map(({ id }) => id),
);

/** keepalived reads the rendering and not the template: no line of this is claimed to be its, and no fix fits. */
function inTemplate(
  { daemon: _, fixes: __, ...diagnostic }: Diagnostic,
  { text, host, correspondence }: Rendering,
  byPath: ReadonlyMap<string, Rendering>,
): Diagnostic {
  const { related, causedBy, place } = diagnostic;
  const { isExact } = correspondence.originOf(place);
  const moved = (given: Diagnostic["place"]) => movedPlace(given, byPath);
  return {
    ...diagnostic,
    place: moved(place),
    ...(related && { related: related.map((each) => ({ ...each, place: moved(each.place) })) }),
    ...(causedBy && { causedBy: moved(causedBy) }),
    ...(!isExact && { message: `${diagnostic.message} (${lineOf(text, place.start, host)})` }),
  };
}

function movedPlace(place: Diagnostic["place"], byPath: ReadonlyMap<string, Rendering>): Diagnostic["place"] {
  const rendering = byPath.get(place.file);
  if (rendering === undefined) return place;
  const { start, end } = rendering.correspondence.originOf(place);
  return { file: rendering.template, start, end };
}

/** A line that the template does not have. */
function lineOf(text: string, offset: number, host: string | undefined): string {
  const { line } = positionAt(lineTable(text), offset);
  const shown = maskSecrets(text).split(/\r?\n/)[line]!.trim();
  const short = shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
  return say`line ${line + 1} of the rendering${host === undefined ? "" : say` for ${host}`}: ${short}`;
}
