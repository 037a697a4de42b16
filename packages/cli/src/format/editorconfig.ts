import { resolve } from "node:path";
import { type FormatOptions, optionsOfEditorConfig } from "@kalint/format";
import { parse } from "editorconfig-without-wasm";

/** What the `.editorconfig` files above a path say, as far as the formatter knows it. */
export async function editorConfigOf(directory: string, path: string): Promise<FormatOptions> {
  return optionsOfEditorConfig({ ...(await parse(resolve(directory, path), { unset: true })) });
}
