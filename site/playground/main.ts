/** The playground: one or more hosts' files on one side, what kalint says of them on the other. */
import { Text } from "@codemirror/state";
import type { DiagnosticOutput } from "../../packages/cli/src/report/output.js";
import { createEditor, type Edit, offsets } from "./editor.js";
import { example } from "./examples.js";
import type { Answer, Failure, Request, Table } from "./protocol.js";
import { fromFragment, toFragment } from "./share.js";

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const tabs = byId("files");
const target = byId<HTMLSelectElement>("target");
const status = byId("status");

const shared = await fromFragment(location.hash.slice(1));
const files = new Map(Object.entries(shared?.files ?? example));
let current = [...files.keys()][0] ?? "keepalived.conf";
let answer: Answer | undefined;
let sent = 0;

if (shared && [...target.options].some(({ value }) => value === shared.target)) target.value = shared.target;
const worker = new Worker("playground-worker.js", { type: "module" });
let timer: ReturnType<typeof setTimeout> | undefined;
const editor = createEditor(byId("editor"), (text) => {
  files.set(current, text);
  ask(120);
});

worker.addEventListener("message", ({ data }: MessageEvent<Answer | Failure>) => {
  if (data.id !== sent) return;
  if ("error" in data) {
    status.textContent = `kalint failed: ${data.error}`;
    return;
  }
  answer = data;
  showAnswer(data);
});
target.addEventListener("change", () => ask(0));
byId("add").addEventListener("click", () => {
  let number = files.size + 1;
  while (files.has(`lb${number}/keepalived.conf`)) number += 1;
  // Another host is mostly a copy of the first with another state and priority.
  files.set(`lb${number}/keepalived.conf`, files.get(current) ?? "");
  open(`lb${number}/keepalived.conf`);
  ask(0);
});
byId("share").addEventListener("click", async () => {
  location.hash = await toFragment({ files: Object.fromEntries(files), target: target.value });
  let said = "The address of this page now holds the files.";
  try {
    await navigator.clipboard.writeText(location.href);
    said = "Copied: the address holds the files, and no server sees them.";
  } catch {
    // Without permission the address bar has it all the same.
  }
  status.textContent = said;
});
byId("use-formatted").addEventListener("click", () => {
  const text = answer?.formatted[current];
  if (text === undefined) return;
  files.set(current, text);
  open(current);
  ask(0);
});
const views = [...document.querySelectorAll<HTMLButtonElement>("[role=tab][aria-controls]")];
for (const view of views) view.addEventListener("click", () => choose(view));

open(current);
ask(0);

function choose(chosen: HTMLButtonElement): void {
  for (const view of views) {
    view.setAttribute("aria-selected", String(view === chosen));
    byId(view.getAttribute("aria-controls") ?? "").hidden = view !== chosen;
  }
}

/** Asks once nothing has changed for so many milliseconds; an answer to an older question is dropped. */
function ask(wait: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    sent += 1;
    const request: Request = { id: sent, files: Object.fromEntries(files), target: target.value };
    worker.postMessage(request);
  }, wait);
}

function open(path: string): void {
  current = path;
  editor.show(files.get(path) ?? "");
  showTabs();
  if (answer) showAnswer(answer);
}

function showTabs(): void {
  tabs.replaceChildren(
    ...[...files.keys()].map((path) => {
      const count = diagnosticsOf(path).length;
      const tab = element("button", { type: "button", class: path === current ? "file current" : "file" }, path);
      if (count > 0) tab.append(element("span", { class: "count" }, String(count)));
      tab.addEventListener("click", () => open(path));
      tab.addEventListener("dblclick", () => rename(path));
      if (files.size < 2) return tab;
      const close = element("button", { type: "button", class: "close", "aria-label": `Remove ${path}` }, "×");
      close.addEventListener("click", () => {
        files.delete(path);
        open(path === current ? ([...files.keys()][0] ?? "") : current);
        ask(0);
      });
      return element("span", { class: "tab" }, tab, close);
    }),
  );
}

function rename(path: string): void {
  const name = prompt("Path of this file", path)?.trim();
  if (!name || name === path || files.has(name)) return;
  const entries = [...files].map(([one, text]): [string, string] => [one === path ? name : one, text]);
  files.clear();
  for (const [one, text] of entries) files.set(one, text);
  open(name);
  ask(0);
}

function diagnosticsOf(path: string): readonly DiagnosticOutput[] {
  return answer?.report.files.find((file) => file.path === path)?.diagnostics ?? [];
}

function showAnswer(given: Answer): void {
  showTabs();
  editor.mark(diagnosticsOf(current), (edits) => apply(current, edits));
  const { errors, warnings, infos } = given.report.summary;
  status.textContent =
    errors + warnings + infos === 0
      ? "Nothing found."
      : `${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(infos, "note")}`;
  showFindings(given);
  byId("failover").replaceChildren(
    ...(given.failover.length > 0
      ? given.failover.map(tableOf)
      : [element("p", {}, "No cluster: add the file of a second host that shares a virtual address.")]),
  );
  // The picture is our own SVG, in which every text of the files is escaped.
  byId("picture").innerHTML = given.picture || "<p>Nothing to draw yet.</p>";
  byId("effective").replaceChildren(
    ...given.effective.flatMap(({ title, text }) => [element("h3", {}, title), element("pre", {}, text)]),
  );
  const formatted = given.formatted[current] ?? "";
  byId("formatted-text").textContent = formatted;
  byId<HTMLButtonElement>("use-formatted").disabled = formatted === files.get(current);
}

function showFindings({ report }: Answer): void {
  const items = report.files.flatMap(({ path, diagnostics }) => diagnostics.map((one) => findingOf(path, one)));
  byId("findings").replaceChildren(
    ...(items.length > 0 ? items : [element("p", { class: "clean" }, "No findings. Try the failover table.")]),
  );
}

function findingOf(path: string, one: DiagnosticOutput): HTMLElement {
  const place = element("button", { type: "button", class: "place" }, `${path}:${one.range.start.line}`);
  place.addEventListener("click", () => {
    if (path !== current) open(path);
    editor.select(one.range);
  });
  const fixes = one.fixes.map((fix) => {
    const button = element(
      "button",
      { type: "button", class: fix.safe ? "fix" : "fix unsafe", title: fix.safe ? "" : "May change what is meant" },
      ...withCode(fix.title),
    );
    button.addEventListener("click", () => apply(path, fix.edits));
    return button;
  });
  return element(
    "article",
    { class: `finding ${one.severity}` },
    element(
      "header",
      {},
      element("strong", {}, one.severity),
      place,
      element("a", { href: `rules/${one.rule}.html`, target: "_blank", rel: "noopener" }, one.rule),
      ...(one.daemon ? [element("span", { class: "claim", title: "keepalived -t complains too" }, "-t")] : []),
    ),
    element("p", { class: "message" }, ...withCode(one.message)),
    element("p", {}, ...withCode(one.help)),
    ...one.related.map((also) =>
      element("p", { class: "also" }, `${also.path}:${also.range.start.line}  ${also.message}`),
    ),
    element("div", { class: "fixes" }, ...fixes),
  );
}

/** Edits of several files, each from its end to its start, so that places stay true. */
function apply(path: string, edits: readonly Edit[]): void {
  for (const name of new Set(edits.map((edit) => edit.path ?? path))) {
    const doc = Text.of((files.get(name) ?? "").split("\n"));
    const placed = edits
      .filter((edit) => (edit.path ?? path) === name)
      .map((edit) => ({ ...offsets(doc, edit.range), text: edit.text }))
      .sort((a, b) => b.from - a.from);
    let text = doc.toString();
    for (const edit of placed) text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
    files.set(name, text);
  }
  open(current);
  ask(0);
}

function tableOf({ title, headings, rows, limits }: Table): HTMLElement {
  const cells = (kind: "th" | "td", texts: readonly string[]) => texts.map((text) => element(kind, {}, text));
  return element(
    "section",
    {},
    element("h3", {}, title),
    element(
      "div",
      { class: "scroll" },
      element(
        "table",
        {},
        element("thead", {}, element("tr", {}, ...cells("th", headings))),
        element("tbody", {}, ...rows.map((row) => element("tr", { class: row.mark }, ...cells("td", row.cells)))),
      ),
    ),
    ...limits.map((limit) => element("p", { class: "limit" }, limit)),
  );
}

/** Words between backticks as code. */
function withCode(text: string): (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : element("code", {}, part)));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== "") made.setAttribute(key, value);
  made.append(...children);
  return made;
}
