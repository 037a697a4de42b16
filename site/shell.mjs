// What is around every page: head, menu, foot.
import { readFileSync } from "node:fs";

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
      ["sources.html", "Sources"],
    ],
  },
];

/** The pages that there are in Chinese, and the way to the others. */
const chineseSections = [
  {
    title: "中文",
    pages: [
      ["zh-CN/readme.html", "简介和安装"],
      ["zh-CN/playground.html", "在线试用"],
      ["zh-CN/rules/index.html", "规则"],
      ["zh-CN/glossary.html", "术语表"],
    ],
  },
  {
    title: "英文",
    pages: [
      ["getting-started.html", "五分钟入门"],
      ["install.html", "安装"],
      ["from-keepalived-t.html", "与 keepalived -t 相比"],
      ["seven-mistakes.html", "-t 通过的七个错误"],
      ["faq.html", "常见问题"],
      ["vscode.html", "VS Code"],
      ["editors.html", "其他编辑器"],
      ["ci.html", "pre-commit 和 CI"],
      ["configuration-management.html", "Ansible、Puppet、Salt …"],
      ["configuration.html", "kalint.json"],
      ["keywords/index.html", "关键字"],
      ["targets.html", "各发行版的版本"],
    ],
  },
];

const read = (name) => JSON.parse(readFileSync(new URL(`texts/${name}.json`, import.meta.url), "utf8"));
export const texts = { en: read("en"), "zh-CN": read("zh-CN") };

/** @param {string} target a page of the site, such as `zh-CN/rules/index.html` */
export function localeOfPage(target) {
  return target.startsWith("zh-CN/") ? "zh-CN" : "en";
}

/** `text` with each `{0}`, `{1}` … replaced. */
export function filled(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** Which language was chosen is kept in this browser; the files of a playground go along. */
const languageScript = `document.querySelector(".language").addEventListener("click", ({ currentTarget: link }) => {
  link.hash = location.hash;
  try { localStorage.setItem("language", link.lang); } catch {}
});`;

/** The first pages are shown in the browser's language, unless another one was chosen or the choice cannot be kept. */
const browserLanguageScript = (other) => `
try {
  const chosen = localStorage.getItem("language") ?? navigator.language;
  if (/^zh(?!.*(hant|tw|hk|mo))/i.test(chosen)) location.replace("${other}" + location.hash);
} catch {}`;

/** `other`: the same page in the other language, or the first page there. */
export function shell({ title, target, body, addresses, other }) {
  const locale = localeOfPage(target);
  const said = texts[locale];
  const otherLocale = locale === "en" ? "zh-CN" : "en";
  const own = locale === "en" ? "" : `${locale}/`;
  const up = "../".repeat(target.split("/").length - 1);
  const menu = (locale === "en" ? sections : chineseSections)
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
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${said.description}">
<title>${title === "kalint" ? said.tagline : `${title} · kalint`}</title>
<link rel="alternate" hreflang="${otherLocale}" href="${up}${other}">
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230f766e'/%3E%3Cpath d='M4 8.5l2.5 2.5L12 5.5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E">
<link rel="stylesheet" href="${up}style.css">
</head>
<body>
<header class="top"><a class="brand" href="${up}${own}index.html">kalint</a><nav aria-label="${said.main}"><a href="${up}${own}playground.html">${said.playground}</a><a href="${up}${own}rules/index.html">${said.rules}</a><a href="${up}keywords/index.html">${said.keywords}</a><a href="${addresses.project}">${said.source}</a></nav><a class="language" lang="${otherLocale}" hreflang="${otherLocale}" href="${up}${other}">${texts[otherLocale].name}</a></header>
<div class="page">
<details class="menu"><summary>${said.allPages}</summary><nav aria-label="${said.pages}">${menu}</nav></details>
${body}
</div>
<footer>${filled(said.foot, `${up}THIRD-PARTY-NOTICES.txt`)}</footer>
<script>if (matchMedia("(min-width: 60rem)").matches) document.querySelector(".menu").open = true;
${languageScript}${/^(index|playground)\.html$/.test(target) ? browserLanguageScript(up + other) : ""}</script>
</body>
</html>
`;
}
