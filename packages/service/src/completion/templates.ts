import { say } from "@kalint/schema";

/** A block that people begin with, ready to be filled in. */
export interface Template {
  readonly label: string;
  /** The path of the keyword that it begins with: it is offered where that may stand. */
  readonly opens: string;
  readonly summary: string;
  /** In the snippet syntax of the language server protocol. */
  readonly body: string;
}

export const templates: readonly Template[] = [
  {
    label: "vrrp_instance (virtual router)",
    opens: "vrrp_instance",
    get summary() {
      return say`One of two nodes that share an address.`;
    },
    body: `vrrp_instance \${1:VI_1} {
	state \${2|BACKUP,MASTER|}
	interface \${3:eth0}
	virtual_router_id \${4:51}
	priority \${5:100}
	advert_int \${6:1}
	virtual_ipaddress {
		\${7:192.0.2.10/24}
	}
}$0`,
  },
  {
    label: "vrrp_instance (over unicast)",
    opens: "vrrp_instance",
    get summary() {
      return say`A virtual router for networks without multicast.`;
    },
    body: `vrrp_instance \${1:VI_1} {
	state \${2|BACKUP,MASTER|}
	interface \${3:eth0}
	virtual_router_id \${4:51}
	priority \${5:100}
	unicast_src_ip \${6:192.0.2.1}
	unicast_peer {
		\${7:192.0.2.2}
	}
	virtual_ipaddress {
		\${8:192.0.2.10/24}
	}
}$0`,
  },
  {
    label: "vrrp_script (check of a service)",
    opens: "vrrp_script",
    get summary() {
      return say`A script that decides whether this node may be MASTER.`;
    },
    body: `vrrp_script \${1:chk_service} {
	script "\${2:/usr/bin/systemctl is-active --quiet nginx}"
	interval \${3:2}
	fall \${4:2}
	rise \${5:2}
}$0`,
  },
  {
    label: "virtual_server (two real servers)",
    opens: "virtual_server",
    get summary() {
      return say`A load-balanced TCP service with two real servers.`;
    },
    body: `virtual_server \${1:192.0.2.10} \${2:80} {
	delay_loop \${3:6}
	lb_algo \${4|wlc,wrr,rr,lc,sh,mh|}
	lb_kind \${5|NAT,DR,TUN|}
	protocol TCP

	real_server \${6:192.0.2.21} \${2:80} {
		TCP_CHECK {
			connect_timeout \${7:3}
		}
	}
	real_server \${8:192.0.2.22} \${2:80} {
		TCP_CHECK {
			connect_timeout \${7:3}
		}
	}
}$0`,
  },
  {
    label: "vrrp_sync_group (two instances)",
    opens: "vrrp_sync_group",
    get summary() {
      return say`Virtual routers that fail over together.`;
    },
    body: `vrrp_sync_group \${1:VG_1} {
	group {
		\${2:VI_1}
		\${3:VI_2}
	}
}$0`,
  },
  {
    label: "global_defs (name and script security)",
    opens: "global_defs",
    get summary() {
      return say`Identity of this node and script security.`;
    },
    body: `global_defs {
	router_id \${1:lb1}
	script_user \${2:keepalived_script}
	enable_script_security
}$0`,
  },
];
