import type { Template } from "@kalint/syntax";

/** What can come of a template, each once. */
export function masksOf({ renderings: { count, mask } }: Template): readonly string[] {
  const masks = Array.from({ length: count }, (_, number) => mask(number));
  return [...new Set(masks.filter((masked) => masked !== undefined))];
}
