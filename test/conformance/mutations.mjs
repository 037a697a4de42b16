// Seeded mutations of configurations: what people mistype, and what a hostile reader would try.
import { seededRandom } from "./random.mjs";

const keywordLine = /^(\s*)([A-Za-z_][\w-]*)(\s+(.*))?$/;

/** The indices of lines that hold a keyword (no comment, no lone brace). */
function keywordLines(lines) {
  return lines.flatMap((line, index) => (keywordLine.test(line.replace(/[{}]/g, "").trimEnd()) ? [index] : []));
}

function misspell(word, random) {
  const at = random.below(word.length);
  return random.pick([
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + word[at] + word.slice(at),
    () => `${word.slice(0, at)}x${word.slice(at + 1)}`,
    () => word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2),
    () => word.replace("_", "-"),
    () => word[0].toUpperCase() + word.slice(1),
  ])();
}

/** Replaces the `n`th word of a line, counting from 0. */
function withWord(line, n, change) {
  let count = -1;
  return line.replace(/[^\s{}]+/g, (word) => {
    count += 1;
    return count === n ? change(word) : word;
  });
}

const wordCount = (line) => (line.match(/[^\s{}]+/g) ?? []).length;

/** Takes a line with a number on it, or gives the text up. */
function changeNumber(lines, random, change) {
  const places = lines.flatMap((line, index) =>
    (line.match(/[^\s{}]+/g) ?? []).flatMap((word, n) => (n > 0 && /^-?\d+(\.\d+)?$/.test(word) ? [[index, n]] : [])),
  );
  if (places.length === 0) return undefined;
  const [index, n] = random.pick(places);
  return lines.with(index, withWord(lines[index], n, change));
}

function changeLine(lines, random, change) {
  const index = random.pick(keywordLines(lines));
  return index === undefined ? undefined : lines.with(index, change(lines[index]));
}

const numbers = [
  "0",
  "1",
  "255",
  "256",
  "65535",
  "65536",
  "99999",
  "4294967295",
  "4294967296",
  "-1",
  "+5",
  "0x10",
  "010",
  "1.5",
  ".5",
  "1e3",
  '""',
  "abc",
  "12x",
];

/** Every mutation takes lines and gives lines, or `undefined` where it does not apply. */
const mutations = {
  "keyword misspelt": (lines, random) =>
    changeLine(lines, random, (line) => withWord(line, 0, (word) => misspell(word, random))),
  "keyword moved": (lines, random) => {
    const from = random.pick(keywordLines(lines).filter((index) => !/[{}]/.test(lines[index])));
    if (from === undefined) return undefined;
    const rest = lines.toSpliced(from, 1);
    return rest.toSpliced(random.below(rest.length), 0, lines[from]);
  },
  "keyword repeated": (lines, random) => {
    const index = random.pick(keywordLines(lines).filter((n) => !/[{}]/.test(lines[n])));
    return index === undefined ? undefined : lines.toSpliced(index, 0, lines[index]);
  },
  "keyword removed": (lines, random) => lines.toSpliced(random.pick(keywordLines(lines)), 1),
  "number replaced": (lines, random) => changeNumber(lines, random, () => random.pick(numbers)),
  "number scaled": (lines, random) =>
    changeNumber(lines, random, (word) => `${word}${random.pick(["0", "00", "000000", ".0", "s", "ms"])}`),
  "number negated": (lines, random) =>
    changeNumber(lines, random, (word) => (word.startsWith("-") ? word.slice(1) : `-${word}`)),
  "case changed": (lines, random) =>
    changeLine(lines, random, (line) =>
      withWord(line, 1 + random.below(2), (word) =>
        word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase(),
      ),
    ),
  "word mangled": (lines, random) =>
    changeLine(lines, random, (line) => withWord(line, 1, (word) => misspell(word, random))),
  "brace dropped": (lines, random) => {
    const index = random.pick(lines.flatMap((line, n) => (/[{}]/.test(line) ? [n] : [])));
    return index === undefined ? undefined : lines.with(index, lines[index].replace(/[{}]/, ""));
  },
  "brace added": (lines, random) => {
    const index = random.below(lines.length);
    return random.next() < 0.5
      ? lines.with(index, `${lines[index]} ${random.pick(["{", "}"])}`)
      : lines.toSpliced(index, 0, random.pick(["{", "}"]));
  },
  "brace moved to its own line": (lines, random) => {
    const index = random.pick(lines.flatMap((line, n) => (/\S\s*\{\s*$/.test(line) ? [n] : [])));
    return index === undefined ? undefined : lines.toSpliced(index, 1, lines[index].replace(/\s*\{\s*$/, ""), "{");
  },
  "quote dropped": (lines, random) => {
    const index = random.pick(lines.flatMap((line, n) => (line.includes('"') ? [n] : [])));
    return index === undefined ? undefined : lines.with(index, lines[index].replace('"', ""));
  },
  "quote added": (lines, random) =>
    changeLine(lines, random, (line) => withWord(line, random.below(wordCount(line)), (word) => `${word}"`)),
  "argument added": (lines, random) =>
    changeLine(lines, random, (line) =>
      line.replace(/\s*(\{?)\s*$/, ` ${random.pick(["surplus", "5", "10.0.0.9", "dev eth1", "weight 5"])} $1`),
    ),
  "argument removed": (lines, random) =>
    changeLine(lines, random, (line) => withWord(line, Math.max(1, wordCount(line) - 1), () => "")),
  "blocks reordered": (lines) => {
    const end = lines.indexOf("}");
    return end === -1 ? undefined : [...lines.slice(end + 1), ...lines.slice(0, end + 1)];
  },
  "comment sign in a word": (lines, random) =>
    changeLine(lines, random, (line) =>
      withWord(
        line,
        random.below(wordCount(line)),
        (word) => `${word.slice(0, 2)}${random.pick(["#", "!"])}${word.slice(2)}`,
      ),
    ),
  "value from a definition": (lines, random) => {
    const index = random.pick(keywordLines(lines).filter((n) => wordCount(lines[n]) > 1 && !lines[n].includes('"')));
    if (index === undefined) return undefined;
    let value = "";
    const line = withWord(lines[index], 1, (word) => {
      value = word;
      return random.pick(["$VALUE", "${VALUE}"]);
    });
    return [`$VALUE=${value}`, ...lines.with(index, line)];
  },
  "condition in front": (lines, random) =>
    changeLine(lines, random, (line) => `${random.pick(["@lb1", "@^lb1", "@nobody", "@^nobody"])} ${line.trimStart()}`),
  "sequence in front": (lines, random) => {
    const index = random.pick(keywordLines(lines).filter((n) => !/[{}]/.test(lines[n])));
    return index === undefined ? undefined : lines.with(index, `~SEQ(i, 1, 2) ${lines[index].trimStart()}`);
  },
  "lines joined": (lines, random) => {
    const index = random.below(lines.length - 1);
    return lines.toSpliced(index, 2, `${lines[index]} ${lines[index + 1]}`);
  },
};

/**
 * `count` texts, each made from one of `bases` by one mutation (sometimes two). The same seed gives the same texts.
 * Each comes with its story: which base, which mutations.
 */
export function mutate(bases, count, seed) {
  const random = seededRandom(seed);
  const names = Object.keys(mutations);
  const made = [];
  while (made.length < count) {
    const base = random.pick(bases);
    let lines = base.text.split("\n");
    const story = [];
    for (let step = random.next() < 0.15 ? 2 : 1; step > 0; step -= 1) {
      const name = names[(made.length + step) % names.length];
      const changed = mutations[name](lines, random);
      if (changed !== undefined) {
        lines = changed;
        story.push(name);
      }
    }
    if (story.length === 0) {
      made.push({ text: base.text, story: `${base.name}: unchanged` });
      continue;
    }
    made.push({ text: lines.join("\n"), story: `${base.name}: ${story.join(", ")}` });
  }
  return made;
}
