// One window of the real VS Code in a browser: opened on a workspace of its own, with the calls that the checks share.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromiumArguments, chromiumPath } from "./chromium.mjs";
import { folder, install, startCodeServer } from "./code-server.mjs";

const vsix = join(dirname(fileURLToPath(import.meta.url)), "../../packages/vscode/kalint.vsix");
export const shots = join(folder, "shots");

/** Opens a window on `files`; `check` gets what fails. `run` gets the window; all is closed behind it. */
export async function withWorkbench({ files, own, trusting, check, name }, run) {
  for (const needed of [vsix, chromiumPath]) if (!existsSync(needed)) throw new Error(`${needed} is missing`);
  install();
  const { chromium } = createRequire(join(folder, "package.json"))("playwright-core");
  mkdirSync(shots, { recursive: true });
  const state = mkdtempSync(join(tmpdir(), "kalint-vscode-"));
  const workspace = join(state, "workspace");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const server = await startCodeServer({ state, vsix, own, trusting });
  const context = await chromium.launchPersistentContext(join(state, "browser"), {
    executablePath: chromiumPath,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: ["--headless", ...chromiumArguments],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(30_000);
  try {
    await page.goto(`${server.url}/?folder=${encodeURIComponent(workspace)}`);
    await page.waitForSelector(".monaco-workbench");
    await run(windowOf(page, workspace, check));
  } catch (error) {
    check("runs to the end", false, error.message.split("\n")[0]);
    await page.screenshot({ path: join(shots, `${name}-failure.png`) });
  } finally {
    await context.close();
    server.stop();
    rmSync(state, { recursive: true, force: true, maxRetries: 10 });
  }
}

function windowOf(page, workspace, check) {
  const self = {
    page,
    workspace,
    check,
    shot: (name) => page.screenshot({ path: join(shots, `${name}.png`) }),
    read: (path) => readFileSync(join(workspace, path), "utf8"),
    line: (text) => page.locator(".view-line", { hasText: text }).first(),
    async open(path) {
      await page.keyboard.press("Control+P");
      await page.waitForSelector(".quick-input-widget:visible");
      await page.keyboard.type(path);
      await page
        .locator(".quick-input-list .monaco-list-row", { hasText: path.split("/").at(-1) })
        .first()
        .waitFor();
      await page.keyboard.press("Enter");
      await page.waitForSelector(".monaco-editor .view-line");
    },
    async command(title) {
      const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
      // While the focus moves from a picture to an editor, a key may reach neither.
      for (let left = 5; ; left--) {
        try {
          await page.keyboard.press("F1");
          await page.waitForSelector(".quick-input-widget:visible", { timeout: 5000 });
          await page.locator(".quick-input-widget input[type=text]").first().fill(`>${title}`);
          await row.waitFor({ timeout: 10_000 });
          break;
        } catch (error) {
          if (left === 0) throw error;
          await page.keyboard.press("Escape");
        }
      }
      await page.keyboard.press("Enter");
    },
    /** Checks that something comes to be. */
    async shows(name, wait) {
      const problem = await wait().then(
        () => undefined,
        (error) => error.message.split("\n")[0],
      );
      check(name, problem === undefined, problem);
    },
    /** Saves, and gives the text once it is on the disk as it should be. */
    async saved(path, isRight) {
      await page.keyboard.press("Control+S");
      for (let times = 0; times < 80 && !isRight(self.read(path)); times += 1) await page.waitForTimeout(100);
      return self.read(path);
    },
    /** The page inside a webview. */
    async webview() {
      const outer = page.frameLocator("iframe.webview.ready").first();
      const inner = outer.frameLocator("#active-frame");
      await inner.locator("body").waitFor();
      return inner;
    },
  };
  return self;
}
