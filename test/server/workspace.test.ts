import { memoryHost } from "@kalint/daemon";
import { keptHost, noConfiguration } from "@kalint/project";
import { expect, test } from "vitest";
import { createWorkspace } from "../../packages/server/src/workspace.js";

const instance = (priority: number) =>
  `vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority ${priority}\n    virtual_ipaddress {\n        192.0.2.1\n    }\n}\n`;
const files = { "/lb1.conf": instance(150), "/lb2.conf": instance(100), "/part.conf": "priority 5\n" };

/** Both hosts are open; `part.conf` is on the disk alone, and changes there. */
function opened() {
  const onDisk: Record<string, string> = { ...files };
  const host = keptHost({
    ...memoryHost(files),
    read: (path) => onDisk[path],
  });
  const workspace = createWorkspace(
    host,
    () => "utf-16",
    () => noConfiguration,
  );
  const texts = ["/lb1.conf", "/lb2.conf"].map((path) =>
    workspace.open(`file://${path}`, 1, onDisk[path as keyof typeof files]!),
  );
  const now = () => texts.map(({ uri }) => workspace.get(uri)!);
  const priorities = () =>
    workspace
      .clusters()
      .flatMap(({ hosts }) => hosts)
      .flatMap(({ instances }) => instances.map(({ priority }) => priority?.value));
  return { workspace, texts, now, priorities, onDisk };
}

test("what is set counts for every open text, whichever was opened first", () => {
  const { workspace, now } = opened();
  expect(now().map(({ document }) => document.target)).not.toContain("2.2.7");
  const before = workspace.generation();
  workspace.configure({ target: { version: "2.2.7", lacks: [] } });
  expect(now().map(({ document }) => document.target)).toEqual(["2.2.7", "2.2.7"]);
  expect(workspace.generation()).toBeGreaterThan(before);
});

test("a change makes a new text, and results of the old one stale", () => {
  const { workspace, texts, now, priorities } = opened();
  expect(priorities()).toEqual([150, 100]);
  const [first, second] = now();
  const before = workspace.generation();
  const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 16 } };
  const changed = workspace.change(texts[0]!, [{ range, text: "90" }], 2);
  expect(changed).toMatchObject({ uri: first!.uri, version: 2, document: { text: instance(90) } });
  expect(now()).toEqual([changed, second]);
  expect(workspace.generation()).toBeGreaterThan(before);
  // The documents of all texts see it: it is one cluster.
  expect(priorities()).toEqual([90, 100]);
  expect(now()[1]!.document.clusters).toBe(workspace.clusters());
});

test("changes of one message follow each other", () => {
  const { workspace, texts } = opened();
  const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
  const { document } = workspace.change(
    texts[0]!,
    [
      { range: at(0, 0), text: "# a\n" },
      { range: at(1, 0), text: "# b\n" },
      { range: at(1, 3), text: "c" },
    ],
    2,
  );
  expect(document.text).toBe(`# a\n# bc\n${instance(150)}`);
});

test("a text that is closed is read from the disk again, and the others with it", () => {
  const { workspace, texts, now, priorities, onDisk } = opened();
  workspace.change(texts[0]!, [{ text: instance(90) }], 2);
  const [, other] = now();
  onDisk["/lb1.conf"] = instance(80);
  workspace.close(texts[0]!.uri);
  expect(workspace.get(texts[0]!.uri)).toBeUndefined();
  expect(workspace.files()).toEqual(["/lb2.conf"]);
  expect(workspace.positionsOf("/lb1.conf").text).toBe(instance(80));
  expect(workspace.get(texts[1]!.uri)).not.toBe(other);
  expect(priorities()).toEqual([100]);
});

test("places in files that nobody has open follow the disk", () => {
  const { workspace, onDisk } = opened();
  const place = { file: "/part.conf", start: 9, end: 10 };
  const range = (line: number) => ({ start: { line, character: 9 }, end: { line, character: 10 } });
  expect(workspace.locationOf(place)).toEqual({ uri: "file:///part.conf", range: range(0) });
  onDisk["/part.conf"] = "# more\npriority 5\n";
  workspace.invalidate(["/part.conf"]);
  expect(workspace.locationOf({ ...place, start: 16, end: 17 }).range).toEqual(range(1));
});
