import { configIdsOf, evaluate, memoryHost, printEffective } from "@kalint/daemon";
import type { Version } from "@kalint/schema";
import { textOf } from "../../packages/cli/src/convert/to-conf.js";
import { configurationOf } from "../../packages/cli/src/convert/to-json.js";
import type { JsonConfiguration } from "../../packages/cli/src/convert/types.js";

/** What each host reads; a script line keeps its blanks behind the keyword, where keepalived splits it. */
export function readingsOf(text: string, target: Version): readonly string[] {
  const host = memoryHost({ "k.conf": text });
  return [undefined, ...configIdsOf({ path: "k.conf", host })].map((configId) => {
    const effective = evaluate({ path: "k.conf", host, target, ...(configId !== undefined && { configId }) });
    return printEffective(effective, { origins: false, lineOf: () => 0 }).replace(/^(\s*\S+)[ \t]+/gm, "$1 ");
  });
}

/** The text as JSON, as another program would read it, and the configuration of that. */
export function thereAndBack(text: string): { readonly value: JsonConfiguration; readonly back: string } {
  const value: JsonConfiguration = JSON.parse(JSON.stringify(configurationOf(text)));
  return { value, back: textOf(value) };
}
