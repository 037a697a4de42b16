import { type Directive, directives } from "@kalint/schema";

/** The directives that start with a word of their own: `include`, `~SEQ` and their kin. */
export const wordDirectives: readonly Directive[] = directives.filter(({ name }) => /^(include|~)/.test(name));

const snippets: Readonly<Record<string, string>> = {
  include: "include ${1:conf.d/*.conf}",
  includea: "includea ${1:conf.d/*.conf}",
  includeb: "includeb ${1:{common,site\\}.conf}",
  includem: "includem ${1:conf.d/site.conf}",
  includer: "includer ${1:conf.d/*.conf}",
  includew: "includew ${1:conf.d/*.conf}",
  "~LST": "~LST({${1:name}\\}, {${2:a}\\}, {${3:b}\\}) $0",
  "~SEQ": "~SEQ(${1:i}, ${2:1}, ${3:10}) $0",
  "~SEQx": "~SEQx(${1:i}, ${2:1}, ${3:16}) $0",
};

/** LSP snippet with an example of what follows the word. */
export function directiveSnippet({ name }: Directive): string {
  return snippets[name] ?? name;
}

export function directiveNamed(name: string | undefined): Directive | undefined {
  return directives.find((one) => one.name === name);
}
