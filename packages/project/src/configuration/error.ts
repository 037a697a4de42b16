/** A mistake in a configuration. Lines and columns from 1; none where the file as a whole is meant. */
export interface ConfigurationProblem {
  readonly path: string;
  readonly place?: { readonly line: number; readonly column: number };
  readonly message: string;
}

/** A configuration that cannot be used; it holds at least one problem. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
    this.problems = problems;
  }
}
