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

/** Between 0 and 60 pieces that mean something to the reader, in any order. */
export function tokenSoup(random: RandomSource): string {
  let text = "";
  for (let count = random.below(60); count > 0; count--) text += random.pick(soup);
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
