import { type Rule, rules } from "@kalint/lint";
import { allKeywords, type Keyword, type RemovedKeyword, removedKeywords, say } from "@kalint/schema";
import { renderKeyword, renderRemoved } from "../explain/keyword-page.js";
import { renderRule } from "../explain/rule-page.js";
import { coloursFor } from "../render/colours.js";
import { wrap } from "../render/wrap.js";
import { type ExitStatus, exitStatus, type Surroundings, widthOf } from "../surroundings.js";
import { didYouMean, UsageError } from "../usage.js";

interface RawExplainOptions {
  readonly color?: boolean;
}

/** Prints the page of a rule or of a keyword; a keyword that stands in several places gets a list of them. */
export function explain(surroundings: Surroundings, name: string, options: RawExplainOptions): ExitStatus {
  const { output } = surroundings;
  const colours = coloursFor(surroundings, output, options.color);
  const width = widthOf(output);
  const rule: Rule | undefined = rules.find(({ id }) => id === name);
  const keywords = placesOf(name, allKeywords);
  const removed = placesOf(name, removedKeywords);
  if (rule) output.write(renderRule(rule, width, colours));
  else if (keywords.length === 1) output.write(renderKeyword(keywords[0]!, width, colours));
  else if (keywords.length > 1) output.write(places(name, keywords, width));
  else if (removed.length > 0) output.write(removed.map((one) => renderRemoved(one, width, colours)).join("\n"));
  else throw unknown(name);
  return exitStatus.clean;
}

/** By full path, else by the end of the path, else by name. */
function placesOf<T extends Keyword | RemovedKeyword>(name: string, list: readonly T[]): T[] {
  const exact = list.filter(({ path }) => path === name);
  if (exact.length > 0) return exact;
  return list.filter((keyword) => keyword.name === name || keyword.path.endsWith(`/${name}`));
}

function places(name: string, keywords: readonly Keyword[], width: number): string {
  const lines = keywords.flatMap((keyword) => {
    const [first = ""] = wrap(keyword.summary.replace(/\s+/g, " "), width - 4);
    return [`  ${keyword.path}`, `    ${first}`];
  });
  return say`'${name}' is a keyword in ${keywords.length} places. To see one in full: kalint explain ${keywords[0]!.path}\n\n${lines.join("\n")}\n`;
}

function unknown(name: string): UsageError {
  const known = [...rules.map(({ id }) => id), ...allKeywords.flatMap(({ name: word, path }) => [word, path])];
  return new UsageError(
    say`there is no rule and no keyword '${name}'.${didYouMean(name, known)} 'kalint rules' lists the rules.`,
  );
}
