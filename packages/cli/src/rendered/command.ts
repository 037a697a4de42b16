import { spawn } from "node:child_process";
import { say } from "@kalint/schema";
import { UsageError } from "../usage.js";

/** The most that a renderer may print, in bytes. */
const mostOutput = 8 * 1024 * 1024;

/** A renderer that did not print a rendering: why, in words that follow the name of the template. */
export class RenderError extends Error {
  override readonly name = "RenderError";
  /** The line of the template that the renderer names, from 1. */
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/**
 * A command line as words: quotes and backslashes mean what they mean to a POSIX shell, and nothing is expanded. Throws a
 * UsageError for what only a shell would understand.
 */
export function wordsOf(command: string): readonly string[] {
  const words: string[] = [];
  for (const { 0: word, 1: open, index } of command.matchAll(
    /(?:[^\s'"\\]|\\[\s\S]|'[^']*'|"(?:[^"\\]|\\[\s\S])*")+|([^\s])/g,
  )) {
    if (open !== undefined) {
      const what =
        open === "\\" ? say`the backslash at the end has nothing behind it` : say`the ${open} is never closed`;
      throw new UsageError(say`--render, column ${index + 1}: ${what}.`);
    }
    if (/^(?:\d?[<>]|[|&;])/.test(word)) {
      throw new UsageError(
        say`--render, column ${index + 1}: '${word}' needs a shell, and none is started. Name one where you need it: sh -c 'render "$1" | tidy' sh {file}`,
      );
    }
    words.push(
      word.replace(
        /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g,
        (_, single?: string, double?: string, plain?: string) =>
          single ?? double?.replace(/\\([\\"$`])/g, "$1") ?? plain ?? "",
      ),
    );
  }
  return words;
}

/** What a program prints on standard output. It is ended, with what it started, when the time is over. Throws a RenderError. */
export function outputOf(words: readonly string[], directory: string, seconds: number): Promise<string> {
  const [program = "", ...rest] = words;
  return new Promise((resolve, reject) => {
    // A group of its own, so that what it starts ends with it.
    const isGroup = process.platform !== "win32";
    const child = spawn(program, rest, { cwd: directory, stdio: ["ignore", "pipe", "pipe"], detached: isGroup });
    const printed: Buffer[] = [];
    let size = 0;
    let complaints = "";
    const end = (): void => {
      try {
        if (isGroup && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
        else child.kill("SIGKILL");
      } catch {
        // It has ended by itself.
      }
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const settle = (outcome: string | RenderError): void => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, interrupted);
      if (typeof outcome === "string") resolve(outcome);
      else reject(outcome);
    };
    const fail = (message: string): void => {
      end();
      settle(new RenderError(message));
    };
    const interrupted = (signal: NodeJS.Signals): void => {
      end();
      settle(new RenderError(say`${program} was interrupted`));
      process.kill(process.pid, signal);
    };
    for (const signal of signals) process.once(signal, interrupted);
    const timer = setTimeout(
      () => fail(say`${program} took more than ${seconds} s (--render-timeout)`),
      seconds * 1000,
    );
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      printed.push(chunk);
      if (size > mostOutput) fail(say`${program} printed more than ${mostOutput / 1024 / 1024} MB`);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      complaints = `${complaints}${chunk.toString("utf8")}`.slice(-longestComplaint);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "ENOENT" ? say`is not found` : say`cannot be started: ${error.message}`;
      settle(new RenderError(say`the program ${program} ${reason}`));
    });
    child.on("close", (status, signal) => {
      if (status === 0) settle(Buffer.concat(printed).toString("utf8"));
      else {
        const how = status === null ? say`was ended by ${signal}` : say`ended with status ${status}`;
        settle(new RenderError(`${program} ${how}${reasonIn(complaints)}`, lineIn(complaints)));
      }
    });
  });
}

const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
const longestComplaint = 64 * 1024;

/** The last line of what a program says of its failure: Python, Ruby and Node put the reason there, or first. */
function reasonIn(complaints: string): string {
  const lines = complaints.split(/\r?\n/).filter((line) => line.trim() !== "");
  const reason = lines.findLast((line) => /error|undefined/i.test(line) && !/^\s+at /.test(line)) ?? lines.at(-1);
  return reason === undefined ? "" : `: ${reason.trim().slice(0, 300)}`;
}

/** The last line number that a program names. */
function lineIn(complaints: string): number | undefined {
  const named = [...complaints.matchAll(/\bline:? (\d{1,6})\b/gi)].at(-1)?.[1];
  return named === undefined ? undefined : Number(named);
}
