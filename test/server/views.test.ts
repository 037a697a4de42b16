import { afterAll, describe, expect, test } from "vitest";
import { removeFolder, startClient } from "./client.js";

afterAll(removeFolder);

const host = (priority: number) => `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;

interface View {
  readonly name: string;
  readonly hosts: readonly { readonly name: string; readonly switches: readonly { readonly label: string }[] }[];
  readonly routers: readonly {
    readonly masters: readonly string[];
    readonly members: readonly { readonly location: { readonly uri: string } }[];
    readonly outcomes: readonly { readonly event: string; readonly masters: readonly string[] }[];
  }[];
}

describe("pages about a configuration", () => {
  test("what one host reads, for each id of the file, and after an edit", async () => {
    const client = await startClient({});
    const text =
      "$P=100\nvrrp_instance A {\n    @lb1 priority $P\n    @lb2 priority 50\n    ~SEQ(i, 1) garp_master_repeat $i\n}\n";
    await client.open("keepalived.conf", text);
    const uri = client.uri("keepalived.conf");
    expect(await client.request("kalint/effective", { uri })).toMatchObject({
      configIds: ["lb1", "lb2"],
      configId: "lb1",
      text: expect.stringMatching(/^ {4}priority 100 /m),
    });
    expect(await client.request("kalint/effective", { uri, configId: "lb2" })).toMatchObject({
      text: expect.stringMatching(/^ {4}priority 50$/m),
    });
    expect(await client.request("kalint/effective", { uri: "file:///nowhere/keepalived.conf" })).toBeNull();
    await client.stop();
  });

  test("a cluster with its failover, and with what is switched off", async () => {
    const client = await startClient({});
    await client.open("lb1/keepalived.conf", host(100));
    await client.open("lb2/keepalived.conf", host(50));
    const [cluster] = await client.request<View[]>("kalint/cluster", {});
    expect(cluster?.hosts).toMatchObject([
      { name: "lb1", switches: [{ label: "host" }, { label: "interface eth0" }] },
      { name: "lb2", switches: [{ label: "host" }, { label: "interface eth0" }] },
    ]);
    expect(cluster?.routers).toMatchObject([
      { masters: ["lb1"], members: [{ location: { uri: client.uri("lb1/keepalived.conf") } }, {}] },
    ]);
    expect(cluster?.routers[0]?.outcomes).toContainEqual(
      expect.objectContaining({ event: "lb1 lost", masters: ["lb2"] }),
    );

    const off = (...hosts: string[]) => ({ steps: hosts.map((name) => ({ kind: "lost", host: name })) });
    const masters = async (parameters: unknown) =>
      (await client.request<View[]>("kalint/cluster", parameters))[0]?.routers[0]?.masters;
    expect(await masters(off("lb1"))).toEqual(["lb2"]);
    expect(await masters(off("lb1", "lb2"))).toEqual([]);
    const down = { steps: [{ kind: "interface-down", host: "lb1", interface: "eth0" }] };
    expect(await masters(down)).toEqual(["lb2"]);
    const routers = async (parameters: unknown) =>
      (await client.request<View[]>("kalint/cluster", parameters))[0]?.routers;
    expect(await routers(down)).toMatchObject([{ faults: ["lb1"] }]);
    expect(await routers(off("lb1"))).toMatchObject([{ faults: [] }]);
    expect(await masters(off("gone"))).toEqual(["lb1"]);
    await client.stop();
  });

  test("what a host read of other texts, such as those of a commit", async () => {
    const client = await startClient({ files: { "conf.d/b.conf": "global_defs {\n    router_id b\n}\n" } });
    const uri = client.uri("keepalived.conf");
    await client.open("keepalived.conf", "include conf.d/*.conf\n");
    const now = await client.request<{ text: string; files: string[] }>("kalint/effective", { uri });
    expect(now.text).toContain("router_id b");
    expect(now.files).toEqual([uri, client.uri("conf.d/b.conf")]);
    const texts = [
      { uri: client.uri("conf.d/a.conf"), text: "global_defs {\n    router_id a\n}\n" },
      { uri: client.uri("conf.d/b.conf"), text: null },
    ];
    const before = await client.request<{ text: string }>("kalint/effective", { uri, texts });
    expect(before.text).toContain("router_id a");
    expect(before.text).not.toContain("router_id b");
    expect(await client.request("kalint/effective", { uri })).toEqual(now);
    await client.stop();
  });

  test("what a file is part of, and how that is doing", async () => {
    const client = await startClient({ files: { "lb3/kalint.json": '{ "target": "2.2.7" }' } });
    await client.open("lb1/keepalived.conf", host(100).replace("eth0", "eth0 extra"));
    await client.open("lb2/keepalived.conf", host(50));
    const status = (path: string) => client.request("kalint/status", { uri: client.uri(path) });
    expect(await status("lb2/keepalived.conf")).toMatchObject({
      hosts: ["lb2"],
      cluster: { hosts: ["lb1", "lb2"] },
      errors: 0,
    });
    const { warnings } = (await status("lb1/keepalived.conf")) as { warnings: number };
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: client.uri("lb1/keepalived.conf"), version: 2 },
      contentChanges: [{ text: host(100) }],
    });
    expect(await status("lb1/keepalived.conf")).toMatchObject({ hosts: ["lb1"], warnings: warnings - 1 });
    await client.open("lb3/keepalived.conf", host(50).replaceAll("51", "77").replace(".10/", ".30/"));
    expect(await status("lb3/keepalived.conf")).toMatchObject({
      target: "2.2.7",
      targetFrom: client.uri("lb3/kalint.json"),
    });
    expect(await status("nowhere.conf")).toBeNull();
    await client.stop();
  });
});
