/** The playground: one or more hosts' files on one side, what kalint says of them on the other. */
import { Text } from "@codemirror/state";
import type { DiagnosticOutput } from "../../packages/cli/src/report/output.js";
import type { Texts } from "../texts/texts.js";
import { createEditor, type Edit, offsets } from "./editor.js";
import { example } from "./examples.js";
import type { Answer, Failure, Request, Table } from "./protocol.js";
import { fromFragment, toFragment } from "./share.js";

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const play: Texts["play"] = JSON.parse(byId("texts").textContent);
const tabs = byId("files");
const target = byId<HTMLSelectElement>("target");
const status = byId("status");

const files = new Map(Object.entries(example));
let current = "";
let answer: Answer | undefined;
let sent = 0;

// From its text, so that the page works from the disk, too: there a browser starts no worker from a file.
declare const playgroundWorker: () => void;
const worker = new Worker(URL.createObjectURL(new Blob([`(${playgroundWorker})()`], { type: "text/javascript" })));
let timer: ReturnType<typeof setTimeout> | undefined;
const editor = createEditor(byId("editor"), (text) => {
  files.set(current, text);
  ask(120);
});

worker.addEventListener("message", ({ data }: MessageEvent<Answer | Failure>) => {
  if (data.id !== sent) return;
  if ("error" in data) {
    status.textContent = filled(play.failed, data.error);
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
  let said = play.held;
  try {
    await navigator.clipboard.writeText(location.href);
    said = play.copied;
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

void start();

/** With the files of the address, or those of the example. */
async function start(): Promise<void> {
  const shared = await fromFragment(location.hash.slice(1));
  if (shared) {
    files.clear();
    for (const [path, text] of Object.entries(shared.files)) files.set(path, text);
    if ([...target.options].some(({ value }) => value === shared.target)) target.value = shared.target;
  }
  open([...files.keys()][0] ?? "keepalived.conf");
  ask(0);
}

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
      const close = element("button", { type: "button", class: "close", "aria-label": filled(play.remove, path) }, "×");
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
  const name = prompt(play.rename, path)?.trim();
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
      ? play.clean
      : filled(play.counts, counted(errors, play.errors), counted(warnings, play.warnings), counted(infos, play.infos));
  showFindings(given);
  byId("failover").replaceChildren(
    ...(given.failover.length > 0 ? given.failover.map(tableOf) : [element("p", {}, play.noCluster)]),
  );
  // The picture is our own SVG, in which every text of the files is escaped.
  byId("picture").innerHTML = given.picture || `<p>${play.noPicture}</p>`;
  byId("effective").replaceChildren(
    ...given.effective.flatMap(({ title, text }) => [element("h3", {}, title), element("pre", {}, text)]),
  );
  const formatted = given.formatted[current] ?? "";
  byId("formatted-text").textContent = formatted;
  byId<HTMLButtonElement>("use-formatted").disabled = formatted === files.get(current);
}

function showFindings({ report }: Answer): void {
  // The other side of a finding between hosts is marked in its file, and named by that finding.
  const items = report.files.flatMap(({ path, diagnostics }) =>
    diagnostics.filter(({ mirrors }) => !mirrors).map((one) => findingOf(path, one)),
  );
  byId("findings").replaceChildren(...(items.length > 0 ? items : [element("p", { class: "clean" }, play.noFindings)]));
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
      { type: "button", class: fix.safe ? "fix" : "fix unsafe", title: fix.safe ? "" : play.unsafe },
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
      element("strong", {}, play[one.severity]),
      place,
      element("a", { href: `rules/${one.rule}.html`, target: "_blank", rel: "noopener" }, one.rule),
      ...(one.daemon ? [element("span", { class: "claim", title: play.claim }, "-t")] : []),
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

function counted(count: number, [one, many]: readonly string[]): string {
  return filled((count === 1 ? one : many) ?? "", String(count));
}

/** A text of the page with each `{0}`, `{1}` … replaced. */
function filled(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "");
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
