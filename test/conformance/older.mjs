// Configurations of today as an older release would take them: without what it does not know. Otherwise that release
// complains of each, and whether kalint leaves an accepted file alone cannot be seen.
import { isKnownIn, keywordAt, switchesOf } from "../../packages/schema/dist/index.js";

/** A text whose blocks open and close one to a line, without the lines and blocks that `target` does not know. */
export function asKnownIn(text, target) {
  const switches = switchesOf(target);
  const kept = [];
  const path = [];
  let dropped; // the depth of the block that is left out
  for (const line of text.split("\n")) {
    const code = line.replace(/[#!].*/, "").replace(/\$\{\w+\}/g, "x");
    const depth = path.length;
    const [name = ""] = code.replace(/^\s*(@\S+\s+)?/, "").split(/[\s{}]+/);
    const renamed = name === "track_file" && depth === 0 && !knows(["track_file"], target);
    for (const brace of code.match(/[{}]/g) ?? []) {
      if (brace === "{") path.push(path.length === depth ? (renamed ? "vrrp_track_file" : name || "$") : "?");
      else path.pop();
    }
    if (dropped !== undefined) {
      if (path.length <= dropped) dropped = undefined;
      continue;
    }
    const repeats = /~(SEQ|LST)/.exec(code)?.[1];
    const unknown = !renamed && !knows([...path.slice(0, depth), name], target);
    if (unknown || (repeats && !switches.repeatsFreeLines)) {
      if (path.length > depth) dropped = depth;
      continue;
    }
    kept.push(renamed ? line.replace("track_file", "vrrp_track_file") : line);
  }
  return kept.join("\n");
}

/** What is no keyword (a value, an end, a definition) is not judged. */
function knows(path, target) {
  const keyword = keywordAt(path.join("/"));
  return keyword === undefined || isKnownIn(keyword, target);
}
