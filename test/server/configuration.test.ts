import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type Client, type ClientOptions, removeFolder, withClient as withAnyClient } from "./client.js";

afterAll(removeFolder);

/** With a client that pulls. */
const withClient = (options: ClientOptions, use: (client: Client) => Promise<void>) =>
  withAnyClient({ ...options, capabilities: { textDocument: { diagnostic: {} } } }, use);

const path = "lb1/keepalived.conf";
const text =
  "vrrp_instance A {\n    state MASTR\n    interface eth0\n    virtual_router_id 5\n    priority 100\n    virtual_ipaddress {\n        192.0.2.1/24 dev eth0\n    }\n}\n";

interface Report {
  readonly items: readonly { readonly code: string; readonly severity: number }[];
}

async function pulled(client: Client, file = path): Promise<Report["items"]> {
  const { items } = await client.request<Report>("textDocument/diagnostic", {
    textDocument: { uri: client.uri(file) },
  });
  return items;
}

const rules = (level: string) => JSON.stringify({ rules: { "invalid-argument": level } });

test("kalint.json sets levels, from the first answer on, and its overrides count", () =>
  withClient(
    {
      files: {
        "kalint.json": JSON.stringify({
          rules: { "invalid-argument": "info" },
          overrides: [{ files: ["lb2/**"], rules: { "invalid-argument": "off" } }],
        }),
      },
    },
    async (client) => {
      await client.open(path, text);
      await client.open("lb2/keepalived.conf", text);
      const found = (await pulled(client)).filter(({ code }) => code === "invalid-argument");
      expect(found.map(({ severity }) => severity)).toEqual([3]);
      expect((await pulled(client, "lb2/keepalived.conf")).map(({ code }) => code)).not.toContain("invalid-argument");
    },
  ));

test("it wins over the client's settings, which hold where it says nothing", () =>
  withClient(
    {
      files: { "kalint.json": rules("warning") },
      initializationOptions: { rules: { "invalid-argument": "off", "missing-interface": "off" } },
    },
    async (client) => {
      await client.open(path, text);
      expect((await pulled(client)).filter(({ code }) => code === "invalid-argument")).toMatchObject([{ severity: 2 }]);
    },
  ));

test("a change of it on the disk counts", () =>
  withClient({ files: { "kalint.json": rules("off") } }, async (client) => {
    await client.open(path, text);
    expect((await pulled(client)).map(({ code }) => code)).not.toContain("invalid-argument");
    await writeFile(fileURLToPath(client.uri("kalint.json")), rules("error"));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri("kalint.json"), type: 2 }],
    });
    expect((await pulled(client)).map(({ code }) => code)).toContain("invalid-argument");
  }));

test("its target and its layout count", () =>
  withClient({ files: { "kalint.json": '{ "target": "debian-10", "format": { "indent": 2 } }' } }, async (client) => {
    await client.open(path, text.replace("MASTR", "BACKUP").replace("    priority", "    use_ipvlan\n    priority"));
    const found = await pulled(client);
    expect(found.map(({ code }) => code)).toContain("unknown-keyword");
    const edits = await client.request<readonly { newText: string }[]>("textDocument/formatting", {
      textDocument: { uri: client.uri(path) },
      options: { tabSize: 8, insertSpaces: true },
    });
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.every(({ newText }) => newText.length <= 4)).toBe(true);
  }));

test("the target of a node and of an override counts", () =>
  withClient(
    {
      files: {
        "kalint.json": JSON.stringify({
          target: "debian-10",
          overrides: [{ files: ["lb2/**"], target: "2.4.3" }],
          clusters: [{ name: "web", nodes: [{ name: "lb3", file: "lb3/keepalived.conf", target: "2.4.3" }] }],
        }),
      },
    },
    async (client) => {
      for (const folder of ["lb1", "lb2", "lb3"]) {
        const file = `${folder}/keepalived.conf`;
        await client.open(
          file,
          text.replace("MASTR", "BACKUP").replace("    priority", "    use_ipvlan\n    priority"),
        );
        const codes = (await pulled(client, file)).map(({ code }) => code);
        expect(codes.includes("unknown-keyword"), folder).toBe(folder === "lb1");
      }
    },
  ));

const globals = `global_defs {\n    vrrp_iptables\n    vrrp_ipsets keepalived\n}\n${text.replace("MASTR", "BACKUP")}`;

test("what the build lacks and what the host has counts, in findings and in proposals", () =>
  withClient(
    { files: { "kalint.json": JSON.stringify({ target: "debian-12", host: { interfaces: ["lo", "ens18"] } }) } },
    async (client) => {
      await client.open(path, globals);
      const codes = (await pulled(client)).map(({ code }) => code);
      expect(codes).toContain("unknown-keyword");
      expect(codes).toContain("unknown-interface");
      const items = await client.request<readonly { label: string }[] | { items: readonly { label: string }[] }>(
        "textDocument/completion",
        { textDocument: { uri: client.uri(path) }, position: { line: 1, character: 4 } },
      );
      const labels = ("items" in items ? items.items : items).map(({ label }) => label);
      expect(labels).toContain("vrrp_iptables");
      expect(labels).not.toContain("vrrp_ipsets");
    },
  ));

test("a distribution among the client's settings brings its build along", () =>
  withClient({ initializationOptions: { target: "debian-12" } }, async (client) => {
    await client.open(path, globals);
    expect(JSON.stringify(await pulled(client))).toContain("the build of debian-12 leaves it out");
  }));

test("a mistake in it is shown in its place", () =>
  withClient({ files: { "kalint.json": '{\n  "ruls": {}\n}' } }, async (client) => {
    await client.open(path, text);
    const shown = await client.diagnostics("kalint.json", (list) => list.length > 0);
    expect(shown).toMatchObject([
      { message: expect.stringContaining("Did you mean rules?"), range: { start: { line: 1, character: 2 } } },
    ]);
    expect((await pulled(client)).map(({ code }) => code)).toContain("invalid-argument");
  }));

test("declared clusters name their hosts", () =>
  withClient(
    {
      files: {
        "kalint.json": JSON.stringify({
          clusters: [
            {
              name: "web",
              nodes: [
                { name: "north", file: "lb1/keepalived.conf" },
                { name: "south", file: "lb2/keepalived.conf" },
              ],
            },
          ],
        }),
        "lb2/keepalived.conf": text.replace("MASTR", "BACKUP").replace("router_id 5", "router_id 6"),
      },
    },
    async (client) => {
      await client.open(path, text.replace("MASTR", "MASTER").replace("100", "150"));
      const found = [...(await pulled(client)), ...(await pulled(client, "lb2/keepalived.conf"))];
      expect(found.map(({ code }) => code)).toContain("mismatched-virtual-router-id");
      expect(JSON.stringify(found)).toMatch(/north|south/);
    },
  ));

test.each([
  ["without a configuration", {}, ["short-advert-interval"]],
  ["with an option", { "short-advert-interval": ["warning", { minimum: 0.05 }] }, []],
])("kalint.json sets the options of rules: %s", (_, settings, codes) =>
  withClient({ files: { "kalint.json": JSON.stringify({ rules: settings }) } }, async (client) => {
    const version3 = "    version 3\n    advert_int 0.05\n";
    await client.open(path, text.replace("MASTR", "BACKUP").replace("    priority", `${version3}    priority`));
    expect((await pulled(client)).map(({ code }) => code)).toEqual(codes);
  }),
);
