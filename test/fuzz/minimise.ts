/**
 * A shorter text that still fails: parts of it are dropped, halves first, lines first and then characters
 * (delta debugging). Ends after `most` tries.
 */
export async function minimise(
  text: string,
  fails: (shorter: string) => Promise<boolean>,
  most = 600,
): Promise<string> {
  let tries = most;
  const reduce = async (parts: readonly string[]): Promise<readonly string[]> => {
    let kept = parts;
    for (let size = Math.ceil(kept.length / 2); size >= 1 && tries > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < kept.length && tries > 0; ) {
        const shorter = [...kept.slice(0, at), ...kept.slice(at + size)];
        tries -= 1;
        if (await fails(shorter.join(""))) kept = shorter;
        else at += size;
      }
    }
    return kept;
  };
  const lines = await reduce(text.split(/(?<=\n)/));
  const characters = await reduce([...lines.join("")]);
  return (await reduce(characters)).join("");
}
