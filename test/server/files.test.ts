import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-jsonrpc";
import { FileChangeType, WatchKind } from "vscode-languageserver";
import { type Client, type ClientOptions, removeFolder, withClient as withAnyClient } from "./client.js";

afterAll(removeFolder);

/** With a client that pulls. */
const withClient = (options: ClientOptions, use: (client: Client) => Promise<void>) =>
  withAnyClient({ capabilities: { textDocument: { diagnostic: {} } }, ...options }, use);

function hostFile(n: number): string {
  return `vrrp_instance VI_${n} {
    interface eth0
    state BACKUP
    virtual_router_id ${(n % 250) + 1}
    priority 100
    virtual_ipaddress {
        192.0.2.${n}
    }
}
`;
}

interface WorkspaceReport {
  readonly items: readonly {
    readonly uri: string;
    readonly resultId?: string;
    readonly items: readonly { readonly code: string }[];
  }[];
}

/** The files that the server says something of, as paths in the workspace. */
async function served(client: Client): Promise<readonly string[]> {
  const { items } = await client.request<WorkspaceReport>("workspace/diagnostic", { previousResultIds: [] });
  const root = client.uri("x").slice(0, -1);
  return items.map(({ uri }) => uri.slice(root.length)).sort();
}

test("the files of the folder are those that the command line finds", () =>
  withClient(
    {
      files: {
        "lb1/keepalived.conf": hostFile(1),
        "lb2/keepalived.conf": hostFile(2),
        "ignored/keepalived.conf": hostFile(3),
        "old/keepalived.conf": hostFile(4),
        "attic/keepalived.conf": hostFile(5),
        "vrrp/edge.vrrp": hostFile(6),
        "conf.d/web.conf": hostFile(7),
        ".git/HEAD": "",
        ".gitignore": "ignored/\n",
        ".kalintignore": "old/\n",
        "kalint.json": JSON.stringify({ include: ["*.vrrp"], exclude: ["attic"] }),
      },
    },
    async (client) => {
      expect(await served(client)).toEqual(["lb1/keepalived.conf", "lb2/keepalived.conf", "vrrp/edge.vrrp"]);
    },
  ));

test("a client that knows of findings in a file hears that they are gone with its folder", () =>
  withClient(
    { files: { "lb1/keepalived.conf": hostFile(1), "lb2/keepalived.conf": `odd_word\n${hostFile(2)}` } },
    async (client) => {
      const uri = client.uri("lb2/keepalived.conf");
      const report = async (previous: readonly { readonly uri: string; readonly value: string }[]) => {
        const { items } = await client.request<WorkspaceReport>("workspace/diagnostic", {
          previousResultIds: previous,
        });
        return items.find((one) => one.uri === uri);
      };
      const { items, resultId = "" } = (await report([]))!;
      expect(items.length).toBeGreaterThan(0);
      await rm(fileURLToPath(client.uri("lb2")), { recursive: true });
      const changes = [{ uri: client.uri("lb2"), type: FileChangeType.Deleted }];
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
      expect(await report([{ uri, value: resultId }])).toEqual({ uri, version: null, kind: "full", items: [] });
      expect(await report([])).toBeUndefined();
    },
  ));

test("more than 60 files are all served", () => {
  const names = Array.from({ length: 75 }, (_, n) => `site${n}/lb1/keepalived.conf`);
  const files = Object.fromEntries(names.map((name, n) => [name, hostFile(n)]));
  return withClient({ files }, async (client) => {
    expect(await served(client)).toEqual([...names].sort());
    await client.open(names[3]!, hostFile(4));
    expect(await served(client)).toEqual([...names].sort());
  });
});

test("a file that is new on the disk is found when the client says so, a link to one too", () =>
  withClient({ files: { "lb1/keepalived.conf": hostFile(1) } }, async (client) => {
    expect(await served(client)).toEqual(["lb1/keepalived.conf"]);
    const path = fileURLToPath(client.uri("lb2/keepalived.conf"));
    await mkdir(dirname(path));
    await writeFile(path, hostFile(2));
    await symlink(path, fileURLToPath(client.uri("lb1/keepalived-other.conf")));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: ["lb1/keepalived-other.conf", "lb2/keepalived.conf"].map((name) => ({ uri: client.uri(name), type: 1 })),
    });
    expect(await served(client)).toEqual(["lb1/keepalived-other.conf", "lb1/keepalived.conf", "lb2/keepalived.conf"]);
  }));

test("a cancelled request ends as such, and others are answered meanwhile", () => {
  const names = Array.from({ length: 75 }, (_, n) => `site${n}/lb1/keepalived.conf`);
  const files = Object.fromEntries(names.map((name, n) => [name, hostFile(n).repeat(20)]));
  return withClient({ files }, async (client) => {
    await client.open(names[0]!, hostFile(0));
    const source = new CancellationTokenSource();
    const order: string[] = [];
    const pull = client.connection.sendRequest("workspace/diagnostic", { previousResultIds: [] }, source.token).then(
      () => order.push("answered"),
      (error: { readonly code: number }) => order.push(`ended with ${error.code}`),
    );
    source.cancel();
    const hover = client
      .request("textDocument/hover", {
        textDocument: { uri: client.uri(names[0]!) },
        position: { line: 1, character: 6 },
      })
      .then((found) => order.push(found === null ? "no hover" : "hover"));
    await Promise.all([pull, hover]);
    expect(order.toSorted()).toEqual(["ended with -32800", "hover"]);
    expect(await served(client)).toHaveLength(75);
  });
});

test("a request that is cancelled before its turn is never looked at", () => {
  const text = Array.from({ length: 200 }, (_, n) => hostFile(n)).join("");
  return withClient({ files: { "keepalived.conf": text } }, async (client) => {
    await client.open("keepalived.conf", text);
    const at = { textDocument: { uri: client.uri("keepalived.conf") }, position: { line: 1, character: 6 } };
    const source = new CancellationTokenSource();
    // What comes first keeps the server at work while the others arrive.
    const first = client.request("textDocument/codeLens", at);
    const ended = Promise.allSettled(
      ["hover", "completion", "definition"].map((name) =>
        client.connection.sendRequest(`textDocument/${name}`, at, source.token),
      ),
    );
    source.cancel();
    await first;
    for (const result of await ended) expect(result).toMatchObject({ status: "rejected", reason: { code: -32800 } });
    expect(await client.request("textDocument/hover", at)).not.toBeNull();
  });
});

test("a folder that is too deep is named", () => {
  const deep = `${"a/".repeat(14)}keepalived.conf`;
  return withClient({ files: { "keepalived.conf": hostFile(1), [deep]: hostFile(2) } }, async (client) => {
    await client.open("keepalived.conf", hostFile(1));
    expect(await served(client)).toEqual(["keepalived.conf"]);
    await client.open(deep, hostFile(2));
    expect(await served(client)).toEqual([deep, "keepalived.conf"]);
    expect(client.shown).toEqual([expect.stringContaining(fileURLToPath(client.uri("a/".repeat(12))))]);
  });
});

test("an edit ends a pull at once, and the next one gives the findings of the new text", () => {
  const names = Array.from({ length: 30 }, (_, n) => `site${n}/lb1/keepalived.conf`);
  const files = Object.fromEntries(names.map((name, n) => [name, hostFile(n)]));
  return withClient({ files }, async (client) => {
    const uri = client.uri(names[0]!);
    await client.open(names[0]!, hostFile(0));
    const pull = () =>
      client.request<{ items: readonly { code: string }[] }>("textDocument/diagnostic", { textDocument: { uri } });
    const first = pull().catch((error: unknown) => error);
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: hostFile(0).replace("BACKUP", "BAKUP") }],
    });
    expect(await first).toMatchObject({ code: -32802, data: { retriggerRequest: true } });
    expect((await pull()).items.map(({ code }) => code)).toContain("invalid-argument");
  });
});

test("an included file whose name is not watched is read again when a text is saved", () =>
  withClient(
    {
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      files: { "keepalived.conf": "include parts/names.inc\n", "parts/names.inc": "$STATE=BACKUP\n" },
    },
    async (client) => {
      client.connection.onRequest("client/registerCapability", () => null);
      const text = `include parts/names.inc\n${hostFile(1).replace("BACKUP", "$STATE")}`;
      await client.open("keepalived.conf", text);
      const codes = async () => {
        const { items } = await client.request<{ items: readonly { code: string }[] }>("textDocument/diagnostic", {
          textDocument: { uri: client.uri("keepalived.conf") },
        });
        return items.map(({ code }) => code);
      };
      expect(await codes()).not.toContain("invalid-argument");
      await writeFile(fileURLToPath(client.uri("parts/names.inc")), "$STATE=BAKUP\n");
      await client.connection.sendNotification("textDocument/didSave", {
        textDocument: { uri: client.uri("keepalived.conf") },
      });
      expect(await codes()).toContain("invalid-argument");
    },
  ));

test("a client that watches files is asked to tell of folders that come and go", async () => {
  let note = (_: unknown): void => {};
  const asked = new Promise<unknown>((resolve) => {
    note = resolve;
  });
  const options: ClientOptions = {
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    before: async (connection) => {
      connection.onRequest("client/registerCapability", (registration) => {
        note(registration);
        return null;
      });
    },
  };
  await withClient(options, async () => {
    const watchers = expect.arrayContaining([
      { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
      { globPattern: "**/{*.conf,*.conf.*}" },
    ]);
    const registrations = [{ method: "workspace/didChangeWatchedFiles", registerOptions: { watchers } }];
    expect(await asked).toMatchObject({ registrations });
  });
});

test("nothing outside the folder is read, whatever a file includes", () =>
  withClient(
    {
      files: {
        "repository/keepalived.conf": `include ../*/secret.conf\ninclude /etc/passwd\n${hostFile(1)}`,
        "secret/secret.conf": "SECRET_WORD\n",
      },
      folder: "repository",
    },
    async (client) => {
      await client.open("repository/keepalived.conf", `include ../*/secret.conf\ninclude /etc/passwd\n${hostFile(1)}`);
      const { items } = await client.request<WorkspaceReport>("workspace/diagnostic", { previousResultIds: [] });
      expect(items.map(({ items }) => items.map(({ code }) => code))).toEqual([["include-outside", "include-outside"]]);
      const textDocument = { uri: client.uri("repository/keepalived.conf") };
      expect(JSON.stringify(await client.request("kalint/effective", { textDocument }))).not.toContain("SECRET");
      expect(await client.request("textDocument/documentLink", { textDocument })).toEqual([]);
    },
  ));

test("includeRoots of the root's kalint.json widens the reading", () =>
  withClient(
    {
      files: {
        "repository/keepalived.conf": `include ../shared/part.conf\n${hostFile(1)}`,
        "repository/kalint.json": `{ "includeRoots": ["../shared"] }`,
        "shared/part.conf": "odd_word\n",
      },
      folder: "repository",
    },
    async (client) => {
      const { items } = await client.request<WorkspaceReport>("workspace/diagnostic", { previousResultIds: [] });
      expect(items.flatMap(({ items }) => items.map(({ code }) => code))).toEqual(["unknown-keyword"]);
    },
  ));

test("a file that is open alone is read with its own folder", () =>
  withClient(
    { files: { "other/part.conf": "odd_word\n", "repository/x": "", "x.conf": "odd_word\n" }, folder: "repository" },
    async (client) => {
      await client.open("other/keepalived.conf", `include part.conf\ninclude ../x.conf\n${hostFile(1)}`);
      const { items } = await client.request<WorkspaceReport>("workspace/diagnostic", { previousResultIds: [] });
      expect(items.flatMap(({ items }) => items.map(({ code }) => code)).sort()).toEqual([
        "include-outside",
        "unknown-keyword",
      ]);
    },
  ));

test("a script is completed from the disk, outside of the folders too, but nothing there is read", () => {
  const text = 'vrrp_script up {\n    script "FOLDER/ch"\n}\ninclude FOLDER/more.conf\n';
  const files = { "site/keepalived.conf": text, "bin/check.sh": "#!/bin/sh\n", "bin/more.conf": "odd 5\n" };
  return withClient({ files, folder: "site" }, async (client) => {
    const folder = fileURLToPath(client.uri("bin"));
    const written = text.replaceAll("FOLDER", folder);
    await client.open("site/keepalived.conf", written);
    const textDocument = { uri: client.uri("site/keepalived.conf") };
    const position = { line: 1, character: written.split("\n")[1]!.length - 1 };
    const offered = async () => {
      const { items } = await client.request<{ readonly items: readonly { readonly label: string }[] }>(
        "textDocument/completion",
        { textDocument, position },
      );
      return items.map(({ label }) => label);
    };
    expect(await offered()).toEqual([`${folder}/check.sh`]);
    // Nobody tells the server of a file that comes there.
    await writeFile(`${folder}/chk.sh`, "#!/bin/sh\n");
    expect(await offered()).toEqual([`${folder}/check.sh`, `${folder}/chk.sh`]);
    const { items } = await client.request<{ readonly items: readonly { readonly code: string }[] }>(
      "textDocument/diagnostic",
      { textDocument },
    );
    expect(items.map(({ code }) => code)).not.toContain("unknown-keyword");
  });
});
