import { complete } from "@kalint/service";
import { expect } from "vitest";
import { listOf, runCases } from "./cases.js";

runCases("completion", ({ document, offset, expected }) => {
  const offered = complete(document, offset);
  const labels = offered.map(({ label }) => label);
  for (const { key, value } of expected) {
    const list = listOf(value);
    switch (key) {
      case "first":
        expect(labels.slice(0, list.length)).toEqual(list);
        break;
      case "only":
        expect(labels).toEqual(list);
        break;
      case "has":
        expect(list.filter((label) => !labels.includes(label))).toEqual([]);
        break;
      case "not":
        expect(list.filter((label) => labels.includes(label))).toEqual([]);
        break;
      case "order":
        expect(labels.filter((label) => list.includes(label))).toEqual(list);
        break;
      case "last":
        expect(labels.slice(-list.length)).toEqual(list);
        break;
      case "detail": {
        const [label, detail] = list;
        expect(offered.find((one) => one.label === label)?.detail).toBe(detail);
        break;
      }
      case "deprecated":
        expect(offered.filter((one) => one.deprecated).map(({ label }) => label)).toEqual(expect.arrayContaining(list));
        break;
      case "plain":
        for (const label of list) {
          const found = offered.find((one) => one.label === label);
          expect(found && found.snippet === undefined, label).toBe(true);
        }
        break;
      case "accept": {
        const [label, text] = value.split(" => ");
        const found = offered.find((one) => one.label === label);
        if (!found || text === undefined) throw new Error(`${label} is not offered among ${labels.join(", ")}`);
        const { start, end } = found.replace;
        const lineStart = document.text.lastIndexOf("\n", start - 1) + 1;
        const after = `${document.text.slice(lineStart, start)}${found.snippet ?? found.text}${document.text.slice(end)}`;
        expect(after.startsWith(text) ? text : after).toBe(text);
        break;
      }
      default:
        throw new Error(`unknown expectation ${key}`);
    }
  }
});
