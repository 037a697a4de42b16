import { defineHostRule } from "../define.js";
import { firstTemplateTag } from "../template.js";
import type { Finding } from "../types.js";

/** The runner asks this before it reads a file, and reads no template: every further finding would follow from this one. */
export const unrenderedTemplate = defineHostRule({
  id: "unrendered-template",
  category: "syntax",
  severity: "error",
  summary: "A template that has not been rendered.",
  why: "keepalived knows no template language. To it the braces of `{{ … }}` and `{% … %}` open and close blocks, so nearly every line of the file ends up where it does not belong.",
  advice: "Check what the template gives: render it first, and name the result.",
  since: "0.1.0",
  bad: [
    { files: "global_defs {\n    router_id {{ inventory_hostname }}\n}\n" },
    { files: "global_defs {\n    router_id <%= @hostname %>\n}\n" },
  ],
  good: [{ files: "# {{ managed }} by hand\nglobal_defs {\n    router_id lb1\n}\n" }],
  check(host, report) {
    const [main] = host.effective.files;
    const finding = main && templateFinding(main.path, main.text);
    if (finding) report(finding);
  },
});

/** What there is to say of a text that is a template; `undefined` for a configuration. */
export function templateFinding(path: string, text: string): Finding | undefined {
  const tag = firstTemplateTag(text);
  return (
    tag && {
      place: { file: path, ...tag },
      message: `${text.slice(tag.start, tag.end)} is a template's tag, which keepalived does not know: the file is not checked further`,
      daemon: true,
    }
  );
}
