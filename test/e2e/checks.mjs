// A list of checks with a name each, told one a line, and the total at the end.

/** Runs nothing itself: call `check` with what was found, `finish` once at the end. */
export function createChecks(client) {
  let passed = 0;
  let failed = 0;
  return {
    check(name, value, detail = "") {
      if (value) passed += 1;
      else failed += 1;
      console.log(`${value ? "ok  " : "FAIL"} ${client}: ${name}${detail === "" ? "" : ` (${detail})`}`);
    },
    finish() {
      console.log(`${passed} passed, ${failed} failed`);
      if (failed > 0 || passed === 0) process.exitCode = 1;
    },
  };
}

/** A workspace of two hosts, the first with mistakes, as the editor checks use it. */
export const workspaceFiles = {
  "lb1/keepalived.conf": `global_defs {
    router_id lb1
}

vrrp_script chk_nginx {
    script "/usr/bin/pgrep nginx"
}

vrrp_instance VI_1 {
  state MASTR
    interface eth0
    virtual_router_id 51
    priority 100
    track_script {
        chk_nginx
    }
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
  "lb2/keepalived.conf": `global_defs {
    router_id lb2
}

vrrp_instance VI_1 {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority 50
    virtual_ipaddress {
        192.0.2.10/24 dev eth0
    }
}
`,
};
