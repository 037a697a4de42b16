import { templateEndings } from "@kalint/syntax";

/** What a name says of a file. `perhaps`: its text must look like a keepalived configuration too. */
export type Likelihood = "yes" | "perhaps" | "no";

/** What else lies in a file's folder, by name. */
interface FileSurroundings {
  /** The names of the folders above it. */
  readonly folders: readonly string[];
  /** The names of all files of its folder. */
  readonly beside: () => readonly string[];
}

const templateEnding = new RegExp(`\\.(?:${templateEndings.join("|")})$`);

/** Behind the name stands the host that the file is for: `keepalived.conf.master`, `keepalived.conf.node1`. */
const hostEnding =
  /^[._-](?:(?:master|slave|primary|secondary|active|standby|passive|backup)(?:[._-]?\d+)?|(?:lb|ha|node|host|server)[._-]?\d+)$/i;

/**
 * Whether a file found in a directory is ours: `keepalived.conf`, `keepalived*.conf`, `*.keepalived.conf`, and, if its
 * text agrees, `*.conf` below a folder `keepalived*` and `keepalived*.conf.HOST`. Other programs' `conf.d/*.conf` and
 * kept copies (`.bak`, `.orig`) never are. With `templates` also where the name says that it is the template of one.
 */
export function likelihoodByName(given: string, { folders, beside }: FileSurroundings, templates = false): Likelihood {
  const plain = (name: string) => (templates ? name.replace(templateEnding, "") : name);
  const name = plain(given);
  if (/^keepalived.*\.conf$/.test(name) || name.endsWith(".keepalived.conf")) return "yes";
  const below = folders.some((folder) => folder.startsWith("keepalived"));
  if (below && name.endsWith(".conf")) return "perhaps";
  return isForHost(name, () => beside().map(plain)) ? "perhaps" : "no";
}

/** A `backup` is a host's where another host's file is beside it, else a kept copy. */
function isForHost(name: string, beside: () => readonly string[]): boolean {
  const own = partsOf(name);
  if (own === undefined || !own.isBackup) return own !== undefined;
  return beside().some((other) => {
    const parts = partsOf(other);
    return parts?.stem === own.stem && !parts.isBackup;
  });
}

/** Of a name that ends with a host. */
function partsOf(name: string): { readonly stem: string; readonly isBackup: boolean } | undefined {
  const at = name.lastIndexOf(".conf") + ".conf".length;
  const [stem, ending] = [name.slice(0, at), name.slice(at)];
  if (!stem.startsWith("keepalived") || !hostEnding.test(ending)) return undefined;
  return { stem, isBackup: /^.backup/i.test(ending) };
}
