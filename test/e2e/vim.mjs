// The Vim syntax in the real Vim, on all fixtures: node test/e2e/vim.mjs. Needs vim.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChecks } from "./checks.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kalint-vim-"));
const { check, finish } = createChecks("vim");

/** What Vim prints for the lines of a script, with the grammar's folder on its path. */
function vim(file, lines) {
  const script = join(folder, "script.vim");
  const result = join(folder, "result");
  writeFileSync(
    script,
    [
      `set runtimepath^=${join(root, "grammars/vim")}`,
      "filetype plugin on",
      "syntax on",
      `edit ${file}`,
      "let found = []",
      ...lines,
      `call writefile(found, ${JSON.stringify(result)})`,
      "qall!",
    ].join("\n"),
  );
  execFileSync("vim", ["-N", "-u", "NONE", "-i", "NONE", "-n", "-es", "-S", script], { timeout: 60_000 });
  return readFileSync(result, "utf8").trimEnd().split("\n");
}

const sample = join(folder, "keepalived.conf");
const text = `vrrp_instance VI_1 { # one
    state MASTER
    prioirty 10
    virtual_ipaddress {
        10.0.0.1/24 dev eth0
    }
    notify "/bin/x a" root
}
`;
writeFileSync(sample, text);
const words = {
  vrrp_instance: "keepalivedBlock",
  "# one": "keepalivedComment",
  state: "keepalivedKeyword",
  MASTER: "keepalivedValue",
  prioirty: "",
  10: "keepalivedNumber",
  virtual_ipaddress: "keepalivedBlock",
  "10.0.0.1": "keepalivedAddress",
  dev: "keepalivedOption",
  notify: "keepalivedKeyword",
  '"/bin/x a"': "keepalivedString",
};

try {
  const places = Object.keys(words).map((word) => {
    const before = text.slice(0, text.indexOf(word));
    return [before.split("\n").length, before.length - before.lastIndexOf("\n")];
  });
  const found = vim(sample, [
    "call add(found, &filetype)",
    ...places.map(([line, column]) => `call add(found, synIDattr(synID(${line}, ${column}, 1), 'name'))`),
  ]);
  check("knows the file by its name", found[0] === "keepalived");
  Object.entries(words).forEach(([word, name], index) => {
    const group = (found[index + 1] ?? "").replace("keepalivedStart", "");
    check(`${word} is ${name || "without colour"}${group === name ? "" : `, not ${group}`}`, group === name);
  });
  const files = readdirSync(join(root, "fixtures"), { recursive: true })
    .filter((path) => path.endsWith("keepalived.conf"))
    .slice(0, 60);
  const unread = files.filter((path) => {
    const [lines, coloured] = vim(join(root, "fixtures", path), [
      "call add(found, line('$'))",
      "call add(found, len(filter(range(1, line('$')), 'synID(v:val, match(getline(v:val), \"\\\\S\") + 1, 1) > 0')))",
    ]);
    return Number(lines) > 3 && Number(coloured) === 0;
  });
  check(
    `${files.length} fixtures have colours${unread.length ? `: not ${unread.join(", ")}` : ""}`,
    unread.length === 0,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
finish();
