// docs/targets.md: which distribution brings which keepalived, from packages/schema.
export async function generateTargets() {
  const { distributions, newestVersion } = await import("../packages/schema/dist/index.js");
  const families = new Map();
  for (const one of distributions) {
    const family = one.name.replace(/-.*/, "");
    families.set(family, [...(families.get(family) ?? []), one]);
  }
  const sections = [...families].map(([family, list]) => {
    const rows = list.map(
      ({ name, version, also = [], lacks = [] }) =>
        `| \`${name}\` | ${version} | ${also.map((other) => `\`${other}\``).join(", ")} | ${lacks.join(", ")} |`,
    );
    return `## ${family}\n\n| \`--target\` | keepalived | also | built without |\n| --- | --- | --- | --- |\n${rows.join("\n")}`;
  });
  const text = [
    "<!-- Generated from packages/schema/src/distributions.ts by scripts/generate-targets.mjs. -->",
    "# Distributions",
    `\`kalint --target NAME\` judges for the keepalived that a distribution brings, with all its updates applied. Without a target, kalint judges for ${newestVersion}, the newest release that it knows. A version such as \`--target 2.2.7\` is accepted too.`,
    "Only what a package or a package's recipe shows is listed. What a build lacks is listed where it is known; keywords that need such a part are then reported.",
    ...sections,
  ];
  return new Map([["docs/targets.md", `${text.join("\n\n")}\n`]]);
}
