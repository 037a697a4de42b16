import { readTemplate, type TemplateLanguage } from "@kalint/syntax";

/** The template with `mark` of its number behind each line that holds something and ends outside of tags: renderings show it. */
export function numberedLines(text: string, language: TemplateLanguage, mark: (line: number) => string): string {
  const { tags } = readTemplate(text, { language });
  let at = 0;
  return text
    .split("\n")
    .map((line, index) => {
      at += line.length + 1;
      const end = at - 1;
      const isWithin = tags.some((tag) => tag.start < end && end < tag.end);
      return line.trim() === "" || isWithin ? line : line + mark(index + 1);
    })
    .join("\n");
}
