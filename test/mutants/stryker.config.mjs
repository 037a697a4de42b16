/** See run.mjs, which says what is mutated. */
const {
  KALINT_MUTANTS = "[]",
  KALINT_MUTANTS_CONCURRENCY = "1",
  KALINT_MUTANTS_REPORT = "node_modules/.cache/mutants.json",
} = process.env;

export default {
  packageManager: "npm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  // Which tests reach a place is found out by running them: by imports all of them would be related.
  vitest: { configFile: "test/mutants/vitest.config.mjs", related: false },
  coverageAnalysis: "perTest",
  mutate: JSON.parse(KALINT_MUTANTS),
  // What a module does when it is loaded would need all tests again, each with fresh modules.
  ignoreStatic: true,
  concurrency: Number(KALINT_MUTANTS_CONCURRENCY),
  dryRunTimeoutMinutes: 60,
  timeoutMS: 30_000,
  // A busy machine is not to look like an endless loop.
  timeoutFactor: 3,
  disableTypeChecks: false,
  // It would be rewritten for the copy, through the interface of an older TypeScript; nothing there reads it.
  tsconfigFile: "none.json",
  // Below node_modules Vitest would not load its set-up again for each file, and coverage would be lost.
  tempDirName: "out/mutants",
  ignorePatterns: ["out", "site/dist", "dist", "docs/images"],
  cleanTempDir: "always",
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: KALINT_MUTANTS_REPORT },
  allowConsoleColors: false,
};
