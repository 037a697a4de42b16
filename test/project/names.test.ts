import { memoryHost } from "@kalint/daemon";
import { hostsOf } from "@kalint/project";
import { newestVersion } from "@kalint/schema";
import { expect, test } from "vitest";

test("hosts are named without the files that they include", () => {
  const main = "include conf.d/*.conf\n";
  const texts = {
    "lb1/keepalived.conf": main,
    "lb1/conf.d/web.conf": "vrrp_instance VI_1 {\n}\n",
    "lb2/keepalived.conf": main,
    "lb2/conf.d/web.conf": "vrrp_instance VI_1 {\n}\n",
  };
  const hosts = hostsOf({ paths: Object.keys(texts), host: memoryHost(texts), target: newestVersion });
  expect(hosts.map(({ configuration }) => configuration.name)).toEqual(["lb1", "lb2"]);
});
