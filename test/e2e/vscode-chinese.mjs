// The extension in VS Code that is set to Chinese: node test/e2e/vscode-chinese.mjs. Needs what vscode.mjs needs. Look at
// .e2e/shots/chinese-*.png (with a Chinese font, such as Debian's fonts-wqy-microhei).
import { createChecks, workspaceFiles } from "./checks.mjs";
import { withWorkbench } from "./workbench.mjs";

const { check, finish } = createChecks("chinese");

await withWorkbench({ files: workspaceFiles, language: "zh-cn", check, name: "chinese" }, async (window) => {
  const { page, open, line, shot } = window;
  await open("lb1/keepalived.conf");
  await page.waitForSelector(".squiggly-error");
  await line("MASTR").click();
  await window.press("Control+.", page.locator(".action-widget .monaco-list-row", { hasText: "MASTER" }).first());
  await shot("chinese-fix");
  await page.keyboard.press("Escape");
  await line("virtual_router_id").locator("span span", { hasText: "virtual_router_id" }).last().hover();
  await page.locator(".monaco-hover:visible", { hasText: "virtual_router_id" }).first().waitFor();
  await shot("chinese-hover");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input[type=text]").first().fill(">kalint");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "kalint" }).first().waitFor();
  await shot("chinese-commands");
  const commands = await page.locator(".quick-input-list").innerText();
  check("commands are in Chinese", commands.includes("显示集群"), commands.slice(0, 300));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row");
  await shot("chinese-problems");
  const problems = await page.locator(".markers-panel").innerText();
  check("problems are in Chinese", /应为|未知|不是/.test(problems), problems.slice(0, 200));
});
finish();
