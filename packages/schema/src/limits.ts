/** Numbers of programs, where a configuration says nothing else. */
export const limits = {
  /** Bytes of a line without its end. Source: keepalived 2.4.3, lib/parser.c: read_line. */
  longestLine: 1022,
  /** keepalived passes more on to the kernel. Source: ipvsadm(8), --weight. */
  largestWeight: 65_535,
  /** Of BFD's packets, without `ttl`. Source: keepalived 2.4.3, bfd/bfd_parser.c: bfd_end_handler. */
  bfdTtl: { ipv4: 255, ipv6: 64 },
} as const;
