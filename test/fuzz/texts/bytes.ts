import type { RandomSource } from "../../support/random-text.js";

/** A text with some of its bytes flipped, put in, taken out or copied, and read back as UTF-8, as a broken file would be. */
export function bytesChanged(random: RandomSource, text: string): string {
  let bytes = Buffer.from(text);
  for (let count = 1 + random.below(8); count > 0; count--) {
    const at = random.below(bytes.length + 1);
    const length = 1 + random.below(random.pick([1, 4, 32]));
    const from = random.below(bytes.length + 1);
    const piece = random.pick([
      () => Buffer.from([random.below(256)]),
      () => Buffer.from([random.pick([0x0a, 0x20, 0x7b, 0x7d, 0x22, 0x23, 0x24, 0x40, 0x5c, 0x7e, 0x00, 0xc3])]),
      () => bytes.subarray(from, from + length),
      () => Buffer.alloc(0),
    ])();
    bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + random.pick([0, 0, length]))]);
  }
  return bytes.toString();
}

/** The first lines of one text and the last of another, or lines of one within the other. */
export function spliced(random: RandomSource, one: string, other: string): string {
  const lines = one.split("\n");
  const others = other.split("\n");
  const from = random.below(others.length);
  const taken = others.slice(from, from + 1 + random.below(others.length - from));
  lines.splice(random.below(lines.length + 1), random.pick([0, 0, random.below(lines.length), lines.length]), ...taken);
  return lines.join("\n");
}

/** One piece of a text again and again, up to some twenty thousand characters: what is not linear shows. */
export function pumped(random: RandomSource, text: string): string {
  const start = random.below(text.length + 1);
  const piece = text.slice(start, start + 1 + random.below(random.pick([3, 40, 200])));
  if (piece === "") return text;
  const times = Math.floor((500 + random.below(20_000)) / piece.length);
  return text.slice(0, start) + piece.repeat(times) + (random.below(2) === 0 ? text.slice(start) : "");
}
