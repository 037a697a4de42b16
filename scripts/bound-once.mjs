/**
 * What a part of the bundle imports from other parts, as constants of its own. esbuild makes each use of an imported name
 * a look-up through two getters, which takes a twentieth of a run's time: parts are read once, in an order without cycles,
 * and none exports a variable that changes, so that what is imported is there and stays.
 * @param {string} code a part as esbuild splits it, minified: imports of other parts first, its exports last
 * @returns {string} the same with `require` and `module.exports`
 */
export function boundOnce(code) {
  const { imports, rest } = importsOf(code);
  const end = /export\{([^}]*)\};\s*$/.exec(rest);
  const exported = end === null ? "" : `module.exports={${namesOf(end[1]).map(toProperty).join(",")}};`;
  const body = end === null ? rest : rest.slice(0, end.index);
  return `${imports.join("")}${body}${exported}`;
}

function importsOf(code) {
  const imports = [];
  const next = /import(?:\{([^}]*)\}from)?"(\.\/[^"]+)";/y;
  let start = 0;
  for (let found = next.exec(code); found !== null; found = next.exec(code)) {
    const [, names, part] = found;
    const loaded = `require(${JSON.stringify(part)})`;
    imports.push(names === undefined ? `${loaded};` : `const{${namesOf(names).map(toBinding).join(",")}}=${loaded};`);
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
