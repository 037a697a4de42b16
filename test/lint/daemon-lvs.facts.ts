import type { Version } from "@kalint/schema";

/** A text, and on which lines the real `keepalived -t` complains of it; `null` for a complaint without a line. */
export interface DaemonFact {
  readonly name: string;
  /** For both releases, or for each; one that crashes on the text is dropped. */
  readonly says: readonly (number | null)[] | Partial<Record<Version, readonly (number | null)[]>>;
  /** It stops at the last line that it names. */
  readonly stops?: true;
  readonly text: string;
}

/** Asked of keepalived 2.2.7 and 2.4.3, in a network namespace of their own. */
export const facts: readonly DaemonFact[] = [
  {
    name: "bad-address",
    says: [1],
    text: `virtual_server 10.0.0 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "bad-fwmark",
    says: [1],
    text: `virtual_server fwmark x {
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "bad-port",
    says: [1],
    text: `virtual_server 10.0.0.1 http {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "bad-port-range",
    says: [1],
    text: `virtual_server 10.0.0.1 70000 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "bfd-bad-neighbor",
    says: [2],
    text: `bfd_instance a {
    neighbor_ip foo
    min_rx x
}
`,
  },
  {
    name: "bfd-bad-neighbour",
    says: [2],
    text: `bfd_instance a {
    neighbour_ip 10.0.0
    source_ip bar
}
`,
  },
  {
    name: "bfd-bad-source",
    says: [3],
    text: `bfd_instance a {
    neighbor_ip 10.0.0.1
    source_ip bar
}
`,
  },
  {
    name: "bfd-dup",
    says: [4],
    text: `bfd_instance a {
    neighbor_ip 10.0.0.9
}
bfd_instance a {
    neighbor_ip 10.0.0.8
    foo
}
`,
  },
  {
    name: "bfd-dup-after-bad",
    says: [2, 10, 15],
    text: `bfd_instance a {
    neighbor_ip foo
}
bfd_instance b {
    neighbor_ip 10.0.0.1
}
bfd_instance c {
    neighbor_ip 10.0.0.1
    source_ip 2001:db8::1
}
bfd_instance d {
    neighbor_ip 10.0.0.1
    ttl 3
    max_hops 9
}
`,
  },
  {
    name: "bfd-dup-dropped",
    says: [2, 3],
    text: `bfd_instance a {
}
bfd_instance a {
    neighbor_ip 10.0.0.8
}
`,
  },
  {
    name: "bfd-dup-neighbor",
    says: [6, 10, 14, 18],
    text: `bfd_instance a {
    neighbor_ip 10.0.0.1
}
bfd_instance b {
    neighbor_ip 10.0.0.1
}
bfd_instance c {
    neighbor_ip 10.0.0.1
    source_ip 10.0.0.7
}
bfd_instance d {
    neighbor_ip 10.0.0.1
    source_ip 10.0.0.7
}
bfd_instance e {
    neighbor_ip 10.0.0.1
    source_ip 10.0.0.8
}
`,
  },
  {
    name: "bfd-dup-neighbor-order",
    says: [7],
    text: `bfd_instance c {
    neighbor_ip 10.0.0.1
    source_ip 10.0.0.7
}
bfd_instance b {
    neighbor_ip 10.0.0.1
}
`,
  },
  {
    name: "bfd-empty-name",
    says: [],
    text: `bfd_instance a b {
    neighbor_ip 10.0.0.1
}
`,
  },
  {
    name: "bfd-family",
    says: [4],
    text: `bfd_instance a {
    neighbor_ip 10.0.0.1
    source_ip 2001:db8::1
}
`,
  },
  {
    name: "bfd-hops",
    says: [5, 9],
    text: `bfd_instance a {
    neighbor_ip 10.0.0.1
    ttl 5
    max_hops 6
}
bfd_instance b {
    neighbor_ip 2001:db8::1
    max_hops 65
}
bfd_instance c {
    neighbor_ip 10.0.0.2
    max_hops 255
}
`,
  },
  {
    name: "bfd-invalid-instance",
    says: [2],
    text: `bfd_instance b {
}
virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name b
        }
    }
}
`,
  },
  {
    name: "bfd-known",
    says: [13],
    text: `bfd_instance b {
    neighbor_ip 10.0.0.9
}
virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name b
        }
        BFD_CHECK {
            name b
        }
    }
}
`,
  },
  {
    name: "bfd-later",
    says: [7, 14, 16],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name b
        }
    }
}
bfd_instance b {
    neighbor_ip 10.0.0.9
    multiplier 5
    foo {
    }
}
`,
  },
  {
    name: "bfd-long",
    says: [1, 3],
    text: `bfd_instance abcdefghijklmnopqrstuvwxyz012345 {
    neighbor_ip 10.0.0.9
    foo bar
}
bfd_instance abcdefghijklmnopqrstuvwxyz01234 {
    neighbor_ip 10.0.0.8
}
`,
  },
  {
    name: "bfd-multihop",
    says: { "2.2.7": [6, 7], "2.4.3": [] },
    text: `bfd_instance a {
    neighbor_ip 10.0.0.1
}
bfd_instance b {
    neighbor_ip 10.0.0.1
    multihop
}
`,
  },
  {
    name: "bfd-no-neighbor",
    says: [3],
    text: `bfd_instance a {
    source_ip 10.0.0.1
}
`,
  },
  {
    name: "bfd-none",
    says: [7],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        BFD_CHECK {
        }
    }
}
`,
  },
  {
    name: "bfd-twice",
    says: [14, 17, 20],
    text: `bfd_instance b {
    neighbor_ip 10.0.0.9
}
bfd_instance c {
    neighbor_ip 10.0.0.8
}
virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name b
            name c
        }
        BFD_CHECK {
            name b c
        }
        BFD_CHECK {
            name
        }
    }
}
`,
  },
  {
    name: "bfd-unknown",
    says: [7],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name b
        }
    }
}
`,
  },
  {
    name: "bfd-vrrp-only",
    says: [11],
    text: `bfd_instance b {
    neighbor_ip 10.0.0.9
    vrrp
}
virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name b
        }
    }
}
`,
  },
  {
    name: "bfd-weight",
    says: [3, 5, 6],
    text: `bfd_instance a {
    neighbor_ip 10.0.0.1
    weight 254
    weight 3 reverse
    weight 3 foo
    weight x foo
    passive maybe
    min_rx 20000
}
`,
  },
  {
    name: "bindto-bad",
    says: [7, 9],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_ip foo
            bindto 2001:db8::1
            bindto bar
            connect_ip 10.0.0.9
        }
    }
}
`,
  },
  {
    name: "bindto-family",
    says: [7],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            bindto 2001:db8::9
        }
    }
}
`,
  },
  {
    name: "checker-unknown",
    says: [6, 7, 10],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        FOO_CHECK {
            a b
        }
    }
}
`,
  },
  {
    name: "connect-family",
    says: [9],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_ip 2001:db8::9
            bindto 2001:db8::1
            connect_ip 10.0.0.9
            bindto 10.0.0.1
        }
    }
}
`,
  },
  {
    name: "digest",
    says: [9, 10, 15],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                digest 0123
                digest g123456789abcdef0123456789abcdef
            }
            url {
                path /
                digest 0123456789abcdef0123456789abcdef
                digest 0123456789abcdef0123456789abcdef
            }
        }
    }
}
`,
  },
  {
    name: "digest-odd",
    says: [9, 10],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                digest 0x23456789abcdef0123456789abcdef01
                digest +123456789abcdef0123456789abcdef0
            }
        }
    }
}
`,
  },
  {
    name: "dns",
    says: [7, 9, 12, 16],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        DNS_CHECK {
            name .foo
            type a
            type X
        }
        DNS_CHECK {
            name foo..bar
        }
        DNS_CHECK {
            name .
            name foo
        }
    }
}
`,
  },
  {
    name: "dns2",
    says: [10, 13],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        DNS_CHECK {
            name foo.
        }
        DNS_CHECK {
            name foo..
        }
        DNS_CHECK {
            name ..
        }
    }
}
`,
  },
  {
    name: "dr-port",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method DR
    real_server 10.0.0.2 8080 {
    }
}
`,
  },
  {
    name: "dr-sorry-port",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method DR
    sorry_server 10.0.0.9 8080
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "dup-rs",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "dup-rs-port",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "dup-rs-v6",
    says: [null],
    text: `virtual_server 2001:db8::1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 2001:db8::2 80 {
    }
    real_server 2001:db8:0::2 80 {
    }
}
`,
  },
  {
    name: "file-known",
    says: [11, 13, 14],
    text: `track_file f {
    file /tmp/x
}
virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        FILE_CHECK {
            track_file f
            track_file g
            weight 1 reverse
            weight 1 foo
            weight x
        }
    }
}
`,
  },
  {
    name: "file-later",
    says: [7, 8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        FILE_CHECK {
            track_file f
        }
    }
}
track_file f {
    file /tmp/x
}
virtual_server 10.0.0.5 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.9 80 {
    }
}
`,
  },
  {
    name: "file-none",
    says: [8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        FILE_CHECK {
            weight 1
        }
    }
}
`,
  },
  {
    name: "file-unknown",
    says: [7, 8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        FILE_CHECK {
            track_file f
        }
    }
}
`,
  },
  {
    name: "fwmark-ha",
    says: [null],
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method NAT
    ha_suspend
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "fwmark-protocol",
    says: [null],
    text: `virtual_server fwmark 5 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "fwmark-rs-port",
    says: [null],
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method DR
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "fwmark-rs-port-nat",
    says: [],
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "fwmark-sorry-port",
    says: [null],
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method DR
    sorry_server 10.0.0.9 80
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "fwmark-zero",
    says: [null],
    text: `virtual_server fwmark 0 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "granularity-fwmark",
    says: { "2.2.7": [6, null], "2.4.3": [6, 7] },
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method NAT
    persistence_granularity 64
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "granularity-v4",
    says: [5, 7, 8, 9, 10],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    persistence_granularity foo
    persistence_granularity 24
    persistence_granularity 300.1.1.1
    persistence_granularity 255.255.255.256
    persistence_granularity 1.1.1.08
    persistence_granularity -1
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "granularity-v6",
    says: [5, 6],
    text: `virtual_server 2001:db8::1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    persistence_granularity 255.255.255.0
    persistence_granularity 129
    persistence_granularity 64
    real_server 2001:db8::2 80 {
    }
}
`,
  },
  {
    name: "group-dr-port",
    says: [null],
    text: `virtual_server_group g {
    10.0.0.1 80
    10.0.0.1 81
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method DR
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-dr-sorry-port",
    says: [null],
    text: `virtual_server_group g {
    10.0.0.1 80
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method DR
    sorry_server 10.0.0.9 8080
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-emptied",
    says: [2, 3, 4],
    text: `virtual_server_group g {
    foo
    300.1.1.1 80
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-empty",
    says: [2],
    text: `virtual_server_group g {
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-entries",
    says: [3, 4, 5, 6, 8, 10, 11, 13, 14, 15, 16, 19, 20, 22, 24, 27, 28, 31, 32, 33, 34],
    stops: true,
    text: `virtual_server_group g {
    10.0.0.1-20 80
    10.0.0.20-1 80
    10.0.0.20-20 80
    10.0.0.1-256 80
    10.0.0.1-x 80
    10.0.0.1-10.0.0.9 80
    10.0.0.9-10.0.0.1 80
    10.0.0.9-10.0.0.9 80
    10.0.0.1-10.0.0 80
    10.0.0.1-2001:db8::1 80
    10.0.0.0/24 80
    10.0.0.1/24 80
    10.0.0.0/33 80
    10.0.0.0/0 80
    10.0.0.0/x 80
    10.0.0.1/32 80
    2001:db8::1-ff 80
    2001:db8::ff-1 80
    2001:db8::1-10000 80
    2001:db8::1-2001:db8::f 80
    2001:db8::f-2001:db8::1 80
    2001:db8::/32 80
    2001:db8::1/32 80
    2001:db8::1/128 80
    10.0.0.1 0
    10.0.0.1 70000
    10.0.0.1 http
    10.0.0.1 80 extra
    fwmark 1 inet
    fwmark x
    fwmark -1
    fwmark 1 ipv4
    fwmark
    2001:db8::1-0xff 80
    10.0.0.1- 80
    2001:db8::/129 80
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        lvs_method TUN
    }
}
`,
  },
  {
    name: "group-family-conflict",
    says: [],
    text: `virtual_server_group g {
    2001:db8::1 80
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    quorum 9
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-fwmark-ha",
    says: [null],
    text: `virtual_server_group g {
    10.0.0.1 80
    fwmark 3
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    ha_suspend
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-fwmark-port",
    says: [null],
    text: `virtual_server_group g {
    fwmark 3
}
virtual_server group g {
    lvs_sched rr
    lvs_method DR
    sorry_server 10.0.0.9 8080
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-fwmark-protocol",
    says: [null],
    text: `virtual_server_group g {
    fwmark 3
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-header-extra",
    says: [1],
    stops: true,
    text: `virtual_server_group g h {
    10.0.0.1 80
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-later",
    says: [],
    text: `virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
virtual_server_group g {
    10.0.0.1 80
}
`,
  },
  {
    name: "group-mixed",
    says: [5],
    text: `virtual_server_group g {
    10.0.0.1 80
    2001:db8::1 80
    fwmark 3
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-mixed-ok",
    says: [null],
    text: `virtual_server_group g {
    10.0.0.1 80
    2001:db8::1 80
    fwmark 3 inet
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        lvs_method TUN
    }
}
`,
  },
  {
    name: "group-no-port",
    says: [null],
    text: `virtual_server_group g {
    10.0.0.1
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-twice",
    says: [],
    text: `virtual_server_group g {
    10.0.0.1 80
}
virtual_server_group g {
    10.0.0.1 81
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method DR
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "group-two-vs",
    says: [3, null],
    text: `virtual_server_group g {
    10.0.0.1 80
    foo 80
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
virtual_server group g {
    real_server 10.0.0.3 80 {
    }
}
`,
  },
  {
    name: "group-undefined",
    says: [],
    text: `virtual_server group nope {
    lvs_sched rr
    lvs_method NAT
    quorum 9
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "hashed",
    says: [5],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    hashed
    flag-1
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "hashed-sh",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched sh
    lvs_method NAT
    hashed
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "http-empty-after",
    says: [11, 12],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        TCP_CHECK {
        }
        HTTP_GET {
            url {
                status_code 200
            }
        }
    }
}
`,
  },
  {
    name: "hysteresis",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    quorum 2
    hysteresis 2
    real_server 10.0.0.2 80 {
        weight 5
    }
}
`,
  },
  {
    name: "hysteresis-ok",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    quorum 2
    hysteresis 1
    real_server 10.0.0.2 80 {
        weight 5
    }
}
`,
  },
  {
    name: "ip-family",
    says: [5],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    ip_family inet6
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "ip-family-fwmark",
    says: { "2.2.7": [6, null], "2.4.3": [6, 7] },
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method NAT
    ip_family inet6
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "ip-family-fwmark-twice",
    says: [5],
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method NAT
    ip_family inet6
    ip_family inet
    real_server 2001:db8::2 {
    }
}
`,
  },
  {
    name: "ip-family-group-late",
    says: [10],
    text: `virtual_server_group g {
    10.0.0.1 80
}
virtual_server group g {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
    ip_family inet6
}
`,
  },
  {
    name: "ip-family-ok",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    ip_family inet
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "ip-family-unknown",
    says: [5],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    ip_family ipv4
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "link-local",
    says: [7],
    text: `virtual_server 2001:db8::1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server fe80::2 80 {
        TCP_CHECK {
        }
    }
}
`,
  },
  {
    name: "link-local-all",
    says: [10, 12, 14, 16, 20],
    text: `virtual_server 2001:db8::1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server fe80::2 80 {
        HTTP_GET {
            url {
                path /
            }
        }
        SMTP_CHECK {
        }
        DNS_CHECK {
        }
        PING_CHECK {
        }
        UDP_CHECK {
            min_reply_length 9
            max_reply_length 8
        }
    }
}
`,
  },
  {
    name: "link-local-connect",
    says: [8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_ip fe80::9
        }
    }
}
`,
  },
  {
    name: "link-local-ok",
    says: [],
    text: `virtual_server 2001:db8::1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server fe80::2 80 {
        TCP_CHECK {
            bind_if eth0
        }
    }
}
`,
  },
  {
    name: "link-local-smtp-host",
    says: { "2.2.7": [9], "2.4.3": [10] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        SMTP_CHECK {
            host {
                connect_ip fe80::9
            }
        }
    }
}
`,
  },
  {
    name: "method-unknown",
    says: [4, null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method nat
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "mh-port-sh",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched sh
    lvs_method NAT
    mh-port
    lvs_sched mh
    sh-port
    mh-fallback
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "misc-path",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        MISC_CHECK {
            misc_path /bin/true
        }
    }
}
`,
  },
  {
    name: "misc-path-empty",
    says: [8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        MISC_CHECK {
            misc_path
        }
    }
}
`,
  },
  {
    name: "nat-csum",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT csum
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "nat-port",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 8080 {
    }
}
`,
  },
  {
    name: "no-method",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "no-method-rs",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    real_server 10.0.0.2 80 {
        lvs_method DR
    }
}
`,
  },
  {
    name: "no-method-rs-sorry",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    sorry_server 10.0.0.9 80
    real_server 10.0.0.2 80 {
        lvs_method DR
    }
}
`,
  },
  {
    name: "no-misc-path",
    says: [7],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        MISC_CHECK {
        }
    }
}
`,
  },
  {
    name: "no-path",
    says: { "2.4.3": [9, 10] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                status_code 200
            }
        }
    }
}
`,
  },
  {
    name: "no-path-second",
    says: [12],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
            }
            url {
                status_code 200
            }
        }
    }
}
`,
  },
  {
    name: "no-protocol",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "no-protocol-bad",
    says: [2, null],
    text: `virtual_server 10.0.0.1 80 {
    protocol HTTP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "no-protocol-fwmark",
    says: [],
    text: `virtual_server fwmark 5 {
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "no-real-server",
    says: { "2.2.7": [null], "2.4.3": [5] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
}
`,
  },
  {
    name: "no-real-server-family-sorry",
    says: { "2.2.7": [6, null], "2.4.3": [6] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server fe80::1 80
}
`,
  },
  {
    name: "no-sched",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "no-sorry",
    says: [5, 6, 7],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server_inhibit
    sorry_server_lvs_method FOO
    sorry_server_lvs_method TUN type gue
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "no-url",
    says: { "2.4.3": [7] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
        }
    }
}
`,
  },
  {
    name: "no-url-ssl",
    says: [10],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        TCP_CHECK {
        }
        SSL_GET {
            connect_port 443
        }
    }
}
`,
  },
  {
    name: "ok",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "ops-fwmark",
    says: [null],
    text: `virtual_server fwmark 5 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    ops
    real_server 10.0.0.2 {
    }
}
`,
  },
  {
    name: "ops-none",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    lvs_sched rr
    lvs_method NAT
    ops
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "ops-tcp",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    ops
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "ops-udp",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol UDP
    lvs_sched rr
    lvs_method NAT
    ops
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "port-none",
    says: [null],
    text: `virtual_server 10.0.0.1 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "port-none-granularity",
    says: [],
    text: `virtual_server 10.0.0.1 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    persistence_granularity 255.255.255.0
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "port-none-granularity-bad",
    says: [],
    text: `virtual_server 10.0.0.1 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    persistence_granularity 64
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "port-none-persistent",
    says: [],
    text: `virtual_server 10.0.0.1 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    persistence_timeout
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "port-none-timeout-bad",
    says: [5, null],
    text: `virtual_server 10.0.0.1 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    persistence_timeout 0
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "port-zero",
    says: [null],
    text: `virtual_server 10.0.0.1 0 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "quorum-bad",
    says: [7, null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    hysteresis 1
    quorum 2
    quorum x
    real_server 10.0.0.2 80 {
        weight 5
    }
}
`,
  },
  {
    name: "quorum-dup",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    quorum 2
    real_server 10.0.0.2 80 {
    }
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "quorum-family",
    says: [9, null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    quorum 2
    real_server 10.0.0.2 80 {
    }
    real_server 2001:db8::2 80 {
    }
}
`,
  },
  {
    name: "quorum-high",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    quorum 3
    real_server 10.0.0.2 80 {
    }
    real_server 10.0.0.3 80 {
    }
}
`,
  },
  {
    name: "quorum-weights",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    quorum 3
    weight 2
    real_server 10.0.0.2 80 {
    }
    real_server 10.0.0.3 80 {
        weight 1
    }
}
`,
  },
  {
    name: "quorum-zero-weight",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        weight 0
    }
}
`,
  },
  {
    name: "regex",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                regex_no_match
                regex_options foo
                regex_min_offset 9
                regex_max_offset 3
            }
            url {
                path /
                regex abc
                regex_min_offset 9
                regex_max_offset 3
            }
            url {
                path /
                regex (abc
            }
        }
    }
}
`,
  },
  {
    name: "regex-words",
    says: { "2.2.7": [], "2.4.3": [9, 13, 18] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                regex
            }
            url {
                path /
                regex a b
            }
            url {
                path /
                regex a
                regex b
            }
        }
    }
}
`,
  },
  {
    name: "rs-bad-address",
    says: [5],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.2 80 {
        foo bar
    }
    real_server 10.0.0.3 80 {
    }
}
`,
  },
  {
    name: "rs-bad-port",
    says: [5],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 http {
    }
    real_server 10.0.0.3 80 {
    }
}
`,
  },
  {
    name: "rs-family",
    says: [7],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 2001:db8::2 80 {
        weight 2
    }
    real_server 10.0.0.3 80 {
    }
}
`,
  },
  {
    name: "rs-family-only",
    says: { "2.2.7": [6, null], "2.4.3": [6, 7] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 2001:db8::2 80 {
    }
}
`,
  },
  {
    name: "rs-family-tun",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 2001:db8::2 80 {
        lvs_method TUN
    }
    real_server 10.0.0.3 80 {
    }
}
`,
  },
  {
    name: "rs-family-tun-after",
    says: [5],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    real_server 2001:db8::2 80 {
    }
    real_server 10.0.0.3 80 {
    }
    lvs_method TUN
}
`,
  },
  {
    name: "rs-method-bad",
    says: [6, 7, 8, 9],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        lvs_method foo
        weight -1
        weight 2147483648
        inhibit_on_failure maybe
    }
}
`,
  },
  {
    name: "rs-tun-gue-no-port",
    says: [6],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        lvs_method TUN type gue
    }
}
`,
  },
  {
    name: "rx-bad",
    says: [2, 4, 5],
    text: `global_defs {
    vrrp_rx_bufs_policy foo
    vrrp_rx_bufs_policy 5 6
    vrrp_rx_bufs_policy mtu x
    vrrp_rx_bufs_policy
}
`,
  },
  {
    name: "rx-bad2",
    says: [2],
    text: `global_defs {
    vrrp_rx_bufs_policy MTU foo bar
}
`,
  },
  {
    name: "rx-mtu-advert-lines",
    says: [3],
    text: `global_defs {
    vrrp_rx_bufs_policy ADVERT
    vrrp_rx_bufs_policy 5
}
`,
  },
  {
    name: "rx-mult",
    says: [2, 3, 4],
    text: `global_defs {
    vrrp_rx_bufs_multiplier
    vrrp_rx_bufs_multiplier 1 2
    vrrp_rx_bufs_multiplier 0
    vrrp_rx_bufs_multiplier 2
}
`,
  },
  {
    name: "rx-size-policy",
    says: [2, 3],
    text: `global_defs {
    vrrp_rx_bufs_policy 100 MTU
    vrrp_rx_bufs_policy MTU 100
}
`,
  },
  {
    name: "sched-bad",
    says: [3, null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched foo
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sched-late-flags",
    says: [5, 6],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sh-port
    mh-port
    lvs_sched mh
    sh-port
    mh-port
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sh-port-before",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_method NAT
    sh-port
    lvs_sched sh
    sh-fallback
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "smtp-bindto",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        SMTP_CHECK {
            bindto 2001:db8::1
        }
    }
}
`,
  },
  {
    name: "smtp-connect-family",
    says: [8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        SMTP_CHECK {
            bindto 2001:db8::1
            connect_ip 10.0.0.9
        }
    }
}
`,
  },
  {
    name: "smtp-host",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        SMTP_CHECK {
            host {
                connect_ip 10.0.0.9
            }
        }
    }
}
`,
  },
  {
    name: "smtp-host-link",
    says: { "2.2.7": [8, 9, 15], "2.4.3": [8, 9, 14] },
    text: `virtual_server 2001:db8::1 25 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server fe80::2 25 {
        SMTP_CHECK {
            host {
            }
        }
        SMTP_CHECK {
            connect_port 25
            host {
                bind_if eth0
            }
        }
    }
}
`,
  },
  {
    name: "sorry-bad",
    says: [5, 6],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server foo 80
    sorry_server_inhibit
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-family",
    says: [8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 2001:db8::9 80
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-family-tun",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 2001:db8::9 80
    sorry_server_lvs_method TUN
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-is-rs",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 10.0.0.2 80
    inhibit_on_failure
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-is-rs-inhibit",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 10.0.0.2 80
    sorry_server_inhibit
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-is-rs-off",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 10.0.0.2 80
    inhibit_on_failure
    real_server 10.0.0.2 80 {
        inhibit_on_failure off
    }
}
`,
  },
  {
    name: "sorry-is-rs-same",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 10.0.0.2 80
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-last",
    says: [9],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
    }
    sorry_server 10.0.0.9 80
    sorry_server_inhibit
    sorry_server foo
    sorry_server_lvs_method NAT
}
`,
  },
  {
    name: "sorry-options-after",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 10.0.0.9 80
    sorry_server_inhibit
    sorry_server_lvs_method NAT
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-options-before",
    says: [5, 6],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server_inhibit
    sorry_server_lvs_method DR
    sorry_server 10.0.0.9 80
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "sorry-tun",
    says: [6],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    sorry_server 10.0.0.9 80
    sorry_server_lvs_method TUN port 80
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "ssl-twice",
    says: [4, 6],
    text: `SSL {
    ca /a
}
SSL {
    ca /b
    ca /c
}
`,
  },
  {
    name: "status-code",
    says: [9, 10, 12],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                path /
                status_code 200 99 300-299 600 200-x 200-299
                status_code foo
                status_code
                status_code -1
            }
        }
    }
}
`,
  },
  {
    name: "sync-bad",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI id 256 maxlen 0 port 0 ttl 0 group 10.0.0.1 foo
}
`,
  },
  {
    name: "sync-daemon",
    says: [3],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI id 5 maxlen 1400 port 8848 ttl 1 group 224.0.0.81
    lvs_sync_daemon eth1
}
`,
  },
  {
    name: "sync-group-bad",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI group foo
}
`,
  },
  {
    name: "sync-group-v6",
    says: [],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI group ff02::81
}
`,
  },
  {
    name: "sync-group-v6-bad",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI group 2001:db8::1
}
`,
  },
  {
    name: "sync-inst-twice",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI inst VJ
}
`,
  },
  {
    name: "sync-legacy",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 VI 5
}
`,
  },
  {
    name: "sync-legacy-2",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 VI 256 foo bar
}
`,
  },
  {
    name: "sync-legacy-3",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 VI id
}
`,
  },
  {
    name: "sync-long",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon abcdefghijklmnop inst VI
}
`,
  },
  {
    name: "sync-missing",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon
}
`,
  },
  {
    name: "sync-missing-values",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI group
}
`,
  },
  {
    name: "sync-missing-values-2",
    says: [2],
    text: `global_defs {
    lvs_sync_daemon eth0 inst VI maxlen
}
`,
  },
  {
    name: "tun-gre-remcsum",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN type gre remcsum
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-gue-no-port",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN type gue
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-ipip-csum",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN type ipip csum
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-ok",
    says: [],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN type gue port 6000 csum
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-port",
    says: [null],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN
    real_server 10.0.0.2 8080 {
    }
}
`,
  },
  {
    name: "tun-port-bad",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN type gue port 0
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-port-no-gue",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN port 6000
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-type-missing",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN type
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-type-unknown",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN type foo
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "tun-unknown",
    says: [4],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method TUN foo
    real_server 10.0.0.2 80 {
    }
}
`,
  },
  {
    name: "udp-lengths",
    says: [8],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        UDP_CHECK {
            min_reply_length 300
        }
    }
}
`,
  },
  {
    name: "udp-lengths-2",
    says: [9],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        UDP_CHECK {
            min_reply_length 30
            max_reply_length 20
        }
    }
}
`,
  },
  {
    name: "udp-payload",
    says: [7, 12, 15, 17],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        UDP_CHECK {
            payload zz
            payload 0
            payload 012
            payload 01 23 4
            payload de ad be ef
            payload
            require_reply xx
            require_reply 0x1
            require_reply 0z
            require_reply
            payload xx
            payload 01 2 3
        payload 0102030
        }
    }
}
`,
  },
  {
    name: "umask",
    says: [3, 4, 6, 9, 10, 11, 12, 13, 14, 17, 18, 19],
    text: `global_defs {
    umask 022
    umask 0888
    umask 01000
    umask 0x1ff
    umask 022 x
    umask IRUSR | IWUSR
    umask IRUSR|IWUSR
    umask foo
    umask IRUSR IWUSR
    umask IRUSR |
    umask IRUSR,IWUSR
    umask | IRUSR
    umask -1
    umask 8
    umask 511
    umask 512
    umask irusr
    umask IRUSR||IWUSR
}
`,
  },
  {
    name: "umask-new",
    says: { "2.2.7": [2, 3], "2.4.3": [] },
    text: `global_defs {
    umask IRWXG|IRWXO
    umask IRWXU
}
`,
  },
  {
    name: "unclosed",
    says: { "2.4.3": [9, null] },
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    real_server 10.0.0.2 80 {
        HTTP_GET {
            url {
                status_code 200
}
`,
  },
  {
    name: "weight-bad",
    says: [5],
    text: `virtual_server 10.0.0.1 80 {
    protocol TCP
    lvs_sched rr
    lvs_method NAT
    weight 0
    quorum 2
    real_server 10.0.0.2 80 {
    }
    real_server 10.0.0.3 80 {
    }
}
`,
  },
  {
    name: "zero",
    says: [2, 3, 4],
    text: `global_defs {
    smtp_connect_timeout 0
    vrrp_garp_master_repeat 0
    vrrp_garp_master_refresh_repeat 0
    vrrp_garp_lower_prio_repeat 0
}
`,
  },
];
