// The packaged extension in a real VS Code. Needs packages/vscode/kalint.vsix (`npm run package`) and /usr/bin/chromium
// (or another browser of its family, named in CHROMIUM). Screenshots go to .e2e/shots.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChecks, workspaceFiles } from "./checks.mjs";
import { folder, install, startCodeServer } from "./code-server.mjs";

const vsix = join(dirname(fileURLToPath(import.meta.url)), "../../packages/vscode/kalint.vsix");
const browser = process.env.CHROMIUM ?? "/usr/bin/chromium";
for (const needed of [vsix, browser]) if (!existsSync(needed)) throw new Error(`${needed} is missing`);

install();
const { chromium } = createRequire(join(folder, "package.json"))("playwright-core");
const { check, finish } = createChecks("vscode");
const shots = join(folder, "shots");
mkdirSync(shots, { recursive: true });
const state = mkdtempSync(join(tmpdir(), "kalint-vscode-"));
const workspace = join(state, "workspace");
for (const [path, text] of Object.entries(workspaceFiles)) {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

const server = await startCodeServer({ state, vsix });
const context = await chromium.launchPersistentContext(join(state, "browser"), {
  executablePath: browser,
  headless: true,
  viewport: { width: 1280, height: 800 },
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const page = context.pages()[0] ?? (await context.newPage());
page.setDefaultTimeout(30_000);

try {
  await page.goto(`${server.url}/?folder=${encodeURIComponent(workspace)}`);
  await page.waitForSelector(".monaco-workbench");
  const rows = page.locator(".explorer-folders-view .monaco-list-row");
  await rows.filter({ hasText: "lb1" }).first().click();
  await rows.filter({ hasText: "keepalived.conf" }).first().dblclick();
  await page.waitForSelector(".monaco-editor .view-line");

  await shows("underlines the finding", () => page.waitForSelector(".squiggly-error"));
  const mode = await page.locator("#status\\.editor\\.mode").textContent();
  check("takes the file for keepalived", /keepalived/.test(mode), mode);
  const colours = await page.evaluate(
    () => new Set([...document.querySelectorAll(".view-line span span")].map((one) => one.className)).size,
  );
  check("colours it", colours > 3, `${colours} kinds of token`);
  await page.screenshot({ path: join(shots, "1-editor.png") });

  await page.keyboard.press("Control+Shift+M");
  await shows("lists it under problems", () =>
    page.locator(".markers-panel .monaco-list-row", { hasText: "MASTR" }).first().waitFor(),
  );
  await page.screenshot({ path: join(shots, "2-problems.png") });
  await page.keyboard.press("Control+Shift+M");

  await lineWith("virtual_router_id").locator("span span", { hasText: "virtual_router_id" }).last().hover();
  await shows("explains a keyword on hover", () =>
    page.locator(".monaco-hover:visible", { hasText: "virtual_router_id <" }).first().waitFor(),
  );
  await page.screenshot({ path: join(shots, "3-hover.png") });
  await page.mouse.move(5, 5);
  await page.keyboard.press("Escape");

  await lineWith("priority 100").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("advert", { delay: 30 });
  await page.keyboard.press("Control+Space");
  await shows("completes keywords", () =>
    page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "advert_int" }).first().waitFor(),
  );
  await page.screenshot({ path: join(shots, "4-completion.png") });
  await page.keyboard.press("Enter");
  await page.keyboard.type("1");
  await page.keyboard.press("Escape");

  await command("Format Document");
  await shows("formats", () =>
    page.waitForFunction(() =>
      [...document.querySelectorAll(".view-line")].some((line) => /^\u00a0{4}state/.test(line.textContent)),
    ),
  );
  await page.screenshot({ path: join(shots, "5-formatted.png") });

  await lineWith("MASTR").click();
  await page.keyboard.press("End");
  for (let times = 0; times < 5; times += 1) await page.keyboard.press("Backspace");
  await page.keyboard.type("MASTER");
  await page.keyboard.press("Escape");
  await shows("takes the finding back after an edit", () =>
    page.waitForFunction(() => !document.querySelector(".squiggly-error")),
  );
  await page.keyboard.press("Control+S");
  const saved = () => readFileSync(join(workspace, "lb1/keepalived.conf"), "utf8");
  for (let times = 0; times < 100 && !saved().includes("state MASTER"); times += 1) await page.waitForTimeout(100);
  check("saves the formatted text", /^ {4}state MASTER$/m.test(saved()) && /^ {4}advert_int 1$/m.test(saved()));

  await command("kalint: Choose Target");
  await shows("offers target versions", () =>
    page.locator(".quick-input-list .monaco-list-row", { hasText: "2.2.7" }).first().waitFor(),
  );
  await page.screenshot({ path: join(shots, "6-target.png") });
} catch (error) {
  check("runs to the end", false, error.message.split("\n")[0]);
  await page.screenshot({ path: join(shots, "failure.png") });
} finally {
  await context.close();
  server.stop();
  rmSync(state, { recursive: true, force: true, maxRetries: 10 });
}
finish();

function lineWith(text) {
  return page.locator(".view-line", { hasText: text }).first();
}

async function command(title) {
  await page.keyboard.press("F1");
  await page.waitForSelector(".quick-input-widget:visible");
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

async function shows(name, wait) {
  const problem = await wait().then(
    () => undefined,
    (error) => error.message.split("\n")[0],
  );
  check(name, problem === undefined, problem);
}
