// Makes kalint.vsix of what build.mjs has built: node package.mjs
// The manifest in it names every rule, so that the settings complete and explain them; here it would be as long as the rules.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "@kalint/lint";
import { speakLocale, textsOf } from "@kalint/schema";
import { withTextsApart } from "./manifest.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const stage = join(here, "out/package");
const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const { repository, bugs, homepage } = JSON.parse(readFileSync(join(here, "../../package.json"), "utf8"));
const { scripts: _scripts, dependencies: _bundled, devDependencies: _tools, ...published } = manifest;

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
for (const name of published.files) cpSync(join(here, name), join(stage, name), { recursive: true });
writeFileSync(join(stage, "CHANGELOG.md"), newestChanges(readFileSync(join(here, "../../CHANGELOG.md"), "utf8")));
cpSync(join(here, "../../LICENSE"), join(stage, "LICENSE"));
await speakLocale("zh-CN");
const { manifest: texts, ...languages } = withTextsApart(withRules(published), {
  ...JSON.parse(readFileSync(join(here, "manifest.zh-cn.json"), "utf8")),
  ...Object.fromEntries(rules.map((rule) => [rule.summary, textsOf(rule).summary])),
});
writeFileSync(join(stage, "package.json"), JSON.stringify(texts));
writeFileSync(join(stage, "package.nls.json"), JSON.stringify(languages.english));
writeFileSync(join(stage, "package.nls.zh-cn.json"), JSON.stringify(languages.chinese));

const vsix = join(here, "kalint.vsix");
const mostBytes = 1_000_000;
const { status } = spawnSync(
  "vsce",
  ["package", "--no-dependencies", "-o", vsix],
  // The same files give the same archive.
  {
    cwd: stage,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TZ: "UTC", SOURCE_DATE_EPOCH: "499162500" },
  },
);
process.exitCode = status ?? 1;
if (status === 0 && statSync(vsix).size > mostBytes) {
  console.error(`${vsix} has ${statSync(vsix).size} bytes: more than ${mostBytes}`);
  process.exitCode = 1;
}

/** What the extension's page shows: the newest changes, as the archive has a limit, and where the others are. */
function newestChanges(text) {
  // Each with the code below it.
  const changes = text.split(/\n\n(?=[A-Z`#-][^\n]*\n)(?!```)/);
  let kept = "";
  for (const change of changes) {
    if (kept.length + change.length > 14_000) break;
    kept += `${change}\n\n`;
  }
  const address = repository.url.replace(/^git\+|\.git$/g, "");
  return `${kept}All changes: ${address}/blob/main/CHANGELOG.md\n`;
}

function withRules(given) {
  const { configuration } = given.contributes;
  const setting = configuration.properties["kalint.rules"];
  const { enum: levels } = setting.additionalProperties;
  const properties = Object.fromEntries(
    rules.map(({ id, summary, severity }) => [
      id,
      { type: "string", enum: levels, default: severity, description: summary },
    ]),
  );
  return {
    ...given,
    homepage,
    bugs,
    repository: { ...repository, directory: "packages/vscode" },
    files: [...given.files, "CHANGELOG.md", "LICENSE", "package.nls*.json"],
    contributes: {
      ...given.contributes,
      configuration: {
        ...configuration,
        properties: {
          ...configuration.properties,
          "kalint.rules": { ...setting, properties, additionalProperties: false },
        },
      },
    },
  };
}
