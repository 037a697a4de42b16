import { expect, test } from "vitest";
import {
  createCollector,
  createTidying,
  createWarmUp,
  ownHeap,
  ownProcessorTime,
} from "../../packages/server/src/memory.js";

const megabyte = 1024 * 1024;

/** A heap of which `live` bytes are in use, and how often it was collected. */
function heapOf(live: number) {
  const heap = { live, garbage: 0, collections: 0 };
  const tidy = createCollector({
    used: () => heap.live + heap.garbage,
    collect() {
      heap.garbage = 0;
      heap.collections += 1;
    },
  });
  return { heap, tidy };
}

test("garbage is collected where there is much of it, and not between", () => {
  const { heap, tidy } = heapOf(60 * megabyte);
  tidy();
  expect(heap.collections).toBe(1);
  for (const [garbage, collections] of [
    [4, 1],
    [8, 1],
    [10, 2],
    [5, 2],
  ] as const) {
    heap.garbage = garbage * megabyte;
    tidy();
    expect(heap.collections).toBe(collections);
  }
});

test("of much that is in use more may lie about", () => {
  const { heap, tidy } = heapOf(1000 * megabyte);
  tidy();
  heap.garbage = 140 * megabyte;
  tidy();
  expect(heap.collections).toBe(1);
  heap.garbage = 160 * megabyte;
  tidy();
  expect(heap.collections).toBe(2);
});

const held: { index: number }[] = [];

function hold(): void {
  for (let index = 0; index < 500_000; index += 1) held.push({ index });
}

test("the heap of this process is collected", () => {
  const { used, collect } = ownHeap();
  hold();
  collect();
  const full = used();
  held.length = 0;
  collect();
  expect(used()).toBeLessThan(full - 10 * megabyte);
});

test("work collects when it has taken long by the clock and by the processor's time", () => {
  let [time, used, asked, collections] = [1000, 500, 0, 0];
  const start = createTidying(
    () => {
      collections += 1;
    },
    {
      now: () => time,
      processorTime: () => {
        asked += 1;
        return used;
      },
    },
  );
  const tidy = start();
  const pass = (clock: number, processor: number) => {
    [time, used] = [time + clock, used + processor];
    tidy();
    return collections;
  };
  expect(pass(50, 50)).toBe(0);
  expect(asked).toBe(0);
  // On a busy machine most of the time goes to others.
  expect(pass(500, 20)).toBe(0);
  expect(pass(500, 20)).toBe(0);
  expect(pass(20, 20)).toBe(1);
  start()();
  expect(collections).toBe(1);
});

test("the processor's time passes with work", () => {
  const before = ownProcessorTime();
  for (let sum = 0; ownProcessorTime() < before + 5; sum += 1) expect(sum).toBeLessThan(1_000_000_000);
  expect(ownProcessorTime()).toBeGreaterThanOrEqual(before + 5);
});

test("a server settles when much has been done, and again later", () => {
  let settled = 0;
  const noteWork = createWarmUp(() => {
    settled += 1;
  });
  const settledAfter = (pieces: number) => {
    for (let piece = 0; piece < pieces; piece += 1) noteWork();
    return settled;
  };
  expect([settledAfter(299), settledAfter(1), settledAfter(299), settledAfter(1)]).toEqual([0, 1, 1, 2]);
});
