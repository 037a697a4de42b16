import { mergeConfig } from "vitest/config";
import base from "./vitest.config.js";

/** Checks against material that is no part of the project: see test/measure/measured.ts. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  { test: { include: ["test/measure/**/*.test.ts"] } },
);
