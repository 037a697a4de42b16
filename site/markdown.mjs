// Pages of docs/ as HTML: code in colours, links between pages, links to files of the repository.
import { posix } from "node:path";
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import lua from "highlight.js/lib/languages/lua";
import ruby from "highlight.js/lib/languages/ruby";
import yaml from "highlight.js/lib/languages/yaml";
import { Marked } from "marked";
import keepalived from "../grammars/keepalived.highlight.js";

const languages = { bash, ini, javascript, json, lua, ruby, yaml, keepalived };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);
const aliases = { sh: "bash", js: "javascript", jsonc: "json", yml: "yaml", hcl: "ini", puppet: "ruby" };

/** `path`: in the repository, such as `docs/rules/README.md`. */
export function markdownPage(text, path, addresses) {
  const slugs = new Map();
  const marked = new Marked({
    walkTokens(token) {
      if (token.type === "link" || token.type === "image") token.href = target(token.href, path, addresses);
    },
    renderer: {
      code: ({ text: code, lang }) => `<pre><code>${coloured(code, lang)}</code></pre>`,
      heading({ tokens, depth, text: title }) {
        return `<h${depth} id="${slug(title, slugs)}">${this.parser.parseInline(tokens)}</h${depth}>`;
      },
      table(token) {
        const row = (cells, kind) =>
          `<tr>${cells.map((cell) => `<${kind}>${this.parser.parseInline(cell.tokens)}</${kind}>`).join("")}</tr>`;
        const head = token.header.some(({ text: cell }) => cell !== "")
          ? `<thead>${row(token.header, "th")}</thead>`
          : "";
        return `<div class="scroll"><table>${head}<tbody>${token.rows.map((cells) => row(cells, "td")).join("")}</tbody></table></div>`;
      },
    },
  });
  const body = text.replace(/<!--[\s\S]*?-->\n*/g, "");
  return {
    title: /^# (.*)$/m.exec(body)?.[1]?.replaceAll("`", "") ?? path,
    html: marked.parse(body),
    isIndex: path.endsWith("README.md"),
  };
}

export function coloured(code, language = "") {
  const name = aliases[language] ?? language;
  return hljs.getLanguage(name) ? hljs.highlight(code, { language: name }).value : escapeHtml(code);
}

export function escapeHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Where a document of the repository is in the site. */
export function pageOf(path) {
  if (path === "README.zh-CN.md") return "zh-CN/readme.html";
  return posix
    .relative("docs", path)
    .replace(/README\.md$/, "index.html")
    .replace(/\.md$/, ".html");
}

/** A page of docs/ becomes its page here, the README the first page, any other file its place in the repository. */
function target(href, path, { project }) {
  if (/^[a-z]+:|^#/.test(href)) return href;
  const [file, anchor] = href.split("#");
  const found = posix.normalize(posix.join(posix.dirname(path), file));
  if (!/^(docs\/|README(\.zh-CN)?\.md$)/.test(found)) return `${project}/blob/main/${found}`;
  const page = found === "README.md" ? "index.html" : pageOf(found);
  const link = posix.relative(posix.dirname(pageOf(path)), page);
  return anchor === undefined ? link : `${link}#${anchor}`;
}

/** As GitHub names headings, so that links hold in both. */
function slug(title, used) {
  const plain = title
    .replaceAll("`", "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
  const count = used.get(plain) ?? 0;
  used.set(plain, count + 1);
  return count === 0 ? plain : `${plain}-${count}`;
}
