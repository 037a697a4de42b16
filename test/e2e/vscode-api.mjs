// The extension as other extensions see it: the checks of in-host/ run in the extension host of the real VS Code. Needs what
// vscode.mjs needs.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChecks, workspaceFiles } from "./checks.mjs";
import { withWorkbench } from "./workbench.mjs";

const { check, finish } = createChecks("extension host");
const checks = join(dirname(fileURLToPath(import.meta.url)), "in-host");

await withWorkbench(
  {
    files: {
      ...workspaceFiles,
      "lb2/keepalived.conf": `${workspaceFiles["lb2/keepalived.conf"]}include parts/*.conf\n`,
      "lb2/parts/addresses.conf": "static_ipaddress {\n    192.0.2.9/24 dev eth0\n}\n",
      "conf/web.conf": "vrrp_instance VI_9 {\n    interface eth0\n    virtual_router_id 9\n}\n",
      "nginx.conf": "events {\n    worker_connections 64;\n}\n",
    },
    inHost: checks,
    check,
    name: "in-host",
  },
  async ({ read, ended }) => {
    await ended;
    const { results, times } = JSON.parse(read("results.json"));
    for (const { name, value, detail } of results) check(name, value, value ? "" : detail);
    console.log(
      `     from opening a file to its first diagnostics, with the server's start: ${times.firstDiagnostics} ms`,
    );
  },
);
finish();
