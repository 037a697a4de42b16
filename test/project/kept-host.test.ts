import { memoryHost } from "@kalint/daemon";
import { configurationsBelow, keptHost } from "@kalint/project";
import { expect, test } from "vitest";

/** A disk whose files can change, with how often it was asked. */
function changingDisk(files: Record<string, string>) {
  let asked = 0;
  const count = <T>(value: T): T => {
    asked += 1;
    return value;
  };
  return {
    files,
    asked: () => asked,
    host: {
      read: (path: string) => count(memoryHost(files).read(path)),
      stat: (path: string) => count(memoryHost(files).stat(path)),
      list: (path: string) => count(memoryHost(files).list(path)),
    },
  };
}

const site = { "/site/lb1/keepalived.conf": "one\n", "/site/lb2/keepalived.conf": "two\n" };

test("what is asked again is answered from memory", () => {
  const disk = changingDisk({ ...site });
  const host = keptHost(disk.host);
  const ask = () => [host.read("/site/lb1/keepalived.conf"), host.stat("/site/nothing"), host.list("/site")];
  const first = ask();
  const before = disk.asked();
  expect(ask()).toEqual(first);
  expect(first).toEqual(["one\n", undefined, ["lb1", "lb2"]]);
  expect(disk.asked()).toBe(before);
});

test.each([
  ["a file that nobody has read", "/site/README", "nothing"],
  ["a file of a folder that nobody has listed", "/site/node_modules/x/index.js", "nothing"],
  ["a file that was read, and is the same", "/site/lb2/keepalived.conf", "nothing"],
])("an event costs nothing for %s", async (_, path, change) => {
  const disk = changingDisk({ ...site, "/site/node_modules/x/index.js": "" });
  const host = keptHost(disk.host);
  await configurationsBelow(host, "/site");
  for (const each of Object.keys(site)) host.read(each);
  expect(host.changed([path])).toBe(change);
});

test("an event tells of another text, of a file that went, and of one that came", async () => {
  const disk = changingDisk({ ...site });
  const host = keptHost(disk.host);
  await configurationsBelow(host, "/site");
  for (const each of Object.keys(site)) host.read(each);
  disk.files["/site/lb1/keepalived.conf"] = "another\n";
  expect(host.changed(["/site/lb1/keepalived.conf"])).toBe("answers");
  expect(host.read("/site/lb1/keepalived.conf")).toBe("another\n");
  disk.files["/site/lb3/keepalived.conf"] = "three\n";
  expect(host.changed(["/site/lb3/keepalived.conf"])).toBe("folders");
  expect(await configurationsBelow(host, "/site")).toContain("/site/lb3/keepalived.conf");
  delete disk.files["/site/lb2/keepalived.conf"];
  expect(host.changed("all")).toBe("answers");
  expect(host.read("/site/lb2/keepalived.conf")).toBeUndefined();
  expect(host.changed("all")).toBe("nothing");
});

test("a text that is open stands before the disk's, until it is closed", () => {
  const disk = changingDisk({ ...site });
  const host = keptHost(disk.host);
  host.overlay("/site/lb1/keepalived.conf", "open\n");
  host.overlay("/site/new.conf", "new\n");
  expect(host.read("/site/lb1/keepalived.conf")).toBe("open\n");
  expect(host.stat("/site/new.conf")).toEqual({ kind: "file", executable: false });
  host.overlay("/site/lb1/keepalived.conf", undefined);
  expect(host.read("/site/lb1/keepalived.conf")).toBe("one\n");
});

test.each([
  ["the folders alone", ["/site/lb2", "/site/new"]],
  ["the files alone", ["/site/lb2/keepalived.conf", "/site/new/keepalived.conf"]],
])("a folder that is renamed and renamed back is followed, where a client tells of %s", async (_, events) => {
  const disk = changingDisk({ ...site });
  const host = keptHost(disk.host);
  const walk = async () => {
    const found = await configurationsBelow(host, "/site");
    return found.filter((path) => host.read(path) !== undefined);
  };
  expect(await walk()).toEqual(Object.keys(site));
  const rename = (from: string, to: string) => {
    disk.files[to] = disk.files[from]!;
    delete disk.files[from];
    expect(host.changed(events)).not.toBe("nothing");
  };
  rename("/site/lb2/keepalived.conf", "/site/new/keepalived.conf");
  expect(await walk()).toEqual(["/site/lb1/keepalived.conf", "/site/new/keepalived.conf"]);
  expect(host.read("/site/lb2/keepalived.conf")).toBeUndefined();
  rename("/site/new/keepalived.conf", "/site/lb2/keepalived.conf");
  expect(await walk()).toEqual(Object.keys(site));
});
