import {
  codeLenses,
  definitionAt,
  documentLinks,
  hintKinds,
  inlayHints,
  lensKinds,
  semanticTokens,
} from "@kalint/service";
import { expect } from "vitest";
import { type Case, listOf, runCases } from "./cases.js";

runCases("tokens", ({ document, offset, spans, expected }) => {
  const [within] = spans;
  const tokens = semanticTokens(document, within).map(
    ({ type, start, end, deprecated }) =>
      `${deprecated ? "deprecated " : ""}${type} ${document.text.slice(start, end)}`,
  );
  expect(offset).toBe(0);
  for (const { key, value } of expected) {
    if (key === "tokens") expect(tokens).toEqual(listOf(value));
    else if (key === "has") expect(tokens).toEqual(expect.arrayContaining(listOf(value)));
    else if (key === "not") for (const one of listOf(value)) expect(tokens).not.toContain(one);
    else throw new Error(`unknown expectation ${key}`);
  }
});

runCases("hints", ({ document, spans, expected }) => {
  const within = spans[0] ?? { start: 0, end: document.text.length };
  for (const { key, value } of expected) {
    const kind = hintKinds.find((one) => one === key);
    if (!kind) throw new Error(`unknown expectation ${key}`);
    const shown = inlayHints(document, within, new Set([kind])).map(
      ({ offset, label }) => `${lineTo(document.text, offset)}«${label}»`,
    );
    expect(shown).toEqual(listOf(value));
  }
});

runCases("lenses", ({ document, expected }) => {
  for (const { key, value } of expected) {
    const kind = lensKinds.find((one) => one === key);
    if (!kind) throw new Error(`unknown expectation ${key}`);
    const shown = codeLenses(document, new Set([kind])).map(
      ({ place, title }) => `${document.text.slice(place.start, place.end)}: ${title}`,
    );
    expect(shown).toEqual(listOf(value));
  }
});

runCases("links", (one: Case) => {
  const { document, offset } = one;
  const links = documentLinks(document).map(
    ({ span, path, tooltip }) => `${document.text.slice(span.start, span.end)} → ${path} (${tooltip})`,
  );
  for (const { key, value } of one.expected) {
    if (key === "links") expect(links).toEqual(listOf(value));
    else if (key === "definition")
      expect(definitionAt(document, offset).map(({ file }) => file)).toEqual(listOf(value));
    else throw new Error(`unknown expectation ${key}`);
  }
});

/** The line up to an offset, its indentation aside. */
function lineTo(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trimStart();
}
