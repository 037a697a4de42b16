/** Which statements of a host a change between two releases concerns. */
import { type EffectiveStatement, type HostConfiguration, statementsAt } from "@kalint/daemon";
import type { Concern } from "@kalint/schema";

export function concernedStatements(host: HostConfiguration, concern: Concern): readonly EffectiveStatement[] {
  const { with: company, unless = [] } = concern;
  if (company !== undefined && !company.some(({ keyword, value }) => isWritten(host, keyword, value))) return [];
  if (unless.some((path) => path.includes("/") && isWritten(host, path))) return [];
  const names = unless.filter((name) => !name.includes("/"));
  return statementsAt(host, ...concern.keywords).filter(
    (statement) => !decides(statement, names) && isLike(statement, concern),
  );
}

function isWritten(host: HostConfiguration, path: string, value?: string): boolean {
  return statementsAt(host, path).some(({ wording: { words } }) => value === undefined || words[1]?.value === value);
}

/** One of the settings is in the statement, beside it, or in a block around it, from which it is inherited. */
function decides(statement: EffectiveStatement, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const has = ({ children }: EffectiveStatement) => children.some(({ keyword }) => names.includes(keyword.name));
  for (let block: EffectiveStatement | undefined = statement; block !== undefined; block = block.parent) {
    if (has(block)) return true;
  }
  return false;
}

function isLike({ words, lines }: EffectiveStatement, { matching, moreLinesThan }: Concern): boolean {
  if (moreLinesThan !== undefined && lines.length <= moreLinesThan) return false;
  if (matching === undefined) return true;
  return [words.slice(1), ...lines.map((line) => line.words)].flat().some(({ value }) => matching.test(value));
}
