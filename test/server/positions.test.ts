import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyChange,
  chooseEncoding,
  type Encoding,
  positionsOf,
  toOffset,
  toPosition,
} from "../../packages/server/src/positions.js";

const encodings: readonly Encoding[] = ["utf-8", "utf-16", "utf-32"];

describe("positions", () => {
  test.each([
    ["utf-8", 6],
    ["utf-16", 3],
    ["utf-32", 2],
  ] as const)("count ß𝒜 in %s", (encoding, character) => {
    const positions = positionsOf("\nß𝒜x", encoding);
    expect(toPosition(positions, 4)).toEqual({ line: 1, character });
    expect(toOffset(positions, { line: 1, character })).toBe(4);
  });

  test("inside a character mean its start, behind a line its end", () => {
    const positions = positionsOf("𝒜\r\nb", "utf-8");
    expect(toOffset(positions, { line: 0, character: 2 })).toBe(0);
    expect(toOffset(positions, { line: 0, character: 99 })).toBe(2);
    expect(toOffset(positions, { line: 9, character: 0 })).toBe(5);
    expect(toOffset(positions, { line: -1, character: 0 })).toBe(0);
  });

  test("go there and back", () => {
    const unit = fc.constantFrom("a", "ß", "€", "𝒜", "\n", "\r\n", " ");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), fc.constantFrom(...encodings), (text, encoding) => {
        const positions = positionsOf(text, encoding);
        let offset = 0;
        for (const character of text) {
          const between = text[offset - 1] === "\r" && character === "\n";
          if (!between) expect(toOffset(positions, toPosition(positions, offset))).toBe(offset);
          offset += character.length;
        }
      }),
    );
  });

  test("change texts as clients mean it", () => {
    const positions = positionsOf("größe 1\nb\n", "utf-8");
    const range = { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } };
    expect(applyChange(positions, { range, text: "2" })).toBe("größe 2\nb\n");
    expect(applyChange(positions, { text: "new" })).toBe("new");
  });

  test("take the first encoding that both know", () => {
    expect(chooseEncoding(["utf-7", "utf-8", "utf-16"])).toBe("utf-8");
    expect(chooseEncoding([])).toBe("utf-16");
    expect(chooseEncoding(undefined)).toBe("utf-16");
  });
});
