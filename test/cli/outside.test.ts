import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clean, cleanWith, folderOf, type RunOptions, type RunResult, runIn } from "./command.js";

const secret = "SECRET_WORD of another\nroot:*:20228:0:99999:7:::\nvrrp_instance VI_1 { }\n";

/** A folder with a repository in it, and beside that what nobody may see. */
function workplace(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string {
  const directory = folderOf({
    "secret/secret.conf": secret,
    "repository/.git/HEAD": "ref: refs/heads/main\n",
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`repository/${path}`, text])),
  });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(directory, "repository", path));
  return join(directory, "repository");
}

async function inRepository(
  commandLine: string,
  files: Readonly<Record<string, string>>,
  options: { readonly links?: Readonly<Record<string, string>>; readonly environment?: RunOptions["environment"] } = {},
): Promise<RunResult> {
  const directory = workplace(files, options.links);
  return runIn(commandLine, { directory, ...(options.environment && { environment: options.environment }) });
}

const formats = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "checkstyle", "junit", "rdjson"];
const ways = {
  "a relative path": "include ../secret/secret.conf",
  "a pattern": "include ../*/*.conf",
  alternatives: "include ../secret/{secret,other}.conf",
  "a link to a file": "include link.conf",
  "a link to a folder": "include folder/secret.conf",
  "a pattern through a link": "include fo*/*.conf",
};
const links = { "link.conf": "../secret/secret.conf", folder: "../secret" };

describe("nothing is shown of files outside the repository", () => {
  test.each(Object.entries(ways))("by %s, in any format", async (_, line) => {
    for (const format of formats) {
      const { output, errors } = await inRepository(
        `--format ${format}`,
        { "keepalived.conf": `${line}\n${clean}` },
        { links },
      );
      expect(output + errors, format).not.toMatch(/SECRET|root:/);
    }
  });

  test.each(["/etc/passwd", "/proc/self/environ", "/proc/*/environ", "/*/*/*/*"])("%s", async (path) => {
    const { output, status } = await inRepository("--format concise", {
      "keepalived.conf": `include ${path}\n${clean}`,
    });
    expect(output).toBe(
      `keepalived.conf:1:9: info: "${path}" leads outside the repository: not read [include-outside]\n1 note in 1 file\n`,
    );
    expect(status).toBe(0);
  });

  test.each([
    "effective keepalived.conf",
    "effective --json keepalived.conf",
    "failover .",
    "graph .",
    "format keepalived.conf",
    "--diff .",
    "--show-clusters .",
  ])("by kalint %s", async (commandLine) => {
    const { output, errors } = await inRepository(
      commandLine,
      { "keepalived.conf": `include ../secret/secret.conf\ninclude link.conf\n${clean}` },
      { links },
    );
    expect(output + errors).not.toMatch(/SECRET|root:/);
  });

  test("by a link that the walk finds", async () => {
    const { output, errors } = await inRepository(
      "--format concise",
      { "keepalived.conf": clean },
      { links: { "keepalived-x.conf": "../secret/secret.conf" } },
    );
    expect(output + errors).toBe("no problems in 1 file\n");
  });

  test.each([
    ["extends", { "kalint.json": `{ "extends": "../secret/secret.conf" }` }],
    [
      "a cluster's node",
      {
        "kalint.json": `{ "clusters": [{ "name": "c", "nodes": [{ "name": "a", "file": "keepalived.conf" }, { "name": "b", "file": "../secret/secret.conf" }] }] }`,
      },
    ],
  ])("by %s of kalint.json", async (_, files) => {
    const { output, errors, status } = await inRepository("--format concise", { "keepalived.conf": clean, ...files });
    expect(output + errors).not.toMatch(/SECRET|root:/);
    expect(errors).toContain("secret.conf");
    expect(status).toBe(2);
  });

  test("by a kalint.json that is a link", async () => {
    const { output, errors } = await inRepository(
      "--format concise",
      { "keepalived.conf": clean },
      { links: { "kalint.json": "../secret/secret.conf" } },
    );
    expect(output + errors).toBe("kalint: kalint.json: the configuration cannot be read\n");
  });
});

describe("the root is", () => {
  test("the git work tree, wherever in it one stands", async () => {
    const directory = workplace({
      "lb1/keepalived.conf": `include ../common.conf\n${clean}`,
      "common.conf": "bad_word\n",
    });
    const { output } = await runIn("--format concise", { directory: join(directory, "lb1") });
    expect(output).toContain("../common.conf:1:1: error: unknown keyword");
  });

  test("the folder that is named, where there is no work tree", async () => {
    const files = { "lb1/keepalived.conf": `include ../common.conf\n${clean}`, "common.conf": "bad_word\n" };
    const named = await runIn("--format concise lb1", { files });
    expect(named.output).toContain("leads outside the repository");
    const above = await runIn("--format concise .", { files });
    expect(above.output).toContain("common.conf:1:1: error: unknown keyword");
  });

  test("where the search for kalint.json and for neighbours ends", async () => {
    const directory = workplace({ "lb1.conf": clean });
    writeFileSync(join(directory, "../kalint.json"), "no configuration");
    mkdirSync(join(directory, "../other"));
    writeFileSync(join(directory, "../other/keepalived.conf"), `include ../repository/lb1.conf\nbad_word\n`);
    const { output, errors } = await runIn("--format concise lb1.conf", { directory });
    expect(output + errors).toBe("no problems in 1 file\n");
  });
});

describe("what lies outside is read", () => {
  const files = { "keepalived.conf": `include ../secret/secret.conf\n${clean}` };
  const isRead = (result: RunResult) => result.output.includes("SECRET_WORD");

  test.each(["--include-root ../secret", "--this-host"])("with %s", async (option) => {
    expect(isRead(await inRepository(`--format concise ${option}`, files))).toBe(true);
  });

  test("with includeRoots of the root's kalint.json, but not in CI", async () => {
    const all = { ...files, "kalint.json": `{ "includeRoots": ["../secret"] }` };
    expect(isRead(await inRepository("--format concise", all))).toBe(true);
    expect(isRead(await inRepository("--format concise", all, { environment: { CI: "true" } }))).toBe(false);
  });

  test("not with includeRoots of a folder below the root, nor of what the root's extends", async () => {
    const below = { "lb1/keepalived.conf": `include ../../secret/secret.conf\n${clean}` };
    const widening = `{ "includeRoots": ["../../secret"] }`;
    expect(isRead(await inRepository("--format concise", { ...below, "lb1/kalint.json": widening }))).toBe(false);
    const extended = { ...below, "kalint.json": `{ "extends": "lb1/base.json" }`, "lb1/base.json": widening };
    expect(isRead(await inRepository("--format concise", extended))).toBe(false);
  });

  test("where a configuration outside was named, with what it extends", async () => {
    const directory = workplace({ "keepalived.conf": cleanWith("advert_intt 1") });
    writeFileSync(join(directory, "../base.json"), `{ "rules": { "unknown-keyword": "warning" } }`);
    writeFileSync(join(directory, "../ours.json"), `{ "extends": "./base.json" }`);
    const { output } = await runIn("--format concise --config ../ours.json", { directory });
    expect(output).toContain("warning: unknown keyword");
  });

  test("where it was named itself, also through a link", async () => {
    const result = await inRepository("--format concise link.conf", {}, { links });
    expect(isRead(result)).toBe(true);
  });
});

test("a folder that goes away while it is looked for is no error", async () => {
  const directory = workplace({ "keepalived.conf": `include gone/x.conf\n${clean}` }, { gone: "../secret" });
  rmSync(join(directory, "../secret"), { recursive: true });
  const { status } = await runIn("--format concise", { directory });
  expect(status).toBe(1);
});
