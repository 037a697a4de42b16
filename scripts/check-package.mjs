// Before `npm pack` and `npm publish`: the package holds what its users need, built from these sources.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const needed = [
  "dist/kalint.js",
  "dist/index.js",
  "dist/package.json",
  "dist/index.d.ts",
  "dist/THIRD-PARTY-NOTICES.txt",
  "packages/cli/schema/configuration.schema.json",
  "packages/cli/schema/kalint.schema.json",
  "packages/cli/schema/check-output.schema.json",
  "docs/rules/README.md",
  "docs/keywords/README.md",
  "LICENSE",
  "README.md",
];

const problems = [
  ...needed.filter((path) => !existsSync(join(root, path))).map((path) => `${path} is missing`),
  ...missingParts(),
  ...older(),
];
if (problems.length > 0) {
  console.error(
    `kalint cannot be packed:\n${problems.map((one) => `  ${one}`).join("\n")}\nRun \`npm ci\` and \`npm run build\` first.`,
  );
  process.exit(1);
}

/** What the command and the module import. */
function missingParts() {
  return ["dist/kalint.js", "dist/index.js"]
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) =>
      [...readFileSync(join(root, path), "utf8").matchAll(/["'](\.\/parts\/[^"']+)["']/g)]
        .map(([, part]) => join("dist", part))
        .filter((part) => !existsSync(join(root, part)))
        .map((part) => `${part}, which ${path} imports, is missing`),
    );
}

/** A release is packed from a build of its own version. */
function older() {
  const manifest = join(root, "package.json");
  const built = join(root, "dist/kalint.js");
  if (!existsSync(built) || !existsSync(join(root, "packages/cli/src/version.ts"))) return [];
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const said = /version = "([^"]+)"/.exec(readFileSync(join(root, "packages/cli/src/version.ts"), "utf8"))?.[1];
  const problems = said === version ? [] : [`packages/cli/src/version.ts says ${said}, package.json ${version}`];
  const changed = statSync(join(root, "packages/cli/src/version.ts")).mtimeMs;
  if (statSync(built).mtimeMs < changed) problems.push("dist/kalint.js is older than packages/cli/src/version.ts");
  return problems;
}
