// The first page: what a stranger must see to know whether kalint is for them.
import { readFileSync } from "node:fs";
import { escapeHtml } from "./markdown.mjs";
import { filled, texts } from "./shell.mjs";

/** `up`: from this page to the first folder of the site. */
export function homePage({ run, locale, up }) {
  const { home } = texts[locale];
  const own = locale === "en" ? "" : `${locale}/`;
  const finding = run(["check", "--locale", locale], "fixtures/clusters/web-pair-mismatched-virtual-router-id");
  const failover = run(["failover", "--locale", locale, "fixtures/clusters/web-pair-ok"])
    .split("\n\n")
    .slice(0, 3)
    .join("\n\n");
  const picture =
    locale === "en"
      ? readFileSync(new URL("../docs/images/cluster.svg", import.meta.url), "utf8")
      : run(["graph", "--locale", locale, "--format", "svg", "fixtures/clusters/web-pair-ok"]);
  const cards = home.cards.map(
    ([path, title, text]) => `<div><h3><a href="${up}${path}">${title}</a></h3><p>${text}</p></div>`,
  );
  return `<main class="home">
<section class="hero"><h1>${home.title}</h1>
<p class="lead">${home.lead}</p>
<p><a class="button" href="${up}${own}playground.html">${home.try}</a> <a class="button plain" href="${up}${home.startPage}">${home.start}</a></p></section>
<section><h2>${home.names}</h2><p>${home.namesWhy}</p><pre>${escapeHtml(finding)}</pre></section>
<section><h2>${home.predicts}</h2><p>${filled(home.predictsWhy, up)}</p><div class="scroll"><pre>${escapeHtml(failover)}</pre></div></section>
<section><h2>${home.draws}</h2><div class="scroll picture">${picture.replace(/<\?xml[^>]*>/, "")}</div></section>
<section class="cards">${cards.join("\n")}</section>
</main>`;
}
