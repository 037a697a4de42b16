import {
  type EmbeddedConfiguration,
  embeddedConfigurations,
  firstPlaceholder,
  firstTemplateTag,
  foreignContent,
  templateLanguageIn,
} from "@kalint/schema";
import { languageByName, type TemplateLanguage, type TemplateReading, tagsOf } from "@kalint/syntax";

/**
 * The language that a file is a template of, by its name and its text; `undefined` for a configuration. `set`: what the
 * project says of the file. A name such as `keepalived.conf.j2` counts only where the text has tags.
 */
export function templateLanguageOf(
  path: string,
  text: string,
  set?: TemplateLanguage | "none",
  isIncluded: () => boolean = () => false,
): TemplateLanguage | undefined {
  if (set === "none") return undefined;
  const named = set ?? languageByName(path);
  if (named !== undefined && named !== "some") return hasTags(text, named) ? named : undefined;
  const isTagged = firstTemplateTag(text) !== undefined || foreignContent(text)?.kind === "template";
  if (isTagged) return templateLanguageIn(text) ?? "placeholders";
  if (named === "some") return hasTags(text, "placeholders") ? "placeholders" : undefined;
  return firstPlaceholder(text, isIncluded) === undefined ? undefined : "placeholders";
}

/** Whether the name or the project says that a file is a template: then nobody takes it for a configuration. */
export function isDeclaredTemplate(path: string, set?: TemplateLanguage | "none"): boolean {
  return set !== "none" && (set !== undefined || languageByName(path) !== undefined);
}

function hasTags(text: string, language: TemplateLanguage): boolean {
  return tagsOf(text, language).length > 0;
}

/**
 * How the configurations within a file of another language are read, each by itself. Of a YAML file they are what somebody means
 * who names it; those of scripts and documents are `wanted` or not.
 */
function embeddedReadings(text: string, wanted: boolean): readonly TemplateReading[] {
  const foreign = foreignContent(text);
  const isProgram = foreign?.kind === "program";
  if (!wanted && !(isProgram && foreign.what === "a YAML file")) return [];
  const found = embeddedConfigurations(text).filter((each) => wanted || each.in === "YAML");
  return found.map((each) => {
    const { start, end } = each;
    return { language: languageWithin(text, each), within: { start, end } };
  });
}

/** A text of which lines are left out: `...`. */
function isExcerpt(text: string): boolean {
  return /^[ \t]*(?:\[?\.{3}\]?|\[?…\]?)[ \t]*$/m.test(text);
}

function languageWithin(text: string, { start, end, isExpanded }: EmbeddedConfiguration): TemplateReading["language"] {
  const part = text.slice(start, end);
  const tagged = templateLanguageIn(part);
  if (tagged !== undefined) return tagged;
  const isFilled = isExpanded || isExcerpt(part) || firstPlaceholder(part, () => false) !== undefined;
  return isFilled ? "placeholders" : "none";
}

/** A text, and what is set for its file: the language of a template, and whether configurations within it are wanted. */
export interface Tagged {
  readonly path: string;
  readonly text: string;
  readonly set: TemplateLanguage | "none" | undefined;
  readonly wanted: boolean;
}

/** What a text is taken for; a configuration has none of both. */
export interface Languages {
  readonly language: TemplateLanguage | undefined;
  readonly embedded: readonly TemplateReading[];
}

export function languagesOf({ path, text, set, wanted }: Tagged, isIncluded: () => boolean): Languages {
  const language = templateLanguageOf(path, text, set, isIncluded);
  return { language, embedded: set === undefined ? embeddedReadings(text, wanted) : [] };
}
