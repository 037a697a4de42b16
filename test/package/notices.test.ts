import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/** The scripts are JavaScript; this is its shape. */
const { noticesOf } = (await import(new URL("../../scripts/notices.mjs", import.meta.url).href)) as {
  noticesOf(metafiles: readonly unknown[], folder: string, further?: readonly object[]): string;
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kalint-notices-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A package that exports `name`; what `files` gives stands beside its code. */
function install(path: string, license: string, files: Readonly<Record<string, string>>): void {
  const name = path.replace(/^.*node_modules\//, "");
  const manifest = { name, version: "1.2.3", license, type: "module", sideEffects: false, exports: "./index.js" };
  write(`node_modules/${path}/package.json`, JSON.stringify(manifest));
  write(`node_modules/${path}/index.js`, `export const name = ${JSON.stringify(name)};\n`);
  for (const [file, text] of Object.entries(files)) write(`node_modules/${path}/${file}`, text);
}

async function noticesFor(source: string): Promise<string> {
  write("main.js", source);
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ["main.js"],
    bundle: true,
    format: "esm",
    write: false,
    metafile: true,
  });
  return noticesOf([metafile], folder);
}

describe("the licences of what a bundle holds", () => {
  test("are those of the packages that are in it, a text that several have once", async () => {
    install("plain", "MIT", { LICENSE: "Permission of plain.\r\n" });
    install("@scope/one", "ISC", { "License.txt": "The same text.", "thirdpartynotices.txt": "And its parts." });
    install("@scope/one/node_modules/inner", "MIT", { "LICENSE-MIT": "Permission of inner." });
    write("node_modules/@scope/one/index.js", 'export { name } from "inner"; export const own = "own";\n');
    install("two", "ISC", { "licence.md": "The same text.\n\nAnd its parts.\n" });
    install("unused", "MIT", { LICENSE: "Permission of nobody." });
    const text = await noticesFor(
      'import { name as plain } from "plain"; import { name, own } from "@scope/one"; import { name as two } from "two";\n' +
        'import { name as unused } from "unused"; console.log(plain, name, own, two);\n',
    );
    expect(text.split("-".repeat(80)).map((part) => part.trim())).toEqual([
      "kalint holds parts of the following packages, each under the licence that follows its name.",
      "@scope/one 1.2.3 (ISC)\ntwo 1.2.3 (ISC)",
      "The same text.\n\nAnd its parts.",
      "inner 1.2.3 (MIT)",
      "Permission of inner.",
      "plain 1.2.3 (MIT)",
      "Permission of plain.",
    ]);
  });

  test("are not made up: a package without its text, or under another licence, ends the build", async () => {
    install("bare", "MIT", {});
    install("viral", "GPL-3.0-only", { LICENSE: "All of it." });
    install("apache", "Apache-2.0", {});
    const uses = (name: string) => noticesFor(`import { name } from "${name}"; console.log(name);\n`);
    await expect(uses("bare")).rejects.toThrow("bare 1.2.3 (MIT) comes without the text of its licence");
    await expect(uses("viral")).rejects.toThrow("viral 1.2.3 (GPL-3.0-only): nobody has looked at this licence yet");
    await expect(uses("apache")).rejects.toThrow("apache 1.2.3 (Apache-2.0) comes without the text of its licence");
  });

  test("whose text names no holder may be another package's", async () => {
    install("apache", "Apache-2.0", {});
    install("other", "Apache-2.0", { LICENSE: "Apache License" });
    const text = await noticesFor(
      'import { name } from "apache"; import { name as other } from "other"; console.log(name, other);\n',
    );
    expect(text).toContain("apache 1.2.3 (Apache-2.0)\nother 1.2.3 (Apache-2.0)\n");
  });
});
