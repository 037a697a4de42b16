import { readUnsigned } from "@kalint/model";
import { defineHostRule } from "../define.js";
import { headerPlace, statementsAt } from "../lvs/statements.js";

export const conflictingReceiveBufferPolicy = defineHostRule({
  id: "conflicting-receive-buffer-policy",
  category: "daemon",
  severity: "error",
  summary: "Several of size, `MTU` and `ADVERT` for `vrrp_rx_bufs_policy`.",
  why: "All lines add up. A size wins over both words, and `MTU` wins over `ADVERT`; keepalived reports what it ignores. A size must be the first word of its line.",
  advice: "Keep one of them.",
  since: "0.1.0",
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
      const words = statement.words.slice(1).map(({ value }) => value.toUpperCase());
      if (words.length === 0) continue;
      mtu ||= words.includes("MTU");
      advert ||= words.includes("ADVERT");
      const others = words.filter((word) => word !== "MTU" && word !== "ADVERT");
      // Whatever the word, the daemon reads the first one of the line as the size.
      const sized = others.length > 0 && readUnsigned(words[0]!, { min: 0, max: 0xffffffff }).value !== undefined;
      size ||= sized;
      const misplaced = others.length > 0 && !sized && others.some((word) => /^\d+$/.test(word));
      const ignored =
        size && (mtu || advert)
          ? mtu && advert
            ? "MTU and ADVERT"
            : mtu
              ? "MTU"
              : "ADVERT"
          : mtu && advert
            ? "ADVERT"
            : undefined;
      if (ignored === undefined && !misplaced) continue;
      const place = headerPlace(statement);
      report({
        place,
        message: misplaced
          ? `a size must be the first word: ${others[0]} is not read`
          : `${size ? "a size" : "MTU"} is set, too: ${ignored} is ignored`,
        daemon: true,
      });
      if (size) {
        mtu = false;
        advert = false;
      } else if (mtu) advert = false;
    }
  },
});
