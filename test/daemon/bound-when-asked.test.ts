import { bind, boundWhenAsked, evaluate, memoryHost } from "@kalint/daemon";
import { newestVersion } from "@kalint/schema";
import { expect, test } from "vitest";

const text = `global_defs {
    router_id lb1
    vrrp_version 3
}
vrrp_script up {
    script "/usr/bin/test -e /run/up"
}
vrrp_sync_group both {
    group {
        web
        missing
    }
}
vrrp_instance web {
    interface eth0
    virtual_router_id 51
    virtual_router_id 300
    track_script {
        up
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
virtual_server 192.0.2.10 80 {
    real_server 198.51.100.1 80 {
        weight 1
    }
}
`;

test("a host that is bound when somebody asks is the host that binding gives", () => {
  const effective = evaluate({ path: "k.conf", host: memoryHost({ "k.conf": text }), target: newestVersion });
  const known = { interfaces: ["eth0"] };
  const bound = bind(effective, "lb1", known);
  let times = 0;
  const host = boundWhenAsked(effective, "lb1", known, () => {
    times += 1;
    return bind(effective, "lb1", known);
  });
  expect([host.name, host.known, host.effective]).toEqual([bound.name, known, effective]);
  expect(times).toBe(0);
  expect(bound.remarks.length).toBeGreaterThan(0);
  expect({ ...host }).toEqual(bound);
  expect(times).toBe(1);
});
