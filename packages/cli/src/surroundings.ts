/**
 * What a command may touch of the process around it, so that a test can run the whole command in memory
 * and only `main.ts` knows `process`.
 */
export interface Surroundings {
  /** Absolute path that relative ones start from. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: Sink;
  readonly errors: Sink;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
}

export interface Sink {
  write(text: string | Uint8Array): void;
  readonly isTerminal: boolean;
  /** Width in cells, where it is a terminal. */
  readonly columns: number | undefined;
}

/** The exit statuses that product users script against. */
export const exitStatus = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Text and frames are laid out for this width where there is no terminal to ask. */
const defaultWidth = 100;

/** The width to lay text out for: at least 40 cells, and at most 120, beyond which lines tire the eye. */
export function widthOf(sink: Sink): number {
  return Math.max(40, Math.min(sink.columns ?? defaultWidth, 120));
}
