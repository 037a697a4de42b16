import { memoryHost } from "@kalint/daemon";
import { newestVersion, openDocument, refactorings } from "@kalint/service";
import { expect, test } from "vitest";

const text = `vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;

/** Where the other host's file would be, with nothing above `root` that kalint may read. */
function otherFile(path: string, root: string): string | undefined {
  const host = { ...memoryHost({ [path]: text }), isOutside: (asked: string) => !asked.startsWith(root) };
  const document = openDocument(text, path, { target: newestVersion, host });
  return refactorings(document, 3).find(({ create }) => create)?.create?.[0]?.path;
}

test("the other host's file is one of the project, whatever the folders above it are called", () => {
  expect(otherFile("/home/admin1/site/lb1/keepalived.conf", "/home/admin1/site/")).toBe(
    "/home/admin1/site/lb2/keepalived.conf",
  );
  expect(otherFile("/home/admin1/site/keepalived.conf", "/home/admin1/site/")).toBe(
    "/home/admin1/site/keepalived.backup.conf",
  );
});
