/** A source of numbers that gives the same ones for the same seed (mulberry32). */
export interface RandomSource {
  /** An integer from 0 up to, and without, `limit`. */
  below(limit: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
  return { below, pick: (values) => values[below(values.length)]! };
}

// biome-ignore format: one list
const soup = [
  "vrrp_instance", "virtual_server", "global_defs", "foo", "10.0.0.1", "a", "é", "日本", "\u00a0",
  "{", "{", "{", "}", "}", "}", " ", " ", " ", "  ", "\t", "\n", "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\f", "\v", "\0", "\ufeff",
  "# c", "! d", "#", "!", "\\", "\\", "\\#", "\\!", '\\"', '"', '"', '"a b"', '""', "'", "'a  b'",
  "@a ", "@^b ", "@", "\n@a ", "$X=", "$X=1", "\n$X=a \\\n", "$X", "${X}", "${_ENV A}", "${", "$", "=",
  "~SEQ(i, 1, 3) ", "~LST({a,b}, {1,2}) ", "~SEQx(", "~foo", "\ninclude ", "\nincluder x y", "include",
  "# kalint-format off\n", "# kalint-format on\n", "\n        ", "\n    ", "\n}\n", " {\n",
] as const;

/** Fewer than `most` pieces that mean something to the reader, in any order. */
export function tokenSoup(random: RandomSource, most = 60): string {
  let text = "";
  for (let count = random.below(most); count > 0; count--) text += random.pick(soup);
  if (random.below(40) === 0) text += `${"x".repeat(1000 + random.below(60))} ${random.pick(soup)}`;
  return text;
}

/** A text with up to five pieces or lines put in, taken out, doubled or swapped. */
export function mutated(random: RandomSource, text: string): string {
  let changed = text;
  for (let count = 1 + random.below(5); count > 0; count--) changed = mutatedOnce(random, changed);
  return changed;
}

function mutatedOnce(random: RandomSource, text: string): string {
  const at = random.below(text.length + 1);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + random.pick(soup) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random.below(4));
    case 2:
      return text.replace(random.pick([/[{}]/, /\n/, /\}(?=[^}]*$)/, / +/]), random.pick(["", "{", "}", "\n", "\t"]));
    case 3: {
      const lines = text.split("\n");
      const line = random.below(lines.length);
      lines.splice(random.below(lines.length), random.below(2), lines[line]!);
      return lines.join("\n");
    }
    case 4:
      return text.replaceAll("\n", random.pick(["\r\n", "\n\n", "\n  ", " \n"]));
    default: {
      const lines = text.split("\n");
      const line = random.below(lines.length);
      lines[line] = random.pick(["@a ", "@^b ", "~SEQ(i, 1, 2) ", "\t", "  "]) + lines[line];
      return lines.join("\n");
    }
  }
}

// biome-ignore format: one list
const typed = [
  "{", "}", "}\n", "{\n", "\n", "\n\n", " ", "    ", "\t", '"', "\\", "\\\n", "#", "# note\n", "!", "\r\n", "\0", "\uFEFF", "x", "检",
  "@lb1 ", "$A=1\n", "$A=1 \\\n", "$IF", "$NET", "include x.conf\n", "~SEQ(i, 1, 2) ", "foo {\n", "unknown\n", "group {\n",
  "vrrp_instance", "virtual_server", "vrrp_instance VI_1 {\n", "vrrp_instance B {\n", "    vrrp_script x {\n", "static_routes {\n",
  "vrrp_instance C {\n    state MASTER\n}\n", "\nvrrp_instance C {\n    state MASTER\n}\n", "state MASTER\n", "priority 7\n",
] as const;

/** A text after one edit, as somebody makes it who types or pastes: a piece put in, or in place of some characters. */
export function edited(random: RandomSource, text: string): string {
  const from = random.below(text.length + 1);
  const to = random.below(3) === 0 ? Math.min(text.length, from + random.below(60)) : from;
  const piece = random.below(4) === 0 ? "" : random.pick(typed);
  return text.slice(0, from) + piece + text.slice(to);
}

/** A text of about `most` lines or fewer whose braces pair up, laid out by somebody without a system: columns, tabs, comments, blocks on one line. */
export function untidyText(random: RandomSource, most = 24): string {
  const lines: string[] = [];
  let depth = 0;
  const blanks = (most: number) =>
    random.below(8) === 0 ? "\t".repeat(1 + random.below(2)) : " ".repeat(1 + random.below(most));
  const indent = () => (random.below(6) === 0 ? blanks(12) : " ".repeat(depth * random.pick([2, 4, 4, 4])));
  const word = () => random.pick(["a", "bbbb", "interface", "10.0.0.1", '"x  y"', "日本", "$X", "'q", "é"]);
  const words = () => Array.from({ length: 1 + random.below(4) }, word).join(blanks(random.pick([1, 1, 4])));
  const padded = (line: string) => line.padEnd(random.pick([24, 24, 32]));
  const comment = () => random.pick(["# c", "#d", "! e", "# 中文", "# f # g", "#a {", "#  b", "#}", "#\tx"]);
  const trailing = (line: string) => {
    if (random.below(3) > 0) return line;
    return (random.below(2) === 0 ? padded(line) : line + blanks(6)) + comment();
  };
  for (let count = random.below(most); count > 0; count--) {
    const kind = random.below(16);
    if (kind < 6) lines.push(trailing(indent() + words()));
    else if (kind < 8) lines.push(random.below(3) === 0 ? " ".repeat(24) + comment() : indent() + comment());
    else if (kind === 8) lines.push(random.pick(["", "", " \t"]));
    else if (kind === 9) lines.push(trailing(`${indent()}a { ${words()} }`));
    else if (kind === 10) lines.push(`${indent()}@${random.pick(["a", "bbb", "^c"])}${blanks(3)}${words()}`);
    else if (kind < 14 && depth < 4) {
      lines.push(trailing(`${indent()}${words()}${random.pick([" {", "{", "\n{", "  # h\n{"])}`));
      depth++;
    } else if (depth > 0) {
      depth--;
      lines.push(trailing(`${indent()}}`));
    }
  }
  return `${[...lines, ..."}".repeat(depth)].join(random.pick(["\n", "\n", "\r\n"]))}\n`;
}
