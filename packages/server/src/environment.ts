import type { FormatOptions } from "@kalint/format";
import type { ProjectHost } from "@kalint/project";
import { URI } from "vscode-uri";

/** What the server needs from the machine it runs on. */
export interface Environment {
  readonly host: ProjectHost;
  /** Of kalint. */
  readonly version: string;
  /** What the `.editorconfig` files above a path say, where there is a disk to look at. */
  readonly editorConfig?: (path: string) => Promise<FormatOptions>;
  /** Called where a piece of work begins. Gives a function to call between its steps, which gives memory back of long work. */
  readonly tidying?: () => () => void;
  /** Milliseconds of work after which its progress is shown. */
  readonly patience?: number | undefined;
}

/** The path that the packages below know a document by: `/`-separated; the URI itself where it is no file. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === "file" ? parsed.fsPath.replaceAll("\\", "/") : uri;
}

export function uriOf(path: string): string {
  return /^[a-z][\w+.-]+:/i.test(path) ? path : URI.file(path).toString();
}
