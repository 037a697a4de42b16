// The JSON Schemas that are made from something: of kalint.json, from the object that the command checks configurations
// with, and of configurations as JSON, from what keepalived knows.
import { addressesOf, readManifest } from "./addresses.mjs";

export async function generateSchemas() {
  const { configurationSchema } = await import("../packages/lint/dist/index.js");
  const { configurationDocumentSchema } = await import("../packages/cli/dist/convert/schema.js");
  return new Map([
    ["packages/cli/schema/kalint.schema.json", `${JSON.stringify(configurationSchema(), null, 2)}\n`],
    [
      "packages/cli/schema/configuration.schema.json",
      `${printed(configurationDocumentSchema(`${addressesOf(readManifest()).schemas}/configuration.schema.json`), "")}\n`,
    ],
  ]);
}

/** What fits a line is on one: with one line for each brace it has fifteen thousand. */
function printed(value, indent) {
  const line = JSON.stringify(value);
  if (typeof value !== "object" || line.length + indent.length <= 600) return line;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((each) => inner + printed(each, inner))
    : Object.entries(value).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${printed(each, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}
