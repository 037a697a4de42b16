// Measuring: whole processes in turn, and actions within this process. Times are milliseconds.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

export const median = (values) => quantile(values, 0.5);

/**
 * Runs the commands in turn, so that a change in the machine's speed hits all alike, and gives what each run of each took:
 * `cpu` of the process and its children, `wall` by the clock.
 */
export function measureProcesses(commands, runs) {
  const taken = commands.map(() => []);
  for (let run = 0; run <= runs; run += 1) {
    commands.forEach((command, index) => {
      const each = timed(command);
      // The first fills the caches of the disk.
      if (run > 0) taken[index].push(each);
    });
  }
  return taken;
}

/** Node tells nothing of a child's processor time; the shell's own `time` does, to the millisecond. */
function timed(command) {
  const script = `TIMEFORMAT="%3U %3S %3R"; time "$@" >/dev/null 2>&1`;
  const { stderr } = spawnSync("bash", ["-c", script, "bash", ...command], { encoding: "utf8" });
  const [user, system, wall] = stderr.trim().split(" ").map(Number);
  return { cpu: (user + system) * 1000, wall: wall * 1000 };
}

/** Run by run against the other command's: median, least and most. */
export function ratioOf(taken, base, figure) {
  const ratios = taken.map((each, run) => each[figure] / base[run][figure]);
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** The most memory that a Node command held, in MB. */
export function peakMemory(command) {
  const hook = `import{writeSync}from"node:fs";process.on("exit",()=>writeSync(2,"\\npeak "+process.resourceUsage().maxRSS+"\\n"))`;
  const [program, ...words] = command;
  const { stderr } = spawnSync(program, ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, ...words], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 2 ** 28,
  });
  const found = /\npeak (\d+)\n/.exec(stderr);
  if (found === null) throw new Error(`${words.join(" ")} came to no end: ${stderr.slice(-500)}`);
  return Number(found[1]) / 1024;
}

/** Processor time of an action in this process, which a busy machine stretches less than the clock's: median of `runs` after one more. */
export function cpuOf(action, runs = 5) {
  const taken = [];
  for (let run = 0; run <= runs; run += 1) taken.push(cpuOnce(action));
  return median(taken.slice(1));
}

export function cpuOnce(action) {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Processor time that all threads of a process have had (Linux). */
export function cpuOfProcess(pid) {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
  }
  return nanoseconds / 1e6;
}
