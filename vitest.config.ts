import { defineConfig } from "vitest/config";
import { sources } from "./scripts/sources.mjs";

export default defineConfig({
  resolve: {
    // Tests run against the sources, so that a failing line is a line of ours and no build is needed between edits.
    alias: sources,
  },
  test: {
    testTimeout: 120_000,
    // Bundling the server in a hook takes more than the ten seconds of the default on a busy machine.
    hookTimeout: 120_000,
    // Tests share no state but modules that hold none; loading every package again for each file took half the time.
    isolate: false,
    // Vitest leaves one core free, which is half of a small machine.
    maxWorkers: "100%",
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "test/conformance/**", "test/measure/**", "**/node_modules/**"],
  },
});
