import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So many bytes may lie about before they are collected; of much that is in use, a seventh of it. */
const room = 8 * 1024 * 1024;
const share = 0.15;

/** What a collector does its work with. */
interface Heap {
  /** Bytes, garbage included. */
  used(): number;
  collect(): void;
}

/**
 * Collects garbage where there is much of it, for long work that calls this between its steps. V8 lets the heap grow to several
 * times what is in use before it looks, and gives it back late: a server lives for days beside an editor.
 */
export function createCollector({ used, collect }: Heap): () => void {
  let live = 0;
  return () => {
    if (used() - live < Math.max(room, live * share)) return;
    collect();
    live = used();
  };
}

/**
 * Milliseconds by the clock after which work may leave more garbage than an edit does, and then of the processor until it does: on a
 * busy machine an edit takes as long by the clock. The processor's time costs too much to ask for in each edit.
 */
const long = 60;
const longer = 30;

/** Gives a function to call where a piece of work begins; what that gives is called between its steps, and collects in long work. */
export function createTidying(collect: () => void, { now, processorTime }: Clocks): () => () => void {
  return () => {
    const begin = now();
    let used: number | undefined;
    return () => {
      if (now() - begin < long) return;
      used ??= processorTime();
      if (processorTime() - used > longer) collect();
    };
  };
}

/** After so many pieces of work what runs often is machine code. */
const warmUp = 300;

/**
 * Gives a function to call where a piece of work begins; each time that many more are done, `settle` is called. V8 goes on to make
 * machine code of whatever has run for long enough, which by then is what runs seldom, and costs more than it saves.
 */
export function createWarmUp(settle: () => void): () => void {
  let pieces = 0;
  return () => {
    pieces += 1;
    if (pieces % warmUp === 0) settle();
  };
}

/** Of Node 20; later releases of V8 count otherwise. The command sets flags anew where it loads a further part of itself. */
export function compileRarely(): void {
  if (process.versions.v8.startsWith("11.3.")) setFlagsFromString("--interrupt-budget=1000000");
}

/** In milliseconds. */
interface Clocks {
  now(): number;
  processorTime(): number;
}

/** In milliseconds, of this process. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of this process. */
export function ownHeap(): Heap {
  // Taken back at once: compiled code that is kept is known by the flags.
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  return {
    // What is new is collected by itself.
    used: () =>
      getHeapSpaceStatistics().reduce(
        (sum, { space_name: name, space_used_size: size }) => (name === "new_space" ? sum : sum + size),
        0,
      ),
    collect() {
      // For this once pages are made empty and given back.
      setFlagsFromString("--optimize-for-size");
      collect();
      for (const flag of ["--no-optimize-for-size", "--max-semi-space-size=0"]) setFlagsFromString(flag);
    },
  };
}
