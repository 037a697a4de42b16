import {
  checkValue,
  readAddress,
  readBoolean,
  readDecimal,
  readInt,
  readPrefixedAddress,
  readSocketAddress,
  readUnsigned,
} from "@kalint/daemon";
import { type Argument, newestVersion } from "@kalint/schema";
import { describe, expect, it } from "vitest";

/** A value, or the reason why there is none; both where a value is reported and used. */
const shown = ({ value, reason }: { value?: unknown; reason?: string }): unknown =>
  reason === undefined ? value : value === undefined ? reason : [value, reason];

const byte = { min: 1, max: 255 };

describe("whole numbers", () => {
  it.each([
    ["100", 100],
    ["+100", 100],
    ["0100", 100],
    [" 100", 100],
    ["100 ", "not-a-number"],
    ["0x10", "not-a-number"],
    ["1.0", "not-a-number"],
    ["1e2", "not-a-number"],
    ["2k", "not-a-number"],
    ["+", "not-a-number"],
    ["", "out-of-range"],
    ["0", "out-of-range"],
    ["256", "out-of-range"],
    ["-1", "negative"],
    ["4294967296", "too-large"],
  ])("%j", (text, expected) => expect(shown(readUnsigned(text, byte))).toBe(expected));

  it.each([
    ["0x10", 16],
    ["010", 8],
    ["09", "not-a-number"],
    ["0", "out-of-range"],
  ])("%j in any base", (text, expected) => expect(shown(readUnsigned(text, byte, "c"))).toBe(expected));

  it.each([
    ["-5", -5],
    ["+5", 5],
    ["-254", "out-of-range"],
    ["- 5", "not-a-number"],
    ["2147483648", "too-large"],
  ])("%j signed", (text, expected) => expect(shown(readInt(text, { min: -253, max: 253 }))).toBe(expected));
});

describe("decimals", () => {
  it.each([
    ["0.5", 0.5],
    [".5", 0.5],
    ["5.", 5],
    ["+.5", 0.5],
    ["1s", "not-a-number"],
    ["1e1", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["-1", "negative"],
    ["0", "out-of-range"],
    ["256", "out-of-range"],
    ["0.12345678", [0.123457, "too-many-decimals"]],
    ["0.0000001", "too-many-decimals"],
  ])("%j", (text, expected) => expect(shown(readDecimal(text, { min: 0.000001, max: 255 }, 6))).toEqual(expected));
});

describe("booleans", () => {
  it.each([
    ["true", true],
    ["on", true],
    ["yes", true],
    ["false", false],
    ["off", false],
    ["no", false],
    ["TRUE", "not-a-boolean"],
    ["1", "not-a-boolean"],
    ["", "not-a-boolean"],
  ])("%j", (text, expected) => expect(shown(readBoolean(text))).toBe(expected));
});

describe("addresses", () => {
  const address = (text: string): unknown => {
    const { value, reason } = readAddress(text);
    return value?.text ?? reason;
  };

  it.each([
    ["10.0.0.1", "10.0.0.1"],
    ["10.0.0.01", "not-an-address"],
    ["10.0.0.256", "not-an-address"],
    ["10.0.0", "not-an-address"],
    ["10.0.0.1.", "not-an-address"],
    ["10.0.0.1 ", "not-an-address"],
    ["host", "not-an-address"],
    ["fe80::1", "fe80::1"],
    ["FE80:0:0:0:0:0:0:1", "fe80::1"],
    ["::", "::"],
    ["::1", "::1"],
    ["1::", "1::"],
    ["::ffff:10.0.0.1", "::ffff:a00:1"],
    ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"],
    ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
    ["1:2:3:4:5:6:7:8:9", "not-an-address"],
    ["1::2::3", "not-an-address"],
    ["fe80::1%eth0", "not-an-address"],
    ["12345::", "not-an-address"],
    [":1", "not-an-address"],
  ])("%j", (text, expected) => expect(address(text)).toBe(expected));

  it("lose what follows a dash or a slash where the daemon cuts it off", () => {
    expect(readSocketAddress("10.0.0.1/24").value?.text).toBe("10.0.0.1");
    expect(readSocketAddress("10.0.0.1-5").value?.text).toBe("10.0.0.1");
    expect(readSocketAddress("fe80::1/64", "ipv4").reason).toBe("wrong-family");
  });

  it("keep a good prefix length", () => {
    expect(readPrefixedAddress("10.0.0.1/24").value?.prefixLength).toBe(24);
    expect(shown(readPrefixedAddress("10.0.0.1/33"))).toEqual([
      { family: "ipv4", text: "10.0.0.1" },
      "bad-prefix-length",
    ]);
    expect(readPrefixedAddress("fe80::1/128").value?.prefixLength).toBe(128);
  });
});

describe("words that are spelled by a grammar of their own", () => {
  const other = (grammar: string) => ({ name: "value", type: "other", grammar }) as Argument;
  const wrong = { kind: "wrong-form" };
  it.each([
    ["mark-mask", ["5", "0x5/0xff"], ["x", "5/x", "5/6/7"]],
    ["mpls-labels", ["16", "16/17", "1048575"], ["", "16/", "1048576"]],
    ["port-range", ["1", "80-90", "65535"], ["0", "65536", "0x50", "80-", "80-90-100"]],
  ] as const)("%s", (grammar, right, not) => {
    for (const text of right) expect(checkValue(text, other(grammar), newestVersion), text).toBeUndefined();
    for (const text of not) expect(checkValue(text, other(grammar), newestVersion), text).toMatchObject(wrong);
  });

  it("take nothing for 0 without a word, which nothing is claimed of", () => {
    expect(checkValue("5/", other("mark-mask"), newestVersion)).toMatchObject({ ...wrong, unclaimed: true });
    expect(checkValue("5/x", other("mark-mask"), newestVersion)).not.toHaveProperty("unclaimed");
  });

  it("are a word of a list or a number", () => {
    const argument: Argument = { name: "level", type: "enum-or-uint", values: [{ value: "low" }], min: 1, max: 9 };
    const kindOf = (text: string) => checkValue(text, argument, newestVersion);
    expect([kindOf("low"), kindOf("5")]).toEqual([undefined, undefined]);
    expect([kindOf("LOW"), kindOf("high"), kindOf("10")]).toMatchObject([
      { kind: "wrong-case", argument },
      { kind: "unknown-word", argument },
      { kind: "out-of-range", argument },
    ]);
  });
});
