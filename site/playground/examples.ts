/** What the playground shows first: the two configurations of a popular tutorial, in our words, with its mistakes. */
const host = (state: string, priority: number, routerId: number) => `global_defs {
    router_id ${state === "MASTER" ? "lb1" : "lb2"}
}

vrrp_script chk_web {
    script "/usr/bin/curl -sf http://127.0.0.1/health"
    interval 2
    weight -20
}

vrrp_instance VI_1 {
    state ${state}
    interface eth0
    virtual_router_id ${routerId}
    priority ${priority}
    advert_int 1
    virtual_ipaddress {
        192.168.200.254/24
    }
    track_script {
        chk_web
    }
}

virtual_server 192.168.200.254 80 {
    delay_loop 6
    lvs_sched rr
    lvs_method DR
    protocol TCP

    real_server 192.168.200.203 80 {
        weight 1
        TCP_CHECK {
            connect_timeout 3
            nb_get_retry 3
            delay_before_retry 3
        }
    }
    real_server 192.168.200.204 80 {
        weight 1
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`;

export const example: Readonly<Record<string, string>> = {
  "lb1/keepalived.conf": host("MASTER", 100, 51),
  "lb2/keepalived.conf": host("BACKUP", 50, 51),
};
