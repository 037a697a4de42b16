import { byteLength, type EffectiveWord, statementsByKeyword } from "@kalint/daemon";
import { keywordAt, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Fix } from "../types.js";

export const authPassTooLong = defineHostRule({
  id: "auth-pass-too-long",
  category: "daemon",
  severity: "warning",
  summary: "A VRRP password longer than eight bytes.",
  why: "A VRRP advert has room for eight bytes of password. keepalived uses the first eight and reports that it cut the rest, so the password is weaker than it looks. A router that rejects longer passwords never joins.",
  advice:
    "Write only the eight bytes that are used or, better, a new password of at most eight bytes. All hosts of the virtual router need the same one.",
  fixable: "safe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_auth_pass_handler; RFC 2338, section 5.3.10",
  bad: [
    {
      files: exampleInstance(["authentication {", "    auth_type PASS", "    auth_pass correcthorse", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["authentication {", "    auth_type PASS", "    auth_pass correcth", "}"]),
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/pull/2224"],
  eachBlock: true,
  check(host, report) {
    const keyword = keywordAt("vrrp_instance/authentication/auth_pass")!;
    for (const { words } of statementsByKeyword(host).get(keyword) ?? []) {
      const word = words[1];
      if (word === undefined) continue;
      const length = byteLength(word.value);
      const [password] = keyword.arguments;
      const most = password?.type === "string" ? password.maxLength! : length;
      if (length <= most) continue;
      const used = firstBytes(word.value, most);
      report({
        place: word.place,
        message: say`this password has ${length} bytes: keepalived uses the first eight`,
        ...(used !== undefined && { fixes: shorten(word, used) }),
        daemon: true,
      });
    }
  },
});

/** Takes away what is not used, so that the edit shows nothing of the rest. */
function shorten({ place, value, quoted, expanded }: EffectiveWord, used: string): readonly Fix[] {
  if (expanded) return [];
  const end = place.end - (quoted ? 1 : 0);
  const start = end - (value.length - used.length);
  return [{ title: say`keep the eight bytes that are used`, safe: true, edits: [{ ...place, start, end, text: "" }] }];
}

/** `undefined` where the cut falls into a character. */
function firstBytes(text: string, count: number): string | undefined {
  let used = "";
  for (const character of text) {
    const bytes = byteLength(used + character);
    if (bytes > count) return byteLength(used) === count ? used : undefined;
    used += character;
  }
  return used;
}
