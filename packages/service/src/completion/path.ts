import { entriesOf, type FolderEntry, type ProjectHost } from "@kalint/project";
import { say } from "@kalint/schema";
import type { Span } from "@kalint/syntax";
import type { Company } from "../company.js";
import type { Document } from "../document.js";
import { directoryOf, joinPath } from "../paths.js";
import type { ArgumentSite } from "../site.js";
import type { Completion, Proposal } from "./complete.js";
import { commandsFor, scriptsOf } from "./written.js";

/** Files and folders that an include line could name, seen from the document's directory. */
export function completeIncludePath(document: Document, path: Span, offset: number): readonly Completion[] {
  const typed = document.text.slice(path.start, Math.max(path.start, offset));
  const start = path.start + typed.lastIndexOf("/") + 1;
  const directory = joinPath(directoryOf(document.path), typed.slice(0, typed.lastIndexOf("/") + 1));
  const names = document.host.list(directory) ?? [];
  return names
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .flatMap((name): Completion[] => {
      const full = joinPath(directory, name);
      const kind = document.host.stat(full)?.kind;
      if ((kind !== "file" && kind !== "directory") || full === document.path) return [];
      const text = kind === "directory" ? `${name}/` : name;
      const place = { insert: { start, end: offset }, replace: { start, end: Math.max(offset, path.end) } };
      return [
        {
          label: text,
          kind: kind === "file" ? "file" : "folder",
          text,
          ...place,
          rank: name.endsWith(".conf") ? 1 : 2,
        },
      ];
    });
}

/** Where keepalived's own files lie on a host. */
const home = "/etc/keepalived";

/** The scripts that the hosts run already, then those that lie beside the file, as they will on the host. */
export function scriptProposals(document: Document, company: Company, site: ArgumentSite): readonly Proposal[] {
  const quote = document.text[site.span.start] === '"' ? '"' : "";
  const fitting = commandsFor(company, site.keyword.name).filter(({ command }) => command !== site.word?.value);
  const fits = new Set(fitting.map(({ command }) => command));
  const others = scriptsOf(company).filter((command) => command !== site.word?.value && !fits.has(command));
  const used = [...fits, ...others];
  const beside = scriptsBeside(document).filter((path) => !used.some((command) => command.split(" ")[0] === path));
  const make = (command: string, detail: string, rank: number): Proposal => ({
    label: command,
    kind: "file",
    text: quote || /\s/.test(command) ? `"${command}"` : command,
    filter: `${quote}${command}`,
    detail,
    rank,
  });
  return [
    ...fitting.map(({ command, from }) =>
      make(command, from === undefined ? say`in use here` : say`like ${from}`, from === undefined ? 1 : 0),
    ),
    ...others.map((command) => make(command, say`in use here`, 2)),
    ...beside.map((path) => make(path, say`beside this file`, 2)),
    ...fileProposals(document, site),
  ];
}

/** Folders below the file's own that are looked into. */
const mostFolders = 20;

/** Scripts that lie beside the host's file, or in a folder there, by the path that they will have on the host. */
function scriptsBeside(document: Document): readonly string[] {
  const main = document.hosts[0]?.effective.path ?? document.path;
  const folder = directoryOf(main);
  const scriptsIn = (directory: string, prefix: string): readonly string[] =>
    entriesOrNone(document.host, directory)
      .filter(({ name, kind }) => kind !== "directory" && /\.(sh|bash|py|pl|rb)$/.test(name))
      .map(({ name }) => `${prefix}${name}`)
      .toSorted();
  const folders = entriesOrNone(document.host, folder)
    .filter(({ name }) => !name.startsWith(".") && document.host.stat(joinPath(folder, name))?.kind === "directory")
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .slice(0, mostFolders);
  return [
    ...scriptsIn(folder, ""),
    ...folders.flatMap(({ name }) => scriptsIn(joinPath(folder, name), `${name}/`)),
  ].map((path) => `${home}/${path}`);
}

/** What lies in the folder that is typed so far, by its whole path: the file may well be edited on the host itself. */
export function fileProposals(document: Document, { span, word }: ArgumentSite): readonly Proposal[] {
  const [quote = "", typed = ""] =
    /^("?)(\/\S*)$/.exec(word ? document.text.slice(span.start, word.end) : "")?.slice(1) ?? [];
  if (typed === "") return [];
  const folder = typed.slice(0, typed.lastIndexOf("/") + 1);
  const begun = typed.slice(folder.length).replace(/"$/, "");
  return entriesOrNone(document.host, folder === "/" ? folder : folder.slice(0, -1))
    .filter(({ name }) => !name.startsWith(".") && name.startsWith(begun))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .slice(0, mostFiles)
    .flatMap((entry): Proposal[] => {
      const path = `${folder}${entry.name}`;
      const kind = entry.kind === "link" ? document.host.stat(path)?.kind : entry.kind;
      if (kind !== "file" && kind !== "directory") return [];
      const label = kind === "directory" ? `${path}/` : path;
      // A folder's name goes on: no quote behind it.
      const text = quote === "" ? label : kind === "directory" ? `"${label}` : `"${label}"`;
      return [{ label, kind: kind === "file" ? "file" : "folder", text, filter: `${quote}${label}`, rank: 3 }];
    });
}

const mostFiles = 500;

/** The names alone, of any folder that somebody has typed: nothing that lies there is read. */
function entriesOrNone(host: ProjectHost, folder: string): readonly FolderEntry[] {
  try {
    return entriesOf(host, folder);
  } catch {
    return [];
  }
}
