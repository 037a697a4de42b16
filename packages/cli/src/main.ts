import { runPart } from "./compiled.js";
import { version } from "./version.js";

/** The part that holds the command, by the build. */
declare const startPart: string;

const [option, ...others] = process.argv.slice(2);
// Asked by scripts and by every editor at its start: not worth loading anything.
if ((option === "--version" || option === "-V") && others.length === 0) process.stdout.write(`${version}\n`);
else runPart(startPart, version);
