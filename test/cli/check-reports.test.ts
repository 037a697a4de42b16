import { describe, expect, test } from "vitest";
import { bad, clean, runIn } from "./command.js";

describe("reports", () => {
  test("go to files, several at once", async () => {
    const result = await runIn("--format concise --format json=out/found.json a.conf", {
      files: { "a.conf": bad, "out/earlier.json": "" },
    });
    expect(result.output).toMatch(/^a\.conf:6:5: error: /);
    expect(JSON.parse(result.read("out/found.json")).summary.errors).toBe(1);
    const single = await runIn("--format json --output-file found.json a.conf", { files: { "a.conf": bad } });
    expect([single.output, JSON.parse(single.read("found.json")).version]).toEqual(["", 1]);
  });

  test("are quiet without the summary", async () => {
    expect((await runIn("-q a.conf", { files: { "a.conf": clean } })).output).toBe("");
  });

  const colours: readonly [
    name: string,
    commandLine: string,
    environment: Record<string, string>,
    columns: number | undefined,
    coloured: boolean,
  ][] = [
    ["a terminal", "a.conf", {}, 80, true],
    ["no terminal", "a.conf", {}, undefined, false],
    ["NO_COLOR on a terminal", "a.conf", { NO_COLOR: "1" }, 80, false],
    ["an empty NO_COLOR on a terminal", "a.conf", { NO_COLOR: "" }, 80, true],
    ["--color without a terminal", "--color a.conf", {}, undefined, true],
    ["--color against NO_COLOR", "--color a.conf", { NO_COLOR: "1" }, undefined, true],
    ["--no-color on a terminal", "--no-color a.conf", {}, 80, false],
    ["a dumb terminal", "a.conf", { TERM: "dumb" }, 80, false],
  ];
  test.each(colours)("%s", async (_, commandLine, environment, columns, coloured) => {
    const result = await runIn(commandLine, { files: { "a.conf": bad }, environment, ...(columns ? { columns } : {}) });
    expect(result.output.includes("\u001b[")).toBe(coloured);
  });
});

describe("a report", () => {
  const config = "vrrp_instance web {\n    priority 300\n}\n";

  test.each(["--output-file a.conf --format json", "--format sarif=notes.txt", "--write-baseline a.conf"])(
    "is never written over a file that is none: %s",
    async (options) => {
      const files = { "a.conf": config, "notes.txt": "my notes\n" };
      const result = await runIn(`${options} a.conf`, { files });
      expect(result.status).toBe(2);
      expect(result.errors).toMatch(/exists and is not a .* of kalint: it is not overwritten/);
      expect(result.read("a.conf")).toBe(config);
      expect(result.read("notes.txt")).toBe("my notes\n");
    },
  );

  test.each([
    ["--write-baseline out", '{ "version": 1, "target": "2.4.3", "files": [] }'],
    ["--format json --output-file out", '{ "version": 2, "findings": [] }'],
    ["--format json --output-file out", '{ "rule": "no-console" }'],
    ["--format jsonl --output-file out", '{ "rule": "no-console" }'],
    [
      "--format sarif --output-file out",
      '{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "ESLint" } } }] }',
    ],
    ["--format gitlab --output-file out", '[{ "check_name": "no-console", "fingerprint": "1" }]'],
    ["--format gitlab --output-file out", '{ "version": 1, "files": [] }'],
    ["--format rdjson --output-file out", '{ "source": { "name": "shellcheck" }, "diagnostics": [] }'],
    ["--show-clusters --output-file out", "no problems in 1 file\n"],
  ])("is not written over one of another kind, or of another program: %s over %s", async (options, out) => {
    const result = await runIn(`${options} a.conf`, { files: { "a.conf": config, out } });
    expect([result.status, result.read("out")]).toEqual([2, out]);
    expect(result.errors).toMatch(/^kalint: out: exists and is not a .* of kalint: it is not overwritten\n$/);
  });

  test.each(["--show-clusters", "--show-clusters --format json", "--statistics", "--statistics --format json"])(
    "is what %s prints, too",
    async (options) => {
      const { output: printed } = await runIn(`${options} a.conf`, { files: { "a.conf": config } });
      const first = await runIn(`${options} --output-file out a.conf`, { files: { "a.conf": config } });
      expect([first.output, first.read("out")]).toEqual(["", printed]);
      const files = { "a.conf": config, out: printed };
      expect((await runIn(`${options} --output-file out a.conf`, { files })).errors).toBe("");
    },
  );

  test("replaces an older one of its kind, and makes no folders", async () => {
    for (const format of [
      "json",
      "jsonl",
      "sarif",
      "gitlab",
      "checkstyle",
      "junit",
      "rdjson",
      "github",
      "text",
      "concise",
    ]) {
      const first = await runIn(`--format ${format} --output-file out a.conf`, { files: { "a.conf": config } });
      expect([format, first.status]).toEqual([format, 1]);
      const again = await runIn(`--format ${format} --output-file out a.conf`, {
        files: { "a.conf": config, out: first.read("out") },
      });
      expect([format, again.status, again.errors]).toEqual([format, 1, ""]);
    }
    const nowhere = await runIn("--format json --output-file no/where.json a.conf", { files: { "a.conf": config } });
    expect(nowhere.status).toBe(2);
    expect(nowhere.errors).toContain("there is no folder no: make it first");
  });
});
