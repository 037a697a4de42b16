/** `authentication` and `auth_hmac` (vrrp/vrrp_parser.c: vrrp_auth_type_handler and its neighbours). */
import { childrenNamed, present } from "../bind/sources.js";
import type { EffectiveStatement } from "../types.js";
import { type Setting, settingsIn, takeStatement, textIn } from "../values/settings.js";
import { byteLength } from "../values/texts.js";
import type { Handler } from "./handler.js";
import type { Authentication } from "./model.js";
import type { HmacSettings, InstanceDraft, VrrpProcess } from "./process.js";

/** Several blocks count as one. */
export const readAuthentication: Handler = ({ target }, instance, statement) => {
  const blocks = childrenNamed(instance.statement, "authentication");
  if (statement !== blocks.at(-1)) return;
  const children = blocks.flatMap((block) => block.children);
  const settings = settingsIn({ children }, target);
  const password = textIn(settings, "auth_pass");
  instance.authentication = present<Authentication>({
    type: textIn(settings, "auth_type") as Authentication["type"],
    password,
    statement,
  });
  // Also a type that is a bad argument is a type.
  const hasType = children.some(({ keyword }) => keyword.name === "auth_type");
  if (password && !hasType) instance.passwordAlone = password;
};

export const readHmac: Handler = (vrrp, instance, statement) => {
  instance.hmac ??= { keys: new Map(), statement };
  const { hmac } = instance;
  for (const child of statement.children) {
    if (child.keyword.name === "key") {
      readKey(vrrp, instance, hmac, child);
      continue;
    }
    const setting = takeStatement(undefined, child, vrrp.target);
    if (setting === undefined) continue;
    const { value } = setting;
    if (child.keyword.name === "active_key" && typeof value === "number") hmac.activeKey = setting as Setting<number>;
    else if (child.keyword.name === "mode" && typeof value === "string") hmac.mode = setting as Setting<string>;
  }
};

function readKey(
  { remarks, target }: VrrpProcess,
  { name }: InstanceDraft,
  { keys }: HmacSettings,
  child: EffectiveStatement,
): void {
  const id = takeStatement(undefined, child, target);
  const key = child.words[2];
  if (typeof id?.value !== "number" || key === undefined) return;
  const first = keys.get(id.value);
  const bytes = keyLength(key.value);
  // What a file holds is seen by a real start.
  if (bytes !== "unknown" && !isLongEnough(child, bytes)) {
    remarks.onLine(child, key.place, { kind: "hmac-key-of-wrong-length", ...(bytes !== undefined && { bytes }) });
  } else if (bytes !== "unknown" && first) {
    remarks.onLine(child, id.place, { kind: "hmac-key-twice", instance: name, id: id.value, first });
  } else keys.set(id.value, id.place);
}

function isLongEnough({ keyword }: EffectiveStatement, bytes: number | undefined): boolean {
  const argument = keyword.arguments.find(({ type }) => type === "hmac-key");
  if (bytes === undefined || argument?.type !== "hmac-key") return false;
  return bytes >= argument.minLength! && bytes <= argument.maxLength!;
}

/** In bytes; after `hex:` two digits make one, blanks are skipped, and the last may stand alone. */
function keyLength(text: string): number | undefined | "unknown" {
  if (text.startsWith("file:")) return "unknown";
  if (!text.startsWith("hex:")) return byteLength(text);
  const parts = text.slice(4).split(/[ \t]+/);
  if (!parts.every((part) => /^[\da-f]*$/i.test(part))) return undefined;
  return parts.reduce((sum, part) => sum + Math.ceil(part.length / 2), 0);
}
