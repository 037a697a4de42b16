import { memoryHost } from "@kalint/daemon";
import { configurationFinder } from "@kalint/lint";
import { absolutePath, configurationsBelow, nameOf } from "@kalint/project";
import { describe, expect, test } from "vitest";

const vrrp = "vrrp_instance VI_1 {\n    virtual_router_id 51\n}\n";

/** The configurations that are found below `/site`. */
async function found(
  files: Readonly<Record<string, string>>,
  options: { readonly exclude?: readonly string[]; readonly from?: string } = {},
): Promise<readonly string[]> {
  const host = memoryHost(files);
  const paths = await configurationsBelow(host, options.from ?? "/site", {
    configurations: configurationFinder({ host }),
    ...(options.exclude && { exclude: { folder: "/site", files: options.exclude } }),
  });
  return paths.map((path) => path.slice("/site/".length));
}

const site = {
  "/site/lb1/keepalived.conf": vrrp,
  "/site/lb2/keepalived.conf": vrrp,
  "/site/keepalived/conf.d/web.conf": vrrp,
  "/site/keepalived/conf.d/nginx.conf": "server {\n}\n",
  "/site/conf.d/web.conf": vrrp,
  "/site/vrrp/edge.vrrp": vrrp,
  "/site/node_modules/keepalived.conf": vrrp,
};

describe("the walk finds", () => {
  test("files by name, and by content below a folder of keepalived's", async () => {
    expect(await found(site)).toEqual(["keepalived/conf.d/web.conf", "lb1/keepalived.conf", "lb2/keepalived.conf"]);
  });

  test.each([
    ["a pattern", ["*.vrrp"]],
    ["a path", ["vrrp/edge.vrrp"]],
    ["a folder", ["vrrp/"]],
  ])("what `include` names: %s", async (_, include) => {
    const files = { ...site, "/site/kalint.json": JSON.stringify({ include }) };
    expect(await found(files)).toEqual([
      "keepalived/conf.d/web.conf",
      "lb1/keepalived.conf",
      "lb2/keepalived.conf",
      "vrrp/edge.vrrp",
    ]);
  });

  test("what `include` of a nearer configuration names, and not what the farther one's does", async () => {
    const files = {
      ...site,
      "/site/kalint.json": JSON.stringify({ include: ["web.conf"] }),
      "/site/vrrp/kalint.json": JSON.stringify({ include: ["*.vrrp"] }),
      "/site/vrrp/web.conf": vrrp,
    };
    expect(await found(files)).toContain("vrrp/edge.vrrp");
    expect(await found(files)).not.toContain("vrrp/web.conf");
    expect(await found(files)).toContain("conf.d/web.conf");
  });

  test("what `include` of an extended configuration names, from that one's folder", async () => {
    const files = {
      ...site,
      "/site/kalint.json": JSON.stringify({ extends: "./base/kalint-base.json" }),
      "/site/base/kalint-base.json": JSON.stringify({ include: ["*.vrrp"] }),
      "/site/base/one.vrrp": vrrp,
    };
    expect(await found(files)).toContain("base/one.vrrp");
    expect(await found(files)).not.toContain("vrrp/edge.vrrp");
  });
});

describe("the walk takes what stands behind the name", () => {
  const folder = (...names: readonly string[]) =>
    found(Object.fromEntries(names.map((name) => [`/site/keepalived.conf.${name}`, vrrp])));

  test.each([
    ["as a host's", ["master", "slave"]],
    ["in any case", ["MASTER", "SLAVE"]],
    ["as a host's number", ["lb-01", "node2"]],
    ["as a host's, a backup beside another host", ["backup", "primary"]],
    ["as a host's, several backups", ["backup1", "backup2", "master"]],
  ])("%s", async (_, names) => {
    expect(await folder(...names)).toEqual(names.map((name) => `keepalived.conf.${name}`).toSorted());
  });

  test.each([
    "bak",
    "backup",
    "backup1",
    "orig",
    "old",
    "rpmsave",
    "rpmnew",
    "dpkg-old",
    "1",
    "20260101",
    "sample",
    "swp",
  ])("as a kept copy: %s", async (name) => {
    expect(await folder(name)).toEqual([]);
  });

  test("as a kept copy: two backups", async () => {
    expect(await folder("backup", "backup2")).toEqual([]);
  });

  test("as a host's only where the text agrees, and in front of a template's ending where templates are asked for", async () => {
    const host = memoryHost({
      "/site/keepalived.conf.master": "see the wiki\n",
      "/site/keepalived.conf.node1.j2": vrrp,
      "/site/nginx.conf.master": vrrp,
    });
    expect(await configurationsBelow(host, "/site")).toEqual([]);
    expect(await configurationsBelow(host, "/site", { templates: true })).toEqual(["/site/keepalived.conf.node1.j2"]);
  });
});

describe("the walk leaves out", () => {
  test.each([
    [".gitignore", { "/site/.gitignore": "lb2/\n" }],
    [".kalintignore", { "/site/.kalintignore": "lb2\n" }],
    [".kalintignore beside it", { "/site/lb2/.kalintignore": "keepalived.conf\n" }],
    ["`exclude`", { "/site/kalint.json": JSON.stringify({ exclude: ["lb2/**"] }) }],
    [
      "`exclude` that takes back what `include` names",
      {
        "/site/kalint.json": JSON.stringify({ include: ["lb2/*"], exclude: ["lb2/"] }),
      },
    ],
  ])("what %s names", async (_, more) => {
    expect(await found({ ...site, ...more })).toEqual(["keepalived/conf.d/web.conf", "lb1/keepalived.conf"]);
  });

  test("what --exclude names", async () => {
    expect(await found(site, { exclude: ["lb?", "!lb2"] })).toEqual([
      "keepalived/conf.d/web.conf",
      "lb2/keepalived.conf",
    ]);
  });

  test("what a .gitignore above the walk names, inside one repository only", async () => {
    const files = { ...site, "/site/.gitignore": "lb1/old/\n", "/site/lb1/old/keepalived.conf": vrrp };
    expect(await found(files, { from: "/site/lb1" })).toContain("lb1/old/keepalived.conf");
    expect(await found({ ...files, "/site/.git/HEAD": "ref" }, { from: "/site/lb1" })).toEqual(["lb1/keepalived.conf"]);
  });
});

test(".kalintignore has the last word over .gitignore beside it", async () => {
  const files = { ...site, "/site/.gitignore": "*.conf\n", "/site/.kalintignore": "!lb1/keepalived.conf\n" };
  expect(await found(files)).toEqual(["lb1/keepalived.conf"]);
});

test("a configuration with mistakes leaves the walk as it is", async () => {
  const files = { ...site, "/site/kalint.json": "{ nonsense" };
  expect(await found(files)).toEqual(await found(site));
});

test.each([
  ["/site", "lb1/keepalived.conf", "/site/lb1/keepalived.conf"],
  ["/site/lb1", "../lb2/keepalived.conf", "/site/lb2/keepalived.conf"],
  ["/site", ".", "/site"],
  ["/site", "/etc/keepalived/keepalived.conf", "/etc/keepalived/keepalived.conf"],
])("from %s, %s is %s, and back", (directory, name, path) => {
  expect(absolutePath(directory, name)).toBe(path);
  expect(nameOf(directory, path, name.startsWith("/"))).toBe(name);
});
