import type { Diagnosis, Diagnostic, Severity } from "@kalint/service";

type Levels = Readonly<Record<string, Severity | "off">>;

/** The same diagnostic at another level is the same value each time, so that nobody takes it for a new one. */
const changed = new WeakMap<Diagnostic, Diagnostic>();

/** Leaves out what is off for its file, and gives the others the severity that was asked for. */
export function withLevels(diagnosis: Diagnosis, levelsOf: (path: string) => Levels): Diagnosis {
  const levels = new Map<string, Levels>();
  const apply = (diagnostic: Diagnostic): Diagnostic[] => {
    const { file } = diagnostic.place;
    const own = levels.get(file) ?? levelsOf(file);
    levels.set(file, own);
    const level = own[diagnostic.rule];
    if (level === "off") return [];
    return [level === undefined || level === diagnostic.severity ? diagnostic : atLevel(diagnostic, level)];
  };
  return {
    ...diagnosis,
    files: new Map([...diagnosis.files].map(([path, list]) => [path, list.flatMap(apply)])),
    reflections: new Map(
      [...diagnosis.reflections].map(([path, list]) => [
        path,
        list.flatMap((one) => apply(one.diagnostic).map((diagnostic) => ({ ...one, diagnostic }))),
      ]),
    ),
  };
}

function atLevel(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  const known = changed.get(diagnostic);
  if (known?.severity === severity) return known;
  const made = { ...diagnostic, severity };
  changed.set(diagnostic, made);
  return made;
}
