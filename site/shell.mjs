// What stands around every page: head, menu, foot.

/** The menu. A page of docs/ that is not in it is an error. */
export const sections = [
  {
    title: "Start",
    pages: [
      ["getting-started.html", "In five minutes"],
      ["install.html", "Installation"],
      ["playground.html", "Playground"],
      ["from-keepalived-t.html", "Coming from keepalived -t"],
      ["seven-mistakes.html", "Seven mistakes that pass -t"],
      ["faq.html", "Questions"],
    ],
  },
  {
    title: "Use",
    pages: [
      ["vscode.html", "VS Code"],
      ["editors.html", "Other editors"],
      ["ci.html", "pre-commit and CI"],
      ["configuration-management.html", "Ansible, Puppet, Salt …"],
      ["configuration.html", "kalint.json"],
      ["formatting.html", "Formatting"],
      ["templates.html", "Templates"],
      ["migration.html", "Between releases"],
      ["failover.html", "Failover"],
      ["convert.html", "As JSON"],
      ["graph.html", "The picture"],
      ["real-server.html", "Real servers"],
      ["api.html", "In programs"],
    ],
  },
  {
    title: "Look up",
    pages: [
      ["rules/index.html", "Rules"],
      ["keywords/index.html", "Keywords"],
      ["targets.html", "Targets"],
      ["compatibility.html", "What stays stable"],
      ["security.html", "Security"],
      ["quality.html", "Numbers with proof"],
    ],
  },
];

export function shell({ title, target, body, addresses }) {
  const up = "../".repeat(target.split("/").length - 1);
  const menu = sections
    .map(
      (section) =>
        `<div><h2>${section.title}</h2><ul>${section.pages
          .map(
            ([path, name]) =>
              `<li><a href="${up}${path}"${path === target ? ' aria-current="page"' : ""}>${name}</a></li>`,
          )
          .join("")}</ul></div>`,
    )
    .join("");
  const full =
    title === "kalint" ? "kalint: linter, formatter and language server for keepalived.conf" : `${title} · kalint`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Find mistakes in keepalived configurations, also across the hosts of a cluster.">
<title>${full}</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230f766e'/%3E%3Cpath d='M4 8.5l2.5 2.5L12 5.5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E">
<link rel="stylesheet" href="${up}style.css">
</head>
<body>
<header class="top"><a class="brand" href="${up}index.html">kalint</a><nav aria-label="Main"><a href="${up}playground.html">Playground</a><a href="${up}rules/index.html">Rules</a><a href="${up}keywords/index.html">Keywords</a><a href="${addresses.project}">Source</a></nav></header>
<div class="page">
<details class="menu"><summary>All pages</summary><nav aria-label="Pages">${menu}</nav></details>
${body}
</div>
<footer>MIT licence; <a href="${up}THIRD-PARTY-NOTICES.txt">licences of others</a> in the playground. kalint is not part of the keepalived project.</footer>
<script>if (matchMedia("(min-width: 60rem)").matches) document.querySelector(".menu").open = true;</script>
</body>
</html>
`;
}
