import { lineTable, offsetAt, positionAt } from "@kalint/syntax";
import { expect, test } from "vitest";

const text = "ab\r\n\ncd";

test.each([
  [0, 0, 0],
  [3, 0, 3],
  [4, 1, 0],
  [5, 2, 0],
  [7, 2, 2],
])("offset %i is line %i, column %i, and back", (offset, line, column) => {
  expect(positionAt(lineTable(text), offset)).toEqual({ line, column });
  expect(offsetAt(lineTable(text), { line, column })).toBe(offset);
});

test.each([
  [{ line: 0, column: 99 }, 3],
  [{ line: 9, column: 0 }, 7],
  [{ line: -1, column: 5 }, 0],
])("a position outside the text is moved into it: %j", (position, offset) => {
  expect(offsetAt(lineTable(text), position)).toBe(offset);
});

test("an offset outside the text is moved into it", () => {
  expect(positionAt(lineTable(text), -3)).toEqual({ line: 0, column: 0 });
  expect(positionAt(lineTable(text), 99)).toEqual({ line: 2, column: 2 });
});
