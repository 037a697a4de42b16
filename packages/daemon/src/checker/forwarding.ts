import type { EffectiveStatement, EffectiveWord } from "../types.js";
import { readUnsigned } from "../values.js";

export type ForwardingMethod = "NAT" | "DR" | "TUN";

const methods: readonly string[] = ["NAT", "DR", "TUN"];
const tunnelTypes: readonly string[] = ["ipip", "gue", "gre"];
const checksums: readonly string[] = ["nocsum", "csum", "remcsum"];

/** What an `lvs_method` line sets: the method counts even where its tunnel options do not. */
export interface Forwarding {
  readonly method?: ForwardingMethod;
  /** Options that exclude each other: the daemon then takes none of them. */
  readonly conflict?: { readonly word: EffectiveWord; readonly message: string; readonly help: string };
}

/** Source: keepalived 2.4.3, check/check_parser.c: svr_forwarding_handler. The options are read for every method. */
export function readForwarding(statement: EffectiveStatement): Forwarding {
  const [keyword, first, ...rest] = statement.words;
  if (keyword === undefined || first === undefined || !methods.includes(first.value)) return {};
  const method = first.value as ForwardingMethod;
  let type = "ipip";
  let typeWord = first;
  let port: EffectiveWord | undefined;
  let checksum: EffectiveWord | undefined;
  let at = 0;
  while (at < rest.length) {
    const word = rest[at]!;
    const next = rest[at + 1];
    at += word.value === "type" || word.value === "port" ? 2 : 1;
    if (word.value === "type") {
      if (next === undefined || !tunnelTypes.includes(next.value)) return { method };
      type = next.value;
      typeWord = next;
    } else if (word.value === "port") {
      if (next === undefined || readUnsigned(next.value, { min: 1, max: 65535 }).value === undefined) return { method };
      port = next;
    } else if (checksums.includes(word.value)) checksum = word;
    else return { method };
  }
  if (type === "gue" && port === undefined) {
    return {
      method,
      conflict: {
        word: typeWord,
        message: "a gue tunnel needs a port",
        help: "Write `type gue port NUMBER`, the UDP port on which the real server takes the tunnel.",
      },
    };
  }
  if (type !== "gue" && port !== undefined) {
    return {
      method,
      conflict: {
        word: port,
        message: `only a gue tunnel has a port, not ${type}`,
        help: "Write `type gue` before the port, or leave the port out.",
      },
    };
  }
  if (type === "ipip" && checksum !== undefined && checksum.value !== "nocsum") {
    return {
      method,
      conflict: {
        word: checksum,
        message: `an ipip tunnel has no checksum: ${checksum.value} does not go with it`,
        help: `Leave ${checksum.value} out, or choose another type.`,
      },
    };
  }
  if (type === "gre" && checksum?.value === "remcsum") {
    return {
      method,
      conflict: {
        word: checksum,
        message: "a gre tunnel has no remote checksum: remcsum does not go with it",
        help: "Write `csum`, or leave it out.",
      },
    };
  }
  return { method };
}
