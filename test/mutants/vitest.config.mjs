import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

const files = JSON.parse(process.env.KALINT_MUTANTS_TESTS ?? "[]");

/** The tests that run.mjs names. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  {
    test: {
      include: files.map((name) => `test/${name}.test.ts`),
      // Modules are loaded once for all files of a run, and again for each mutant: loading takes most of the time.
      isolate: false,
    },
  },
);
