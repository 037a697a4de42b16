/**
 * What is left to fill in, and template tags as the linter looks for them in a file that it is to read: on one line, and in strings
 * too. Whether a text may be changed is decided by `foreignContent`, which takes for a template only what is certain.
 */
import { searchedByLine } from "./by-line.js";
import { type Tag, type TagShape, tagsOf } from "./tags.js";

/** What is looked for, and what every text that holds it has: most have none of it, and the search of the whole costs more. */
interface Pattern {
  readonly hint: RegExp;
  /** Made where a hint was found: V8 works out what `\p{L}` stands for when it makes the expression. */
  readonly whole?: () => RegExp;
  readonly tags?: readonly TagShape[];
}

/** The tags of Jinja, Go templates, Mustache, ERB, PHP and Python's Tenjin: what they hold, they hold on one line. */
const tag: Pattern = {
  hint: /\{[{%]|<[%?]/,
  tags: [
    { open: /\{\{/g, close: "}}", without: "{}\n" },
    { open: /\{%/g, close: "%}", without: "\n" },
    { open: /<%/g, close: "%>", without: "\n" },
    { open: /<\?(?=py|php|=)/g, close: "?>", without: "\n" },
  ],
};

/**
 * What shells, configure scripts and hands replace, as words or parts of addresses: `${NAME:-default}`, `@NAME@`,
 * `__NAME__`, `NAME_GOES_HERE`. keepalived's own definitions have no default.
 */
const placeholder: Pattern = {
  hint: /@[A-Z]|__[A-Z]|_GOES[_ ]HERE|\$\{/,
  whole: () => /(?<=^|[\s/:.])(?:@[A-Z][A-Z0-9_]*@|__[A-Z][A-Z0-9_]*__|[A-Z]+_GOES[_ ]HERE)(?=$|[\s/:.])/gm,
  tags: [{ open: /\$\{\w{1,100}:?[-=?+]/g, close: "}", without: "\n" }],
};

/** `#NAME_OF_IT#`, which is a comment for keepalived; once it may well be one, unless it is where a keyword's value goes. */
const hashed: Pattern = { hint: /#[A-Z]/, whole: () => /(?<=\s)#[A-Z]+(?:_[A-Z0-9]+)+#(?=$|[\s/:.])/gm };
const hashedValue: Pattern = {
  hint: /#[A-Z]/,
  whole: () => /#(?<=^[ \t]{1,40}[a-z_]{2,40}[ \t]{1,40}#)[A-Z][A-Z0-9_]{1,60}#(?=$|[\s/:.])/gm,
};

/**
 * The first template tag in a main file; `undefined` where it is a configuration as keepalived gets it. Tags in
 * comments do not count: they survive rendering in files that explain themselves.
 */
export function firstTemplateTag(text: string): Tag | undefined {
  return templateTagsIn(text)[0];
}

/**
 * The first placeholder that nobody has filled in. What stands in double quotes may be meant for a shell, and another
 * file that includes this one may define its names.
 */
export function firstPlaceholder(text: string, isIncluded: () => boolean): Tag | undefined {
  const [first] = placeholdersIn(text);
  const inHashes = hashedIn(text);
  const found = first ?? (inHashes.length > 1 ? inHashes[0] : (hashedValuesIn(text)[0] ?? firstUnsubstituted(text)));
  const mayBeDefined = found !== undefined && found !== first && text.startsWith("${", found.start);
  return mayBeDefined && isIncluded() ? undefined : found;
}

/**
 * What an author left for a reader to fill in: `<your password>`, `‹address›`, `[YOUR_IP]`, `%VIP%`, `CHANGE_ME`. To keepalived
 * these are values like any other, so the file is read all the same.
 */
export function blanksIn(text: string): readonly Tag[] {
  return [...plainBlanksIn(text), ...quotedBlanksIn(text)].sort((one, other) => one.start - other.start);
}

/** The whole of a quoted value, which is not meant for a shell then. An address in `<>` is one of a mail. */
const quotedBlank: Pattern = {
  hint: /"(?:[<‹«%#@[]|CHANGE|change|REPLACE|YOUR)/,
  whole: () =>
    /(?<=^[ \t]{0,40}[a-z_]{2,40}[ \t]{1,40}")(?:<\p{L}[^<>@\n"]{0,60}>|‹[^‹›\n"]{1,60}›|«[^«»\n"]{1,60}»|\[\[\p{L}[^[\]\n"]{0,60}\]\]|([%#@])[A-Z][A-Z0-9_]{0,60}\1|CHANGE_?ME|change_?me|(?:REPLACE|YOUR)_[A-Z0-9_]{2,60})(?=")/gmu,
};

const blank: Pattern = {
  hint: /<|‹|«|\*\*|--[A-Z]|\[[A-Za-z[]|\(\(|\$\(|%[A-Z]|TODO|FIXME|TBD|(?:eth|ens|bond)[XxN?]|\{[A-Z]|change|replace|your|[_-](?:me|this|here)|x\.[x\d]|\.x/i,
  whole: () => {
    blanks ??= new RegExp(
      `(?<=^|[\\s/:.])(?:${[
        // In brackets: `<your password>`, `<192.0.2.1>`, `‹address›`, `[[name]]`, `((name))`, `$(NAME)`, `{NAME}`, `%NAME%`, `**NAME**`, `--NAME--`.
        /<<?[\p{L}\d-][^<>\n]{0,60}>>?|\*\*\p{L}[^*\n]{0,60}\*\*|--[A-Z][A-Z0-9_]{0,60}--|‹[^‹›\n]{1,60}›|«[^«»\n]{1,60}»/u,
        /\[\[[\p{L}][^[\]\n]{0,60}\]\]|(?<!^[ \t]{0,40})\[[A-Za-z][A-Za-z_ -]{1,60}\]|\[[A-Z][A-Z0-9_-]{1,60}\](?=\/\d)|\(\([A-Za-z][\w -]{0,60}\)\)/u,
        /\$\([A-Z][A-Z0-9_]{0,60}\)|\{[A-Z][A-Z0-9_]{0,60}\}|%[A-Z][A-Z0-9_]{0,60}%/u,
        // Words that ask to be replaced.
        /(?:CHANGE|REPLACE|FILL|SET|EDIT)[_-]?(?:ME|THIS)(?:[_-][A-Z0-9_-]{1,60})?|[Cc]hange[_-]?[MmTt](?:e|his)(?:[_-][\w-]{1,60})?/u,
        /TODO|FIXME|TBD|(?:eth|ens|bond)[XxN?]|REPLACE_WITH_[A-Z0-9_]{1,60}|replace[_-](?:me|this|with[_-][\w-]{1,60})/u,
        /[A-Z][A-Z0-9_-]{1,60}[_-]HERE|(?:enter|insert|put)[_-][\w-]{1,60}[_-]here/u,
        /YOUR_[A-Z0-9_]{2,60}|[Yy]our[_-](?:[\w-]{1,40}[_-])?(?:pass|password|ip|vip|address|interface|host|hostname|email|secret|id|key)/u,
        // Addresses with digits left out.
        /(?=[\d.]{0,14}[xX])(?:[\dxX]{1,4}\.){3}[\dxX]{1,4}/u,
      ]
        .map(({ source }) => source)
        .join("|")})(?=$|[\\s/:.])`,
      "gmu",
    );
    return blanks;
  },
};

let blanks: RegExp | undefined;

const templateTagsIn = searchedByLine((text) => tagsIn(text, tag, /[#!]/));
const placeholdersIn = searchedByLine((text) => tagsIn(text, placeholder, /[#!"]/));
const hashedIn = searchedByLine((text) => tagsIn(text, hashed, /[#!"]/));
const hashedValuesIn = searchedByLine((text) => tagsIn(text, hashedValue, /[#!"]/));
const plainBlanksIn = searchedByLine((text) => tagsIn(text, blank, /[#!"]/));
const quotedBlanksIn = searchedByLine((text) => tagsIn(text, quotedBlank, /[#!]/));

/** Whether a text includes other files. */
export function includesFiles(text: string): boolean {
  // An expression tries each line of the text; the word itself is found at once, or not.
  return text.includes("include") && /^[ \t]*(?:@\S+[ \t]+)?include/m.test(text);
}

/** Names for envsubst: at least three `${NAME}` in a text that defines none, repeats nothing and includes no file. */
function firstUnsubstituted(text: string): Tag | undefined {
  if (!text.includes("${") || includesFiles(text) || /^[ \t]*(?:@\S+[ \t]+)?\$\w+[ \t]*=|~(?:SEQ|LST)/m.test(text))
    return undefined;
  const found = tagsIn(text, { hint: /\$\{/, whole: () => /\$\{[A-Za-z]\w*\}/g }, /[#!"]/);
  const names = new Set(found.map(({ start, end }) => text.slice(start, end)));
  return names.size < 3 ? undefined : found[0];
}

function tagsIn(text: string, { hint, whole, tags = [] }: Pattern, hiddenBehind: RegExp): readonly Tag[] {
  if (!hint.test(text)) return [];
  const isHidden = hiddenIn(text, hiddenBehind);
  const found: Tag[] = [];
  for (const match of whole === undefined ? [] : text.matchAll(whole())) {
    if (!isHidden(match.index)) found.push({ start: match.index, end: match.index + match[0].length });
  }
  if (tags.length === 0) return found;
  for (const shape of tags) for (const each of tagsOf(text, shape)) if (!isHidden(each.start)) found.push(each);
  return found.sort((left, right) => left.start - right.start);
}

/** Whether one of some signs stands before an offset on its line. A line is searched once, not for each tag on it. */
function hiddenIn(text: string, signs: RegExp): (offset: number) => boolean {
  const sign = new RegExp(`${signs.source}|\n`, "g");
  let line = { start: 0, end: -1, hiddenFrom: 0 };
  return (offset) => {
    if (offset < line.start || offset > line.end) {
      const start = text.lastIndexOf("\n", offset - 1) + 1;
      const newline = text.indexOf("\n", start);
      sign.lastIndex = start;
      line = { start, end: newline === -1 ? text.length : newline, hiddenFrom: sign.exec(text)?.index ?? text.length };
    }
    return line.hiddenFrom < offset;
  };
}

/** A name in capitals where keepalived takes none: `KEEPALIVED_VIP/24`, `PRIORITY`. A script or a hand puts a value there. */
export function isNameToReplace(word: string): boolean {
  return /^(?:[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,6}|PRIO(?:RITY)?|VRID|V?IP|INTERFACE|STATE|LEVEL)(?:\/(?:\d{1,3}|[A-Z][A-Z0-9_]{0,60}))?$/.test(
    word,
  );
}
