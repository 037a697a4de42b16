import { createHash } from "node:crypto";

/**
 * The parts that esbuild makes, as files of CommonJS. esbuild has a part for whatever the same entries share, some forty for a
 * check, and to open a file takes longer than to run most of them: what an entry needs from its start is in one file.
 * @param {ReadonlyMap<string, string>} parts by name, as esbuild splits them, minified: imports of other parts first, exports last
 * @param {Readonly<Record<string, readonly string[]>>} joined by the name of a file, the entries that it is there for, which run when
 *   they are called by their names; what they need is in the first of the files that needs it
 * @returns {{ files: Map<string, string>, fileOf: (part: string) => string }} texts by name, and the file of a part that is not joined
 */
export function joinParts(parts, joined) {
  const read = new Map(Array.from(parts, ([name, code]) => [name, readPart(code)]));
  const homes = homesOf(read, joined);
  const fileOf = nameFiles(parts, homes);
  const entries = new Set(Object.values(joined).flat());
  const idOf = (part) =>
    entries.has(part) ? part.replace(/-\w+\.js$/, "").replace(/\W/g, "_") : `part_${part.replace(/\W/g, "_")}`;
  const loaded = (part, from) => {
    const home = homes.get(part);
    if (home === undefined) return `require("./${fileOf(part)}")`;
    const call = entries.has(part) ? "()" : "";
    return `${home === homes.get(from) ? "" : `require("./${fileOf(part)}").`}${idOf(part)}${call}`;
  };
  const files = new Map();
  // Those of a file in the order in which they run.
  for (const name of new Set([...homes.keys(), ...read.keys()])) {
    const { imports, body, exported } = read.get(name);
    const before = imports.map(({ names, part }) => bound(names, loaded(part, name))).join("");
    const own = before + withLoads(withNode(body), (part) => (read.has(part) ? loaded(part, name) : undefined));
    const made = `(()=>{${own}return{${exported}}})()`;
    const text = entries.has(name)
      ? `let made_${idOf(name)};const ${idOf(name)}=exports.${idOf(name)}=()=>made_${idOf(name)}??=${made};`
      : homes.has(name)
        ? `const ${idOf(name)}=exports.${idOf(name)}=${made};`
        : `${own}${exported === "" ? "" : `module.exports={${exported}};`}`;
    files.set(fileOf(name), (files.get(fileOf(name)) ?? "") + text);
  }
  return { files, fileOf };
}

/** By part in the order in which they run: the file that it is joined into. */
function homesOf(read, joined) {
  const homes = new Map();
  const place = (part, file) => {
    if (homes.has(part)) return;
    for (const each of read.get(part).imports) place(each.part, file);
    homes.set(part, file);
  };
  for (const [file, firsts] of Object.entries(joined)) for (const part of firsts) place(part, file);
  return homes;
}

/** With a sum of all parts in each name: compiled code is kept by name, and a file names others. */
function nameFiles(parts, homes) {
  const sum = createHash("sha256")
    .update(JSON.stringify([...parts]))
    .digest("hex")
    .slice(0, 8);
  return (part) => `${homes.get(part) ?? part.replace(/\.js$/, "")}-${sum}.js`;
}

/** With `import()` of other parts, and what is to be loaded now (`fromPart`), as CommonJS. */
function withLoads(code, loaded) {
  return code.replace(/\b(loadNow\()?import\("\.\/([^"]+)"\)(\))?/g, (whole, now, part) => {
    const load = loaded(part);
    if (load === undefined) return whole;
    return now ? load : `Promise.resolve().then(()=>${load})${whole.slice(whole.indexOf('")') + 2)}`;
  });
}

/** With what is imported from Node, which esbuild leaves before each module that does, as constants too. */
function withNode(code) {
  return code.replace(
    /\bimport(?:\{([^}]*)\}|\*as ([\w$]+) |([\w$]+) )?(?:from)?"(node:[^"]+)";/g,
    (_, names, all, main, from) => {
      if (names === undefined && all === undefined && main === undefined) return `require("${from}");`;
      return `const ${names === undefined ? (all ?? main) : `{${namesOf(names).map(toBinding).join(",")}}`}=require("${from}");`;
    },
  );
}

/**
 * What a part imports from another, as constants of its own. esbuild makes each use of an imported name a look-up through two
 * getters, which takes a twentieth of a run's time: parts are read once, in an order without cycles, and none exports a
 * variable that changes, so that what is imported is there and stays.
 */
function bound(names, loaded) {
  return names === undefined ? `${loaded};` : `const{${names.map(toBinding).join(",")}}=${loaded};`;
}

function readPart(code) {
  const { imports, rest } = importsOf(code);
  const end = /export\{([^}]*)\};\s*$/.exec(rest);
  const exported = end === null ? "" : namesOf(end[1]).map(toProperty).join(",");
  return { imports, body: end === null ? rest : rest.slice(0, end.index), exported };
}

function importsOf(code) {
  const imports = [];
  const next = /import(?:\{([^}]*)\}from)?"\.\/([^"]+)";/y;
  let start = 0;
  for (let found = next.exec(code); found !== null; found = next.exec(code)) {
    const [, names, part] = found;
    imports.push({ names: names && namesOf(names), part });
    start = next.lastIndex;
  }
  return { imports, rest: code.slice(start) };
}

function namesOf(list) {
  return list
    .split(",")
    .filter((each) => each !== "")
    .map((each) => each.split(" as "));
}

/** `import { a as b }` */
function toBinding([name, own = name]) {
  return name === own ? name : `${name}:${own}`;
}

/** `export { a as b }` */
function toProperty([own, name = own]) {
  return name === own ? name : `${name}:${own}`;
}
