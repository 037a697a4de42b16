const later = new Set(["summary", "why", "advice", "bad", "good", "source", "evidence"]);

/**
 * Bundles make the texts and examples of a rule when they are read (`packages/lint/src/texts-later.ts`):
 * `defineHostRule({ id, why, check })` becomes `withTextsLater(defineHostRule({ id, check }), () => ({ why }))`. The sources are
 * formatted, so that a property is the lines from its name, two spaces from the margin, to the next one's.
 */
export function textsLater(path, text) {
  return /[/\\]lint[/\\]src[/\\]rules[/\\][\w-]+\.ts$/.test(path) ? withTextsLater(path, text) : text;
}

export function withTextsLater(path, text) {
  const found = /^export const \w+ = (define\w+Rule(?:<.*>)?)\(\{\n(.*?)^\}\);$/ms.exec(text);
  if (found === null) throw new Error(`${path} defines no rule as others do`);
  const [whole, define, body] = found;
  const properties = body.split(/^(?= {2}[a-z]\w*(?::|\())/im);
  const isLater = (property) => later.has(/\w+/.exec(property)[0]);
  const moved = properties.filter(isLater);
  const kept = properties.filter((property) => !isLater(property));
  const made = `withTextsLater(${define}({${kept.join("")}} as any) as any, () => ({${moved.join("")}} as any))`;
  const name = /^export const \w+/.exec(whole)[0];
  return `import { withTextsLater } from "../texts-later.js";\n${text.replace(whole, () => `${name} = ${made};`)}`;
}
