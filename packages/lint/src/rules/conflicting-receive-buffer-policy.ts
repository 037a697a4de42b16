import { type EffectiveWord, headerPlace, readUnsigned, statementsAt } from "@kalint/daemon";
import { largestNumber, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { anyOf, quote } from "../suggest.js";

export const conflictingReceiveBufferPolicy = defineHostRule({
  id: "conflicting-receive-buffer-policy",
  category: "daemon",
  severity: "error",
  summary: "`vrrp_rx_bufs_policy` with more than one of a size, `MTU` and `ADVERT`.",
  why: "The lines add up. A size overrides both words, and `MTU` overrides `ADVERT`; keepalived reports what it ignores. A size must be the first word of its line.",
  advice: "Keep one of them.",
  since: "0.1.0",
  source: "keepalived 2.4.3, core/global_parser.c: vrrp_rx_bufs_policy_handler",
  bad: [
    {
      files: `global_defs {
    vrrp_rx_bufs_policy 65536 MTU
}
`,
    },
  ],
  good: [
    {
      files: `global_defs {
    vrrp_rx_bufs_policy MTU
}
`,
    },
  ],
  check(host, report) {
    let size = false;
    let mtu = false;
    let advert = false;
    for (const statement of statementsAt(host, "global_defs/vrrp_rx_bufs_policy")) {
      const words = statement.words.slice(1);
      const [first] = words;
      if (first === undefined) continue;
      const policies = words.map(({ value }) => value.toUpperCase());
      mtu ||= policies.includes("MTU");
      advert ||= policies.includes("ADVERT");
      const other = words.find((_word, index) => policies[index] !== "MTU" && policies[index] !== "ADVERT");
      if (other) {
        // Whatever the word, the daemon reads the first one of the line as the size.
        const sized = readUnsigned(first.value, sizes).value !== undefined;
        size ||= sized;
        if (!sized) report({ place: other.place, message: problemOf(other, first), daemon: true });
      }
      const ignored = ignoredOf(size, mtu, advert);
      if (ignored.length === 0) continue;
      report({
        place: headerPlace(statement),
        message: say`${size ? say`a size` : say`MTU`} is set, too: ${anyOf(ignored, "and")} is ignored`,
        daemon: true,
      });
      if (size) mtu = false;
      advert = false;
    }
  },
});

function ignoredOf(size: boolean, mtu: boolean, advert: boolean): readonly string[] {
  if (size) return [...(mtu ? ["MTU"] : []), ...(advert ? ["ADVERT"] : [])];
  return mtu && advert ? ["ADVERT"] : [];
}

function problemOf(word: EffectiveWord, first: EffectiveWord): string {
  return word !== first && /^\d+$/.test(word.value)
    ? say`a size must be the first word: ${word.value} is not read`
    : say`vrrp_rx_bufs_policy takes MTU, ADVERT or a size in bytes, not ${quote(word.value)}`;
}

/** Of a buffer, in bytes. */
const sizes = { min: 0, max: largestNumber };
