import { configurationFinder } from "@kalint/lint";
import {
  type Configuration,
  ConfigurationError,
  type ConfigurationFinder,
  type ConfigurationProblem,
  noConfiguration,
} from "@kalint/project";
import type { Host } from "@kalint/service";

/** The `kalint.json` that counts for each file, as far as they have been read. */
export interface Configurations {
  /** None until it has been loaded, and where it holds mistakes. */
  of(path: string): Configuration;
  /** Reads those for the files that `search` finds and that are not known yet, or were forgotten; tells whether anything is another one now. */
  load(search: (finder: ConfigurationFinder) => Promise<readonly string[]>): Promise<boolean>;
  /** Files on the disk changed. What is known stays until it is read anew. */
  forget(): void;
  /** Resolves when nothing is being read. */
  ready(): Promise<void>;
  problems(): readonly ConfigurationProblem[];
}

export function createConfigurations(host: Host): Configurations {
  let finder = configurationFinder({ host });
  let read = new Set<string>();
  let problems: readonly ConfigurationProblem[] = [];
  let loading: Promise<unknown> = Promise.resolve();
  const known = new Map<string, Configuration>();

  const loadOne = async (path: string): Promise<boolean> => {
    read.add(path);
    const before = known.get(path) ?? noConfiguration;
    const now = await finder.of(path).catch((error: unknown) => {
      if (!(error instanceof ConfigurationError)) throw error;
      problems = merge(problems, error.problems);
      return noConfiguration;
    });
    known.set(path, now);
    return JSON.stringify(before) !== JSON.stringify(now);
  };

  return {
    of: (path) => known.get(path) ?? noConfiguration,
    load(search) {
      const result = loading.then(async () => {
        const paths = await search(finder);
        const changes = await Promise.all(paths.filter((path) => !read.has(path)).map(loadOne));
        return changes.includes(true);
      });
      loading = result.catch(() => undefined);
      return result;
    },
    forget() {
      finder = configurationFinder({ host });
      read = new Set();
      problems = [];
    },
    ready: async () => {
      await loading;
    },
    problems: () => problems,
  };
}

/** Several files may lie below one configuration, and each of them meets its mistakes. */
function merge(
  known: readonly ConfigurationProblem[],
  more: readonly ConfigurationProblem[],
): readonly ConfigurationProblem[] {
  const all = [...known, ...more].map((problem): [string, ConfigurationProblem] => [JSON.stringify(problem), problem]);
  return [...new Map(all).values()];
}
