// The page of the playground; its script fills it.
import { filled, texts } from "../shell.mjs";

export async function playgroundPage({ locale, up }) {
  const { distributions, newestVersion, releases } = await import("../../packages/schema/dist/index.js");
  const { play, playground } = texts[locale];
  const versions = releases.filter((one) => one.startsWith("2.")).reverse();
  const option = (value, label = value) => `<option value="${value}">${label}</option>`;
  const views = Object.entries(play.views);
  const worker = locale === "en" ? "playground-worker.js" : `playground-worker.${locale}.js`;
  return `<main class="playground">
<h1>${playground}</h1>
<p>${play.intro}</p>
<div class="bar"><div id="files"></div><button type="button" id="add">${play.addHost}</button>
<label>keepalived <select id="target">${option(newestVersion, filled(play.newest, newestVersion))}<optgroup label="${play.distributions}">${distributions.map(({ name, version }) => option(name, `${name} (${version})`)).join("")}</optgroup><optgroup label="${play.releases}">${versions
    .filter((one) => one !== newestVersion)
    .map((one) => option(one))
    .join("")}</optgroup></select></label>
<button type="button" id="share">${play.share}</button></div>
<div class="panes">
<section class="edit"><div id="editor"></div></section>
<section class="said"><p id="status" role="status">${play.reading}</p>
<div role="tablist">${views.map(([id, name], index) => `<button type="button" role="tab" aria-controls="${id}" aria-selected="${index === 0}">${name}</button>`).join("")}</div>
${views.map(([id], index) => `<div id="${id}" role="tabpanel" class="view"${index === 0 ? "" : " hidden"}>${id === "formatted" ? `<button type="button" id="use-formatted">${play.useText}</button><pre id="formatted-text"></pre>` : ""}</div>`).join("\n")}
</section></div></main>
<script type="application/json" id="texts">${JSON.stringify(play).replaceAll("<", "\\u003c")}</script>
<script src="${up}${worker}" defer></script>
<script src="${up}playground.js" defer></script>`;
}
