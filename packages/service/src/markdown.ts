export { inlineCode as code } from "@kalint/schema";

/** A fenced block in the language's own colours, whatever the text holds. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}keepalived\n${text}\n${fence}`;
}
