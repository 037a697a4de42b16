import fc from "fast-check";
import { expect, test } from "vitest";
import { readAddress, readUnsigned } from "../../packages/daemon/src/values/read.js";

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 11 });

test("a plain number is read as one behind blanks is, which goes the long way", () => {
  fc.assert(
    fc.property(
      digits,
      fc.nat(300),
      fc.nat(2 ** 31),
      fc.constantFrom(10 as const, "c" as const),
      (text, min, max, base) => {
        expect(readUnsigned(text, { min, max }, base)).toEqual(readUnsigned(` ${text}`, { min, max }, base));
      },
    ),
  );
});

test("an IPv4 address has four decimal numbers up to 255 without leading zeros", () => {
  const part = fc.oneof(fc.nat(300).map(String), digits, fc.constantFrom("", "00", "01", "+1", "1 ", "0x1"));
  const isPart = (text: string) => /^(?:0|[1-9][0-9]{0,2})$/.test(text) && Number(text) <= 255;
  fc.assert(
    fc.property(fc.array(part, { minLength: 3, maxLength: 5 }), (parts) => {
      expect(readAddress(parts.join(".")).value !== undefined).toBe(parts.length === 4 && parts.every(isPart));
    }),
  );
});
