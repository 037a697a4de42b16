// One slip in a configuration that is right is one finding: all that follows from it is folded.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lintFiles } from "./support.js";

const first = readFileSync(join(import.meta.dirname, "../../fixtures/lint/ok/one-of-each-block.conf"), "utf8");
const second = first
  .replaceAll("lb1", "lb2")
  .replaceAll("priority 150", "priority 100")
  .replace("unicast_src_ip 10.0.0.2", "unicast_src_ip 10.0.0.3")
  .replace("        10.0.0.3\n", "        10.0.0.2\n");

/** A line with a slip, and what it is; none where the line cannot have it. */
const slips: Readonly<Record<string, (line: string) => string | undefined>> = {
  "without its {": (line) => (line.includes("{") ? line.replace(" {", "") : undefined),
  "with ( for {": (line) => (line.includes("{") ? line.replace("{", "(") : undefined),
  misspelled: (line) => line.replace(/([a-zA-Z_]{3,})[a-zA-Z_](?=[a-zA-Z_]\b)/, "$1"),
  "without its }": (line) => (line.trim() === "}" ? "" : undefined),
  "with ] for }": (line) => (line.trim() === "}" ? line.replace("}", "]") : undefined),
  "with a second }": (line) => (line.trim() === "}" ? `${line}\n${line}` : undefined),
  "commented out, the block goes on": (line) => (line.includes("{") ? `#${line}` : undefined),
  "with a colon": (line) =>
    /^\s+[a-z_]+ /.test(line) && !line.includes("{") ? line.replace(/[a-z_]+/, "$&:") : undefined,
  "with an equals sign": (line) =>
    /^\s+[a-z_]+ /.test(line) && !line.includes("{") ? line.replace(/[a-z_]+/, "$& =") : undefined,
};

/** Every second of the lines that can have the slip. */
function slipped(slip: (line: string) => string | undefined): readonly string[] {
  const lines = first.split("\n");
  const all = lines.flatMap((line, at) => {
    const other = line.trim() === "" ? undefined : slip(line);
    return other === undefined || other === line ? [] : [lines.with(at, other).join("\n")];
  });
  return all.filter((_, at) => at % 2 === 0);
}

function rootsIn(files: Readonly<Record<string, string>>): readonly string[] {
  return lintFiles(files).diagnostics.flatMap(({ rule, place, message, causedBy }) =>
    causedBy ? [] : [`${place.file}:${place.start} ${rule}: ${message}`],
  );
}

test.each(Object.entries(slips))("a line %s", (_, slip) => {
  const texts = slipped(slip);
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    const roots = rootsIn({ "lb1.conf": text });
    expect(roots.length, roots.join("\n")).toBeLessThan(2);
  }
});

test.each(["without its }", "misspelled"])("a line %s on one of two hosts", (name) => {
  for (const text of slipped(slips[name]!)) {
    const roots = rootsIn({ "lb1.conf": text, "lb2.conf": second });
    expect(roots.length, roots.join("\n")).toBeLessThan(2);
  }
});
