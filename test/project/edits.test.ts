import { memoryHost } from "@kalint/daemon";
import { lint } from "@kalint/lint";
import { createQueries } from "@kalint/project";
import { newestVersion } from "@kalint/schema";
import fc from "fast-check";
import { expect, test } from "vitest";

const host = (name: string, priority: number) => `! ${name}
global_defs {
    router_id ${name}
}
include ../common.conf
vrrp_script up {
    script "/usr/bin/test -e /run/up"
    interval 2
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id $ID
    priority ${priority}
    virtual_ipaddress {
        192.0.2.1/24
    }
    track_script {
        up
    }
}
`;

const start: Readonly<Record<string, string>> = {
  "/site/common.conf": "$ID=51\n",
  "/site/lb1/keepalived.conf": host("lb1", 150),
  "/site/lb2/keepalived.conf": host("lb2", 100),
  "/site/both/keepalived.conf": host("both", 100).replace("    priority", "    @a priority 120\n    @b priority"),
  "/site/web/keepalived.conf":
    "virtual_server 192.0.2.9 80 {\n    real_server 198.51.100.1 80 {\n        weight 1\n    }\n}\n",
  "/site/template/keepalived.conf.j2":
    "include ../common.conf\n{% for each in all %}\nvrrp_instance {{ each }} {\n    interface eth0\n    virtual_router_id $ID\n" +
    "{% if first %}\n    state MASTER\n    prioritie 100\n{% endif %}\n    auth_type PASS\n}\n{% endfor %}\n",
};
const paths = Object.keys(start);

/** What people type, and what stands in the way of reading. */
const pieces = [
  "",
  "\n",
  "}",
  "{",
  "x",
  "0",
  "@a ",
  "# kalint-disable-line\n",
  "$ID=7\n",
  "include lb2/keepalived.conf\n",
  "    state MASTER\n",
  "{{ a }}",
  "{% if b %}",
  "{% endif %}",
  "192.0.2.1",
];

const edit = fc.record({
  path: fc.constantFrom(...paths),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 12 }),
  added: fc.constantFrom(...pieces),
});

test("after any edits what was kept gives what a fresh run gives", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 4, maxLength: 12 }), (edits) => {
      const files: Record<string, string> = { ...start };
      const live = memoryHost(files);
      const queries = createQueries({ host: live });
      for (const { path, at, removed, added } of edits) {
        const text = files[path]!;
        const from = Math.floor(at * text.length);
        files[path] = text.slice(0, from) + added + text.slice(from + removed);
        const request = { paths, target: newestVersion };
        const kept = lint({ ...request, host: live, queries });
        const fresh = lint({ ...request, host: memoryHost({ ...files }) });
        expect(kept.files).toEqual(fresh.files);
        expect(kept.failures).toEqual(fresh.failures);
        expect(kept.clusters.map(({ name, hosts }) => [name, hosts.map((each) => each.name)])).toEqual(
          fresh.clusters.map(({ name, hosts }) => [name, hosts.map((each) => each.name)]),
        );
      }
    }),
    { numRuns: 4 },
  );
});
