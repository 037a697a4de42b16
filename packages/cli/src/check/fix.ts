import { applyFixes, type Complaint, type Diagnostic, type Fix, provenFixes } from "@kalint/lint";
import { toEnd } from "@kalint/project";
import type { LintRun } from "./lint.js";

/** Fixes may uncover further ones; a set that does not settle within so many rounds is our bug. */
const rounds = 10;
/** A fix that is there in so many of them repeats. */
const repeats = 5;

/** What fixes need of a host: texts that can be replaced without being written. */
interface FixableHost {
  read(path: string): string | undefined;
  overlay(path: string, text: string): void;
}

/** How fixes are looked for and judged. */
export interface Fixing {
  readonly host: FixableHost;
  readonly unsafe: boolean;
  /** Lints the host's texts as they are now. */
  again(): LintRun;
  /** What keepalived of the target says of them. */
  complaints(): readonly Complaint[];
  /** The same, of main files alone that read one of these, where that is quicker. Asked for before the files are changed. */
  complaintsAbout?(files: ReadonlySet<string>): () => readonly Complaint[];
  /** What it says of them before any fix, where that is known; else they are asked for. */
  before?(): readonly Complaint[];
  mayWrite?(path: string): boolean;
}

export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

interface FixResult {
  readonly run: LintRun;
  readonly changed: readonly ChangedFile[];
  /** Fixes that came again and again, and were left out. */
  readonly repeated: readonly RepeatedFix[];
  /** Files whose fixes never came to an end for another reason, and were taken back. */
  readonly unsettled: readonly string[];
}

export interface RepeatedFix {
  readonly path: string;
  readonly rule: string;
  readonly title: string;
}

/**
 * Applies fixes to the host's texts, round by round, until nothing changes; writes nothing. A fix that brings a complaint
 * of the daemon is none, and is not in the run that comes of it. One that comes again and again is left out; where
 * they still never come to an end the file keeps its text.
 */
export function fixUntilStable(fixing: Fixing, first: LintRun): FixResult {
  const { host, again } = fixing;
  const repeated = new Map<string, RepeatedFix>();
  for (let run = first; ; run = again()) {
    const attempt = attemptFixes(fixing, run, repeated);
    const coming = [...attempt.rounds].filter(([, { times }]) => times >= repeats);
    if (!attempt.isSettled && coming.length > 0) {
      for (const [path, text] of attempt.originals) host.overlay(path, text);
      for (const [key, { fix }] of coming) repeated.set(key, { path: fix.file, rule: fix.rule, title: fix.title });
      continue;
    }
    const unsettled = attempt.isSettled ? [] : attempt.pending.filter((path) => attempt.originals.has(path));
    for (const path of unsettled) host.overlay(path, attempt.originals.get(path)!);
    const changed = [...attempt.originals]
      .filter(([path]) => !unsettled.includes(path))
      .map(([path, before]) => ({ path, before, after: host.read(path) ?? before }));
    return {
      run: unsettled.length > 0 ? again() : attempt.run,
      changed,
      repeated: [...repeated.values()],
      unsettled,
    };
  }
}

interface Attempt {
  readonly run: LintRun;
  /** Texts before, by path. */
  readonly originals: ReadonlyMap<string, string>;
  readonly isSettled: boolean;
  /** Files that more fixes would change. */
  readonly pending: readonly string[];
  /** In how many rounds each fix was applied. */
  readonly rounds: ReadonlyMap<string, { readonly fix: OfferedFix; readonly times: number }>;
}

function attemptFixes(fixing: Fixing, first: LintRun, leftOut: ReadonlyMap<string, unknown>): Attempt {
  const { host, again } = fixing;
  const originals = new Map<string, string>();
  const applied = new Map<string, { fix: OfferedFix; times: number }>();
  for (let run = first, round = 0; ; run = again(), round += 1) {
    const { proven, run: judged } = judge(fixing, run, leftOut);
    const texts = textsWith(host, proven);
    if (texts.size === 0 || round === rounds) {
      return { run: judged, originals, isSettled: texts.size === 0, pending: [...texts.keys()], rounds: applied };
    }
    for (const [key, fix] of new Map(proven.map((each) => [identityOf(each), each]))) {
      applied.set(key, { fix, times: (applied.get(key)?.times ?? 0) + 1 });
    }
    for (const [path, text] of texts) {
      if (!originals.has(path)) originals.set(path, host.read(path)!);
      host.overlay(path, text);
    }
  }
}

/**
 * The run without the fixes that would bring a complaint of the daemon: the safe ones and, apart from them, the unsafe ones.
 * Of each finding the one fix counts that would be applied.
 */
export function withProvenFixes(fixing: Fixing, run: LintRun): LintRun {
  // The texts are the same whenever fixes begin to be judged.
  let complaints: readonly Complaint[] | undefined;
  const before = () => (complaints ??= fixing.complaints());
  const { run: safe } = judge({ ...fixing, unsafe: false, before }, run, new Map());
  return judge({ ...fixing, unsafe: true, before }, safe, new Map(), (fix) => !fix.safe).run;
}

/** Which fixes may be applied, and the run without those that may not. Where a finding's first one may not, its next is tried. */
function judge(
  fixing: Fixing,
  run: LintRun,
  leftOut: ReadonlyMap<string, unknown>,
  concerns: (fix: Fix) => boolean = () => true,
): { readonly proven: readonly OfferedFix[]; readonly run: LintRun } {
  const judged = judgeFirst(fixing, run, leftOut, concerns);
  if (judged.run === run) return judged;
  const tried = new Set(judged.proven.map(({ of }) => of));
  const isDone = offeredFixes(fixing, judged.run).every((fix) => !concerns(fix) || tried.has(fix.of));
  return isDone ? judged : judge(fixing, judged.run, leftOut, concerns);
}

function judgeFirst(
  fixing: Fixing,
  run: LintRun,
  leftOut: ReadonlyMap<string, unknown>,
  concerns: (fix: Fix) => boolean,
): { readonly proven: readonly OfferedFix[]; readonly run: LintRun } {
  const { host, before = fixing.complaints } = fixing;
  const offered = offeredFixes(fixing, run).filter(concerns);
  if (offered.length === 0) return { proven: [], run };
  const asked = offered.filter((fix) => !leftOut.has(identityOf(fix)));
  const texts = new Map(asked.map(({ file }) => [file, host.read(file)!]));
  const known = before();
  const complaints = fixing.complaintsAbout?.(new Set(texts.keys())) ?? fixing.complaints;
  const proven = toEnd(
    provenFixes(asked, known, function* (some) {
      const tried = textsWith({ read: (path) => texts.get(path) }, some);
      for (const [path, text] of texts) host.overlay(path, tried.get(path) ?? text);
      return complaints();
    }),
  );
  for (const [path, text] of texts) host.overlay(path, text);
  const kept = new Set(proven.map(({ of }) => of));
  const refused = new Set(offered.map(({ of }) => of).filter((of) => !kept.has(of)));
  return { proven, run: refused.size === 0 ? run : without(run, refused) };
}

function without(run: LintRun, refused: ReadonlySet<Fix>): LintRun {
  const cleaned = (diagnostic: Diagnostic): Diagnostic => {
    const { fixes, ...rest } = diagnostic;
    if (!fixes?.some((fix) => refused.has(fix))) return diagnostic;
    const left = fixes.filter((fix) => !refused.has(fix));
    return left.length === 0 ? rest : { ...rest, fixes: left };
  };
  return {
    ...run,
    files: run.files.map((file) => ({ ...file, diagnostics: file.diagnostics.map(cleaned) })),
  };
}

/** The texts that fixes change, as many as fit together. */
function textsWith(host: Pick<FixableHost, "read">, fixes: readonly OfferedFix[]): ReadonlyMap<string, string> {
  const byFile = new Map<string, Fix[]>();
  for (const fix of fixes) {
    const list = byFile.get(fix.file);
    if (list) list.push(fix);
    else byFile.set(fix.file, [fix]);
  }
  const texts = new Map<string, string>();
  for (const [path, list] of byFile) {
    const before = host.read(path)!;
    const after = applyFixes(before, list, { unsafe: true });
    if (after !== before) texts.set(path, after);
  }
  return texts;
}

/** The fix of a finding that may be applied. */
interface OfferedFix extends Fix {
  readonly rule: string;
  readonly file: string;
  /** As the finding has it. */
  readonly of: Fix;
}

/** The first fix of each finding that may be applied. A fix over several files is left to a person. */
function offeredFixes({ host, unsafe, mayWrite = () => true }: Fixing, run: LintRun): readonly OfferedFix[] {
  return run.files.flatMap(({ diagnostics }) =>
    // What only follows from another mistake is right again once that one is corrected.
    diagnostics
      .filter(({ causedBy }) => causedBy === undefined)
      .flatMap(({ rule, fixes = [] }): OfferedFix[] => {
        const of = fixes.find((each) => each.safe) ?? (unsafe ? fixes[0] : undefined);
        const file = of?.edits[0]?.file;
        if (of === undefined || file === undefined || of.edits.some((edit) => edit.file !== file)) return [];
        return mayWrite(file) && host.read(file) !== undefined ? [{ ...of, rule, file, of }] : [];
      }),
  );
}

/** The same fix at another place: what repeats moves. */
function identityOf({ file, rule, title, edits }: OfferedFix): string {
  return JSON.stringify([file, rule, title, edits.map(({ text }) => text)]);
}

/** Findings of a run. */
export function countOf(run: LintRun): number {
  return run.files.reduce((sum, file) => sum + file.diagnostics.length, 0);
}
