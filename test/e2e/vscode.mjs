// The packaged extension in a real VS Code. Needs packages/vscode/kalint.vsix (`npm run package`) and /usr/bin/chromium
// (or another browser of its family, named in CHROMIUM). Screenshots go to .e2e/shots; KALINT_PICTURES=1 writes the README's.
// Some windows only, by their names: node test/e2e/vscode.mjs desktop web
import { createChecks, workspaceFiles } from "./checks.mjs";
import { withWorkbench } from "./workbench.mjs";

const { check, finish } = createChecks("vscode");
/** A thousand lines with one mistake at the top. */
const long = `${Array.from(
  { length: 90 },
  (_, index) => `vrrp_instance VI_${index + 1} {
    state BACKUP
    interface eth0
    virtual_router_id ${index + 1}
    priority 100
    advert_int 1
    garp_master_delay 5
    virtual_ipaddress {
        198.51.${index}.10/24
        198.51.${index}.11/24
    }
}`,
)
  .join("\n")
  .replace("advert_int", "advrt_int")}
`;

await withWorkbench(
  {
    files: workspaceFiles,
    committed: true,
    own: { "git.enabled": true },
    check,
    name: "desktop",
  },
  async (window) => {
    const { page, shows, line, shot, command, open, saved } = window;
    const from = Date.now();
    await open("lb1/keepalived.conf");
    await shows("underlines the finding", () => page.waitForSelector(".squiggly-error"));
    console.log(
      `     from opening a file to its first squiggle, start of the extension host included: ${Date.now() - from} ms`,
    );
    const mode = await page.locator("#status\\.editor\\.mode").textContent();
    check("takes the file for keepalived", /keepalived/.test(mode), mode);
    const colours = await page.evaluate(
      () => new Set([...document.querySelectorAll(".view-line span span")].map((one) => one.className)).size,
    );
    check("colours it", colours > 5, `${colours} kinds of token`);
    const status = page.locator(".statusbar-item", { hasText: "keepalived 2." }).first();
    await shows("says in the status bar which keepalived, host and cluster it is, and how many errors", () =>
      page
        .locator(".statusbar-item", { hasText: /keepalived \d.*lb1 of 2 hosts.*1/ })
        .first()
        .waitFor(),
    );
    await shot("1-editor", "pictures/editor.png");

    await page.keyboard.press("Control+Shift+M");
    await shows("lists it under problems", () =>
      page.locator(".markers-panel .monaco-list-row", { hasText: "MASTR" }).first().waitFor(),
    );
    await shot("2-problems");
    await page.keyboard.press("Control+Shift+M");

    await line("virtual_router_id").locator("span span", { hasText: "virtual_router_id" }).last().hover();
    await shows("explains a keyword on hover", () =>
      page.locator(".monaco-hover:visible", { hasText: "virtual_router_id <" }).first().waitFor(),
    );
    await shot("3-hover");
    await page.mouse.move(5, 5);
    await page.keyboard.press("Escape");

    await line("priority 100").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("advert", { delay: 30 });
    await page.keyboard.press("Control+Space");
    await shows("completes keywords", () =>
      page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "advert_int" }).first().waitFor(),
    );
    await shot("4-completion");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    await line("MASTR").click();
    const fix = page.locator(".action-widget .monaco-list-row", { hasText: "MASTER" }).first();
    await shows("offers a fix", () => window.press("Control+.", fix));
    await shot("5-quick-fix");
    await fix.click();
    await shows("which takes the finding away", () =>
      page.waitForFunction(() => !document.querySelector(".squiggly-error")),
    );
    await command("Format Document");
    const text = await saved("lb1/keepalived.conf", (one) => /^ {4}state MASTER$/m.test(one));
    check("saves the formatted text", /^ {4}state MASTER\n/m.test(text) && /^ {4}advert_int 1$/m.test(text), text);

    await status.click();
    await shows("offers target versions", () =>
      page.locator(".quick-input-list .monaco-list-row", { hasText: "2.2.7" }).first().waitFor(),
    );
    await shot("6-target");
    await page.keyboard.press("Escape");

    await saved("lb1/keepalived.conf", (one) => /state MASTER$/m.test(one));
    await command("kalint: Show Effective Configuration");
    await shows("shows the effective configuration", () =>
      page.locator(".tab", { hasText: "(effective)" }).first().waitFor(),
    );
    await shows("as keepalived holds it", () =>
      page.locator(".view-line", { hasText: "What keepalived reads" }).first().waitFor(),
    );
    await shot("7-effective");
    await command("View: Close All Editors");
    await open("lb1/keepalived.conf");
    await command("kalint: Compare Effective Configuration with Last Commit");
    await shows("compares it with the last commit", () =>
      page.locator(".original-in-monaco-diff-editor .view-line", { hasText: "state MASTR" }).first().waitFor(),
    );
    await shows("with what has changed since", () =>
      page.locator(".modified-in-monaco-diff-editor .view-line", { hasText: "advert_int 1" }).first().waitFor(),
    );
    await shot("8-last-commit");
    await command("View: Close All Editors");
    await open("lb1/keepalived.conf");
    await command("kalint: Compare Effective Configurations");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "lb2/keepalived.conf" }).first().click();
    await shows("compares it with the other host's", () =>
      page.locator(".modified-in-monaco-diff-editor .view-line", { hasText: "priority 50" }).first().waitFor(),
    );
    await shot("13-two-hosts");
    await command("View: Close All Editors");
    await open("lb1/keepalived.conf");
    await command("kalint: Show Cluster");
    const cluster = await window.webview();
    await shows("shows the cluster", () =>
      cluster.locator(".host.master", { hasText: "192.0.2.10" }).first().waitFor(),
    );
    const holder = () => cluster.locator(".host.master h3").first().textContent();
    const before = await holder();
    check("with the master holding the address", /lb1/.test(before), before);
    check("and the table of what happens when", (await cluster.locator("tbody tr").count()) > 4);
    await shot("9-cluster", "pictures/cluster.png");
    await cluster.getByRole("switch", { name: "host of lb1" }).click();
    await shows("switching its host off moves the address", () =>
      cluster.locator(".host.master", { hasText: "lb2" }).first().waitFor(),
    );
    await shot("10-what-if");
    await cluster.getByRole("switch", { name: "host of lb1" }).press("Enter");
    await shows("and the keyboard switches it on again", () =>
      cluster.locator(".host.master", { hasText: "lb1" }).first().waitFor(),
    );
    await line("priority 100").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await shows("it follows an edit", () => cluster.locator("caption", { hasText: "lb1 (1)" }).first().waitFor());
    await shows("and so does what holds the address", () =>
      cluster.locator(".host.master", { hasText: "lb2" }).first().waitFor(),
    );
    await cluster.getByRole("switch", { name: "host of lb2" }).click();
    await shows("also under what is switched off", () =>
      cluster.locator(".host.master", { hasText: "lb1" }).first().waitFor(),
    );
    await cluster.getByRole("switch", { name: "host of lb2" }).click();
    await line("priority 1").click();
    await page.keyboard.press("End");
    await page.keyboard.type("00");
    // A change that is not saved would be asked about when its editor is closed.
    await saved("lb1/keepalived.conf", (one) => /priority 100$/m.test(one));
    await page.waitForFunction(() => !document.querySelector(".tab.dirty"));
    await cluster.locator("caption button", { hasText: "lb2" }).first().click();
    await shows("a click leads to the source", () =>
      page.locator(".tab.active", { hasText: "keepalived.conf" }).first().waitFor(),
    );
  },
);

await withWorkbench(
  { files: { ...workspaceFiles, "keepalived-long.conf": long }, check, name: "names-and-times" },
  async (window) => {
    const { page, shows, line, shot, command, open, saved } = window;
    await open("lb1/keepalived.conf");
    await page.waitForSelector(".squiggly-error");
    await line("VI_1").locator("span span", { hasText: "VI_1" }).last().click();
    // The box is there a moment before it takes the keys.
    const box = page.locator(".rename-box input:focus");
    await window.press("F2", box);
    await box.fill("WEB");
    await box.press("Enter");
    const apply = page.getByRole("button", { name: "Apply" }).first();
    await shows("shows what a new name changes on the other host before it does", () => apply.waitFor());
    await shot("11-rename");
    // The other host's file, and with it the lines in it.
    await page.locator(".bulk-edit-panel .edit-checkbox:not(.checked)").first().click();
    await apply.click();
    await shows("then the name is a new one here", () => line("vrrp_instance WEB").waitFor());
    await command("File: Save All");
    const renamed = await saved("lb2/keepalived.conf", (one) => one.includes("vrrp_instance WEB"));
    check("and in the other host's file", renamed.includes("vrrp_instance WEB {"), renamed);

    await command("View: Close All Editors");
    await open("lb2/keepalived.conf");
    const opened = Date.now();
    await open("keepalived-long.conf");
    await page.waitForSelector(".squiggly-warning, .squiggly-info, .squiggly-error");
    console.log(`     from opening a file of 1,080 lines to its first squiggle: ${Date.now() - opened} ms`);
    await line("state BACKUP").click();
    await page.keyboard.press("End");
    const times = await window.untilSquiggles(Array.from({ length: 8 }, (_, index) => (index % 2 ? "Backspace" : "X")));
    const middle = times.toSorted((one, other) => one - other)[times.length / 2];
    console.log(`     from a key to the changed squiggle at 1,080 lines: ${middle} ms (${times.join(", ")})`);
    check("a key changes the squiggles", times.length === 8);
  },
);

await withWorkbench(
  {
    files: workspaceFiles,
    trusting: false,
    own: {
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
      "workbench.colorTheme": "Default High Contrast",
    },
    check,
    name: "restricted",
  },
  async ({ page, shows, open, shot, command, ...window }) => {
    await shows("a folder that nobody trusts is restricted", () =>
      page.locator("#status\\.workspaceTrust, .statusbar-item", { hasText: "Restricted Mode" }).first().waitFor(),
    );
    await open("lb1/keepalived.conf");
    await shows("and there are findings all the same", () => page.waitForSelector(".squiggly-error"));
    await command("kalint: Show Cluster");
    await (await window.webview()).locator(".host.master").first().waitFor();
    await shot("14-restricted-high-contrast");
  },
);

await withWorkbench(
  {
    files: workspaceFiles,
    own: { "remote.extensionKind": { "kalint.kalint-vscode": ["web"] }, "workbench.colorTheme": "Dark Modern" },
    check,
    name: "web",
  },
  async ({ page, shows, open, line, command, shot, ...window }) => {
    await open("lb1/keepalived.conf");
    await shows("as a web extension it finds the same", () => page.waitForSelector(".squiggly-error"));
    await line("priority 100").locator("span span", { hasText: "priority" }).last().hover();
    await shows("explains the same", () =>
      page.locator(".monaco-hover:visible", { hasText: "priority <" }).first().waitFor(),
    );
    await page.mouse.move(5, 5);
    await page.keyboard.press("Escape");
    await line("priority 100").click();
    await command("kalint: Show Cluster");
    const cluster = await window.webview();
    await shows("and sees the other host's file", () => cluster.locator(".host", { hasText: "lb2" }).first().waitFor());
    await shot("15-web-dark");
  },
);
finish();
