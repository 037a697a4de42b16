import { blanksIn, firstPlaceholder, firstTemplateTag } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import type { Finding } from "../types.js";

/** The runner asks this before it reads a file, and reads no template: every further finding would follow from this one. */
export const unrenderedTemplate = defineHostRule({
  id: "unrendered-template",
  category: "syntax",
  severity: "error",
  summary: "A template that has not been rendered, or a placeholder that has not been filled in.",
  why: "keepalived knows no template language. To it the braces of `{{ … }}` and `{% … %}` open and close blocks, so nearly every line of the file ends up where it does not belong. Placeholders such as `@NAME@` or `${NAME:-default}` it takes for values.",
  advice: "Check what the template gives: render it first, and name the result.",
  since: "0.1.0",
  bad: [
    { files: "global_defs {\n    router_id {{ inventory_hostname }}\n}\n" },
    { files: "global_defs {\n    router_id <%= @hostname %>\n}\n" },
    { files: "global_defs {\n    router_id @HOST_NAME@\n}\n" },
    { files: "global_defs {\n    router_id <your_router_id>\n}\n" },
  ],
  good: [{ files: "# {{ managed }} by hand\nglobal_defs {\n    router_id lb1\n}\n" }],
  check(host, report) {
    const [main] = host.effective.files;
    const finding = main && templateFinding(main.path, main.text);
    if (finding) report(finding);
    for (const { path, text } of host.effective.files) {
      const [first, ...others] = blanksIn(text);
      if (first === undefined) continue;
      const shown = others.length === 0 ? "" : `, and ${others.length} more ${others.length === 1 ? "is" : "are"} left`;
      report({
        place: { file: path, ...first },
        message: `${text.slice(first.start, first.end)} is a placeholder that nobody has filled in${shown}`,
        help: "Write the value that is meant.",
        related: others.slice(0, 9).map((other) => ({
          place: { file: path, ...other },
          message: `${text.slice(other.start, other.end)} too`,
        })),
      });
    }
  },
});

/** What there is to say of a text that is a template; `undefined` for a configuration. */
export function templateFinding(path: string, text: string, isIncluded = () => false): Finding | undefined {
  const tag = firstTemplateTag(text);
  const place = tag ?? firstPlaceholder(text, isIncluded);
  if (place === undefined) return undefined;
  const shown = text.slice(place.start, place.end);
  return {
    place: { file: path, ...place },
    message: tag
      ? `${shown} is a template's tag, which keepalived does not know: the file is not checked further`
      : `${shown} is a placeholder that nothing has filled in: the file is not checked further`,
    ...(tag && { daemon: true }),
  };
}
