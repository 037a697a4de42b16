import type { Place } from "@kalint/daemon";
import { secretsIn } from "@kalint/schema";
import type { Diagnostic, LintedFile } from "../types.js";

/** Messages without the passwords of the lines that they speak of: reports go into logs that many read. */
export function withoutSecrets(
  files: readonly LintedFile[],
  textOf: (path: string) => string | undefined,
): readonly LintedFile[] {
  const known = new Map<string, Secrets>();
  const secretsOf = (path: string): Secrets => {
    const kept = known.get(path) ?? readSecrets(textOf(path) ?? "");
    known.set(path, kept);
    return kept;
  };
  const secretsAt = ({ file, start, end }: Place): readonly string[] => {
    const { lines, values } = secretsOf(file);
    for (const line of lines) if (line.start <= end && start <= line.end) return values;
    return none.values;
  };
  const masked = (diagnostic: Diagnostic): Diagnostic => {
    let texts = secretsAt(diagnostic.place);
    for (const { place } of diagnostic.related ?? []) {
      const others = secretsAt(place);
      if (others.length > 0) texts = [...texts, ...others];
    }
    if (texts.length === 0) return diagnostic;
    const hide = hiding(texts);
    const { related, fixes, message, help } = diagnostic;
    return {
      ...diagnostic,
      message: hide(message),
      help: hide(help),
      ...(related && { related: related.map((each) => ({ ...each, message: hide(each.message) })) }),
      ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, title: hide(fix.title) })) }),
    };
  };
  return files.map((file) => ({ ...file, diagnostics: file.diagnostics.map(masked) }));
}

interface Secrets {
  /** The lines that hold one, whole. */
  readonly lines: readonly { readonly start: number; readonly end: number }[];
  /** What must not be shown: values, their words, and what keepalived keeps of a long one. */
  readonly values: readonly string[];
}

const none: Secrets = { lines: [], values: [] };

function readSecrets(text: string): Secrets {
  const spans = secretsIn(text);
  if (spans.length === 0) return none;
  const lines = spans.map(({ start, end }) => {
    const newline = text.indexOf("\n", end);
    return { start: text.lastIndexOf("\n", start) + 1, end: newline < 0 ? text.length : newline };
  });
  const values = spans.flatMap(({ start, end }) => {
    const value = text.slice(start, end);
    const words = value.split(/[\s"#!]+/).filter((word) => word !== "" && !word.startsWith("$"));
    return [value.replace(/^"|"$/g, ""), ...words, ...words.map((word) => word.slice(0, 8))];
  });
  return { lines, values: [...new Set(values)].filter((value) => value !== "" && !/^\$\{?\w+\}?$/.test(value)) };
}

/**
 * Longer ones first: a word may be the beginning of another. Only whole words are hidden, for `1` is a password too; and a
 * password that is a plain word (`password`) only in quotation marks, as values are shown: a gap in a sentence gives it away.
 */
function hiding(values: readonly string[]): (text: string) => string {
  const parts = [...new Set(values)]
    .sort((one, other) => other.length - one.length)
    .map((value) => {
      const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return /^[a-z_]+$/.test(value) ? `(?<=["\`])${escaped}(?=["\`])` : escaped;
    });
  const pattern = new RegExp(`(?<!\\w)(?:${parts.join("|")})(?!\\w)`, "g");
  return (text) => text.replace(pattern, (found) => "*".repeat(found.length));
}
