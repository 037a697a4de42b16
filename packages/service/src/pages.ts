import {
  type Argument,
  arrivalOf,
  type Deprecation,
  type Directive,
  describeArgument,
  type EnumValue,
  isKnownIn,
  type Keyword,
  keywordAt,
  keywordIn,
  keywordSignature,
  type Lifetime,
  lineArguments,
  lineGrammars,
  nextVersion,
  type Option,
  oldestVersion,
  optionSignature,
  releaseName,
  say,
  type Version,
} from "@kalint/schema";
import { code, fenced } from "./markdown.js";

/** What there is to know about a keyword, as Markdown: for hover and for the side panel of completion. */
export function keywordPage(newest: Keyword, target: Version): string {
  const keyword = keywordIn(newest, target);
  const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
  return paragraphs(
    fenced(keywordSignature(keyword)),
    warnings(keyword, target),
    keyword.summary,
    argumentList(keyword.arguments, target),
    grammar && say`Each line: ${grammar.summary}`,
    grammar && argumentList(lineArguments(grammar, keyword.name), target),
    keyword.note,
    keyword.differences?.map(({ version, note }) => say`- From ${releaseName(version)}: ${note}`).join("\n"),
    keyword.context && say`Allowed: ${keyword.context}`,
    facts(keyword),
  );
}

export function optionPage(option: Option, block: string, target: Version): string {
  return paragraphs(
    fenced(optionSignature(option)),
    lifetimeWarning(option, target),
    option.deprecated && deprecationNote(option.deprecated, target),
    option.summary,
    argumentList(option.arguments, target),
    option.note,
    option.context && say`Allowed: ${option.context}`,
    say`Option in ${code(block)}${sinceNote(option)}`,
  );
}

export function valuePage(argument: Argument, value: EnumValue | undefined, owner: string, target: Version): string {
  const isOwn = argument.name === owner;
  const place = isOwn ? say`of ${code(owner)}` : say`as ${code(argument.name)} of ${code(owner)}`;
  const named =
    argument.type === "literal" ? say`**${argument.value}** in ${code(owner)}` : `**${value?.value}** ${place}`;
  const kind = describeArgument(argument, target);
  return paragraphs(
    value && named,
    value?.summary ??
      (kind === "" ? undefined : say`**${isOwn ? "Value" : argument.name}** of ${code(owner)}: ${kind}`),
    value?.deprecated && deprecationNote(value.deprecated, target),
    value?.since && value.since !== oldestVersion && say`Since ${releaseName(value.since)}`,
  );
}

export function directivePage(directive: Directive): string {
  return paragraphs(fenced(directive.form), directive.summary, say`Since ${directive.since}`);
}

function warnings(keyword: Keyword, target: Version): string | undefined {
  const { deprecated } = keyword;
  const lifetime = lifetimeWarning(keyword, target);
  if (lifetime) return lifetime;
  if (deprecated && isDeprecatedIn(deprecated, target)) return deprecationNote(deprecated, target);
  const main = keyword.aliasOf && keywordAt(keyword.aliasOf);
  return main ? say`Another name of ${code(main.name)}.` : undefined;
}

/** Whether release `target` already advises against it. */
export function isDeprecatedIn(deprecated: Deprecation | undefined, target: Version): boolean {
  return deprecated !== undefined && isKnownIn({ since: deprecated.since ?? oldestVersion }, target);
}

function deprecationNote(deprecated: Deprecation, target: Version): string | undefined {
  if (!isDeprecatedIn(deprecated, target)) return undefined;
  const since = deprecated.since ? say` since ${deprecated.since}` : "";
  return say`**Deprecated${since}.**${deprecated.replacement ? replacementNote(deprecated.replacement) : ""}`;
}

function lifetimeWarning(lifetime: Lifetime, target: Version): string | undefined {
  if (isKnownIn(lifetime, target)) return undefined;
  return lifetime.removed && isKnownIn({ since: lifetime.since }, target)
    ? say`**Removed in ${lifetime.removed}**: keepalived ${target} does not know it.`
    : say`**Not yet in keepalived ${target}**: ${arrivalOf(lifetime.since)}.`;
}

function replacementNote(replacement: string): string {
  const keyword = keywordAt(replacement);
  if (keyword) return say` Write ${code(keyword.name)} instead.`;
  return /\s/.test(replacement) ? ` ${replacement}` : say` Write ${code(replacement)} instead.`;
}

function argumentList(list: readonly Argument[], target: Version): string | undefined {
  const lines = list.flatMap((argument): string[] => {
    if (argument.type === "options") return optionList(argument.options, target);
    if (argument.type === "variant") return argument.variants.flatMap((form) => argumentList(form, target) ?? []);
    const text = describeArgument(argument, target);
    return text === "" ? [] : [`- ${code(argument.name)}${argument.optional ? say` (optional)` : ""}: ${text}`];
  });
  return lines.length === 0 ? undefined : [...new Set(lines)].join("\n");
}

function optionList(options: readonly Option[], target: Version): string[] {
  const known = options.filter((option) => isKnownIn(option, target));
  const named = known.filter((option) => !option.positional).map((option) => code(optionSignature(option)));
  const positional = known.filter((option) => option.positional);
  const rest = positional.flatMap((option) => argumentList(option.arguments, target) ?? []);
  return [...rest, ...(named.length > 0 ? [say`- options: ${named.join(", ")}`] : [])];
}

function facts(keyword: Keyword): string {
  const parent = keyword.path.split("/").slice(0, -1).join("/");
  return [
    keyword.default !== undefined && say`Default ${code(keyword.default)}`,
    parent === "" ? say`At the top of the file` : say`In ${code(parent)}`,
    keyword.since !== oldestVersion && sinceText(keyword.since),
    keyword.removed && say`removed in ${keyword.removed}`,
    keyword.required && (keyword.required === "always" ? say`required` : say`required ${keyword.required}`),
    ...keyword.features.filter((feature) => !usualFeatures.has(feature)).map((feature) => say`needs ${code(feature)}`),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Every distribution's build has these. */
const usualFeatures: ReadonlySet<string> = new Set(["vrrp", "lvs"]);

function sinceText(since: Version): string {
  return since === nextVersion ? say`not released yet: target \`next\`` : say`since ${since}`;
}

function sinceNote({ since }: Lifetime): string {
  return since === oldestVersion ? "" : ` · ${sinceText(since)}`;
}

function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join("\n\n");
}
