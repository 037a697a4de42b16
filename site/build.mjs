// The site: `npm run site` writes it to site/dist, to be opened from the disk or put on any server. Nothing in it is
// loaded from elsewhere. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { addressesOf, readManifest } from "../scripts/addresses.mjs";
import { noticesFile, noticesOf } from "../scripts/notices.mjs";
import { parserAlone } from "../scripts/parser-alone.mjs";
import { sources } from "../scripts/sources.mjs";
import { homePage } from "./home.mjs";
import { markdownPage, pageOf } from "./markdown.mjs";
import { catalogueOf, sayModule, spoken } from "./playground/languages.mjs";
import { playgroundPage } from "./playground/page.mjs";
import { filled, localeOfPage, sections, shell, texts } from "./shell.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "site/dist");
const addresses = addressesOf(readManifest());
const { rules } = await import("../packages/lint/dist/index.js");

/** What the playground never loads: a module that may be loaded later keeps esbuild from joining the others into one scope. */
const withoutLater = {
  name: "without-later",
  setup(bundle) {
    bundle.onResolve({ filter: /./ }, ({ kind, path }) => {
      if (kind === "dynamic-import") return { path, external: true };
    });
  },
};

rmSync(out, { recursive: true, force: true });

const documents = markdownFiles("docs");
for (const path of [...documents, "README.zh-CN.md"]) {
  const { title, html, isIndex } = markdownPage(readFileSync(join(root, path), "utf8"), path, addresses);
  const target = pageOf(path);
  const search = isIndex && target.endsWith("rules/index.html") ? await ruleSearch(localeOfPage(target)) : "";
  write(
    target,
    shell({ title, target, body: `<main class="text">${search}${html}</main>`, addresses, other: otherPage(target) }),
  );
}
for (const locale of ["en", "zh-CN"]) {
  const [folder, up] = locale === "en" ? ["", ""] : [`${locale}/`, "../"];
  const made = {
    index: { title: "kalint", body: homePage({ run, locale, up }) },
    playground: { title: texts[locale].playground, body: await playgroundPage({ locale, up }) },
  };
  for (const [name, { title, body }] of Object.entries(made)) {
    const target = `${folder}${name}.html`;
    write(target, shell({ title, target, body, addresses, other: otherPage(target) }));
  }
}
for (const name of ["style.css", "search.js"]) place(`site/${name}`, name);
for (const name of readdirSync(join(root, "docs/images"))) place(`docs/images/${name}`, `images/${name}`);
await bundle();
checkLinks();

/** The pages: those of the sections first, then whatever else docs/ holds. */
function markdownFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `${folder}/${path}`)
    .sort();
}

/** The page in the other language, or the first page there. */
function otherPage(target) {
  const [other, first] =
    localeOfPage(target) === "en"
      ? [`zh-CN/${target}`, "zh-CN/index.html"]
      : [target.replace("zh-CN/", ""), "index.html"];
  const known = ["index.html", "playground.html"].flatMap((name) => [name, `zh-CN/${name}`]);
  return known.includes(other) || documents.some((path) => pageOf(path) === other) ? other : first;
}

function write(path, text) {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
}

function place(from, to) {
  mkdirSync(dirname(join(out, to)), { recursive: true });
  copyFileSync(join(root, from), join(out, to));
}

/** What the command prints, for pages that show it. */
function run(words, folder = ".") {
  const { stdout, error } = spawnSync(process.execPath, [join(root, "dist/kalint.js"), ...words, "--no-color"], {
    cwd: join(root, folder),
    encoding: "utf8",
    env: { ...process.env, COLUMNS: "88" },
  });
  if (error) throw error;
  return stdout.trimEnd();
}

async function ruleSearch(locale) {
  const { search } = texts[locale];
  const translated = (await catalogueOf(locale)).rules ?? {};
  const index = rules.map(({ id, summary, category, severity }) => ({
    id,
    summary: translated[id]?.summary ?? summary,
    category,
    severity,
  }));
  const up = locale === "en" ? "../" : "../../";
  return `<search><label>${filled(search.label, rules.length)} <input id="rule-search" type="search" autocomplete="off" placeholder="${search.placeholder}"></label><ul id="rule-results" aria-live="polite" data-nothing="${search.nothing}"></ul></search><script id="rule-index" type="application/json">${JSON.stringify(index).replaceAll("<", "\\u003c")}</script><script src="${up}search.js" defer></script>`;
}

/** The page's script, and its worker in each language, from the sources of the packages. */
async function bundle() {
  const page = await bundled("site/playground/main.ts", "playground.js", []);
  writeFileSync(join(out, "playground.js"), page.contents);
  const metafiles = [page.metafile];
  for (const locale of ["en", "zh-CN"]) {
    const name = locale === "en" ? "playground-worker.js" : `playground-worker.${locale}.js`;
    const plugins = [...withTexts(await catalogueOf(locale)), parserAlone, withoutLater];
    const { contents, metafile } = await bundled("site/playground/worker.ts", name, plugins);
    // The page makes the worker from this function's text.
    writeFileSync(join(out, name), `globalThis.playgroundWorker = () => {${contents}};`);
    metafiles.push(metafile);
    const loaded = [name, "playground.js", "style.css", `${locale === "en" ? "" : `${locale}/`}playground.html`];
    const compressed = loaded.map((path) => gzipSync(readFileSync(join(out, path)), { level: 9 }).length);
    const sum = compressed.reduce((all, one) => all + one);
    console.log(`playground, ${locale}: ${Math.round(sum / 1000)} kB with gzip (${compressed.join(" + ")})`);
    if (sum > 400_000) throw new Error("the playground is larger than 400 kB, compressed");
  }
  write(noticesFile, noticesOf(metafiles, root));
}

async function bundled(entry, name, plugins) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(out, name),
    alias: sources,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2022",
    legalComments: "none",
    plugins,
    charset: "utf8",
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  return { metafile, contents: outputFiles[0].text };
}

/** The packages' texts in one language, without those that the playground does not show. */
function withTexts(catalogue) {
  const ofPackages = /(packages[/\\]\w+[/\\]src|site[/\\]playground)[/\\].*\.ts$/;
  return [
    {
      name: "texts",
      setup(bundle) {
        bundle.onLoad({ filter: ofPackages }, ({ path }) => {
          if (catalogue.messages && /locale[/\\]say\.ts$/.test(path))
            return { contents: sayModule, resolveDir: dirname(path) };
          return { contents: withoutMeanings(path, spoken(path, catalogue)), loader: "ts" };
        });
      },
    },
  ];
}

/** What a keyword means is for hovers and pages, and what changes between releases for `migrate`; the playground shows neither. */
function withoutMeanings(path, source) {
  const [, name] = /schema[/\\]src[/\\](?:(keywords)[/\\].*|(\w[\w-]*)\.ts)$/.exec(path)?.filter(Boolean) ?? [];
  if (name === "features") return source.replace(/^( {2}(?:\w+|"[\w-]+")):\s*"(?:[^"\\]|\\.)*"/gm, '$1: ""');
  if (!["keywords", "grammars", "changes", "release-switches", "removed", "routes"].includes(name)) return source;
  return source.replace(
    /\b(summary|note|before|after|advice|subject|source):\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`),?/g,
    "",
  );
}

/** Every link leads to a page that was written. */
function checkLinks() {
  const pages = readdirSync(out, { recursive: true }).filter((path) => path.endsWith(".html"));
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(out, page), "utf8").matchAll(/(?:href|src)="([^"#?]+)[^"]*"/g)]
      .map(([, link]) => link)
      .filter((link) => !/^[a-z]+:/.test(link) && !exists(join(out, dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  );
  if (broken.length > 0) throw new Error(`links that lead nowhere:\n${broken.join("\n")}`);
  const listed = new Set(sections.flatMap(({ pages }) => pages.map(([path]) => path)));
  const lost = pages.filter((page) => !page.includes("/") && page !== "index.html" && !listed.has(page));
  if (lost.length > 0) throw new Error(`pages that no menu names: ${lost.join(", ")}`);
  console.log(`${pages.length} pages in ${relative(root, out)}`);
}

function exists(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
