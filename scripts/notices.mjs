// The licences of what a bundle holds of others, from what esbuild says went into it.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The file's name in everything that is shipped. */
export const noticesFile = "THIRD-PARTY-NOTICES.txt";

/** Licences that ask for no more than their text beside the program. */
const allowed = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"]);

/** Licences whose text names no holder: where a package leaves it out, another's is the same. */
const sameForAll = new Set(["Apache-2.0", "BlueOak-1.0.0"]);

/**
 * The text for one or several bundles, from their metafiles; `folder` is the one that they name inputs from.
 * `further`: parts that esbuild does not know, as `{ title, text }`.
 */
export function noticesOf(metafiles, folder, further = []) {
  const packages = packagesIn(metafiles, folder);
  const titles = new Map();
  for (const one of packages) {
    const text = one.text ?? packages.find(({ licence, text }) => text && licence === one.licence)?.text;
    if (text === undefined || !(one.text || sameForAll.has(one.licence)))
      throw new Error(`${one.title} comes without the text of its licence`);
    titles.set(text, [...(titles.get(text) ?? []), one.title]);
  }
  for (const { title, text } of further) titles.set(text, [title]);
  const line = "-".repeat(80);
  return [
    "kalint holds parts of the following packages, each under the licence that follows its name.\n",
    ...[...titles].map(([text, names]) => `${line}\n${names.join("\n")}\n${line}\n\n${text.trim()}\n`),
  ].join("\n");
}

/** The packages of which something is in the output (what was shaken off is not shipped), by name and version. */
function packagesIn(metafiles, folder) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
    .map((path) => resolve(folder, path));
  const byTitle = new Map([...new Set(folders)].map(readPackage).map((one) => [one.title, one]));
  return [...byTitle.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const title = `${name} ${version} (${license})`;
  if (!allowed.has(license))
    throw new Error(`${title}: nobody has looked at this licence yet, see scripts/notices.mjs`);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice|third-?party-?notices)(-\w+)?(\.(md|txt))?$/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  return { title, licence: license, text: texts.length > 0 ? texts.join("\n\n") : undefined };
}

/** Node's own licence and those of its parts, for what holds a Node: beside the program, or where Debian puts it. */
export function nodeNotice(program) {
  const places = ["../../LICENSE", "../../share/doc/nodejs/LICENSE", "../LICENSE"].map((path) =>
    resolve(program, path),
  );
  for (const place of places) {
    try {
      return { title: "Node.js", text: readFileSync(place, "utf8") };
    } catch {}
  }
  throw new Error(`Node's licence is not beside ${program}: none of\n  ${places.join("\n  ")}`);
}
