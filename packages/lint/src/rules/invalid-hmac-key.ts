import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const invalidHmacKey = defineRemarkRule({
  id: "invalid-hmac-key",
  category: "daemon",
  severity: "error",
  summary: "A key for signed adverts that keepalived does not accept.",
  why: "keepalived reports the line and has no such key. If it is the active key, adverts are not signed at all.",
  advice: "A key has 32 to 64 bytes; after `hex:`, two digits make a byte. Give each key its own number.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_auth_hmac_key_handler, vrrp_auth_hmac_read_key_file",
  bad: [
    {
      files: exampleInstance([
        "auth_hmac {",
        "    key 1 hex:00112233445566778899aabbccddeeff",
        "    key 2 hex:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "    active_key 2",
        "}",
      ]),
    },
  ],
  good: [
    {
      files: exampleInstance([
        "auth_hmac {",
        "    key 2 hex:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "    active_key 2",
        "}",
      ]),
    },
  ],
  remarks: {
    "hmac-key-of-wrong-length": ({ bytes }) => ({
      message: say`a key has 32 to 64 bytes, and ${bytes === undefined ? say`this one contains other characters than hexadecimal digits` : say`this one has ${bytes}`}: it is ignored`,
    }),
    "hmac-key-twice": ({ instance, id, first }) => ({
      message: say`${instance} has a key ${id} already: this one is ignored`,
      related: [{ place: first, message: say`the key that counts` }],
    }),
  },
});
