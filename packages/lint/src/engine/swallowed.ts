import { greedyBlockOf, greedyBlocks, type HostConfiguration, type Place, perHost, statementsOf } from "@kalint/daemon";

/** Lines that a block has swallowed because one of its braces is missing: what is said of them follows from that. */
export interface Swallowed extends Place {
  /** The block's first words. */
  readonly header: Place;
}

export const swallowedIn = perHost((host: HostConfiguration): readonly Swallowed[] => {
  const blocks = greedyBlocks(host);
  if (blocks.length === 0) return [];
  const found: Swallowed[] = [];
  for (const statement of statementsOf(host.effective)) {
    const block = greedyBlockOf(blocks, statement);
    if (block === undefined) continue;
    const swallowed = statement.lines.filter(
      ({ place }) => place.file === block.header.file && place.start >= block.from,
    );
    const [first, last] = [swallowed[0], swallowed.at(-1)];
    if (first && last) found.push({ ...first.place, end: last.place.end, header: block.header });
  }
  return found;
});
