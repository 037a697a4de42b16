/** Files and target in the fragment of an address: it is never sent to a server. */
export interface Shared {
  readonly files: Readonly<Record<string, string>>;
  readonly target: string;
}

export async function toFragment(shared: Shared): Promise<string> {
  const packed = await through(new TextEncoder().encode(JSON.stringify(shared)), new CompressionStream("deflate-raw"));
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  return letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** `undefined` where the fragment holds nothing of the kind. */
export async function fromFragment(fragment: string): Promise<Shared | undefined> {
  try {
    const letters = atob(fragment.replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = new TextDecoder().decode(await through(packed, new DecompressionStream("deflate-raw")));
    const value: unknown = JSON.parse(text);
    return isShared(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShared(value: unknown): value is Shared {
  if (typeof value !== "object" || value === null || !("files" in value) || !("target" in value)) return false;
  const { files, target } = value;
  if (typeof target !== "string" || typeof files !== "object" || files === null) return false;
  const entries = Object.entries(files);
  return entries.length > 0 && entries.every(([, text]) => typeof text === "string");
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const read = new Response(new Blob([bytes]).stream().pipeThrough(stream));
  return new Uint8Array(await read.arrayBuffer());
}
