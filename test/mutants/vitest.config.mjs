import { mergeConfig } from "vitest/config";
import base from "../../vitest.config.ts";

/** The tests that may notice a change: those of what is changed, and of what is above it. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  {
    test: {
      include: ["test/{syntax,schema,daemon,cluster,format,service,project,lint}/**/*.test.ts"],
      // Which test reaches which place is noted for modules that each test file loads by itself.
      isolate: true,
    },
  },
);
