import { defineConfig } from "vitest/config";

const packages = ["syntax", "schema", "daemon", "cluster", "project", "format", "lint", "service", "server", "cli"];

export default defineConfig({
  resolve: {
    // Tests run against the sources, so that a failing line is a line of ours and no build is needed between edits.
    alias: Object.fromEntries(
      packages.map((name) => [`@kalint/${name}`, new URL(`./packages/${name}/src/index.ts`, import.meta.url).pathname]),
    ),
  },
  test: {
    testTimeout: 120_000,
    // Tests share no state but modules that hold none; loading every package again for each file took half the time.
    isolate: false,
    // Vitest leaves one core free, which is half of a small machine.
    maxWorkers: "100%",
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "test/conformance/**", "test/measure/**", "**/node_modules/**"],
  },
});
