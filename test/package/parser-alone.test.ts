import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "@kalint/syntax";
import { build } from "esbuild";
import { expect, test } from "vitest";

const { parserAlone } = await import(new URL("../../scripts/parser-alone.mjs", import.meta.url).href);
const root = join(import.meta.dirname, "../..");

test("the parser of bundles, with what it needs of Chevrotain alone, makes the trees of the sources", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kalint-parser-"));
  try {
    const outfile = join(folder, "syntax.mjs");
    await build({
      bundle: true,
      format: "esm",
      platform: "node",
      entryPoints: [join(root, "packages/syntax/src/index.ts")],
      outfile,
      plugins: [parserAlone],
    });
    const bundled = (await import(pathToFileURL(outfile).href)) as { readonly parse: typeof parse };
    const files = readdirSync(join(root, "fixtures"), { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(?:conf|txt|j2)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(500);
    for (const name of files) {
      const text = readFileSync(join(root, "fixtures", name), "utf8");
      expect(JSON.stringify(bundled.parse(text)), name).toBe(JSON.stringify(parse(text)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
