export { documentationUrl, projectUrl } from "./address.js";
export { categories, mayClaim } from "./categories.js";
export { groupNames, settingsByRule } from "./configuration/categories.js";
export * from "./configuration/index.js";
export { type Complaint, provenFixes } from "./engine/complaints.js";
export { type ApplyOptions, applyFixes, editsOfFixes } from "./engine/fixes.js";
export { keyOf } from "./engine/key.js";
export { complaintsInSteps, lint, lintInSteps } from "./engine/lint.js";
export { type Reflection, reflectionsOf } from "./engine/reflections.js";
export { tryFixes } from "./engine/trial.js";
export {
  type MigratedFile,
  type Migration,
  type MigrationRequest,
  migrationOf,
  type OldReading,
} from "./migration/migration.js";
export {
  type OptionDeclaration,
  type OptionDeclarations,
  type OptionValue,
  optionValues,
} from "./options.js";
export { kindText, optionsExample, ruleIndexPage, rulePage } from "./page.js";
export { ruleById, rules } from "./rules.js";
export { isSuppressible, suppressingEdits, type Unwanted } from "./suppressing.js";
export { type Suppression, suppressionDirectives, suppressionsOf } from "./suppressions.js";
export type * from "./types.js";
