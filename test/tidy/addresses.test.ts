import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Manifest {
  readonly repository: { readonly url: string };
}

/** The scripts are JavaScript; these are their shapes. */
const { addressesOf, generateAddresses, readManifest, renamed } = (await import(
  new URL("../../scripts/addresses.mjs", import.meta.url).href
)) as {
  addressesOf(manifest: Manifest): Readonly<Record<"slug" | "project" | "site" | "image", string>>;
  generateAddresses(manifest?: Manifest): ReadonlyMap<string, string>;
  readManifest(): Manifest;
  renamed(manifest: Manifest, slug: string | undefined): Manifest;
};

/** What would still lead to the old place after a rename. */
const traces = /github\.com\/kalint|githubusercontent\.com\/kalint|kalint\.github\.io|ghcr\.io\/kalint|kalint\/kalint/;

function tracked(): readonly string[] {
  return execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && !/\.(png|ico|woff2)$/.test(path));
}

test("package.json alone says where the project is, and every other file that names it is generated from there", () => {
  const { slug } = addressesOf(readManifest());
  const generated = generateAddresses();
  // These schemas are made from the built packages, which import a generated file.
  const schemas = ["kalint", "configuration"].map((name) => `packages/cli/schema/${name}.schema.json`);
  const others = new Set([...generated.keys(), "package.json", ...schemas]);
  const stray = tracked().filter((path) => {
    if (others.has(path) || path === "test/tidy/addresses.test.ts") return false;
    let text: string;
    try {
      text = readFileSync(join(root, path), "utf8");
    } catch {
      return false; // Removed from the disk, and not yet committed.
    }
    return text.includes(`/${slug}`) || text.includes(` ${slug}@`);
  });
  expect(stray).toEqual([]);
  for (const [path, text] of generated) expect([path, readFileSync(join(root, path), "utf8")]).toEqual([path, text]);
});

test("a rename leaves no trace of the old place", () => {
  const moved = renamed(readManifest(), "Acme-Networks/keepalived.lint");
  expect(JSON.stringify(moved)).not.toMatch(traces);
  for (const [path, text] of generateAddresses(moved))
    expect([path, traces.exec(text)?.[0]]).toEqual([path, undefined]);
  expect(addressesOf(moved)).toMatchObject({
    project: "https://github.com/Acme-Networks/keepalived.lint",
    slug: "Acme-Networks/keepalived.lint",
    site: "https://acme-networks.github.io/keepalived.lint/",
    image: "ghcr.io/acme-networks/keepalived.lint",
  });
});

test.each([undefined, "", "kalint", "a/b/c", "a b/c", "-a/b"])("a rename to %j is refused", (slug) => {
  expect(() => renamed(readManifest(), slug)).toThrow("is no OWNER/NAME");
});
