import { templateEndings } from "@kalint/syntax";

/** What a name says of a file. `perhaps`: its text must look like a keepalived configuration too. */
export type Likelihood = "yes" | "perhaps" | "no";

const templateEnding = new RegExp(`\\.(?:${templateEndings.join("|")})$`);

/**
 * Whether a file found in a directory is ours: `keepalived.conf`, `keepalived*.conf`, `*.keepalived.conf`, and
 * `*.conf` below a folder `keepalived*` if its text agrees. Other programs' `conf.d/*.conf` never are.
 * `folders` are the names of the folders above it. With `templates` also where the name says that it is the template of one.
 */
export function likelihoodByName(given: string, folders: readonly string[], templates = false): Likelihood {
  const name = templates ? given.replace(templateEnding, "") : given;
  if (/^keepalived.*\.conf$/.test(name) || name.endsWith(".keepalived.conf")) return "yes";
  const below = folders.some((folder) => folder.startsWith("keepalived"));
  return below && name.endsWith(".conf") ? "perhaps" : "no";
}
