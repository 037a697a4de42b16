import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { factsOfThisHost, together } from "../../packages/cli/src/this-host.js";
import { clean, runIn } from "./command.js";

/** The messages of the rules that need to know the host, and which of them claim that keepalived names the line. */
async function checkFacts(files: Record<string, string>, expected: readonly string[], options = "") {
  const rules = "unknown-interface,unknown-user,missing-script-file";
  const result = await runIn(`--format json --only ${rules} ${options} .`, { files });
  expect(result.errors).toBe("");
  const found = (JSON.parse(result.output) as Report).files.flatMap(({ path, diagnostics }) =>
    diagnostics.map(
      ({ message, daemon, range }) => `${path}:${range.start.line} ${message}${daemon ? " (daemon)" : ""}`,
    ),
  );
  expect(found).toEqual(expected);
}

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly message: string;
      readonly daemon: boolean;
      readonly range: { readonly start: { readonly line: number } };
    }[];
  }[];
}

const scripts = (program: string, user: string) =>
  `vrrp_script up {\n    script "${program}"\n    interval 2\n    user ${user}\n}\n${clean.replace("    virtual_ipaddress", "    track_script {\n        up\n    }\n    virtual_ipaddress")}`;

describe("host in kalint.json", () => {
  test("without it nothing is said", () =>
    checkFacts({ "keepalived.conf": scripts("/no/such/program", "nobodyy") }, []));

  test("interfaces that it does not name are missing", () =>
    checkFacts({ "kalint.json": JSON.stringify({ host: { interfaces: ["lo", "ens18"] } }), "keepalived.conf": clean }, [
      'keepalived.conf:3 the host has no interface "eth0" (daemon)',
      'keepalived.conf:7 the host has no interface "eth0" (daemon)',
    ]));

  test("so are users, with the scripts that go with them, and programs", () =>
    checkFacts(
      {
        "kalint.json": JSON.stringify({ host: { users: ["root"], scripts: ["/usr/bin/true"] } }),
        "keepalived.conf": scripts("/usr/bin/flase", "nobodyy"),
      },
      [
        'keepalived.conf:2 "/usr/bin/flase" of vrrp_script up is not on the host (daemon)',
        'keepalived.conf:4 the host has no user "nobodyy" (daemon)',
        'keepalived.conf:12 up is removed: the host has no user "nobodyy" (daemon)',
      ],
    ));

  test("a node's own facts win", () =>
    checkFacts(
      {
        "kalint.json": JSON.stringify({
          host: { interfaces: ["eth0"] },
          clusters: [
            {
              name: "web",
              nodes: [
                { name: "lb1", file: "lb1/keepalived.conf" },
                { name: "lb2", file: "lb2/keepalived.conf", host: { interfaces: ["eth1"] } },
              ],
            },
          ],
        }),
        "lb1/keepalived.conf": clean,
        "lb2/keepalived.conf": clean.replace("/24 dev eth0", "/24").replace("100", "90"),
      },
      ['lb2/keepalived.conf:3 the host has no interface "eth0" (daemon)'],
    ));

  test("a wrong key is an error with its place", async () => {
    const result = await runIn(".", {
      files: { "kalint.json": '{ "host": { "interface": ["eth0"] } }', "keepalived.conf": clean },
    });
    expect(result.status).toBe(2);
    expect(result.errors).toContain("kalint.json:1:13: unknown key 'interface'. Did you mean interfaces?");
  });
});

describe("--this-host", () => {
  test("knows this machine's interfaces, users and groups", () => {
    const facts = factsOfThisHost();
    expect(facts.interfaces).toEqual(expect.arrayContaining(Object.keys(networkInterfaces())));
    expect(facts.users).toContain("root");
    expect(facts.groups).toContain("root");
    expect(facts.scripts).toBe(true);
  });

  test("looks for programs on the disk, and adds what kalint.json names", () =>
    checkFacts(
      {
        "kalint.json": JSON.stringify({ host: { interfaces: ["eth0"], users: ["later"] } }),
        "keepalived.conf": scripts("/no/such/program", "later"),
        "lab/keepalived.conf": scripts(process.execPath, "nobodyy"),
      },
      [
        'keepalived.conf:2 "/no/such/program" of vrrp_script up is not on the host (daemon)',
        'lab/keepalived.conf:4 the host has no user "nobodyy" (daemon)',
        'lab/keepalived.conf:12 up is removed: the host has no user "nobodyy" (daemon)',
      ],
      "--this-host",
    ));

  test("says nothing of what cannot be found out", () => {
    expect(together({ users: ["a"] }, {})).toEqual({ users: ["a"] });
    expect(together({ users: ["b"] }, { users: ["a"], scripts: true })).toEqual({ users: ["a", "b"], scripts: true });
  });
});
