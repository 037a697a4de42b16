/** `authentication` and `auth_hmac` (vrrp/vrrp_parser.c: vrrp_auth_type_handler and its neighbours). */

import { readUnsigned } from "../values/read.js";
import { byteLength } from "../values/texts.js";
import type { HmacSettings } from "./facts.js";
import type { Handler } from "./handler.js";

export const readAuthentication: Handler = (_vrrp, instance, statement) => {
  for (const child of statement.children) {
    const word = child.words[1];
    if (word === undefined) continue;
    const { value } = word;
    if (child.keyword.name === "auth_type" && (value === "PASS" || value === "AH")) {
      instance.authenticationType = { value, place: word.place, from: child };
    } else if (child.keyword.name === "auth_pass") {
      instance.authenticationPassword = { value, place: word.place, from: child };
    }
  }
};

export const readHmac: Handler = ({ remarks }, instance, statement) => {
  instance.hmac ??= { keys: new Map(), statement };
  const hmac: HmacSettings = instance.hmac;
  for (const child of statement.children) {
    const [keyword, word, key] = child.words;
    if (word === undefined) continue;
    const id = readUnsigned(word.value, { min: 1, max: 255 }).value;
    if (keyword!.value === "active_key" && id !== undefined)
      hmac.activeKey = { value: id, place: word.place, from: child };
    else if (keyword!.value === "mode" && /^(enforce|permissive|receive-only)$/.test(word.value)) {
      hmac.mode = { value: word.value, place: word.place, from: child };
    } else if (keyword!.value === "key" && id !== undefined && key !== undefined && !key.value.startsWith("file:")) {
      const bytes = keyLength(key.value);
      if (bytes === undefined || bytes < 32 || bytes > 64) {
        remarks.onLine(child, key.place, { kind: "hmac-key-of-wrong-length", ...(bytes !== undefined && { bytes }) });
      } else if (hmac.keys.has(id)) {
        remarks.onLine(child, word.place, {
          kind: "hmac-key-twice",
          instance: instance.name,
          id,
          first: hmac.keys.get(id)!,
        });
      } else hmac.keys.set(id, word.place);
    } else if (keyword!.value === "key" && id !== undefined && key?.value.startsWith("file:")) {
      hmac.keys.set(id, word.place);
    }
  }
};

/** In bytes; after `hex:` two digits make one, blanks are skipped, and the last may stand alone. */
function keyLength(text: string): number | undefined {
  if (!text.startsWith("hex:")) return byteLength(text);
  const parts = text.slice(4).split(/[ \t]+/);
  if (!parts.every((part) => /^[\da-f]*$/i.test(part))) return undefined;
  return parts.reduce((sum, part) => sum + Math.ceil(part.length / 2), 0);
}
