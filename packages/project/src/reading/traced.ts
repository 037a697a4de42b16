import type { Host } from "@kalint/daemon";

/** What a reading has asked of the host, with the answers: it holds as long as they are the same. */
export interface Trace {
  readonly read: ReadonlyMap<string, string | undefined>;
  readonly list: ReadonlyMap<string, string | undefined>;
  readonly stat: ReadonlyMap<string, string | undefined>;
  readonly outside: ReadonlyMap<string, boolean>;
}

/** A host that notes what it is asked. */
export function tracedHost(host: Host): { readonly host: Host; readonly trace: Trace } {
  const trace = {
    read: new Map<string, string | undefined>(),
    list: new Map<string, string | undefined>(),
    stat: new Map<string, string | undefined>(),
    outside: new Map<string, boolean>(),
  };
  return {
    trace,
    host: {
      read(path) {
        const text = host.read(path);
        trace.read.set(path, text);
        return text;
      },
      list(path) {
        const names = host.list(path);
        trace.list.set(path, shownList(names));
        return names;
      },
      stat(path) {
        const found = host.stat(path);
        trace.stat.set(path, shownStat(found));
        return found;
      },
      isOutside(path) {
        const outside = host.isOutside?.(path) ?? false;
        trace.outside.set(path, outside);
        return outside;
      },
    },
  };
}

/** Whether the host would still give the same answers. */
export function holds({ read, list, stat, outside }: Trace, host: Host): boolean {
  for (const [path, text] of read) if (host.read(path) !== text) return false;
  for (const [path, names] of list) if (shownList(host.list(path)) !== names) return false;
  for (const [path, found] of stat) if (shownStat(host.stat(path)) !== found) return false;
  for (const [path, found] of outside) if ((host.isOutside?.(path) ?? false) !== found) return false;
  return true;
}

/** What several readings have asked; `undefined` where the host gave one of them another answer than the next. */
export function togetherOf(traces: readonly Trace[]): Trace | undefined {
  const all = { read: new Map(), list: new Map(), stat: new Map(), outside: new Map() };
  for (const trace of traces) {
    for (const kind of ["read", "list", "stat", "outside"] as const) {
      for (const [path, answer] of trace[kind]) {
        if (all[kind].has(path) && all[kind].get(path) !== answer) return undefined;
        all[kind].set(path, answer);
      }
    }
  }
  return all;
}

function shownList(names: readonly string[] | undefined): string | undefined {
  return names && [...names].sort().join("\0");
}

function shownStat(found: ReturnType<Host["stat"]>): string | undefined {
  return found && `${found.kind} ${found.executable}`;
}
