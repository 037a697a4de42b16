import { compareVersions, type Version } from "@kalint/schema";

/** What differs between releases in how text is read. One switch a difference; nothing else asks for versions. */
export interface Dialect {
  /** A line longer than the buffer is cut into pieces that are lines of their own; else its first piece is reported and dropped. */
  readonly cutsLongLines: boolean;
  /** A NUL ends the line in silence and the line is not counted; else the line is reported and dropped. */
  readonly truncatesAtNul: boolean;
  /** A `\` at the end of a comment stays, as if it stood before the comment. */
  readonly backslashOutlivesComment: boolean;
  /** After a substitution conditions, definitions and repetitions are looked for again. */
  readonly substitutesRepeatedly: boolean;
  /** `${_ENV NAME}`. */
  readonly hasEnvironment: boolean;
  /** Wrong parameters of a built-in definition are reported. */
  readonly reportsBuiltinParameters: boolean;
  /** `~SEQ({i}, …)` is refused. */
  readonly refusesBracedVariable: boolean;
  /** The first split of a script line keeps backslashes; only the second split takes them as escapes. */
  readonly scriptsKeepEscapes: boolean;
  /** The parent writes a copy of what it reads for the others; before, each process reads the files themselves. */
  readonly readsCopy: boolean;
  /** What a substitution inserts may hold a comment. */
  readonly uncommentsSubstitutions: boolean;
  /** An odd number of `"` on a line is reported, whatever is made of its words. */
  readonly reportsOddQuotes: boolean;
  /** Braces are counted: a `}` too many and blocks open at the end are reported. */
  readonly countsBraces: boolean;
  /** Blocks open at the end are reported with the number of the last line. */
  readonly placesMissingClose: boolean;
  /** Surplus words before a block of free lines are reported. */
  readonly reportsHeaderWords: boolean;
  /** `\x` takes at most two digits. */
  readonly shortHexEscapes: boolean;
  readonly conditions: boolean;
  readonly negatedConditions: boolean;
  readonly definitions: boolean;
  readonly hashAndBang: boolean;
  readonly random: boolean;
  readonly sequences: boolean;
  readonly lists: boolean;
  readonly includes: boolean;
  /** `includer` and its kin, and messages of includes that `-t` shows. */
  readonly checkedIncludes: boolean;
}

/** The dialect of a release. Source: keepalived's lib/parser.c at each tag; 2.2.7 and 2.4.3 were observed. */
export function dialectOf(target: Version): Dialect {
  const since = (version: Version): boolean => compareVersions(target, version) >= 0;
  return {
    cutsLongLines: !since("2.4.0"),
    truncatesAtNul: !since("2.4.0"),
    backslashOutlivesComment: !since("2.4.0"),
    substitutesRepeatedly: !since("2.4.0"),
    hasEnvironment: since("2.4.0"),
    reportsBuiltinParameters: since("2.4.0"),
    refusesBracedVariable: since("2.4.0"),
    scriptsKeepEscapes: since("2.3.2"),
    shortHexEscapes: since("2.3.2"),
    readsCopy: since("2.2.0"),
    uncommentsSubstitutions: since("2.1.4"),
    reportsOddQuotes: since("2.0.9"),
    countsBraces: since("2.0.8"),
    placesMissingClose: !since("2.1.4"),
    reportsHeaderWords: since("2.1.0"),
    conditions: since("1.3.0"),
    negatedConditions: since("1.3.7"),
    definitions: since("1.4.0"),
    hashAndBang: since("2.1.4"),
    random: since("2.0.15"),
    sequences: since("2.0.9"),
    lists: since("2.1.0"),
    includes: since("1.1.14"),
    checkedIncludes: since("2.2.0"),
  };
}
