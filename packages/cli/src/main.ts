import { startCommand } from "./compiled.js";
import { version } from "./version.js";

/** The file of the bundle that the command begins with, by the build. */
declare const startFile: string;

const [option, ...others] = process.argv.slice(2);
// Asked by scripts and by every editor at its start: not worth loading anything.
if ((option === "--version" || option === "-V") && others.length === 0) process.stdout.write(`${version}\n`);
else startCommand(startFile, version);
