import { type EffectiveConfiguration, largestReading, type SourceFile } from "@kalint/daemon";

/**
 * How much one run makes of the texts that it reads: what repetitions and definitions add, and that texts are read again,
 * for another config-id or for another main file. A hostile repository can multiply that without end; an ordinary one
 * stays far below, and a large one has as much more room as it has lines.
 */
export interface Budget {
  /** How many lines a reading may still add. A reading that was charged already does not count against itself. */
  roomFor(key: string): number;
  /** `template`: the file that is read as one of its renderings, of which there are as many as we make, and no more. */
  charge(key: string, effective: Size, template?: string): void;
  /** Nothing more should be read that is not needed. */
  isSpent(): boolean;
  /** No other main file should be read: those of this run are long enough. */
  isFull(): boolean;
  /** Whether a reading was cut short before this one: the first says it for all. */
  isCutBefore(key: string): boolean;
  /** A new run: everything counts again. */
  restart(): void;
}

/** What counts of a reading. */
export interface Size extends Pick<EffectiveConfiguration, "path" | "lines" | "added" | "isCut"> {
  readonly files: readonly Text[];
}

type Text = Pick<SourceFile, "path" | "text">;

/** So many characters are read in one run: trees and findings take a hundred times as much memory. */
const largestRun = 64 * 1024 * 1024;
/** Each line of a file may be read so many times. */
const readings = 10;
/** Opening a file costs as much as so many lines. */
const opening = 20;
/** A template of so many lines is read once for each rendering without counting; kept ones have at most a thousand. */
const largestTemplate = 2000;
/** Looking over so many lines for their conditions costs as much as reading one. */
const lookingOver = 50;

export function createBudget(mostCharacters = largestRun): Budget {
  const charged = new Map<string, number>();
  /** By path, how many lines a file has. */
  const sizes = new Map<string, number>();
  /** By main file the reading that is free. */
  const first = new Map<string, string>();
  let allowed = largestReading;
  let spent = 0;
  let characters = 0;
  let cut: string | undefined;
  const left = (key: string): number => allowed - spent + (charged.get(key) ?? 0);
  return {
    roomFor: (key) => Math.max(0, Math.min(left(key), largestReading)),
    charge(key, effective, template) {
      const sizeOf = (file: Text) => {
        const { path, text } = file;
        const known = sizes.get(path);
        if (known !== undefined) return known;
        const size = linesIn(file);
        sizes.set(path, size);
        characters += text.length;
        allowed += readings * size;
        return size;
      };
      const files = effective.files.map((file) => ({ path: file.path, size: sizeOf(file) }));
      const isOneOfRenderings = files.some(({ path, size }) => path === template && size <= largestTemplate);
      const [own = 0, ...included] = files.flatMap(({ path, size }, index) =>
        index > 0 && isOneOfRenderings && path === template ? [] : [size],
      );
      const isFirst = (first.get(effective.path) ?? key) === key;
      if (isFirst) first.set(effective.path, key);
      // The lines of other hosts are only looked at, and do not become statements.
      const again = isFirst || isOneOfRenderings ? 0 : effective.lines + Math.ceil(own / lookingOver) + opening;
      const cost = effective.added + included.reduce((sum, size) => sum + size + opening, 0) + again;
      spent += cost - (charged.get(key) ?? 0);
      charged.set(key, cost);
      if (effective.isCut) cut ??= key;
    },
    isSpent: () => spent >= allowed,
    isFull: () => characters >= mostCharacters,
    isCutBefore: (key) => cut !== undefined && cut !== key,
    restart() {
      for (const map of [charged, sizes, first]) map.clear();
      allowed = largestReading;
      spent = 0;
      characters = 0;
      cut = undefined;
    },
  };
}

/** Of the files of a site an edit changes one. */
const counted = new WeakMap<Text, number>();

function linesIn(file: Text): number {
  const known = counted.get(file);
  if (known !== undefined) return known;
  const { text } = file;
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  counted.set(file, count);
  return count;
}
