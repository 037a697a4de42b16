/** The release of kalint itself; `test/cli` holds it against package.json. */
export const version = "0.1.0";
