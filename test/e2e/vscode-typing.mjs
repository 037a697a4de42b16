// Typing in the real VS Code gives what was typed: node test/e2e/vscode-typing.mjs. Needs what vscode.mjs needs.
import { createChecks } from "./checks.mjs";
import { withWorkbench } from "./workbench.mjs";

const { check, finish } = createChecks("typing");

const instance = `vrrp_instance VI_2 {
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
const service = `virtual_server 192.0.2.10 80 {
    delay_loop 6
    lb_algo rr
    lb_kind NAT
    protocol TCP
    real_server 192.0.2.21 80 {
        weight 1
        HTTP_GET {
            url {
                path /health
                status_code 200
            }
            connect_timeout 3
        }
    }
}
`;
/** Pasted as a tutorial has it: other indentation, spaces at the end. */
const tutorial = `vrrp_script chk_nginx {
  script "/usr/bin/pgrep nginx"
\tinterval 2
  weight -20
}
`;

const typed = [
  ["keepalived-instance.conf", instance, 120],
  ["keepalived-fast-instance.conf", instance, 50],
  ["keepalived-service.conf", service, 50],
];

await withWorkbench(
  {
    files: Object.fromEntries([...typed.map(([path]) => path), "keepalived-other.conf"].map((path) => [path, ""])),
    check,
    name: "typing",
  },
  async ({ page, open, type, saved, shot, command }) => {
    for (const [path, text, delay] of typed) {
      await open(path);
      await page.locator(".monaco-editor .view-lines").first().click();
      await type(text, delay);
      const result = await saved(path, (one) => one.trimEnd() === text.trimEnd());
      check(
        `${path} is what was typed at ${delay} ms a key`,
        result.trimEnd() === text.trimEnd(),
        JSON.stringify(result),
      );
      await shot(`12-typed-${path.slice("keepalived-".length, -".conf".length)}`);
      await command("View: Close All Editors");
    }

    await open("keepalived-other.conf");
    await page.locator(".monaco-editor .view-lines").first().click();
    await page.keyboard.type("vrrp_ins", { delay: 60 });
    await page
      .locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "vrrp_instance" })
      .first()
      .waitFor();
    await page.keyboard.press("Tab");
    for (const value of ["WEB", "ens5", "61", "192.0.2.10/24"]) {
      await page.keyboard.type(value, { delay: 60 });
      await page.waitForFunction(() => !document.querySelector(".suggest-widget.visible"));
      await page.keyboard.press("Tab");
    }
    await page.keyboard.type("priority 100", { delay: 60 });
    const accepted = `vrrp_instance WEB {
    interface ens5
    virtual_router_id 61
    virtual_ipaddress {
        192.0.2.10/24
    }
    priority 100
}`;
    const filled = await saved("keepalived-other.conf", (one) => one.trim() === accepted);
    check("a block that is accepted is filled in with Tab", filled.trim() === accepted, JSON.stringify(filled));
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
    }, tutorial);
    const both = `${accepted}\n${tutorial}`;
    const pasted = await saved("keepalived-other.conf", (one) => one === both);
    check("what is pasted stays as it is", pasted === both, JSON.stringify(pasted));
  },
);

await withWorkbench(
  {
    files: { "keepalived.conf": "" },
    own: { "[keepalived]": { "editor.autoClosingBrackets": "always", "editor.formatOnSave": true } },
    check,
    name: "typing-habits",
  },
  async ({ page, open, saved, coloured }) => {
    await open("keepalived.conf");
    await page.locator(".monaco-editor .view-lines").first().click();
    const enter = async (text) => {
      await page.keyboard.type(text, { delay: 60 });
      await coloured(text);
      await page.keyboard.press("Enter");
    };
    await enter("vrrp_script chk_nginx {");
    await enter("script /usr/bin/true");
    await page.keyboard.type("interval    2", { delay: 60 });
    const expected = `vrrp_script chk_nginx {
    script /usr/bin/true
    interval 2
}
`;
    const text = await saved("keepalived.conf", (one) => one === expected);
    check("braces that close themselves, and the layout on save, on the disk", text === expected, JSON.stringify(text));
  },
);
finish();
