/** Text for XML 1.0: marks escaped, characters that XML cannot hold replaced. */
export function escapeXml(text: string): string {
  let out = "";
  for (const character of text) out += escapeCharacter(character);
  return out;
}

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  const forbidden = code < 0x20 || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff;
  return named[character] ?? (forbidden ? "\ufffd" : character);
}

/** `name="value" …` with a blank in front of each. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
}
