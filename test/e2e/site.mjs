// The site in Chromium, from the disk's files over loopback: node test/e2e/site.mjs. Needs `npm run site` and chromium.
// KALINT_SCREENSHOTS=FOLDER keeps pictures of every page that is looked at, in light and dark, wide and narrow.
import { createReadStream, existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { createChecks } from "./checks.mjs";
import { chromiumArguments, chromiumPath } from "./chromium.mjs";

const site = fileURLToPath(new URL("../../site/dist", import.meta.url));
const pictures = process.env.KALINT_SCREENSHOTS;
const { check, finish } = createChecks("site");
if (pictures) mkdirSync(pictures, { recursive: true });

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });

const noise = [];
const outside = [];
async function open(path, { width = 1280, scheme = "light", locale = "en-US", from = origin } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 860 }, colorScheme: scheme, locale });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && noise.push(`${path}: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`${path}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(from) && !/^(data|blob):/.test(request.url())) outside.push(request.url());
  });
  await page.goto(`${from}/${path}`);
  return page;
}
const picture = (page, name, options) =>
  pictures ? page.screenshot({ path: join(pictures, `${name}.png`), ...options }) : undefined;
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

try {
  for (const [name, options] of Object.entries({
    light: {},
    dark: { scheme: "dark" },
    phone: { width: 390 },
  })) {
    for (const path of [
      "index.html",
      "rules/index.html",
      "rules/unknown-keyword.html",
      "keywords/vrrp_instance.html",
      "targets.html",
      "seven-mistakes.html",
      "zh-CN/index.html",
      "zh-CN/readme.html",
      "zh-CN/rules/index.html",
      "zh-CN/rules/unknown-keyword.html",
    ]) {
      const page = await open(path, options);
      check(`${path} fits in width, ${name}`, (await overflow(page)) <= 0, `${await overflow(page)} pixels too wide`);
      await picture(page, `${path.replace(/[/.]/g, "-")}-${name}`);
      await page.context().close();
    }
    for (const [path, language] of [
      ["playground.html", "English"],
      ["zh-CN/playground.html", "Chinese"],
    ]) {
      const said = `${language}, ${name}`;
      const page = await open(path, options);
      await page.waitForSelector(".finding");
      check(`the playground fits in width, ${said}`, (await overflow(page)) <= 0, `${await overflow(page)} pixels`);
      await picture(page, `playground-${language}-${name}`, { fullPage: true });
      for (const view of ["failover", "picture", "effective", "formatted"]) {
        await page.click(`[aria-controls=${view}]`);
        check(`${view} fits in width, ${said}`, (await overflow(page)) <= 0);
        await picture(page, `playground-${view}-${language}-${name}`);
      }
      await page.context().close();
    }
  }

  const page = await open("playground.html");
  await page.waitForSelector(".finding");
  const messages = await page.locator(".finding .message").allTextContents();
  check(
    "finds the tutorial's mistake",
    messages.some((text) => text.includes('"nb_get_retry"')),
    messages.join("; "),
  );
  check("colours by the grammar", (await page.locator(".cm-line span").count()) > 20);

  const text = await page.evaluate(
    () => document.querySelector(".cm-content").cmTile?.view?.state.doc.toString() ?? "",
  );
  await page.click(".cm-content");
  await page.keyboard.press("Control+a");
  const pasted = (text || "").replace("virtual_router_id 51", "virtual_router_id 52") || sample();
  const started = Date.now();
  await page.evaluate((value) => {
    const data = new DataTransfer();
    data.setData("text/plain", value);
    document
      .querySelector(".cm-content")
      .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, pasted);
  await page.click("[aria-controls=failover]");
  await page.waitForFunction(() => document.querySelector("#failover tr.bad td")?.textContent === "normal");
  const took = Date.now() - started;
  check(`shows the split brain ${took} ms after a paste`, took < 1000);
  await page.click("[aria-controls=findings]");
  const split = page.locator(".finding", { hasText: "mismatched-virtual-router-id" });
  check("names the split brain's cause on both hosts", (await split.locator(".also").count()) > 0);
  const wrong = page.locator(".finding", { hasText: "unknown keyword" });
  const before = await wrong.count();
  const fixes = await page.locator(".fix").count();
  await page.locator(".fix", { hasText: "nb_get_retry" }).first().click();
  await page.waitForFunction(
    (count) => document.querySelectorAll(".finding").length > 0 && document.querySelectorAll(".fix").length < count,
    fixes,
  );
  check("a fix removes its finding", (await wrong.count()) === before - 1, `${before} before`);

  await page.click("#share");
  await page.waitForFunction(() => location.hash.length > 100);
  const shared = await open(`playground.html${new URL(page.url()).hash}`);
  await shared.waitForSelector(".finding");
  check(
    "a shared address shows the same findings",
    (await shared.locator(".finding").count()) === (await page.locator(".finding").count()),
  );
  await shared.click("[aria-controls=picture]");
  check("draws the cluster", (await shared.locator("#picture svg").count()) === 1);
  await shared.click("[aria-controls=effective]");
  check("shows what each host reads", (await shared.locator("#effective h3").count()) === 2);

  const hostile = await open("playground.html");
  await hostile.waitForSelector(".finding");
  await hostile.click(".cm-content");
  await hostile.keyboard.press("Control+a");
  await hostile.keyboard.insertText(
    'vrrp_instance <img/src=x/onerror=document.title="bad"> {\n virtual_router_id <b>1</b>\n virtual_ipaddress { <script>1 }\n}\n',
  );
  await hostile.waitForTimeout(800);
  for (const view of ["failover", "picture", "effective", "formatted"]) await hostile.click(`[aria-controls=${view}]`);
  check(
    "text of a file is never markup",
    (await hostile.locator("main img, main b, #picture script").count()) === 0 && (await hostile.title()) !== "bad",
  );

  const chinese = await open("playground.html", { locale: "zh-CN" });
  await chinese.waitForSelector(".finding");
  check("a browser in Chinese gets the Chinese playground", chinese.url().endsWith("/zh-CN/playground.html"));
  const unknown = await chinese.locator(".finding .message").allTextContents();
  check(
    "finds the tutorial's mistake in Chinese",
    unknown.some((message) => message.includes('未知关键字 "nb_get_retry"')),
    unknown.join("; "),
  );
  await chinese.click("[aria-controls=failover]");
  check("predicts in Chinese", (await chinese.locator("#failover tbody td").first().textContent()) === "正常");
  const words = await chinese.locator(".playground").innerText();
  const left = words.match(/\b(?:the|and|is|nobody|error|warning|after|why)\b/g) ?? [];
  check("leaves no English sentence in the Chinese playground", left.length === 0, left.join(", "));
  await chinese.click("#share");
  await chinese.waitForFunction(() => location.hash.length > 100);
  await chinese.click(".language");
  await chinese.waitForSelector(".finding");
  const switched = new URL(chinese.url());
  check("the switch keeps the files", switched.pathname === "/playground.html" && switched.hash.length > 100);
  await chinese.goto(`${origin}/index.html`);
  check("the chosen language is kept", new URL(chinese.url()).pathname === "/index.html");
  await chinese.goto(`${origin}/rules/unknown-keyword.html`);
  await chinese.click(".language");
  check("a rule's page leads to its Chinese page", chinese.url().endsWith("/zh-CN/rules/unknown-keyword.html"));
  await chinese.goto(`${origin}/zh-CN/rules/index.html`);
  await chinese.fill("#rule-search", "块 关键字");
  check(
    "the search finds a rule by its Chinese summary",
    (await chinese.locator("#rule-results a").allTextContents()).includes("unknown-keyword"),
  );

  const disk = await open("playground.html", { from: pathToFileURL(site).href });
  await disk.waitForSelector(".finding");
  check("the playground works from the disk, without a server", (await disk.locator(".finding").count()) > 0);

  const home = await open("index.html");
  const shown = await home.locator("main").innerText();
  check("the first page shows a finding", shown.includes("mismatched-virtual-router-id"));
  check("the first page shows who takes over", /^lb1 lost +lb2/m.test(shown));

  const rules = await open("rules/index.html");
  await rules.fill("#rule-search", "unicast mesh");
  check(
    "the search finds a rule",
    (await rules.locator("#rule-results a").allTextContents()).includes("incomplete-unicast-mesh"),
  );
  check("no message of an error in the console", noise.length === 0, noise.join("; "));
  check("no request leaves the site", outside.length === 0, outside.join(", "));
} finally {
  await browser.close();
  server.close();
}
finish();

function sample() {
  return "vrrp_instance VI_1 {\n    state MASTER\n    interface eth0\n    virtual_router_id 52\n    priority 100\n    virtual_ipaddress {\n        192.168.200.254/24\n    }\n}\n";
}
