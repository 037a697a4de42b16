import {
  broadcastOf,
  isLinkLocal,
  isMulticast,
  networkOf,
  numberOf,
  readPrefixedAddress,
  specialAddress,
  textOf,
} from "@kalint/daemon";
import { describe, expect, test } from "vitest";

const address = (text: string) => readPrefixedAddress(text).value!;

describe("the number of an address", () => {
  test.each([
    ["10.0.0.1", 0x0a000001n],
    ["255.255.255.255", 0xffffffffn],
    ["::", 0n],
    ["::ffff:192.0.2.1", 0xffffc0000201n],
    ["2001:DB8::1", 0x20010db8000000000000000000000001n],
  ])("%s", (text, number) => {
    expect(numberOf(address(text))).toBe(number);
    expect(textOf(number, address(text).family)).toBe(address(text).text);
  });
});

describe("the network of an address", () => {
  test.each([
    ["10.1.2.3/16", "10.1.0.0/16"],
    ["10.1.2.3", "10.1.2.0/24"],
    ["10.1.2.3/32", "10.1.2.0/24"],
    ["10.1.2.3/0", "0.0.0.0/0"],
    ["2001:db8::5", "2001:db8::/64"],
    ["2001:db8:0:ff::5/48", "2001:db8::/48"],
  ])("%s", (text, network) => {
    expect(networkOf(address(text))).toBe(network);
  });
});

test("link-local is fe80::/10, whatever the text begins with", () => {
  const all = ["fe80::1", "febf::1", "fe8::1", "fec0::1", "169.254.0.1"];
  expect(all.filter((text) => isLinkLocal(address(text)))).toEqual(["fe80::1", "febf::1"]);
});

test("multicast is 224.0.0.0/4 and ff00::/8, whatever the text begins with", () => {
  const all = ["224.0.0.18", "239.1.2.3", "240.0.0.1", "ff02::12", "ff2::12"];
  expect(all.filter((text) => isMulticast(address(text)))).toEqual(["224.0.0.18", "239.1.2.3", "ff02::12"]);
});

describe("the broadcast address of a network", () => {
  test.each([
    ["10.1.2.3/24", "10.1.2.255"],
    ["192.0.2.129/25", "192.0.2.255"],
    ["255.255.255.254/1", "255.255.255.255"],
    ["10.1.2.3/0", "255.255.255.255"],
    ["10.1.2.3/30", "10.1.2.3"],
    ["10.1.2.3/31", undefined],
    ["10.1.2.3", undefined],
    ["2001:db8::/64", undefined],
  ])("%s", (text, broadcast) => {
    expect(broadcastOf(address(text))).toBe(broadcast);
  });
});

describe("an address that no host has", () => {
  test.each([
    ["0.0.0.0", "unspecified"],
    ["0.0.0.1", "reserved"],
    ["127.255.0.1/8", "loopback"],
    ["224.0.0.0/24", "multicast"],
    ["239.255.255.255", "multicast"],
    ["240.0.0.1", "reserved"],
    ["255.255.255.255/24", "broadcast"],
    ["10.1.2.0/24", "network"],
    ["10.1.2.255/24", "broadcast"],
    ["10.1.2.0", undefined],
    ["10.1.2.0/31", undefined],
    ["10.1.3.255/23", "broadcast"],
    ["10.1.2.255/23", undefined],
    ["::", "unspecified"],
    ["::1", "loopback"],
    ["ff02::1", "multicast"],
    ["2001:db8::/64", "network"],
    ["2001:db8::/127", undefined],
    ["2001:db8::ffff:ffff:ffff:ffff/64", undefined],
  ])("%s", (text, special) => {
    expect(specialAddress(address(text))).toBe(special);
  });
});
