// Generated from package.json by scripts/addresses.mjs; `npm run rename OWNER/NAME` changes it.

/** The project's page. */
export const projectUrl = "https://github.com/kalint/kalint";
/** Where the pages of docs/ are read. */
export const documentationUrl = "https://github.com/kalint/kalint/blob/main/docs";
/** Where the JSON Schemas are read. */
export const schemasUrl = "https://raw.githubusercontent.com/kalint/kalint/main/packages/cli/schema";
