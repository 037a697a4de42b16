import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

const folders = JSON.parse(process.env.KALINT_MUTANTS_TESTS ?? "[]");

/** The tests of the folders that run.mjs names. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  {
    test: {
      include: folders.map((name) => `test/${name}/**/*.test.ts`),
      // Which test reaches which place is noted for modules that each test file loads by itself.
      isolate: true,
    },
  },
);
