// The packaged extension in a real VS Code. Needs packages/vscode/kalint.vsix (`npm run package`) and /usr/bin/chromium
// (or another browser of its family, named in CHROMIUM). Screenshots go to .e2e/shots.
import { createChecks, workspaceFiles } from "./checks.mjs";
import { withWorkbench } from "./workbench.mjs";

const { check, finish } = createChecks("vscode");
const typed = `vrrp_instance VI_2 {
    state BACKUP
    interface eth1
    virtual_router_id 52
    priority 10
    advert_int 1
    notify /usr/local/bin/changed.sh
    nopreempt
    authentication {
        auth_type PASS
        auth_pass s3cr3t
    }
    track_script {
        chk_nginx
    }
    virtual_ipaddress {
        192.0.2.20/24 dev eth1
    }
}
`;

await withWorkbench(
  { files: { ...workspaceFiles, "new.keepalived.conf": "" }, check, name: "desktop" },
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
    await shot("1-editor");

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
    await page.keyboard.press("Control+.");
    const fix = page.locator(".action-widget .monaco-list-row", { hasText: "MASTER" }).first();
    await shows("offers a fix", () => fix.waitFor());
    await shot("5-quick-fix");
    await fix.click();
    await shows("which takes the finding away", () =>
      page.waitForFunction(() => !document.querySelector(".squiggly-error")),
    );
    await command("Format Document");
    const text = await saved("lb1/keepalived.conf", (one) => /^ {4}state MASTER$/m.test(one));
    check("saves the formatted text", /^ {4}state MASTER\n/m.test(text) && /^ {4}advert_int 1$/m.test(text), text);

    const key = Date.now();
    await line("state MASTER").click();
    await page.keyboard.press("End");
    await page.keyboard.type("X");
    await page.waitForSelector(".squiggly-error");
    console.log(`     from the click before a key to the squiggle: ${Date.now() - key} ms`);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Escape");

    await command("kalint: Choose Target");
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
    await command("kalint: Show Cluster");
    const cluster = await window.webview();
    await shows("shows the cluster", () =>
      cluster.locator(".host.master", { hasText: "192.0.2.10" }).first().waitFor(),
    );
    const holder = () => cluster.locator(".host.master h3").first().textContent();
    const before = await holder();
    check("with the master holding the address", /lb1/.test(before), before);
    check("and the table of what happens when", (await cluster.locator("tbody tr").count()) > 4);
    await shot("8-cluster");
    await cluster.getByRole("switch", { name: "host of lb1" }).click();
    await shows("switching its host off moves the address", () =>
      cluster.locator(".host.master", { hasText: "lb2" }).first().waitFor(),
    );
    await shot("9-what-if");
    await cluster.getByRole("switch", { name: "host of lb1" }).press("Enter");
    await shows("and the keyboard switches it on again", () =>
      cluster.locator(".host.master", { hasText: "lb1" }).first().waitFor(),
    );
    await line("priority 100").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await shows("it follows an edit", () => cluster.locator("caption", { hasText: "lb1 (1)" }).first().waitFor());
    await page.keyboard.press("Control+Z");
    await page.keyboard.press("Control+Z");
    await cluster.locator("caption button", { hasText: "lb2" }).first().click();
    await shows("a click leads to the source", () =>
      page.locator(".tab.active", { hasText: "keepalived.conf" }).first().waitFor(),
    );

    await command("View: Close All Editors");
    await open("new.keepalived.conf");
    await page.locator(".monaco-editor .view-lines").first().click();
    // Indentation is the editor's: a person types the lines alone.
    await page.keyboard.type(typed.replace(/^ +/gm, "").trimEnd(), { delay: 120 });
    const result = await saved("new.keepalived.conf", (one) => one.trimEnd() === typed.trimEnd());
    check("typing an instance gives exactly that text", result.trimEnd() === typed.trimEnd(), JSON.stringify(result));
    await shot("11-typed");
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
    await shot("12-restricted-high-contrast");
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
    await shot("13-web-dark");
  },
);
finish();
