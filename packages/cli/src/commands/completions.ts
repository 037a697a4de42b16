import { say } from "@kalint/schema";
import type { Command } from "commander";
import { bashScript } from "../completions/bash.js";
import { describeProgram, shellNames } from "../completions/describe.js";
import { fishScript } from "../completions/fish.js";
import { zshScript } from "../completions/zsh.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { notAllowed } from "../usage.js";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** Prints the script that makes a shell complete the command line of `program`. */
export function completions({ output }: Surroundings, program: Command, shell: string): ExitStatus {
  if (!Object.hasOwn(scripts, shell)) throw notAllowed(say`the shell`, shell, shellNames);
  output.write(scripts[shell as keyof typeof scripts](describeProgram(program)));
  return exitStatus.clean;
}
