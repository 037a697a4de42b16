// The page of the playground; its script fills it.
export async function playgroundPage() {
  const { distributions, newestVersion, releases } = await import("../../packages/schema/dist/index.js");
  const versions = releases.filter((one) => one.startsWith("2.")).reverse();
  const option = (value, label = value) => `<option value="${value}">${label}</option>`;
  const views = [
    ["findings", "Findings"],
    ["failover", "Failover"],
    ["picture", "Picture"],
    ["effective", "Effective"],
    ["formatted", "Formatted"],
  ];
  return `<main class="playground">
<h1>Playground</h1>
<p>Paste the configurations of one or more hosts. Everything runs in this page: no text leaves your browser.</p>
<div class="bar"><div id="files"></div><button type="button" id="add">+ host</button>
<label>keepalived <select id="target">${option(newestVersion, `${newestVersion} (newest)`)}<optgroup label="Distributions">${distributions.map(({ name, version }) => option(name, `${name} (${version})`)).join("")}</optgroup><optgroup label="Releases">${versions
    .filter((one) => one !== newestVersion)
    .map((one) => option(one))
    .join("")}</optgroup></select></label>
<button type="button" id="share">Share</button></div>
<div class="panes">
<section class="edit"><div id="editor"></div></section>
<section class="said"><p id="status" role="status">Reading …</p>
<div role="tablist">${views.map(([id, name], index) => `<button type="button" role="tab" aria-controls="${id}" aria-selected="${index === 0}">${name}</button>`).join("")}</div>
${views.map(([id], index) => `<div id="${id}" role="tabpanel" class="view"${index === 0 ? "" : " hidden"}>${id === "formatted" ? '<button type="button" id="use-formatted">Use this text</button><pre id="formatted-text"></pre>' : ""}</div>`).join("\n")}
</section></div></main>
<script type="module" src="playground.js"></script>`;
}
