import { memoryHost } from "@kalint/daemon";
import { clustersOf } from "@kalint/project";
import { complete, hover, newestVersion, openDocument } from "@kalint/service";
import { expect, test } from "vitest";

const files = { "lb1/keepalived.conf": hostFile("MASTER", 150), "lb2/keepalived.conf": hostFile("BACKUP", 100) };
const path = "lb2/keepalived.conf";
const target = newestVersion;

function hostFile(state: string, priority: number): string {
  const instance = (n: number) => `vrrp_instance VI_${n} {
    interface eth0
    state ${state}
    virtual_router_id ${n}
    priority ${priority + n}
    virtual_ipaddress {
        192.0.2.${n}
    }
}
`;
  return [1, 2, 3].map(instance).join("");
}

/** The second host's file after an edit, with clusters of before it, and with those of now. */
function edited(text: string) {
  const paths = Object.keys(files);
  const before = clustersOf({ paths, host: memoryHost(files), target });
  const now = { ...files, [path]: text };
  const host = memoryHost(now);
  const clusters = () => clustersOf({ paths, host, target });
  return {
    recent: openDocument(text, path, { target, host, clusters, recentClusters: () => before }),
    current: openDocument(text, path, { target, host, clusters }),
  };
}

test.each([
  ["lines more above", (text: string) => `# one more line\n\n${text}`],
  ["fewer above", (text: string) => text.slice(text.indexOf("vrrp_instance VI_2"))],
  ["more within", (text: string) => text.replace("priority 102", "garp_master_delay 3\n    priority 102")],
])("completion and hover find an instance where an edit has moved it: %s", (_, edit) => {
  const text = edit(files[path]);
  const { recent, current } = edited(text);
  const offsets = [2, 3].map((n) => text.indexOf(`priority 10${n}`) + "priority ".length);
  for (const offset of offsets) {
    const offered = complete(recent, offset).map(({ label, detail }) => [label, detail]);
    expect(offered).toEqual(complete(current, offset).map(({ label, detail }) => [label, detail]));
    expect(offered.length).toBeGreaterThan(0);
    expect(hover(recent, offset)).toEqual(hover(current, offset));
  }
  const address = text.indexOf("192.0.2.3");
  expect(hover(recent, address)?.markdown).toContain("virtual address of `VI_3`");
  expect(hover(recent, address)).toEqual(hover(current, address));
});

test("a value that names nothing needs no reading of the host", () => {
  const read: string[] = [];
  const host = memoryHost(files);
  const noting = {
    ...host,
    read(asked: string) {
      read.push(asked);
      return host.read(asked);
    },
  };
  const text = files[path];
  const document = openDocument(text, path, { target, host: noting });
  expect(hover(document, text.indexOf("priority 102") + 10)?.markdown).toContain("255");
  expect(read).toEqual([]);
});
