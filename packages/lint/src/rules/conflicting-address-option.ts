import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const conflictingAddressOption = defineRemarkRule({
  id: "conflicting-address-option",
  category: "daemon",
  severity: "warning",
  summary: "Options of an address that cannot be combined.",
  why: "keepalived reports the line. It ignores the option, or drops the whole address if the line gives an IPv6 address a broadcast address.",
  advice:
    "Remove the option that the message names. IPv6 addresses have no broadcast, scope or label; an address with a `peer` has no prefix length and no broadcast address of its own.",
  fixable: "sometimes",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_ipaddress.c: alloc_ipaddress",
  bad: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10 brd +"] }),
    },
    {
      files: exampleInstance([], { addresses: ["fe80::10/64", "2001:db8::10/64 label eth0:1"] }),
    },
  ],
  good: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24 brd +"] }),
    },
  ],
  remarks: {
    "broadcast-of-ipv6-address": ({ address }) => ({
      message: say`IPv6 has no broadcast: keepalived drops the address ${address}`,
      help: say`Remove the option and its value.`,
      severity: "error",
    }),
    "prefix-length-beside-peer": ({ address, withoutPrefix }) => ({
      message: say`${address.value} has a peer, so its prefix length is ignored`,
      help: say`Write ${withoutPrefix}.`,
      fixes: replaceWord(address, withoutPrefix, true),
    }),
    "broadcast-beside-peer": ({ address }) => ({
      message: say`${address} has a peer, so its broadcast address is ignored`,
    }),
    "broadcast-without-room": ({ prefixLength, sign, written }) => ({
      message: say`a /${prefixLength} has no room for the broadcast address that ${sign} asks for`,
      help: written
        ? say`Remove the option.`
        : say`Write the subnet's prefix length behind the address, or remove the option.`,
    }),
    "option-of-ipv4-addresses": ({ option, address }) => ({
      message:
        option === "scope"
          ? say`an IPv6 address takes no scope here: it is ignored for ${address}`
          : say`an IPv6 address has no label: it is ignored for ${address}`,
    }),
  },
});
