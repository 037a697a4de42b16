// The site: `npm run site` writes it to site/dist, to be opened from the disk or put on any server. Nothing in it is
// loaded from elsewhere. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { addressesOf, readManifest } from "../scripts/addresses.mjs";
import { noticesFile, noticesOf } from "../scripts/notices.mjs";
import { sources } from "../scripts/sources.mjs";
import { withoutLexer } from "../scripts/without-lexer.mjs";
import { homePage } from "./home.mjs";
import { markdownPage } from "./markdown.mjs";
import { playgroundPage } from "./playground/page.mjs";
import { sections, shell } from "./shell.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "site/dist");
const addresses = addressesOf(readManifest());
const { rules } = await import("../packages/lint/dist/index.js");

rmSync(out, { recursive: true, force: true });

for (const path of markdownFiles("docs")) {
  const { title, html, isIndex } = markdownPage(readFileSync(join(root, path), "utf8"), path, addresses);
  const target = pageOf(path);
  const search = isIndex && path === "docs/rules/README.md" ? ruleSearch() : "";
  write(target, shell({ title, target, body: `<main class="text">${search}${html}</main>`, addresses }));
}
write("index.html", shell({ title: "kalint", target: "index.html", body: homePage({ run, addresses }), addresses }));
write(
  "playground.html",
  shell({ title: "Playground", target: "playground.html", body: await playgroundPage(), addresses }),
);
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

function pageOf(path) {
  return relative("docs", path)
    .replace(/README\.md$/, "index.html")
    .replace(/\.md$/, ".html");
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

function ruleSearch() {
  const index = rules.map(({ id, summary, category, severity }) => ({ id, summary, category, severity }));
  return `<search><label>Search ${rules.length} rules <input id="rule-search" type="search" autocomplete="off" placeholder="preempt, unicast, weight …"></label><ul id="rule-results" aria-live="polite"></ul></search><script id="rule-index" type="application/json">${JSON.stringify(index).replaceAll("<", "\\u003c")}</script><script src="../search.js" defer></script>`;
}

/** The page's script and its worker, from the sources of the packages. */
async function bundle() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { playground: "site/playground/main.ts", "playground-worker": "site/playground/worker.ts" },
    outdir: out,
    alias: sources,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    legalComments: "none",
    plugins: [withoutTexts(), withoutExamples(), withoutLexer, withoutTags()],
    charset: "utf8",
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  write(noticesFile, noticesOf([metafile], root));
  let compressed = 0;
  for (const { path, contents } of outputFiles) {
    writeFileSync(path, contents);
    compressed += gzipSync(contents, { level: 9 }).length;
    console.log(`${relative(out, path)}: ${contents.length} bytes, ${brotliCompressSync(contents).length} with brotli`);
  }
  for (const name of ["playground.html", "style.css"]) compressed += gzipSync(readFileSync(join(out, name))).length;
  console.log(`playground: ${Math.round(compressed / 1000)} kB with gzip`);
  if (compressed > 400_000) throw new Error("the playground is larger than 400 kB, compressed");
}

/** What a keyword means is for hovers and pages, and what changes between releases for `migrate`; the playground shows neither. */
function withoutTexts() {
  return {
    name: "schema-without-texts",
    setup(bundle) {
      bundle.onLoad(
        {
          filter:
            /packages[/\\]schema[/\\]src[/\\](keywords[/\\].*|grammars|changes|release-switches|removed|features)\.ts$/,
        },
        ({ path }) => ({
          contents: untagged(path).replace(
            path.includes("features")
              ? /^( {2}(?:\w+|"[\w-]+")):\s*"(?:[^"\\]|\\.)*"/gm
              : /\b(summary|note|before|after|advice|subject|source):\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'),?/g,
            path.includes("features") ? '$1: ""' : "",
          ),
          loader: "ts",
        }),
      );
    },
  };
}

/** The playground speaks English: its texts need not be looked up. */
function withoutTags() {
  return {
    name: "texts-without-tags",
    setup(bundle) {
      bundle.onLoad({ filter: /packages[/\\]\w+[/\\]src[/\\].*\.ts$/ }, ({ path }) => ({
        contents: untagged(path),
        loader: "ts",
      }));
    },
  };
}

function untagged(path) {
  return readFileSync(path, "utf8").replace(/\bsay`/g, "`");
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

/** What the rules' pages, lists and tests show is not shown by the playground. */
function withoutExamples() {
  return {
    name: "rules-without-examples",
    setup(bundle) {
      bundle.onLoad({ filter: /packages[/\\]lint[/\\]src[/\\]rules[/\\].*\.ts$/ }, ({ path }) => ({
        contents: untagged(path)
          .replace(/^ {2}(bad|good|evidence|source):\s+(?:\[\n[\s\S]*?\n {2}\]|\S.*),$/gm, "  $1: [],")
          .replace(/^ +description:\s+("(?:[^"\\]|\\.)*"),$/gm, "")
          // Said only of templates whose renderings disagree: there the reason does as well.
          .replace(/^ {2}summary:\s+("(?:[^"\\]|\\.)*"),$/gm, "  get summary() { return this.why; },"),
        loader: "ts",
      }));
    },
  };
}
