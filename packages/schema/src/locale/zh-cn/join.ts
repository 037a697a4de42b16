const chinese = /\p{Script=Han}/u;
const mark = /[，。：；、？！（）]/u;
/** Letters, digits and the signs around words of a configuration. */
const latin = /[\w"'`$<>{}@./%~-]/;

/** A blank goes between Chinese and Latin words, and nowhere else in Chinese. */
export function join(text: string, next: string): string {
  if (text === "" || next === "") return text + next;
  if (/[\n\t]$/.test(text) || /^[\n\t]/.test(next)) return text + next;
  const [before, after] = [text.trimEnd().at(-1) ?? "", next.trimStart()[0] ?? ""];
  const meets = (one: RegExp, other: RegExp) => one.test(before) && other.test(after);
  const blank = text.endsWith(" ") || next.startsWith(" ");
  if (blank && (mark.test(before) || mark.test(after) || meets(chinese, chinese)))
    return text.trimEnd() + next.trimStart();
  if (!blank && (meets(chinese, latin) || meets(latin, chinese))) return `${text} ${next}`;
  return text + next;
}
