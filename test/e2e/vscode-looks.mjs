// Every surface of the extension in light, dark and high contrast: node test/e2e/vscode-looks.mjs. Needs what vscode.mjs
// needs. Look at .e2e/shots/look-*.png; KALINT_PICTURES=1 also writes the pictures of the walkthrough.
import { createChecks, workspaceFiles } from "./checks.mjs";
import { withWorkbench } from "./workbench.mjs";

const { check, finish } = createChecks("looks");
/** By the class that VS Code gives to its window. */
const themes = {
  vs: "Light Modern",
  "vs-dark": "Dark Modern",
  "hc-black": "Dark High Contrast",
  "hc-light": "Light High Contrast",
};

/** The walkthrough has its pictures twice. */
const variants = { vs: "light", "vs-dark": "dark" };
/** The places of its pictures in the window, which has no side bar. */
const left = { x: 56, y: 92, width: 616, height: 420 };
const middle = { x: 332, y: 0, width: 616, height: 420 };
const right = { x: 664, y: 68, width: 616, height: 420 };

await withWorkbench({ files: workspaceFiles, check, name: "looks" }, async (window) => {
  const { page, open, line, shot, command, shows } = window;
  await open("lb1/keepalived.conf");
  await page.waitForSelector(".squiggly-error");
  await page.keyboard.press("Control+B");
  for (const [look, theme] of Object.entries(themes)) {
    const picture = (name) => (variants[look] ? `walkthrough/${name}-${variants[look]}.webp` : undefined);
    await command("Preferences: Color Theme");
    await page.locator('.quick-input-widget input[placeholder*="Color Theme"]').first().fill(theme);
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: theme }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForSelector(`.monaco-workbench.${look}`);

    await line("MASTR").click();
    await window.press("Control+.", page.locator(".action-widget .monaco-list-row", { hasText: "MASTER" }).first());
    await shot(`look-${look}-fix`, picture("open"), left);
    await page.keyboard.press("Escape");
    await line("virtual_router_id").locator("span span", { hasText: "virtual_router_id" }).last().hover();
    await page.locator(".monaco-hover:visible", { hasText: "virtual_router_id <" }).first().waitFor();
    await shot(`look-${look}-hover`);
    await page.mouse.move(5, 5);
    await page.keyboard.press("Escape");

    await page.locator(".statusbar-item", { hasText: "keepalived 2." }).first().click();
    const version = page.locator(".quick-input-list .monaco-list-row", { hasText: "2.2.7" }).first();
    await version.waitFor();
    // It opens with a fade.
    await page.waitForFunction(() => getComputedStyle(document.querySelector(".quick-input-widget")).opacity === "1");
    await shot(`look-${look}-target`, picture("target"), middle);
    await page.keyboard.press("Escape");

    await line("MASTR").click();
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget .monaco-list-row", { hasText: "Show the page of" }).first().click();
    await (await window.webview()).locator("h1, h2", { hasText: "invalid-argument" }).first().waitFor();
    await shot(`look-${look}-page`);
    await closeOthers();

    await command("kalint: Show Effective Configuration");
    await page.locator(".view-line", { hasText: "What keepalived reads" }).first().waitFor();
    await shot(`look-${look}-effective`, picture("effective"), right);
    await closeOthers();

    await command("kalint: Show Cluster");
    const cluster = await window.webview();
    await cluster.locator(".host.master", { hasText: "lb1" }).first().waitFor();
    await cluster.getByRole("switch", { name: "host of lb1" }).click();
    await cluster.locator(".host.master", { hasText: "lb2" }).first().waitFor();
    await page.locator(".workbench-hover-container").first().waitFor({ state: "hidden" });
    await shot(`look-${look}-cluster`, picture("cluster"), right);
    const faint = await cluster.locator("body").evaluate(faintTexts, look.startsWith("hc") ? 7 : 4.5);
    check(`${theme}: every text about the cluster can be read`, faint.length === 0, faint.join(", "));
    await cluster.getByRole("switch", { name: "host of lb1" }).click();
    await closeOthers();

    await command("Welcome: Open Walkthrough");
    const walkthrough = page.locator(".quick-input-list .monaco-list-row", { hasText: "kalint" }).first();
    await walkthrough.click();
    await walkthrough.waitFor({ state: "hidden" });
    const steps = page.locator(".getting-started-step");
    await steps.first().waitFor();
    await shows(`${theme}: the walkthrough shows its first picture`, () =>
      page.locator(".getting-started-media img, .getting-started-media iframe").first().waitFor(),
    );
    await shot(`look-${look}-walkthrough`);
    await closeOthers();
  }

  async function closeOthers() {
    await command("View: Close All Editors");
    await open("lb1/keepalived.conf");
  }
});
finish();

/** Runs in the page: texts whose contrast is below what WCAG asks for, with the ratio. */
function faintTexts(body, least) {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const backgroundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(one).backgroundColor);
      if (alpha > 0.5) return [red, green, blue];
    }
    return channels(getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background"));
  };
  const opacityOf = (element) => {
    let opacity = 1;
    for (let one = element; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity);
    return opacity;
  };
  const luminance = (colour) =>
    colour
      .map((value) => value / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
  return [...body.querySelectorAll("*")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
    .flatMap((element) => {
      const background = backgroundOf(element);
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(element).color);
      const opacity = alpha * opacityOf(element);
      const colour = [red, green, blue].map((value, index) => value * opacity + background[index] * (1 - opacity));
      const [dark, light] = [luminance(colour), luminance(background)].toSorted((one, other) => one - other);
      const ratio = (light + 0.05) / (dark + 0.05);
      return ratio < least ? [`${element.textContent.trim().slice(0, 30)} ${ratio.toFixed(1)}`] : [];
    });
}
