// The first page: what a stranger must see to know whether kalint is for them.
import { readFileSync } from "node:fs";
import { escapeHtml } from "./markdown.mjs";

export function homePage({ run }) {
  const finding = run(["check"], "fixtures/clusters/web-pair-mismatched-virtual-router-id");
  const failover = run(["failover", "fixtures/clusters/web-pair-ok"]).split("\n\n").slice(0, 2).join("\n\n");
  const picture = readFileSync(new URL("../docs/images/cluster.svg", import.meta.url), "utf8");
  return `<main class="home">
<section class="hero"><h1>Find the mistake before the failover does</h1>
<p class="lead">kalint is a linter, formatter and language server for <code>keepalived.conf</code>. It reads the configuration as the daemon does, for the release that you run, and compares all hosts of a cluster. It does not need root or the host itself.</p>
<p><a class="button" href="playground.html">Try it in the browser</a> <a class="button plain" href="getting-started.html">Start in five minutes</a></p></section>
<section><h2>It names what keepalived accepts silently</h2><p>Two hosts, one different number, and both become MASTER. <code>keepalived -t</code> passes on each.</p><pre>${escapeHtml(finding)}</pre></section>
<section><h2>It predicts who takes over</h2><p>The prediction is compared with real daemons in <a href="failover.html">network namespaces</a>.</p><div class="scroll"><pre>${escapeHtml(failover)}</pre></div></section>
<section><h2>It draws the cluster</h2><div class="scroll picture">${picture.replace(/<\?xml[^>]*>/, "")}</div></section>
<section class="cards"><div><h3><a href="editors.html">In your editor</a></h3><p>VS Code, Neovim, Emacs, Helix: findings as you type, hovers for every keyword, completion, rename across hosts.</p></div>
<div><h3><a href="ci.html">In CI</a></h3><p>pre-commit, GitHub, GitLab, SARIF, JUnit; a baseline for old repositories.</p></div>
<div><h3><a href="configuration-management.html">Before a deployment</a></h3><p>Ansible <code>validate</code>, Puppet <code>validate_cmd</code>, Salt <code>check_cmd</code>.</p></div>
<div><h3><a href="rules/index.html">Rules with reasons</a></h3><p>Each with an example, a fix where one is certain, and a mark where <code>keepalived -t</code> agrees.</p></div></section>
</main>`;
}
