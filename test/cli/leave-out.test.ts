import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf, runIn } from "./command.js";

const bad = `global_defs {
    router_id lb1
    our_own 1
}
vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 251
    priority 300
    virtual_ipaddress {
        192.0.2.1/24 dev eth0
    }
}
`;
const text = (path: string) => ({ [path]: bad });

describe("suppressions", () => {
  test("are written above every line with findings, with the reason, and then nothing is left", async () => {
    const added = await runIn("--add-suppressions --reason legacy a.conf", { files: text("a.conf") });
    expect(added).toMatchObject({ status: 0, output: "", errors: "kalint: suppressed 2 findings in 1 file\n" });
    expect(added.read("a.conf")).toBe(
      bad
        .replace("    our_own", "    # kalint-disable-next-line unknown-keyword -- legacy\n    our_own")
        .replace("    priority", "    # kalint-disable-next-line invalid-argument -- legacy\n    priority"),
    );
    const { directory } = added;
    expect((await runIn("--fail-level info a.conf", { directory })).output).toBe("no problems in 1 file\n");
  });

  test("keep the line ends of the file", async () => {
    const added = await runIn("--add-suppressions a.conf", { files: { "a.conf": bad.replace(/\n/g, "\r\n") } });
    expect(added.read("a.conf")).toContain("\r\n    # kalint-disable-next-line unknown-keyword\r\n    our_own 1\r\n");
  });

  test("stand around a definition of several lines", async () => {
    const before =
      "$ADDRESSES=\\\n    192.0.2.1/24 \\\n    our_own 2\nvrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 9\n    virtual_ipaddress {\n        $ADDRESSES\n    }\n}\n";
    const found = JSON.parse((await runIn("--format json a.conf", { files: { "a.conf": before } })).output);
    const added = await runIn("--add-suppressions a.conf", { files: { "a.conf": before } });
    const again = await runIn("--format json --fail-level info a.conf", { directory: added.directory });
    expect(found.summary.errors).toBeGreaterThan(0);
    expect(JSON.parse(again.output).files[0].diagnostics).toEqual([]);
  });

  test("are taken out by --fix when they are of no use", async () => {
    const clean = bad.replace("    our_own 1\n", "").replace("300", "100");
    const files = {
      "a.conf": clean.replace("    priority", "    # kalint-disable-next-line invalid-argument\n    priority"),
    };
    expect((await runIn("--format concise a.conf", { files })).output).toContain(
      "warning: invalid-argument finds nothing here [unused-suppression]",
    );
    expect((await runIn("--fix a.conf", { files })).read("a.conf")).toBe(clean);
  });
});

describe("a baseline", () => {
  test("holds today's findings, whatever line they move to, and no more of them", async () => {
    const made = await runIn("--write-baseline base.json a.conf", { files: text("a.conf") });
    expect(made).toMatchObject({ status: 0, output: "", errors: "kalint: wrote base.json with 2 findings\n" });
    const check = (content: string) =>
      runIn("--format concise --baseline base.json a.conf", {
        files: { "a.conf": content, "base.json": made.read("base.json") },
      });
    expect(await check(bad)).toMatchObject({ status: 0, output: "no problems in 1 file\n", errors: "" });
    expect((await check(`# a line more\n${bad}`)).status).toBe(0);
    const more = await check(bad.replace("    our_own 1\n", "    our_own 1\n    their_own 1\n"));
    expect([more.status, more.output]).toEqual([
      1,
      expect.stringMatching(/^a\.conf:4:5: error: [^\n]*their_own[^\n]*\n1 error in 1 file\n$/),
    ]);
    const fewer = await check(bad.replace("    our_own 1\n", ""));
    expect(fewer.errors).toBe("kalint: 1 entry of base.json no longer found; --write-baseline forgets them\n");
  });

  test("fits from any folder, and where a message names a line that moved", async () => {
    const twice = bad
      .replace("    our_own 1\n", "")
      .replace("    priority 300\n", "    priority 100\n    priority 90\n");
    const directory = folderOf({ "site/a.conf": twice });
    await runIn("--write-baseline base.json site/a.conf", { directory });
    expect(readFileSync(join(directory, "base.json"), "utf8")).toContain("priority already appears on line 8");
    writeFileSync(join(directory, "site/a.conf"), `# a line more\n${twice}`);
    const result = await runIn("--fail-level info --format concise --baseline ../base.json a.conf", {
      directory: join(directory, "site"),
    });
    expect(result).toMatchObject({ status: 0, output: "no problems in 1 file\n", errors: "" });
  });

  test("that is none is an error", async () => {
    const files = { "a.conf": bad, "base.json": "{}" };
    expect(await runIn("--baseline base.json a.conf", { files })).toMatchObject({
      status: 2,
      errors: "kalint: base.json: this is no baseline of this kalint: --write-baseline makes one.\n",
    });
    expect((await runIn("--baseline none.json a.conf", { files })).errors).toBe(
      "kalint: none.json: the baseline cannot be read: no such file or directory\n",
    );
  });
});

test("each way of changing something wants a run of its own", async () => {
  const files = text("a.conf");
  for (const options of ["--fix --add-suppressions", "--add-suppressions --write-baseline b.json"]) {
    expect((await runIn(`${options} a.conf`, { files })).status).toBe(2);
  }
  expect((await runIn("--reason x a.conf", { files })).errors).toBe("kalint: --reason goes with --add-suppressions.\n");
});
