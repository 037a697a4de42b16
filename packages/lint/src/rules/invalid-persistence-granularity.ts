import {
  argumentOf,
  type EffectiveStatement,
  type Family,
  isGranularity,
  readSocketAddress,
  statementsAt,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { quote } from "../suggest.js";

export const invalidPersistenceGranularity = defineHostRule({
  id: "invalid-persistence-granularity",
  category: "daemon",
  severity: "error",
  summary: "A `persistence_granularity` that does not match the virtual server's address family.",
  why: "IPv4 takes a dotted netmask, IPv6 a prefix length. keepalived ignores a netmask for IPv6; for IPv4 it reads a plain number as an address, so that clients of quite different networks count as one.",
  advice: "Write a netmask such as `255.255.255.0` for IPv4, a prefix length such as `64` for IPv6.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_parser.c: pgr_handler",
  bad: [
    {
      files: exampleServer(["persistence_granularity 255.255.255.0"], {
        header: "2001:db8::10 80",
        scheduler: "rr",
        realServer: "2001:db8::2 80",
      }),
    },
    {
      files: exampleServer(["persistence_granularity 24"], { scheduler: "rr" }),
    },
  ],
  good: [
    {
      files: exampleServer(["persistence_granularity 64"], {
        header: "2001:db8::10 80",
        scheduler: "rr",
        realServer: "2001:db8::2 80",
      }),
    },
  ],
  eachBlock: true,
  check(host, report) {
    for (const statement of statementsAt(host, "virtual_server/persistence_granularity")) {
      const word = statement.words[1];
      if (word === undefined) continue;
      const family = familyAbove(statement);
      const refused = !isGranularity(word.value, family);
      const number = /^\d+$/.test(word.value);
      // What fits neither family is for invalid-argument to say.
      if (refused && !isGranularity(word.value, family === "ipv4" ? "ipv6" : "ipv4")) continue;
      if (!refused && family === "ipv4" && hasGap(word.value)) {
        report({
          place: word.place,
          message: say`${quote(word.value)} is not a netmask: behind a 0 bit there are 1 bits, so clients of quite different networks count as one`,
          help: say`Write a netmask such as \`255.255.255.0\`.`,
          severity: "warning",
        });
        continue;
      }
      if (!refused && !(family === "ipv4" && number)) continue;
      report({
        place: word.place,
        message: refused
          ? say`${quote(word.value)} is ${number ? say`no prefix length from 1 to 128` : say`a mask for IPv4, but the virtual server is IPv6`}`
          : say`${quote(word.value)} is not a netmask: keepalived reads it as the address 0.0.0.${Number(word.value) & 255}`,
        help: family === "ipv4" ? netmaskHelp(word.value) : say`Write a prefix length from 1 to 128.`,
        ...(refused ? { daemon: true } : { severity: "warning" }),
      });
    }
  },
});

/** What is known of the family where the line stands; without anything the word itself decides. */
function familyAbove(statement: EffectiveStatement): Family | undefined {
  const service = statement.parent;
  return service && readSocketAddress(argumentOf(service) ?? "").value?.family;
}

/** Whether four decimal bytes have a set bit behind one that is not set. */
function hasGap(text: string): boolean {
  if (!/^\d+(?:\.\d+){3}$/.test(text)) return false;
  const bits = text.split(".").map((part) => Number(part).toString(2).padStart(8, "0"));
  return bits.join("").includes("01");
}

function netmaskHelp(text: string): string {
  const length = Number(text);
  if (length < 1 || length > 32) return say`Write a netmask such as \`255.255.255.0\`.`;
  const bits = (2 ** 32 - 2 ** (32 - length)) >>> 0;
  return say`Did you mean \`${[24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join(".")}\`?`;
}
