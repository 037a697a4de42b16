import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type RandomSource, randomSource } from "../support/random-text.js";
import { type Entry, entries } from "./entries/index.js";
import { minimise } from "./minimise.js";
import { randomText, seedTexts } from "./texts/index.js";

const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string" },
    count: { type: "string" },
    entry: { type: "string" },
    show: { type: "string", default: "20" },
  },
});

const firstSeed = Number(options.seed ?? Date.now() % 1_000_000_000);
const chosen = entries.filter(({ name }) => options.entry === undefined || name === options.entry);
if (chosen.length === 0) {
  console.error(`--entry must be one of ${entries.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const shared = process.env.KALINT_SHARED ?? "../shared";
const seeds = seedTexts(existsSync(shared) ? shared : undefined);
const until = options.count === undefined ? Date.now() + Number(options.minutes) * 60_000 : Number.POSITIVE_INFINITY;
const most = options.count === undefined ? Number.POSITIVE_INFINITY : Number(options.count);
console.log(
  `seed ${firstSeed}; ${seeds.length} texts to start from${existsSync(shared) ? `, those of ${shared} among them` : ""}`,
);

interface Failure {
  readonly entry: string;
  readonly seed: number;
  readonly message: string;
  readonly text: string;
  times: number;
}

const executions = new Map(chosen.map(({ name }) => [name, 0]));
const milliseconds = new Map(chosen.map(({ name }) => [name, 0]));
const failures = new Map<string, Failure>();
let texts = 0;
let isStopped = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  // The text at hand is finished, and what was seen until then is told; a second time ends the program at once.
  process.once(signal, () => {
    isStopped = true;
  });
}
for (let seed = firstSeed; texts < most && Date.now() < until && !isStopped; seed++, texts++) {
  const configuration = randomText(randomSource(seed), seeds);
  for (const entry of chosen) {
    // One seed alone is looked at through every entry, so that any failure can be seen again.
    if (options.count !== "1" && seed % entry.oneIn !== 0) continue;
    const text = entry.text?.(randomSource(seed), configuration) ?? configuration;
    const before = process.cpuUsage();
    const failure = await failureOf(entry, text, seed);
    const used = process.cpuUsage(before);
    executions.set(entry.name, executions.get(entry.name)! + 1);
    milliseconds.set(entry.name, milliseconds.get(entry.name)! + (used.user + used.system) / 1000);
    if (failure !== undefined) await keep(entry, text, seed, failure);
  }
  // Where no entry waits for anything, signals would never come in.
  if (texts % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  if (texts % 20_000 === 19_999) console.log(`${total()} executions, seed ${seed}, ${failures.size} failures`);
}

report();
process.exit(failures.size === 0 ? 0 : 1);

/** Why an entry fails on a text; nothing where it does not. */
async function failureOf(entry: Entry, text: string, seed: number): Promise<string | undefined> {
  try {
    const before = process.cpuUsage();
    await entry.check(text, choices(seed));
    if (isSlow(process.cpuUsage(before), text) && (await isSlowAgain(entry, text, seed))) return "takes too long";
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${stackOf(error)}` : String(error);
  }
}

function choices(seed: number): RandomSource {
  return randomSource(seed ^ 0x5eed);
}

/** Far above what any text needs where the work is linear in its length, whatever else the machine does. */
function isSlow({ user, system }: NodeJS.CpuUsage, text: string): boolean {
  return (user + system) / 1000 > 2_000 + text.length * 0.4;
}

/** Collecting garbage and compiling count too: only what is slow each time is. */
async function isSlowAgain(entry: Entry, text: string, seed: number): Promise<boolean> {
  for (let time = 0; time < 2; time++) {
    const before = process.cpuUsage();
    await entry.check(text, choices(seed));
    if (!isSlow(process.cpuUsage(before), text)) return false;
  }
  return true;
}

/** Failures of one cause are one: the first is made as short as it can be, the others are counted. */
async function keep(entry: Entry, text: string, seed: number, message: string): Promise<void> {
  const key = keyOf(entry, message);
  const known = failures.get(key);
  if (known) {
    known.times += 1;
    return;
  }
  const shorter = await minimise(text, async (one) => {
    const failure = await failureOf(entry, one, seed);
    return failure !== undefined && keyOf(entry, failure) === key;
  });
  const found = {
    entry: entry.name,
    seed,
    message: (await failureOf(entry, shorter, seed)) ?? message,
    text: shorter,
    times: 1,
  };
  failures.set(key, found);
  show(found);
}

/** The entry, the sentence without what it quotes, and where it was thrown. */
function keyOf({ name }: Entry, message: string): string {
  const [first = "", ...rest] = message.split("\n");
  const place = rest.findLast((line) => /^ {4}at /.test(line)) ?? "";
  const sentence = first.replace(/"[^"]*"|'[^']*'|\{.*|\d+/g, "").slice(0, 60);
  return createHash("sha256")
    .update(`${name} ${sentence} ${/ {4}at (\S+)/.exec(rest.join("\n"))?.[1] ?? place}`)
    .digest("hex");
}

function stackOf(error: Error): string {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 4)
    .join("\n");
}

function show({ entry, seed, message, text }: Failure): void {
  if (failures.size > Number(options.show)) return;
  console.log(`\nFAILED ${entry}, seed ${seed}: npm run fuzz -- --entry ${entry} --seed ${seed} --count 1`);
  console.log(message.slice(0, 3_000).replace(/^/gm, "    "));
  console.log(
    `    text, as short as it can be: ${JSON.stringify(text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text)}`,
  );
}

function total(): number {
  return [...executions.values()].reduce((sum, count) => sum + count, 0);
}

function report(): void {
  console.log(`\n${texts} texts from seed ${firstSeed}`);
  for (const [name, count] of executions) {
    const each = count === 0 ? 0 : milliseconds.get(name)! / count;
    console.log(`  ${name.padEnd(18)} ${String(count).padStart(9)} executions ${each.toFixed(2).padStart(8)} ms each`);
  }
  for (const { entry, seed, message, times } of failures.values()) {
    console.log(`  FAILED ${entry} ${times} times, first with seed ${seed}: ${message.split("\n")[0]}`);
  }
  const good = chosen.length - new Set([...failures.values()].map(({ entry }) => entry)).size;
  console.log(`${total()} executions`);
  console.log(`${good} passed, ${chosen.length - good} failed`);
}
