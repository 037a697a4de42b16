import type { SymbolDefinition } from "@kalint/daemon";
import type { Diagnostic } from "@kalint/lint";
import {
  type Argument,
  allKeywords,
  builtinDefinitions,
  removedKeywords,
  say,
  statusCodes,
  wordNamed,
} from "@kalint/schema";
import type { Span, Word } from "@kalint/syntax";
import { companyOf, instancesAround } from "../company.js";
import { directiveNamed } from "../directives.js";
import { type Document, writtenIn } from "../document.js";
import { code, fenced } from "../markdown.js";
import { definitionsIn, filesOf, symbolAt } from "../names.js";
import { directivePage, keywordPage, optionPage, valuePage } from "../pages.js";
import { directoryOf, includedFiles, relativePath } from "../paths.js";
import { type ArgumentSite, expectationsAt, fitting, type KeywordSite, siteAt } from "../site.js";
import { addressFacts } from "./address.js";
import { valueInForce } from "./in-force.js";
import { instanceFacts, priorityFacts } from "./instance.js";
import { scriptCommand, trackerFacts, trackingFacts } from "./tracker.js";

/** `markdown` about the text at `span`. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What there is to say about the word at `offset`, if anything; first of the findings there why they matter and what to do. */
export function hover(document: Document, offset: number, findings: readonly Diagnostic[] = []): Hover | undefined {
  const about = aboutWord(document, offset);
  const here = findings.filter(({ place }) => place.start <= offset && offset <= place.end);
  if (here.length === 0) return about;
  const advice = here.map(({ rule, why, help }) => paragraphs(`**${rule}** ${why}`, help));
  const [first] = here;
  return {
    span: about?.span ?? first!.place,
    markdown: [...new Set(advice), ...(about ? [about.markdown] : [])].join("\n\n---\n\n"),
  };
}

function aboutWord(document: Document, offset: number): Hover | undefined {
  const site = siteAt(document, offset);
  const markdown = (() => {
    switch (site.kind) {
      case "keyword":
        return keywordHover(document, site);
      case "argument":
        return argumentHover(document, site, offset);
      case "definition":
        return definitionHover(document, site.definition.name.text);
      case "definition-reference":
        return paragraphs(definitionHover(document, site.name), valueInForce(document, offset));
      case "include": {
        const directive = directiveNamed(site.include.directive.text);
        return paragraphs(includedFacts(document, site.include.path.text), directive && directivePage(directive));
      }
      case "condition":
        return conditionHover(document.text.slice(site.span.start, site.span.end));
      case "repetition": {
        const directive = directiveNamed(/^~\w+/.exec(document.text.slice(site.span.start, site.span.end))?.[0]);
        return directive && directivePage(directive);
      }
      default:
        return undefined;
    }
  })();
  return markdown === undefined || markdown === "" ? undefined : { span: site.span, markdown };
}

function keywordHover(document: Document, site: KeywordSite): string | undefined {
  const name = site.word?.value;
  if (name === undefined || name === "") return undefined;
  if (site.keyword) return keywordPage(site.keyword, document.target);
  const where = site.block ? code(site.block.name) : say`the top of the file`;
  const removed = removedKeywords.find((one) => one.name === name && one.path === joined(site.block?.path, name));
  if (removed) {
    const replacement = removed.replacement ? say` Now: ${code(removed.replacement)}.` : "";
    return say`**Removed in ${removed.removed}** (since ${removed.since}). ${removed.summary}${replacement}`;
  }
  const elsewhere = [...new Set(allKeywords.filter((one) => one.name === name).map((one) => one.path))];
  if (elsewhere.length === 0) return say`${code(name)} is no keyword of keepalived.`;
  const list = elsewhere.slice(0, 6).map(code).join(", ");
  return say`${code(name)} is no keyword of ${where}. It belongs to ${list}${elsewhere.length > 6 ? ", …" : ""}.`;
}

function argumentHover(document: Document, site: ArgumentSite, offset: number): string | undefined {
  const { word } = site;
  if (!word) return undefined;
  const mayName = site.keyword.defines !== undefined || site.signature.some(holdsReference);
  const { definition } = (mayName ? symbolAt(document, offset) : undefined) ?? {};
  if (definition) return symbolHover(document, definition);
  const [expectation] = fitting(expectationsAt(site, document.target), word.value, document.target);
  if (!expectation) return undefined;
  if (expectation.kind === "option") return optionPage(expectation.option, site.keyword.name, document.target);
  const { argument, option } = expectation;
  const value =
    argument.type === "bool"
      ? undefined
      : (wordNamed(argument, word.value) ??
        (argument.name === "code" ? statusCodes.find((one) => one.value === word.value) : undefined));
  const owner = option && !option.positional ? option.name : site.keyword.name;
  const page = valuePage(argument, value, owner, document.target);
  if (argument.type === "script") return paragraphs(page, ...runBy(document, word.value, site));
  if (isAddress(argument)) return paragraphs(...addressFacts(document, word.value), page);
  return paragraphs(...factsOfInstance(document, site, word), page);
}

/**
 * In an instance: what its priority comes to, and what a tracker on the line does. Right behind an edit nobody knows, and
 * whoever types does not wait for it.
 */
function factsOfInstance(document: Document, site: ArgumentSite, word: Word): readonly string[] {
  const { keyword, blocks, before } = site;
  const isPriority = keyword.path === "vrrp_instance/priority";
  if (!isPriority && !keyword.path.startsWith("vrrp_instance/track_")) return [];
  const known = document.knownClusters;
  const [member] = known.length === 0 ? [] : instancesAround(document, blocks, companyOf(document, undefined, known));
  if (!member) return [];
  const { place } = member.instance;
  const name = (before[0] ?? word).value;
  return isPriority ? priorityFacts(document, place) : trackingFacts(document, keyword.path, name, place);
}

function holdsReference(argument: Argument): boolean {
  if (argument.type === "reference") return true;
  if (argument.type === "variant") return argument.variants.flat().some(holdsReference);
  return argument.type === "options" && argument.options.some((option) => option.arguments.some(holdsReference));
}

function isAddress({ type, name }: { readonly type: string; readonly name: string }): boolean {
  return /^(ip|ip-mask|ip-range|host-or-ip)$/.test(type) && name !== "netmask";
}

/** More files than this help nobody. */
const mostFiles = 10;

function includedFacts(document: Document, pattern: string): string | undefined {
  if (pattern === "" || pattern.includes("$")) return undefined;
  const folder = directoryOf(document.path);
  const files = includedFiles(document, pattern).map((path) => code(relativePath(folder, path)));
  if (files.length === 0) return say`No file matches it here.`;
  const rest = files.length > mostFiles ? say` and ${files.length - mostFiles} more` : "";
  return say`Reads ${files.slice(0, mostFiles).join(", ")}${rest}`;
}

/** What a name refers to: its head, where it is, and what it does. */
function symbolHover(document: Document, { kind, name, place, statement }: SymbolDefinition): string {
  const isHere = place.file === document.path;
  const text = filesOf(document).find(({ path }) => path === place.file)?.text;
  const head = headLine(text, place.start) ?? `${kind} ${name}`;
  const where = isHere ? say`in this file` : say`in ${code(relativePath(directoryOf(document.path), place.file))}`;
  const command = kind === "vrrp_script" ? scriptCommand(document, name) : undefined;
  const facts = kind === "vrrp_instance" ? instanceFacts(document, place) : trackerFacts(document, kind, name);
  return paragraphs(
    fenced(head),
    say`${code(kind)} **${name}**, defined ${where}`,
    command ?? contentOf(statement),
    ...facts,
  );
}

/** What a tracker looks at, and what a group holds. */
function contentOf({ keyword, children, lines }: SymbolDefinition["statement"]): string | undefined {
  const watched = children.find((one) => /^(file|process|neighbou?r_ip)$/.test(one.keyword.name))?.words.slice(1);
  if (watched && watched.length > 0) return say`Watches ${code(watched.map(({ value }) => value).join(" "))}`;
  const members = /_group$/.test(keyword.name)
    ? [...lines, ...children.filter((one) => one.keyword.name === "group").flatMap((one) => one.lines)]
    : [];
  const shown = members.slice(0, mostFiles).map(({ words }) => code(words.map(({ value }) => value).join(" ")));
  const rest = members.length > mostFiles ? say` and ${members.length - mostFiles} more` : "";
  return shown.length > 0 ? say`Holds ${shown.join(", ")}${rest}` : undefined;
}

/** Around a script's own command: who tracks it. */
function runBy(document: Document, command: string, { blocks }: ArgumentSite): readonly string[] {
  const name = blocks[0]?.keyword?.defines === "vrrp_script" ? blocks[0].statement.words[1]?.value : undefined;
  const facts = name === undefined ? [] : trackerFacts(document, "vrrp_script", name);
  const [program = ""] = command.split(/\s/);
  const beside = `${directoryOf(document.path)}/${program.split("/").at(-1)}`;
  const isBeside = document.host.stat(beside)?.kind === "file";
  return [...facts, ...(isBeside ? [say`Beside this file: ${code(program.split("/").at(-1) ?? "")}`] : [])];
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join("\n\n");
}

function definitionHover(document: Document, name: string): string | undefined {
  const builtin = builtinDefinitions.find((one) => one.name === name);
  const found = definitionsIn(document).filter(({ definition }) => definition.name.text.replace(/^\$/, "") === name);
  const written = writtenIn(document);
  const lines = found.map(({ file, definition }) => {
    const value = definition.lines.map((line) => (file === document.path ? written(line) : line.text)).join("\n    ");
    return `${file === document.path ? "" : `# ${relativePath(directoryOf(document.path), file)}\n`}$${name}=${value}`;
  });
  if (lines.length > 0) return fenced(lines.join("\n"));
  return builtin ? `${fenced(builtin.form)}\n\n${builtin.summary}` : undefined;
}

function conditionHover(text: string): string {
  const negated = text.startsWith("@^");
  const id = text.trim().slice(negated ? 2 : 1);
  const directive = directiveNamed(negated ? "@^" : "@");
  const read = negated
    ? say`This line is read on every host but the one whose config-id is ${code(id)}.`
    : say`This line is read only on the host whose config-id is ${code(id)}.`;
  return `${read}\n\n${directive ? directivePage(directive) : ""}`;
}

function headLine(text: string | undefined, offset: number): string | undefined {
  if (text === undefined) return undefined;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end === -1 ? undefined : end).trim();
}

function joined(path: string | undefined, name: string): string {
  return path === undefined ? name : `${path}/${name}`;
}
