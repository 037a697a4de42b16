import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

const files = JSON.parse(process.env.KALINT_MUTANTS_TESTS ?? "[]");

/** The tests that run.mjs names. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  {
    test: {
      include: files.map((name) => `test/${name}.test.ts`),
      // Which test reaches which place is noted for modules that each test file loads by itself.
      isolate: true,
    },
  },
);
