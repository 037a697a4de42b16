import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient";
import { filtersWhileTyping } from "./filters.js";

/**
 * The server answers anew at every key, and behind a whole word with nothing, so that Enter ends the line. VS Code shows an
 * unfinished list as it was until the answer to the key is there: an Enter that is faster takes what was only begun. So
 * what comes up while typing is given as finished, with filters that leave nothing behind a whole word either. A list that
 * was asked for before a word is begun stays unfinished: VS Code would freeze it there.
 */
export const whileTyping: Pick<Middleware, "provideCompletionItem"> = {
  async provideCompletionItem(document, position, context, token, next) {
    const list = await next(document, position, context, token);
    if (!list || Array.isArray(list)) return list;
    const [first] = list.items;
    if (!first || context.triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions) return list;
    const typed = document.getText(typedRange(first, position));
    if (typed === "" && context.triggerKind === vscode.CompletionTriggerKind.Invoke) return list;
    const filters = filtersWhileTyping(list.items.map(described), typed);
    for (const [index, item] of list.items.entries()) item.filterText = filters[index]!;
    return new vscode.CompletionList(list.items, false);
  },
};

function typedRange({ range }: vscode.CompletionItem, position: vscode.Position): vscode.Range {
  if (!range) return new vscode.Range(position, position);
  return range instanceof vscode.Range ? range : range.inserting;
}

function described({ label, filterText, kind }: vscode.CompletionItem) {
  const word = typeof label === "string" ? label : label.label;
  return {
    word,
    filter: filterText ?? word,
    isValue: kind === vscode.CompletionItemKind.EnumMember || kind === vscode.CompletionItemKind.Reference,
  };
}
