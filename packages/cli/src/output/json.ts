import { checkOutput } from "../report/output.js";
import type { Format } from "./types.js";

export const json: Format = (report) => `${JSON.stringify(checkOutput(report), null, 2)}\n`;
