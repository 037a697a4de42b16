import { describe, expect, test } from "vitest";
import { runIn } from "./command.js";

const files = {
  "keepalived.conf": `$IF=eth0
global_defs {
    @lb1 router_id one   # the first
    @lb2 router_id two
}
vrrp_script chk { script "/bin/check 'a b'  #1"
    ~SEQ(w, 1, 2) weight $w
}
include conf.d/*.conf
vrrp_instance VI_1 {
    interface $IF
    virtual_ipaddress {
        192.0.2.1/24   dev   eth0
    }
}
`,
  "conf.d/a.conf": "vrrp_instance VI_2 {\n  interface eth1\n}\n",
};

const shown = `global_defs {
    router_id one
}

vrrp_script chk {
    script "/bin/check 'a b'  #1"
    weight 1  # w=1, line 7
    weight 2  # w=2, line 7
}

# conf.d/a.conf
vrrp_instance VI_2 {
    interface eth1
}

# keepalived.conf
vrrp_instance VI_1 {
    interface eth0  # $IF, line 11
    virtual_ipaddress {
        192.0.2.1/24 dev eth0
    }
}
`;

test("shows what one host reads, and where it comes from", async () => {
  expect((await runIn("effective --config-id lb1 keepalived.conf", { files })).output).toBe(shown);
});

test("without origins it is plain configuration, which reads the same again", async () => {
  const { output } = await runIn("effective --config-id lb1 --no-origins keepalived.conf", { files });
  expect(output).toBe(shown.replace(/ {2}# .*$/gm, "").replace(/^# .*\n/gm, ""));
  expect((await runIn("effective --no-origins -", { input: output })).output).toBe(output);
});

test("does not show a line in force that keepalived refuses", async () => {
  const text = `virtual_server 192.0.2.10 80 {
    delay_loop 6
    delay_loop 0
    lb_algo rr
    lvs_sched bogus
    quorum 0
}
vrrp_instance VI_1 {
    version 3
    version 2
    state MASTER
    state BACKUP
    priority 300
}
`;
  const { output } = await runIn("effective keepalived.conf", { files: { "keepalived.conf": text } });
  expect(output).toBe(`virtual_server 192.0.2.10 80 {
    delay_loop 6
    # not in force: delay_loop 0
    lb_algo rr
    # not in force: lvs_sched bogus
    quorum 0  # read as 1
}

vrrp_instance VI_1 {
    version 3
    # not in force: version 2
    state MASTER
    # not in force: state BACKUP
    priority 300  # read as 100
}
`);
  const plain = await runIn("effective --no-origins keepalived.conf", { files: { "keepalived.conf": text } });
  expect(plain.output).toBe(output.replace(/^ *# not.*\n/gm, "").replace(/ {2}# .*$/gm, ""));
  const json = await runIn("effective --json keepalived.conf", { files: { "keepalived.conf": text } });
  const { statements } = JSON.parse(json.output).configurations[0];
  expect(statements[0].children.map(({ ineffective }: { ineffective?: true }) => ineffective ?? false)).toEqual([
    ...[false, true, false, true, false],
  ]);
});

test("shows every config-id in turn", async () => {
  const { output } = await runIn("effective keepalived.conf", { files });
  expect(output.match(/^# config-id .*$/gm)).toEqual(["# config-id lb1", "# config-id lb2"]);
  expect(output).toContain("router_id two");
});

test("gives programs the origin of every line", async () => {
  const { output } = await runIn("effective --json --config-id lb1 keepalived.conf", { files });
  const { version, configurations } = JSON.parse(output);
  expect(version).toBe(1);
  expect(configurations).toHaveLength(1);
  expect(configurations[0]).toMatchObject({ configId: "lb1", files: ["keepalived.conf", "conf.d/a.conf"] });
  expect(configurations[0].statements[2]).toMatchObject({
    keyword: "vrrp_instance",
    words: ["vrrp_instance", "VI_2"],
    path: "conf.d/a.conf",
    line: 1,
    expansions: [{ kind: "include", path: "keepalived.conf", line: 9 }],
  });
});

describe("differences", () => {
  test("between two hosts of one file", async () => {
    const result = await runIn("effective --config-id lb1 --diff @lb2 keepalived.conf", { files });
    expect(result.status).toBe(1);
    expect(result.output).toBe(`--- keepalived.conf @lb1
+++ keepalived.conf @lb2
@@ -1,5 +1,5 @@
 global_defs {
-    router_id one
+    router_id two
 }
 
 vrrp_script chk {
`);
  });

  test("between two files, and none", async () => {
    const result = await runIn("effective conf.d/a.conf --diff b.conf", {
      files: { ...files, "b.conf": "$N=VI_2\nvrrp_instance $N { interface eth1 }\n" },
    });
    expect(result).toMatchObject({ status: 0, output: "" });
  });
});

test("a missing file and a directory of several are wrong usage", async () => {
  expect(await runIn("effective none.conf", { files })).toMatchObject({
    status: 2,
    errors: "kalint: none.conf: no such file or directory\n",
  });
  const two = { "lb1/keepalived.conf": "", "lb2/keepalived.conf": "" };
  expect((await runIn("effective .", { files: two })).errors).toContain("is more than one file");
});

test("a template has no effective configuration", async () => {
  const template = "vrrp_instance {{ name }} {\n    priority 100\n}\n";
  const files = { "keepalived.conf": template, "set/kalint.json": '{ "template": "none" }', "set/k.conf": template };
  expect(await runIn("effective keepalived.conf", { files })).toMatchObject({
    status: 2,
    output: "",
    errors:
      "kalint: keepalived.conf: this is a template ('{{ name }}' on line 1): no host reads it before it is rendered.\n",
  });
  expect((await runIn("effective set/k.conf", { files })).status).toBe(0);
  const failover = await runIn("failover keepalived.conf", { files });
  expect(failover.errors).toContain("kalint: keepalived.conf: not read: this is a template ('{{ name }}' on line 1)\n");
});
