import { blanksIn, firstPlaceholder, firstTemplateTag, foreignContent, say } from "@kalint/schema";
import type { Span } from "@kalint/syntax";
import { defineHostRule } from "../define.js";
import type { Finding } from "../types.js";

/** The runner finds out which files are templates, and says so with `templateFinding`; the rule looks for what is left to fill in. */
export const unrenderedTemplate = defineHostRule({
  id: "unrendered-template",
  category: "style",
  severity: "error",
  summary: "A placeholder that has not been filled in, or a template with the name of a configuration.",
  why: "keepalived has no template language. The braces of `{{ … }}` and `{% … %}` open and close blocks, and placeholders such as `@NAME@` or `<address>` are values. kalint reads such a file as a template: it reports whatever is wrong in every rendering, and notes that the file is a template.",
  advice:
    "Render the file before keepalived reads it. If it is a template, name it so (`keepalived.conf.j2`), or set `template` in `kalint.json`.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line, process_stream",
  bad: [
    { files: "global_defs {\n    router_id {{ inventory_hostname }}\n}\n" },
    { files: "global_defs {\n    router_id <%= @hostname %>\n}\n" },
    { files: "global_defs {\n    router_id @HOST_NAME@\n}\n" },
    { files: "global_defs {\n    router_id <your_router_id>\n}\n" },
  ],
  good: [{ files: "# {{ managed }} by hand\nglobal_defs {\n    router_id lb1\n}\n" }],
  check(host, report) {
    for (const { path, text } of host.effective.files) {
      const [first, ...others] = blanksIn(text);
      if (first === undefined) continue;
      const shown =
        others.length === 0 ? "" : say`, and ${others.length} more ${others.length === 1 ? say`is` : say`are`} left`;
      report({
        place: { file: path, ...first },
        message: say`${text.slice(first.start, first.end)} is a placeholder that has not been filled in${shown}`,
        help: say`Write the value that is meant.`,
        related: others.slice(0, 9).map((other) => ({
          place: { file: path, ...other },
          message: say`${text.slice(other.start, other.end)} too`,
        })),
      });
    }
  },
});

/** What there is to say of a template that is not named as one. */
export function templateFinding(path: string, text: string): Finding {
  const place = firstTemplateTag(text) ?? foreignContent(text) ?? firstPlaceholder(text, () => false);
  const { start, end } = place ?? { start: 0, end: 0 };
  return {
    place: { file: path, start, end },
    severity: "info",
    message: say`${shownTag(text, { start, end })} is a template tag: the file is checked as a template, for mistakes that every rendering has`,
  };
}

/** What there is to say of a template that nobody can render. */
export function unpairedFinding(path: string, text: string, { start, end }: Span): Finding {
  return {
    place: { file: path, start, end },
    message: say`${shownTag(text, { start, end })} has no counterpart: the template cannot be rendered, and is not checked further`,
    help: say`Add the missing beginning or end of the block.`,
  };
}

function shownTag(text: string, { start, end }: Span): string {
  const shown = text.slice(start, end).split("\n")[0]!;
  return shown.length > 60 ? `${shown.slice(0, 59)}…` : shown;
}
