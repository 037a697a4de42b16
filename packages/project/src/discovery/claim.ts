/** What a name says of a file. `perhaps`: its text must look like a keepalived configuration too. */
export type Claim = "yes" | "perhaps" | "no";

/**
 * Whether a file found in a directory is ours: `keepalived.conf`, `keepalived*.conf`, `*.keepalived.conf`, and
 * `*.conf` below a folder `keepalived*` if its text agrees. Other programs' `conf.d/*.conf` never are.
 * `folders` are the names of the folders above it.
 */
export function claimByName(name: string, folders: readonly string[]): Claim {
  if (/^keepalived.*\.conf$/.test(name) || name.endsWith(".keepalived.conf")) return "yes";
  const below = folders.some((folder) => folder.startsWith("keepalived"));
  return below && name.endsWith(".conf") ? "perhaps" : "no";
}

/** Whether a text has a root keyword of keepalived with its brace, or one of its other root lines. */
export function looksLikeConfiguration(text: string, rootBlocks: ReadonlySet<string>): boolean {
  // The start of a file tells; a large foreign file need not be read to its end.
  const head = text.slice(0, 64 * 1024);
  for (const match of head.matchAll(/^[ \t]*(?:@\^?\S+[ \t]+)?([A-Za-z_]+)([^\n#!]*)/gm)) {
    const [, word = "", rest = ""] = match;
    if (!rootBlocks.has(word)) continue;
    if (
      rest.includes("{") ||
      head
        .slice(match.index + match[0].length)
        .trimStart()
        .startsWith("{")
    )
      return true;
  }
  return false;
}
