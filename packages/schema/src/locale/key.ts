/** A few letters for each template, under which bundles keep its translation: without them they would hold every text of the sources twice. */
export function shortKey(template: string): string {
  // FNV-1a, 32 bits. The bundler refuses two templates of one key.
  let hash = 0x811c9dc5;
  for (let index = 0; index < template.length; index += 1) {
    hash = Math.imul(hash ^ template.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
