import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { runIn } from "./command.js";

async function script(shell: string): Promise<string> {
  const { status, errors, output } = await runIn(`completions ${shell}`);
  expect({ status, errors }).toEqual({ status: 0, errors: "" });
  return output;
}

/** What bash proposes for the last of these words, as it splits them itself. */
async function checkBash(words: readonly string[], expected: (proposals: readonly string[]) => void) {
  const list = words.map((word) => `'${word}'`).join(" ");
  const program = `${await script("bash")}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _kalint 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync("bash", ["--norc", "-c", program], { encoding: "utf8" });
  expected(output.split("\n").filter((line) => line !== ""));
}

const exactly =
  (...wanted: string[]) =>
  (found: readonly string[]) =>
    expect(found).toEqual(wanted);
const among =
  (...wanted: string[]) =>
  (found: readonly string[]) =>
    expect(found).toEqual(expect.arrayContaining(wanted));

describe("bash proposes", () => {
  test("commands", async () => {
    await checkBash(["kalint", "gr"], exactly("graph"));
    await checkBash(["kalint", ""], among("check", "format", "generate", "completions", "help"));
    await checkBash(["kalint", "generate", ""], exactly("real-server"));
  });

  test("the options of a command, and those of check where none is named", async () => {
    await checkBash(["kalint", "--targ"], exactly("--target"));
    await checkBash(["kalint", "lb1.conf", "--this"], exactly("--this-host"));
    await checkBash(["kalint", "format", "--"], among("--check", "--write", "--help"));
    await checkBash(["kalint", "generate", "real-server", "--real"], exactly("--real-server"));
  });

  test("values", async () => {
    await checkBash(["kalint", "--target", "debian-12"], exactly("debian-12"));
    await checkBash(["kalint", "check", "--format", "s"], exactly("sarif"));
    await checkBash(["kalint", "check", "--format", "=", "s"], exactly("sarif"));
    await checkBash(["kalint", "graph", "--format", ""], exactly("svg", "mermaid", "dot"));
    await checkBash(["kalint", "--rule", "unknown-keyw"], exactly("unknown-keyword="));
    await checkBash(["kalint", "--only", "sec"], exactly("security"));
    await checkBash(["kalint", "explain", "unknown-keyw"], exactly("unknown-keyword"));
    await checkBash(["kalint", "completions", ""], exactly("bash", "zsh", "fish"));
  });

  test("nothing, so that bash proposes files, where a file or anything else stands", async () => {
    await checkBash(["kalint", "check", "--config", ""], exactly());
    await checkBash(["kalint", "check", "lb"], exactly());
    await checkBash(["kalint", "lsp", "--socket", ""], exactly());
  });
});

describe("zsh and fish know", () => {
  test.each(["zsh", "fish"])("what bash knows: %s", async (shell) => {
    const bash = await script("bash");
    const other = await script(shell);
    const long = [...new Set(bash.match(/(?<= |")--[a-z-]+/g))];
    expect(long.length).toBeGreaterThan(30);
    const shown = (name: string) => (shell === "fish" ? `-l ${name.slice(2)} ` : name);
    expect(long.filter((name) => !`${other} `.includes(shown(name)))).toEqual([]);
    for (const value of ["debian-12", "sarif", "mermaid", "ansible", "unknown-keyword="])
      expect(other).toContain(value);
  });
});

test("every format that a command's help names is proposed", async () => {
  for (const command of ["check", "rules", "graph", "generate real-server"]) {
    const help = (await runIn(`${command} --help`)).output.replace(/\s+/g, " ");
    const text = /--format <FORMAT[^>]*> (.*?)(?=\(default|; with|--)/.exec(help)?.[1] ?? "";
    const named = text
      .replace(/\([^)]*\)/g, "")
      .split(/,| or /)
      .flatMap((word) => word.trim() || []);
    expect(named.length).toBeGreaterThan(1);
    await checkBash(["kalint", ...command.split(" "), "--format", ""], exactly(...named));
  }
});

test("another shell is an error that names those there are", async () => {
  const { status, errors } = await runIn("completions powershell");
  expect(status).toBe(2);
  expect(errors).toContain("bash, zsh, fish");
});
