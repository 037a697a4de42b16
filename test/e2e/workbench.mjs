// One window of the real VS Code in a browser: opened on a workspace of its own, with the calls that the checks share.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromiumArguments, chromiumPath } from "./chromium.mjs";
import { folder, install, startCodeServer } from "./code-server.mjs";

const vsix = join(dirname(fileURLToPath(import.meta.url)), "../../packages/vscode/kalint.vsix");
export const shots = join(folder, "shots");

/** A busy machine is slow; what never comes is a failure all the same. */
const patience = 60_000;

/**
 * Opens a window on `files`; `check` gets what fails. `run` gets the window; all is closed behind it. `committed`: the files
 * are the last commit of a repository. `inHost`: a folder with checks that run in the extension host; `ended` waits for
 * them. `language`: of VS Code, such as `zh-cn`.
 */
export async function withWorkbench({ files, own, trusting, committed = false, inHost, language, check, name }, run) {
  const chosen = process.argv.slice(2);
  if (chosen.length > 0 && !chosen.includes(name)) return;
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
  if (committed) commit(workspace);
  const server = await startCodeServer({ state, vsix, own, trusting, driven: inHost !== undefined, language });
  const context = await chromium.launchPersistentContext(join(state, "browser"), {
    executablePath: chromiumPath,
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: ["--headless", ...chromiumArguments],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(patience);
  try {
    const ended = inHost ? endOf(page) : undefined;
    const parameters = new URLSearchParams({
      folder: workspace,
      ...(inHost && { payload: payloadOf(inHost, server.url) }),
    });
    await page.goto(`${server.url}/?${parameters}`, { waitUntil: "commit" });
    await page.waitForSelector(".monaco-workbench", { timeout: 2 * patience });
    await run({ ...windowOf(page, workspace, check), ended });
  } catch (error) {
    check("runs to the end", false, error.message.split("\n")[0]);
    await page.screenshot({ path: join(shots, `${name}-failure.png`) });
  } finally {
    await context.close();
    server.stop();
    rmSync(state, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Has VS Code run the module in a folder as its extension tests do. */
function payloadOf(checks, url) {
  const remote = (path) => `vscode-remote://${new URL(url).host}${path}`;
  return JSON.stringify([
    ["extensionDevelopmentPath", remote(checks)],
    ["extensionTestsPath", remote(join(checks, "index.js"))],
    ["skipWelcome", "true"],
  ]);
}

/** VS Code calls these two where it is driven by a smoke test. */
async function endOf(page) {
  await page.exposeFunction("codeAutomationLog", () => {});
  return await new Promise((resolve) => page.exposeFunction("codeAutomationExit", resolve));
}

function commit(workspace) {
  const git = (...parameters) => execFileSync("git", parameters, { cwd: workspace, stdio: "ignore" });
  git("init");
  git("add", "--all");
  git("-c", "user.name=kalint", "-c", "user.email=kalint@example.org", "commit", "--message", "before");
}

/** A quarter of the size: the extension is small. */
async function toWebp(page, image) {
  const encoded = await page.evaluate(async (given) => {
    const bytes = Uint8Array.from(atob(given), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    return canvas.toDataURL("image/webp", 0.4).split(",")[1];
  }, image.toString("base64"));
  return Buffer.from(encoded, "base64");
}

function windowOf(page, workspace, check) {
  const self = {
    page,
    workspace,
    check,
    /** `picture`: with KALINT_PICTURES this file of the extension is written too, of a part of the window where `clip` is given. */
    async shot(name, picture, clip) {
      await page.screenshot({ path: join(shots, `${name}.png`) });
      if (!picture || !process.env.KALINT_PICTURES) return;
      const image = await page.screenshot({ clip });
      writeFileSync(join(dirname(vsix), picture), picture.endsWith(".webp") ? await toWebp(page, image) : image);
    },
    read: (path) => readFileSync(join(workspace, path), "utf8"),
    line: (text) => page.locator(".view-line", { hasText: text }).first(),
    async open(path) {
      const row = page.locator(".quick-input-list .monaco-list-row", { hasText: path.split("/").at(-1) }).first();
      // A search that was begun before the extension host is there never ends.
      for (let left = 6; ; left--) {
        try {
          await page.keyboard.press("Control+P");
          await page.waitForSelector(".quick-input-widget:visible");
          await page.locator(".quick-input-widget input[type=text]").first().fill(path);
          await row.waitFor({ timeout: 20_000 });
          break;
        } catch (error) {
          if (left === 0) throw error;
          await page.keyboard.press("Escape");
        }
      }
      await page.keyboard.press("Enter");
      await page
        .locator(".tab.active", { hasText: path.split("/").at(-1) })
        .first()
        .waitFor();
      await page.waitForSelector(".monaco-editor .view-line");
    },
    async command(title) {
      const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
      // While the focus moves, from a picture to an editor or to a page that has just come up, a key may reach neither, and
      // what it has opened may be closed again.
      for (let left = 12; ; left--) {
        try {
          await page.keyboard.press("F1");
          await page.waitForSelector(".quick-input-widget:visible", { timeout: 5000 });
          await page.locator(".quick-input-widget input[type=text]").first().fill(`>${title}`, { timeout: 5000 });
          await row.click({ timeout: 20_000 });
          break;
        } catch (error) {
          if (left === 0) throw error;
          await page.keyboard.press("Escape");
        }
      }
    },
    /** Presses a key until what it opens is there: on a busy machine an update may close it again. */
    async press(key, opened) {
      for (let left = 6; ; left--) {
        await page.keyboard.press(key);
        try {
          return await opened.waitFor({ timeout: 20_000 });
        } catch (error) {
          if (left === 0) throw error;
          await page.keyboard.press("Escape");
        }
      }
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
      for (let times = 0; times < patience / 100 && !isRight(self.read(path)); times += 1)
        await page.waitForTimeout(100);
      return self.read(path);
    },
    /**
     * Types with so many milliseconds between the keys, Enter like the others. Only behind it a machine that lags is waited
     * for, until the line has its colours: VS Code moves a `}` to the left only where it has read the lines above.
     * Indentation is the editor's.
     */
    async type(text, delay) {
      const lines = text.trimEnd().split("\n");
      for (const [index, one] of lines.entries()) {
        const isLast = index === lines.length - 1;
        await page.keyboard.type(one.trim() + (isLast ? "" : "\n"), { delay });
        if (!isLast) await self.coloured(one.trim());
      }
    },
    /** The last of the lines with this text has been read. */
    async coloured(text) {
      if (text === "") return;
      await page.waitForFunction((wanted) => {
        const lines = [...document.querySelectorAll(".editor-instance .view-line")];
        const line = lines.findLast((one) => one.textContent.replaceAll("\u00a0", " ").trim().startsWith(wanted));
        // A brace has a colour of its own, by its depth.
        const isColoured = ({ className }) =>
          /^[{}]+$/.test(wanted) ? className !== "mtk1" : !/^mtk1\b/.test(className);
        return line !== undefined && [...line.querySelectorAll("span span")].some(isColoured);
      }, text);
      // VS Code reads the line below, which may be empty, when it has nothing else to do.
      for (let times = 0; times < 2; times += 1) await page.evaluate(() => new Promise(requestIdleCallback));
    },
    /** Milliseconds from each of the keys until the number of squiggles is another one, as the page itself sees it. */
    async untilSquiggles(keys) {
      await page.evaluate(() => {
        const count = () => document.querySelectorAll(".squiggly-error").length;
        let [pressed, before] = [undefined, 0];
        globalThis.squiggleTimes = [];
        addEventListener("keydown", () => ([pressed, before] = [performance.now(), count()]), true);
        new MutationObserver(() => {
          if (pressed === undefined || count() === before) return;
          globalThis.squiggleTimes.push(performance.now() - pressed);
          pressed = undefined;
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      });
      for (const [index, key] of keys.entries()) {
        await page.keyboard.press(key);
        await page.waitForFunction((number) => globalThis.squiggleTimes.length > number, index);
      }
      return await page.evaluate(() => globalThis.squiggleTimes.map(Math.round));
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
