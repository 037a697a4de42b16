import { checkOutput } from "../report/output.js";
import { statisticsJson } from "./statistics.js";
import type { Format } from "./types.js";

export const json: Format = (report, { statistics, complaints = [] }) => {
  if (statistics) return statisticsJson(report);
  const output = checkOutput(report);
  const files = [...output.files, ...complaints.map(unreadable)];
  return `${JSON.stringify({ ...output, files }, null, 2)}\n`;
};

/** A complaint names what it is about first. */
function unreadable(complaint: string) {
  const end = complaint.indexOf(": ");
  return { path: complaint.slice(0, end), diagnostics: [], unreadable: complaint.slice(end + 2) };
}
