import { describe, expect, test } from "vitest";
import { bad, clean, hostWith, runIn } from "./command.js";

describe("neighbours", () => {
  const files = { "lb1/keepalived.conf": hostWith(150), "lb2/keepalived.conf": hostWith(100, 52) };

  test("a changed file is held against the other host of its cluster", async () => {
    const result = await runIn("--format json lb1/keepalived.conf", { files });
    const report = JSON.parse(result.output);
    const found = report.files.flatMap((file: { path: string; diagnostics: { rule: string; mirrors?: object }[] }) =>
      file.diagnostics.map(({ rule, mirrors }) => ({ path: file.path, rule, ...(mirrors && { mirrors }) })),
    );
    // On the line of each host, and counted once.
    const rule = "mismatched-virtual-router-id";
    expect(found).toEqual([
      { path: "lb1/keepalived.conf", rule, mirrors: { path: "lb2/keepalived.conf", line: 4 } },
      { path: "lb2/keepalived.conf", rule },
    ]);
    expect(report.summary.errors).toBe(1);
  });

  test("but not with --no-neighbours, nor where nothing tells that they belong together", async () => {
    expect((await runIn("--no-neighbours lb1/keepalived.conf", { files })).output).toBe("no problems in 1 file\n");
    const others = { "web/keepalived.conf": hostWith(150), "mail/keepalived.conf": hostWith(100, 52) };
    expect((await runIn("web/keepalived.conf", { files: others })).output).toBe("no problems in 1 file\n");
  });

  test("hosts with names of their own belong together where they name each other as peers", async () => {
    const unicast = (text: string, own: string, peer: string) =>
      text.replace(
        "    virtual_ip",
        `    unicast_src_ip ${own}\n    unicast_peer {\n        ${peer}\n    }\n    virtual_ip`,
      );
    const athena = unicast(hostWith(150), "192.0.2.11", "192.0.2.12");
    const zeus = unicast(hostWith(100, 52), "192.0.2.12", "192.0.2.11");
    const both = await runIn("athena/keepalived.conf", {
      files: { "athena/keepalived.conf": athena, "zeus/keepalived.conf": zeus },
    });
    expect(both.output).toContain("mismatched-virtual-router-id");
    const oneSided = await runIn("athena/keepalived.conf", {
      files: { "athena/keepalived.conf": athena, "zeus/keepalived.conf": zeus.replace("192.0.2.11", "192.0.2.13") },
    });
    expect(oneSided.output).not.toContain("mismatched-virtual-router-id");
  });

  test("a neighbour's own mistakes stay its own", async () => {
    const withBad = {
      "lb1/keepalived.conf": hostWith(150),
      "lb2/keepalived.conf": bad,
    };
    expect((await runIn("lb1/keepalived.conf", { files: withBad })).output).toBe("no problems in 1 file\n");
  });
});

describe("fragments", () => {
  const files = {
    "site/keepalived.conf": `${bad}vrrp_script chk {\n    script "/bin/true"\n    interval 1\n    timeout 1\n}\ninclude conf.d/*.conf\n`,
    "site/conf.d/mail.conf": clean
      .replace("VI_1", "MAIL")
      .replace("51", "52")
      .replace("2.1/", "2.2/")
      .replace("    virtual_ip", "    track_script {\n        chk\n    }\n    virtual_ip"),
  };

  test("are read where their main file includes them, and its own mistakes stay its own", async () => {
    const result = await runIn("site/conf.d/mail.conf", { files });
    expect(result.output).toBe("no problems in 1 file\n");
    // By itself, it is still a part: of a name that the main file may define nothing is said.
    const alone = await runIn("--no-neighbours site/conf.d/mail.conf", { files });
    expect(alone.output).toBe("no problems in 1 file\n");
    const whole = { "site/mail.conf": files["site/conf.d/mail.conf"] };
    expect((await runIn("--no-neighbours site/mail.conf", { files: whole })).output).toContain("undefined-reference");
  });

  test("within a block are read there, alone as well as with their main file", async () => {
    const inside = "    state BACKUP\n    interface eth0\n    virtual_router_id 51\n    priority 300\n";
    const split = {
      "site/keepalived.conf": `vrrp_instance VI_1 {\n    include parts/role.txt\n    virtual_ipaddress {\n        include parts/addresses.txt\n    }\n}\n`,
      "site/parts/role.txt": inside,
      "site/parts/addresses.txt": "192.0.2.1/24\n192.0.2.2/33\n",
    };
    for (const [path, finding] of [
      [
        "site/parts/role.txt",
        ':4:14: error: priority takes a whole number from 1 to 255, not "300" [invalid-argument]',
      ],
      ["site/parts/addresses.txt", ":2:1: error: a line of virtual_ipaddress takes an IP address"],
    ]) {
      const { output } = await runIn(`--format concise ${path}`, { files: split });
      expect(output).toContain(`${path}${finding}`);
      expect(output).toMatch(/\n1 error in 1 file\n$/);
    }
  });

  test("belong to what kalint.json says", async () => {
    const part = "    priority 300\n}\n";
    const set = (value: string, files = ["parts/*"]) => JSON.stringify({ overrides: [{ files, fragmentOf: value }] });
    const ofBlock = await runIn("--format concise parts/half.conf", {
      files: { "parts/half.conf": part, "kalint.json": set("vrrp_instance") },
    });
    expect(ofBlock.output).toMatch(/^parts\/half.conf:1:14: error: priority takes .*\n1 error in 1 file\n$/);
    const ofFile = await runIn("--format concise a/b/c/d/rest.conf", {
      files: {
        "a/b/c/d/rest.conf": part,
        "keepalived.conf": "vrrp_instance VI_1 {\n    state BACKUP\n    include a/b/c/d/rest.conf\n",
        "kalint.json": set("keepalived.conf", ["rest.conf"]),
      },
    });
    expect(ofFile.output).toMatch(/^a\/b\/c\/d\/rest.conf:1:14: error: priority takes .*\n1 error in 1 file\n$/);
    const wrong = await runIn("parts/half.conf", {
      files: { "parts/half.conf": part, "kalint.json": set("vrrp_instanse") },
    });
    expect(wrong.status).toBe(2);
    expect(wrong.errors).toContain(
      'kalint.json:1:49: there is no block "vrrp_instanse". Did you mean vrrp_instance? Allowed: a block',
    );
  });

  test("are shown with their main file where both are asked for", async () => {
    const result = await runIn("--format json site/keepalived.conf site/conf.d/mail.conf", { files });
    expect(JSON.parse(result.output).files.map((file: { path: string }) => file.path)).toEqual([
      "site/conf.d/mail.conf",
      "site/keepalived.conf",
    ]);
    expect(JSON.parse(result.output).summary.errors).toBe(1);
  });
});

test("--show-clusters says which hosts were grouped, why, and which were not", async () => {
  const files = {
    "lb1/keepalived.conf": hostWith(150),
    "lb2/keepalived.conf": hostWith(100),
    "else/keepalived.conf": "global_defs {\n    router_id alone\n}\n",
  };
  const { output, status } = await runIn("--show-clusters .", { files });
  expect(status).toBe(0);
  expect(output).toMatch(/^cluster \S+\n {2}lb1 {2}lb1\/keepalived.conf\n {2}lb2 {2}lb2\/keepalived.conf\n/);
  expect(output).toContain("  because they share the virtual address ");
  expect(output).toContain("in no cluster\n  else/keepalived.conf\n");
  expect(output).toMatch(/\n1 cluster with 2 hosts, 1 file in none\n$/);
});
