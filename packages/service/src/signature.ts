import { type Argument, argumentSignature, describeArgument, keywordIn, keywordSignature } from "@kalint/schema";
import type { Document } from "./document.js";
import { expectationsAt, siteAt } from "./site.js";

/** How the line under the cursor is written, with the argument that the cursor stands on. */
export interface Signature {
  readonly label: string;
  /** Markdown. */
  readonly summary: string;
  /** Parts of `label`, as half-open ranges in it. */
  readonly parameters: readonly { readonly start: number; readonly end: number; readonly markdown: string }[];
  /** Index into `parameters`; `undefined` behind the last. */
  readonly active: number | undefined;
}

export function signatureAt(document: Document, offset: number): Signature | undefined {
  const site = siteAt(document, offset);
  if (site.kind !== "argument" || site.signature.length === 0) return undefined;
  const keyword = keywordIn(site.keyword, document.target);
  const expected = expectationsAt(site, document.target);
  const lead = site.grammar ? "" : `${keyword.name} `;
  const texts = site.signature.map(argumentSignature);
  const label = site.grammar ? texts.join(" ") : keywordSignature({ ...keyword, arguments: site.signature });
  let start = lead.length;
  const parameters = site.signature.map((argument, index) => {
    const end = start + (texts[index]?.length ?? 0);
    const parameter = { start, end, markdown: describeArgument(argument, document.target) };
    start = end + 1;
    return parameter;
  });
  const active = site.signature.findIndex((argument) =>
    expected.some((one) => (one.kind === "value" ? holds(argument, one.argument) : holdsOption(argument, one.option))),
  );
  return { label, summary: keyword.summary, parameters, active: active === -1 ? undefined : active };
}

function holds(outer: Argument, argument: Argument): boolean {
  if (outer === argument) return true;
  if (outer.type === "variant") return outer.variants.flat().some((inner) => holds(inner, argument));
  if (outer.type !== "options") return false;
  return outer.options.some((option) => option.arguments.some((inner) => holds(inner, argument)));
}

function holdsOption(outer: Argument, option: object): boolean {
  if (outer.type === "variant") return outer.variants.flat().some((inner) => holdsOption(inner, option));
  return outer.type === "options" && outer.options.some((one) => one === option);
}
