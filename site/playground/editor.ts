/** The editor: CodeMirror with the generated grammar, findings under the text, and fixes at each finding. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  StreamLanguage,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { keepalived } from "../../grammars/keepalived.codemirror.js";
import type { DiagnosticOutput } from "../../packages/cli/src/report/output.js";

type Range = DiagnosticOutput["range"];
export type Edit = DiagnosticOutput["fixes"][number]["edits"][number];

/** Colours are the page's own variables, so that they follow light and dark. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword], color: "var(--code-keyword)", fontWeight: "600" },
  { tag: tags.propertyName, color: "var(--code-attr)" },
  { tag: tags.attributeName, color: "var(--code-params)" },
  { tag: [tags.atom, tags.number, tags.literal], color: "var(--code-number)" },
  { tag: tags.className, color: "var(--code-title)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.labelName, tags.variableName], color: "var(--code-meta)" },
  { tag: tags.deleted, textDecoration: "line-through" },
]);

export interface Editor {
  readonly view: EditorView;
  show(text: string): void;
  mark(diagnostics: readonly DiagnosticOutput[], apply: (edits: readonly Edit[]) => void): void;
  select(range: Range): void;
}

export function createEditor(parent: HTMLElement, changed: (text: string) => void): Editor {
  const extensions = [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    lintGutter(),
    EditorState.tabSize.of(4),
    StreamLanguage.define(keepalived),
    syntaxHighlighting(colours),
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.contentAttributes.of({ "aria-label": "keepalived.conf", spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
  ];
  const stateOf = (doc: string) => EditorState.create({ doc, extensions });
  const view = new EditorView({ parent, state: stateOf("") });
  return {
    view,
    show: (text) => view.setState(stateOf(text)),
    mark(diagnostics, apply) {
      const shown = diagnostics.map((one): Diagnostic => {
        const { from, to } = offsets(view.state.doc, one.range);
        return {
          from,
          to,
          severity: one.severity,
          source: one.rule,
          message: one.message,
          actions: one.fixes.map((fix) => ({ name: fix.title, apply: () => apply(fix.edits) })),
        };
      });
      view.dispatch(setDiagnostics(view.state, shown));
    },
    select(range) {
      const { from, to } = offsets(view.state.doc, range);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      view.focus();
    },
  };
}

/** Lines and columns count from 1, columns in UTF-16 units; what lies behind the text's end is its end. */
export function offsets(doc: Text, { start, end }: Range): { readonly from: number; readonly to: number } {
  const at = ({ line, column }: Range["start"]) => {
    if (line > doc.lines) return doc.length;
    const { from, to } = doc.line(line);
    return Math.min(from + column - 1, to);
  };
  return { from: at(start), to: Math.max(at(start), at(end)) };
}
