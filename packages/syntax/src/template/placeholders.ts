import type { Tag } from "./tags.js";

/**
 * What shells, configure scripts and hands fill in. `$NAME` and `${NAME}` count only where the text does not define the name
 * itself: those are keepalived's own. `@NAME@` ends in a sign that a condition (`@id`) does not have.
 */
const forms: readonly RegExp[] = [
  /\$\{([A-Za-z]\w{0,100})(?::?[-=?+][^}\n]{0,1000})?\}/g,
  // Commands and sums of a shell, with brackets within brackets.
  /\$\((?:[^()]|\((?:[^()]|\([^()]{0,200}\)){0,200}\)){1,400}\)/g,
  /`[^`\n]{1,200}`/g,
  /\$([A-Z][A-Z0-9_]{0,100})(?!\w)/g,
  /@{1,2}[A-Za-z][\w.-]{0,100}@{1,2}/g,
  /__[A-Z][A-Z0-9_]{0,100}__/g,
  /(?<![\w-])--[A-Z][A-Z0-9_]{0,60}--(?![\w-])/g,
  /(?<![\w-])[A-Z][A-Z0-9_]{0,100}_GOES[_ ]HERE(?![\w-])/g,
  /<[A-Za-z][\w -]{0,60}>/g,
  /‹[^‹›\n]{1,60}›/g,
  /\[(?:your|my|the|YOUR)[\w -]{0,60}\]/g,
  /%[A-Z][A-Z0-9_]{0,60}%/g,
  /(?<=\s)#[A-Z][A-Z0-9]{0,60}(?:_[A-Z0-9]{1,60})+#/g,
  // One word may be a comment, unless it is where a value goes.
  /#(?<=^[ \t]{0,40}(?:[a-z_]{2,40}[ \t]{1,40})?#)[A-Z][A-Z0-9]{1,60}#(?=$|[\s/:.])/gm,
  /(?<=^[ \t]{0,40}[a-z_]{2,40}[ \t]{1,40})##[A-Z][A-Z0-9_]{1,60}##(?=$|[\s/:.])/gm,
  /(?<=[ \t])\{[A-Za-z_][\w.]*\}(?=[ \t]*$)/gm,
  /(?<![\w-])(?:CHANGE_?ME|change_?me)(?![\w-])/g,
];

/** What a program of PHP or Python does between lines, and what it puts out. */
const code = /<\?(=|php[ \t]+echo\b)?(?:[^?\n]|\?(?!>)){0,1000}\?>/g;

/** In an excerpt, what is left out: lines that nobody knows. */
const left = /(?<=^[ \t]{0,40})(?:\[?\.{3}\]?|\[?…\]?)(?=[ \t]*$)/gm;

export function scanPlaceholders(text: string): readonly Tag[] {
  const defined = new Set([...text.matchAll(/^[ \t]*(?:@\S+[ \t]+)?\$(\w+)[ \t]*=/gm)].map((match) => match[1]!));
  const found: Tag[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      if (match[1] !== undefined && defined.has(match[1])) continue;
      found.push({ start: match.index, end: match.index + match[0].length, kind: "value" });
    }
  }
  for (const { 0: whole, 1: output, index } of text.matchAll(code))
    found.push({ start: index, end: index + whole.length, kind: output === undefined ? "silent" : "value" });
  for (const { 0: whole, index } of text.matchAll(left))
    found.push({ start: index, end: index + whole.length, kind: "value" });
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}
