import { type HostConfiguration, mayNameHosts, type Place, type SourceFile } from "@kalint/daemon";
import { type Condition, type Item, itemsOf } from "@kalint/syntax";

/** Every condition of the files that this host reads. */
export function* conditionsOf(
  host: HostConfiguration,
): Iterable<{ readonly condition: Condition; readonly place: Place }> {
  for (const { path, tree } of withConditions(host)) {
    for (const { item } of itemsOf(tree)) {
      const close = item.kind === "statement" ? item.block?.close?.prefixes?.condition : undefined;
      const own = "condition" in item ? item.condition : undefined;
      for (const condition of [own, close]) {
        if (condition) yield { condition, place: { file: path, start: condition.start, end: condition.end } };
      }
    }
  }
}

/** The files that may have conditions: for the others the parser is not built. */
export function withConditions(host: HostConfiguration): readonly SourceFile[] {
  return host.effective.files.filter(({ text }) => mayNameHosts(text));
}

/** Only these files are worth a tree: most have no sign of the kind. */
function withSign({ effective }: HostConfiguration, sign: string): readonly SourceFile[] {
  return effective.files.filter(({ text }) => text.includes(sign));
}

/** The names that `$NAME=` or a repetition defines in these files, whatever their conditions. */
export function definedNames(host: HostConfiguration): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { tree } of [...withSign(host, "$"), ...withSign(host, "~")]) {
    for (const { item } of itemsOf(tree)) {
      if (item.kind === "definition") names.add(item.name.text);
      for (const name of repeatedIn(item)) names.add(name);
    }
  }
  return names;
}

/** The names that an item's own repetitions define. */
export function repeatedIn(item: Item): readonly string[] {
  return "repetitions" in item ? item.repetitions.flatMap(({ text }) => repeatedNames(text)) : [];
}

/** `~SEQ(i, 1, 5)` repeats `i`, `~LST({a,b}, {1,2})` repeats `a` and `b`. */
function repeatedNames(text: string): readonly string[] {
  const first = /\(\s*(\{[^}]*\}|[^,)]*)/.exec(text)?.[1] ?? "";
  return first.match(/[A-Za-z_]\w*/g) ?? [];
}
