import { mergeConfig } from "vitest/config";
import base from "./vitest.config.js";

/** The tests on random texts, with all of their texts: see test/support/rounds.ts. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  {
    test: {
      include: ["test/fuzz/**/*.test.ts", "test/cli/fixes.test.ts", "test/daemon/soup.test.ts"],
      env: { KALINT_FUZZ: "all" },
    },
  },
);
