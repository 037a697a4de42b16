// The manifest as it is published: with every rule in the settings, and its texts in files of their own, one a language
// (package.nls.json), as VS Code wants it. Here each text stays where it is used; manifest.zh-cn.json has it in Chinese.

/** The parts of a manifest that hold texts. */
const textKeys = new Set(["displayName", "description", "markdownDescription", "title", "altText"]);

/**
 * @param {object} manifest
 * @param {Record<string, string>} chinese by the English text
 * @returns {{ manifest: object, english: Record<string, string>, chinese: Record<string, string> }}
 */
export function withTextsApart(manifest, chinese) {
  const english = {};
  const translated = {};
  const keys = new Map();
  const visit = (value, name, isSettings) => {
    if (typeof value === "string") return !isSettings && textKeys.has(name) ? `%${keyOf(value)}%` : value;
    if (Array.isArray(value)) return value.map((each) => visit(each, name, false));
    if (typeof value !== "object" || value === null) return value;
    const isNested = name === "properties";
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each, key, isNested)]));
  };
  const keyOf = (text) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = (keys.size + 1).toString(36);
    keys.set(text, key);
    english[key] = text;
    // A name such as kalint's own is the same in each language.
    if (text !== "kalint") {
      if (chinese[text] === undefined) throw new Error(`manifest.zh-cn.json lacks ${JSON.stringify(text)}`);
      translated[key] = chinese[text];
    }
    return key;
  };
  const result = visit(manifest, "", false);
  const left = Object.keys(chinese).filter((text) => !keys.has(text));
  if (left.length > 0) throw new Error(`manifest.zh-cn.json has too much: ${JSON.stringify(left)}`);
  return { manifest: result, english, chinese: translated };
}
