import type { Cluster } from "@kalint/cluster";
import type { HostConfiguration, HostFacts, Place } from "@kalint/daemon";
import type { HostsRequest, RuleOptions } from "@kalint/project";
import type { Version } from "@kalint/schema";
import type { TemplateLanguage } from "@kalint/syntax";
import type { OptionDeclarations, OptionValues } from "./options.js";

/** error: keepalived refuses or silently drops something, or the cluster is broken; warning: it works but not as meant; info: advice. */
export type Severity = "error" | "warning" | "info";

export type Category =
  | "syntax"
  | "daemon"
  | "vrrp"
  | "tracking"
  | "lvs"
  | "cluster"
  | "security"
  | "migration"
  | "style";

/** Half-open UTF-16 range to replace. An insertion has `start === end`. */
export interface Edit extends Place {
  readonly text: string;
}

/** `safe`: same meaning for the daemon, or the only possible reading. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
  /** What it changes for the daemon, where that was worked out: lines of what it holds that go (`- `) and come (`+ `). */
  readonly effect?: readonly string[];
}

export interface Related {
  readonly place: Place;
  readonly message: string;
}

/** What a rule says of one place. */
export interface Finding {
  readonly place: Place;
  /** What is wrong, naming the value. One sentence, no full stop, starts in lower case unless with a name. */
  readonly message: string;
  /** What it does on the host, and why, where this case says more than the rule's own `why`. */
  readonly why?: string;
  /** What to do, naming the candidates; where this case says more than the rule's own `advice`. */
  readonly help?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /**
   * The claim that `keepalived -t` of the target complains too: `true` on the place's own line, or on which line
   * (from 1; `null` where it names none). Left out: it says nothing of this.
   */
  readonly daemon?: true | { readonly line: number | null };
  /** Other severity than the rule's own. */
  readonly severity?: Severity;
  /**
   * What tells this finding from others of its rule at the same place, without words of ours: names and values of the
   * configuration, or a remark's kind and values. Left out: the text at its place and what it is related to do.
   */
  readonly values?: readonly (string | number | boolean)[];
  /** The mistake that this only follows from: where that one is named, this is an echo that is folded under it. */
  readonly causedBy?: Place;
  /** What is missing. Where it is there, under a wrong name or with a wrong value, this only follows from that error. */
  readonly lacks?: Lack;
}

/** Where a missing line would be, and how it would begin. */
export interface Lack {
  /** The block that it would be in. Left out: any. */
  readonly within?: Place;
  /** Its keyword, or one of several. Left out: any line. */
  readonly keywords?: readonly string[];
  /** The name behind the keyword. */
  readonly named?: string;
}

export type Report = (finding: Finding) => void;

export interface Example {
  /** Text of one file, or of several by path. */
  readonly files: string | Readonly<Record<string, string>>;
  readonly target?: Version;
  readonly configId?: string;
  readonly facts?: HostFacts;
  /** What is set for this rule. */
  readonly options?: RuleOptions[string];
  /** Further rules that find something in it, because one mistake has several consequences. */
  readonly alsoGives?: readonly string[];
}

export interface RuleBase<Options extends OptionDeclarations = OptionDeclarations> {
  /** The file's name, for ever. */
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** One line: what is found. */
  readonly summary: string;
  /** What happens on the host and why. Markdown, a few sentences. */
  readonly why: string;
  /** What to do. Markdown. */
  readonly advice: string;
  /** Each gives this rule's diagnostic, and no other but those that it names. */
  readonly bad: readonly Example[];
  /** Each gives no diagnostic at all. */
  readonly good: readonly Example[];
  readonly fixable?: "safe" | "unsafe" | "sometimes";
  /** It looks at how words are written: what it says of a word of unknown content does not rest on that. */
  readonly looksAtText?: true;
  /**
   * What lines that are not known (a template's, or of a file that is not read) may change of what it says: nothing (`line`: it
   * looks at the words of one line, or at lines that are there), how many there are (`count`), what names there are in all
   * blocks (`names`), what other blocks hold (`blocks`), or what else is on the host (`files`: nothing is said of that in a
   * template). Left out: the other lines of its block.
   */
  readonly restsOn?: "line" | "count" | "names" | "blocks" | "files";
  /** Where a file that is not read may change more (`true`) or less (`false`) of it than the lines of a template. */
  readonly readsElsewhere?: boolean;
  /** Off unless this preset (or the rule itself) is asked for: advice that is a matter of taste or of the site. */
  readonly preset?: "strict";
  /** What teams may set, where they differ. */
  readonly options?: Options;
  /** Advice on a habit: given of a file without errors and warnings, or where the rule is set or asked for. */
  readonly waits?: true;
  /** Rules that have the more to say of the same words: what this one says there follows from theirs. */
  readonly yieldsTo?: readonly string[];
  /** What it finds follows from an error on a line of its files that begins with one of these keywords. */
  readonly followsFrom?: readonly string[];
  /** The kalint release that brought the rule. */
  readonly since: string;
  /**
   * What its claims rest on, each part separated by `; `: files and functions of keepalived, an RFC, facts that the tests
   * record. What is advice says so.
   */
  readonly source: string;
  /** Where this was learnt: issues and pages. */
  readonly evidence?: readonly string[];
}

/** Looks at one host's configuration. */
export interface HostRule<Options extends OptionDeclarations = OptionDeclarations> extends RuleBase<Options> {
  readonly scope: "host";
  /**
   * What it finds in a root block rests on the text of that block, the target and what is known of the host alone: it need
   * not look again at a block that an edit leaves as it is. Not for a rule with options.
   */
  readonly eachBlock?: true;
  check(host: HostConfiguration, report: Report, options: OptionValues<Options>): void;
}

/** Looks at all hosts of one cluster together. */
export interface ClusterRule<Options extends OptionDeclarations = OptionDeclarations> extends RuleBase<Options> {
  readonly scope: "cluster";
  /** It also looks at a host whose peers are not known: as a cluster of one. */
  readonly alone?: true;
  check(cluster: Cluster, report: Report, options: OptionValues<Options>): void;
}

/** Looks at all clusters of a run together. */
export interface RunRule extends Omit<RuleBase, "options"> {
  /** Many configurations meet in it: no one's options count. */
  readonly options?: undefined;
  readonly scope: "run";
  check(clusters: readonly Cluster[], report: Report): void;
}

export type Rule = HostRule | ClusterRule | RunRule;

/** A finding with what the runner knows about it: what users and clients get. */
export interface Diagnostic extends Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly why: string;
  readonly help: string;
  /** The config-ids under which it holds; empty where the file names none. */
  readonly configIds: readonly string[];
}

/** A rule that threw: its other findings stand, the run goes on. */
export interface RuleFailure {
  readonly rule: string;
  /** The host's or the cluster's name. */
  readonly subject: string;
  readonly message: string;
  readonly stack?: string;
}

/** How far a run is: which file is looked at now, as one of how many. */
export interface Progress {
  readonly phase: "reading" | "checking";
  readonly done: number;
  readonly total: number;
  readonly path: string;
}

export interface LintRequest extends Omit<HostsRequest, "progress" | "rendering" | "inside"> {
  /** Look for configurations in shell scripts, Markdown and YAML too. Those in YAML literals are found without it. */
  readonly embedded?: boolean;
  /** What is set for a main file (as named in `paths`); what is not set is found out by its name and its text. */
  readonly template?: (path: string) => TemplateLanguage | "none" | undefined;
  /** What is set for a main file of being a part of others: a block's name or path, a main file, or `none`. */
  readonly fragmentOf?: (path: string) => string | undefined;
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** What is set for the rules, for a main file (as named in `paths`). In a cluster that of its first host counts. */
  readonly options?: (path: string) => RuleOptions;
  /** Rule ids and categories; the other rules do not run. */
  readonly only?: readonly string[];
  /** So much of what one rule finds in a host or a cluster is listed: for who must answer soon, whatever is in the files. */
  readonly mostFindings?: number;
  /** Told before each file of each phase. */
  readonly progress?: (progress: Progress) => void;
  /** Told of each rule that looks at a host (by name), a cluster, or all of them; not where what it said last still holds. */
  readonly onRun?: (rule: string, subject: string) => void;
}

export interface LintedFile {
  readonly path: string;
  /** By offset, then rule. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface LintResult {
  /** The files asked for, and every other file that something was found in; by path. */
  readonly files: readonly LintedFile[];
  readonly clusters: readonly Cluster[];
  readonly failures: readonly RuleFailure[];
  /** Those that run the files; absent where some files are templates, or took too long. */
  readonly hosts?: readonly HostConfiguration[];
}
