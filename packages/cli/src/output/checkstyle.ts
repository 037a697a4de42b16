import type { Format } from "./types.js";
import { attributes } from "./xml.js";

/** Checkstyle's XML, which Jenkins, SonarQube and reviewdog read. Files without findings are left out. */
export const checkstyle: Format = (report) => {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">'];
  for (const file of report.files.filter(({ findings }) => findings.length > 0)) {
    lines.push(`  <file${attributes({ name: file.path })}>`);
    for (const finding of file.findings) {
      const { line, column } = finding.range.start;
      const message = [finding.message, finding.help, finding.url].filter((part) => part !== "").join("\n");
      const { severity, rule } = finding;
      lines.push(`    <error${attributes({ line, column, severity, message, source: `kalint.${rule}` })} />`);
    }
    lines.push("  </file>");
  }
  return `${[...lines, "</checkstyle>"].join("\n")}\n`;
};
