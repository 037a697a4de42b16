// The JSON Schema of kalint.json, from the object that the command checks configurations with.
export async function generateSchemas() {
  const { configurationSchema } = await import("../packages/lint/dist/index.js");
  return new Map([["packages/cli/schema/kalint.schema.json", `${JSON.stringify(configurationSchema(), null, 2)}\n`]]);
}
