import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleInto } from "../support/command-bundle.js";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "kalint-pack-"));
const source = join(folder, "source");
const tarball = join(folder, "kalint.tgz");

/** The files that packing reads, with a build of their own: a build of the checkout may be going on. */
beforeAll(() => {
  for (const path of ["package.json", "README.md", "LICENSE", "CHANGELOG.md", ".npmrc", "docs", "action.yml"])
    cpSync(join(root, path), join(source, path), { recursive: true });
  for (const path of ["packages/cli/schema", "packages/cli/src/version.ts", "templates", ".pre-commit-hooks.yaml"])
    cpSync(join(root, path), join(source, path), { recursive: true });
  for (const name of ["check-package.mjs", "release-tree.mjs"])
    cpSync(join(root, "scripts", name), join(source, "scripts", name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const npm = (...words: string[]) => spawnSync("npm", words, { cwd: source, encoding: "utf8" });

describe("npm pack", () => {
  test("without a build fails and says what is missing", () => {
    const { scripts } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
    const [program, ...words] = scripts.prepack.split(" ");
    expect([program, words]).toEqual(["node", ["scripts/check-package.mjs"]]);
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: source, encoding: "utf8" });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("dist/kalint.js is missing");
    expect(stderr).toContain("Run `npm ci` and `npm run build` first.");
  });

  test("packs the command, both schemas, the pages and the types, and nothing that builds them", () => {
    bundleInto(join(source, "dist"));
    writeFileSync(join(source, "dist/index.d.ts"), "export {};\n");
    const { status, stdout, stderr } = npm("pack", "--pack-destination", folder);
    expect([status, stderr.includes("npm error")]).toEqual([0, false]);
    // pre-commit takes all that npm prints for the name of the file.
    expect(stdout).toMatch(/^kalint-\d+\.\d+\.\d+\.tgz\n$/);
    execFileSync("mv", [join(folder, stdout.trim()), tarball]);
    const paths = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).split("\n");
    expect(paths).toEqual(
      expect.arrayContaining([
        "package/dist/kalint.js",
        "package/dist/index.js",
        "package/dist/index.d.ts",
        "package/dist/THIRD-PARTY-NOTICES.txt",
        "package/packages/cli/schema/kalint.schema.json",
        "package/packages/cli/schema/check-output.schema.json",
        "package/docs/rules/unknown-keyword.md",
        "package/docs/keywords/vrrp_instance.md",
        "package/README.md",
        "package/LICENSE",
      ]),
    );
    expect(paths.filter((path) => /\/(src|scripts|test|fixtures|node_modules)\//.test(path))).toEqual([]);
  });

  test("gives a command that needs nothing else", () => {
    execFileSync("tar", ["-xzf", tarball], { cwd: folder });
    const manifest = JSON.parse(readFileSync(join(folder, "package/package.json"), "utf8"));
    for (const key of ["dependencies", "peerDependencies", "optionalDependencies"])
      expect(manifest).not.toHaveProperty(key);
    // npm makes the file executable when it links it; the first line says what runs it.
    const command = join(folder, "package", manifest.bin.kalint);
    expect(readFileSync(command, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    const found = spawnSync(process.execPath, [command, "check", "--format", "concise", "-"], {
      input: "vrrp_instance A {\n    priorty 100\n}\n",
      encoding: "utf8",
    });
    expect([found.status, found.stdout]).toEqual([1, expect.stringContaining('unknown keyword "priorty"')]);
  });
});

test("a release's tree needs nothing installed: no scripts, no dependencies", () => {
  execFileSync(process.execPath, [join(source, "scripts/release-tree.mjs"), join(folder, "release")]);
  const manifest = JSON.parse(readFileSync(join(folder, "release/package.json"), "utf8"));
  for (const key of ["scripts", "dependencies", "devDependencies", "workspaces"])
    expect(manifest).not.toHaveProperty(key);
  const version = spawnSync(process.execPath, [join(folder, "release/dist/kalint.js"), "--version"], {
    encoding: "utf8",
  });
  expect(version.stdout.trim()).toContain(manifest.version);
  for (const name of [".pre-commit-hooks.yaml", "action.yml", "templates/kalint.yml"])
    expect(readFileSync(join(folder, "release", name), "utf8")).not.toBe("");
});
