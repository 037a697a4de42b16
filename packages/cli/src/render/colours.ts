import type { Severity } from "@kalint/lint";
import picocolors from "picocolors";
import type { Sink, Surroundings } from "../surroundings.js";

export type Colours = ReturnType<typeof picocolors.createColors>;

/**
 * Whether to colour: the option, else `NO_COLOR` (https://no-color.org: any non-empty value), else `FORCE_COLOR`,
 * else whether the sink is a terminal.
 */
export function coloursFor(surroundings: Surroundings, sink: Sink, option: boolean | undefined): Colours {
  const { NO_COLOR, FORCE_COLOR, TERM } = surroundings.environment;
  const byEnvironment = NO_COLOR
    ? false
    : FORCE_COLOR
      ? FORCE_COLOR !== "0" && FORCE_COLOR !== "false"
      : sink.isTerminal && TERM !== "dumb";
  return picocolors.createColors(option ?? byEnvironment);
}

export const noColours: Colours = picocolors.createColors(false);

export function severityColour(colours: Colours, severity: Severity): (text: string) => string {
  if (severity === "error") return colours.red;
  return severity === "warning" ? colours.yellow : colours.blue;
}

/** Shows `code` of a Markdown sentence: coloured without its ticks, or with them where there is no colour. */
export function withCode(colours: Colours, text: string): string {
  if (!colours.isColorSupported) return text;
  return text.replace(/`([^`\n]+)`/g, (_, code: string) => colours.cyan(code));
}
