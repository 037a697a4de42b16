// The project's addresses stand in package.json and nowhere else: every other file that names one is made from it here.
// Needs no build, because what is built imports one of these files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

export function readManifest() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

/** What package.json says of where the project is, in the forms that others need. */
export function addressesOf({ homepage, bugs, repository, config, version }) {
  const project = repository.url.replace(/^git\+|\.git$/g, "");
  const [owner, name] = project.split("/").slice(-2);
  return {
    project,
    slug: `${owner}/${name}`,
    site: homepage,
    issues: bugs.url,
    documentation: config.docs,
    schemas: config.schemas,
    image: config.image,
    tag: `v${version}`,
    version,
  };
}

/** The package.json of the project at another place. */
export function renamed(manifest, slug) {
  const match = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(slug ?? "");
  if (!match) throw new Error(`"${slug ?? ""}" is no OWNER/NAME, such as acme/kalint`);
  const [, owner, name] = match;
  const project = `https://github.com/${owner}/${name}`;
  return {
    ...manifest,
    homepage: `https://${owner.toLowerCase()}.github.io/${name}/`,
    bugs: { ...manifest.bugs, url: `${project}/issues` },
    repository: { ...manifest.repository, url: `git+${project}.git` },
    config: {
      ...manifest.config,
      docs: `${project}/blob/main/docs`,
      schemas: `https://raw.githubusercontent.com/${owner}/${name}/main/packages/cli/schema`,
      image: `ghcr.io/${owner.toLowerCase()}/${name.toLowerCase()}`,
    },
  };
}

/** Generated files by their path in the repository. */
export function generateAddresses(manifest = readManifest()) {
  const addresses = addressesOf(manifest);
  return new Map([
    ["packages/lint/src/address.ts", module(addresses)],
    ...Object.entries(holders(addresses)).map(([path, places]) => [path, replaced(path, places)]),
  ]);
}

function module({ project, documentation, schemas }) {
  return `// Generated from package.json by scripts/addresses.mjs; \`npm run rename OWNER/NAME\` changes it.

/** The project's page. */
export const projectUrl = "${project}";
/** Where the pages of docs/ are read. */
export const documentationUrl = "${documentation}";
/** Where the JSON Schemas are read. */
export const schemasUrl = "${schemas}";
`;
}

/** The places in files that people write: what comes before the address, the address, what is to stand there. */
function holders({ project, slug, site, schemas, image, tag, version }) {
  const raw = project.replace("https://github.com", "https://raw.githubusercontent.com");
  const template = [/(remote: )\S+/g, `${raw}/${tag}/templates/kalint.yml`];
  return {
    "docs/ci.md": [
      [/(repo: )https:\S+/g, project],
      [/(rev: )v\S+/g, tag],
      [/(uses: )\S+(?=\n\s+with:\n\s+(?:arguments|command):)/g, `${slug}@${tag}`],
      template,
      [/(docker run [^\n]*? )\S+:\d[\w.]*/g, `${image}:${version}`],
    ],
    "CITATION.cff": [
      [/(repository-code: )\S+/g, project],
      [/(\nurl: )\S+/g, site],
      [/(\nversion: )\S+/g, version],
    ],
    "docs/configuration.md": [[/("\$schema": ")[^"]+/g, `${schemas}/kalint.schema.json`]],
    "templates/kalint.yml": [template, [/(name: )\S+:\d\S*/g, `${image}:${version}`]],
    "packages/cli/schema/check-output.schema.json": [[/("\$id": ")[^"]+/g, `${schemas}/check-output.schema.json`]],
    "packages/cli/schema/failover-output.schema.json": [
      [/("\$id": ")[^"]+/g, `${schemas}/failover-output.schema.json`],
    ],
    "packages/cli/schema/migrate-output.schema.json": [[/("\$id": ")[^"]+/g, `${schemas}/migrate-output.schema.json`]],
  };
}

function replaced(path, places) {
  return places.reduce(
    (text, [pattern, address]) => {
      if (text.search(pattern) < 0) throw new Error(`${path} holds no address at ${pattern}`);
      return text.replace(pattern, (_, before) => `${before}${address}`);
    },
    readFileSync(join(root, path), "utf8"),
  );
}
