import type { Diagnosis, Diagnostic, Severity } from "@kalint/service";

type Levels = Readonly<Record<string, Severity | "off">>;

/** The same diagnostic at another level is the same value each time, so that nobody takes it for a new one. */
const atLevels = new WeakMap<Diagnostic, Diagnostic>();

/** Leaves out what is off for its file, and gives the others the severity that was asked for. */
export function withLevels(diagnosis: Diagnosis, levelsOf: (path: string) => Levels): Diagnosis {
  const levels = new Map<string, Levels>();
  const levelOf = ({ place: { file }, rule }: Diagnostic): Severity | "off" | undefined => {
    const own = levels.get(file) ?? levelsOf(file);
    levels.set(file, own);
    return own[rule];
  };
  const apply = (diagnostic: Diagnostic): Diagnostic[] => {
    const level = levelOf(diagnostic);
    if (level === "off") return [];
    return [level === undefined || level === diagnostic.severity ? diagnostic : atLevel(diagnostic, level)];
  };
  /** Most have no level of their own. */
  const isAsIs = (diagnostic: Diagnostic): boolean => levelOf(diagnostic) === undefined;
  return {
    ...diagnosis,
    files: mapped(diagnosis.files, (list) => (list.every(isAsIs) ? list : list.flatMap(apply))),
    reflections: mapped(diagnosis.reflections, (list) =>
      list.flatMap((one) => apply(one.diagnostic).map((diagnostic) => ({ ...one, diagnostic }))),
    ),
  };
}

function mapped<T>(files: ReadonlyMap<string, T>, change: (of: T) => T): ReadonlyMap<string, T> {
  const changed = new Map<string, T>();
  for (const [path, of] of files) changed.set(path, change(of));
  return changed;
}

function atLevel(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  const known = atLevels.get(diagnostic);
  if (known?.severity === severity) return known;
  const made = { ...diagnostic, severity };
  atLevels.set(diagnostic, made);
  return made;
}
