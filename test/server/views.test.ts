import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer, removeServer, startClient } from "./client.js";

beforeAll(buildServer);
afterAll(removeServer);

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
    expect(await client.stop()).toBe(0);
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
    expect(await masters({ steps: [{ kind: "interface-down", host: "lb1", interface: "eth0" }] })).toEqual(["lb2"]);
    expect(await masters(off("gone"))).toEqual(["lb1"]);
    expect(await client.stop()).toBe(0);
  });
});
