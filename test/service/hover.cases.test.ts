import { hover } from "@kalint/service";
import { expect } from "vitest";
import { listOf, runCases } from "./cases.js";

runCases("hover", ({ document, offset, expected }) => {
  const found = hover(document, offset);
  for (const { key, value } of expected) {
    if (key === "none") expect(found).toBeUndefined();
    else if (!found) throw new Error("no hover");
    else if (key === "over") expect(document.text.slice(found.span.start, found.span.end)).toBe(value);
    else if (key === "has") for (const part of listOf(value)) expect(found.markdown).toContain(part);
    else if (key === "not") for (const part of listOf(value)) expect(found.markdown).not.toContain(part);
    else throw new Error(`unknown expectation ${key}`);
  }
});
