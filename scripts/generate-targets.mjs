// docs/targets.md: which distribution brings which keepalived, and what no release brings yet, from packages/schema.
import { keywordAddress } from "./generate-keywords.mjs";

export async function generateTargets() {
  const { allKeywords, distributionFamilies, newestVersion, nextVersion, releaseSeries } = await import(
    "../packages/schema/dist/index.js"
  );
  const code = (text) => `\`${text}\``;
  const page = (path) => `[${code(path)}](keywords/${keywordAddress(path)})`;
  const families = [...distributionFamilies()].map(([family, list]) => {
    const rows = list.map(
      ({ name, version, also = [], lacks = [] }) =>
        `| ${code(name)} | ${version} | ${also.map(code).join(", ")} | ${lacks.join(", ")} |`,
    );
    return `## ${family}\n\n| \`--target\` | keepalived | also | built without |\n| --- | --- | --- | --- |\n${rows.join("\n")}`;
  });
  const series = releaseSeries().map(({ first, last }) => `${first} to ${last}`);
  const arriving = allKeywords.filter(({ since }) => since === nextVersion).map(({ path }) => `- ${page(path)}`);
  const changing = allKeywords.flatMap(({ path, differences = [] }) =>
    differences.filter(({ version }) => version === nextVersion).map(({ note }) => `- ${page(path)}: ${note}`),
  );
  const text = [
    "<!-- Generated from packages/schema by scripts/generate-targets.mjs. -->",
    "# Targets",
    `\`kalint --target NAME\` judges for the keepalived that a distribution brings, with all its updates applied, for a release such as \`2.2.7\`, or for \`next\`. Without a target, kalint judges for ${newestVersion}, the newest release that it knows. Any other name is refused.`,
    "Only what a package or a package's recipe shows is listed. What a build lacks is listed where it is known; keywords that need such a part are then reported.",
    ...families,
    "## Releases",
    `Every release: ${series.join(", ")}.`,
    "## next",
    `What is on keepalived's development branch after ${newestVersion} and in no release: it may still change. Editors offer it with the target \`next\` only, and other targets report it as unknown.`,
    [...arriving, ...changing].join("\n"),
  ];
  return new Map([["docs/targets.md", `${text.join("\n\n")}\n`]]);
}
