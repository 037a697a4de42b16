const trackingBlocks = ["track_script", "track_process", "track_file", "track_interface"] as const;

/** Keywords whose lines tell of one thing: where one of them is wrong, what is missed of the thing may follow from that. */
export const relatedLines = {
  mail: ["smtp_server", "notification_email"],
  scriptUser: ["script_user"],
  authentication: ["authentication", "auth_type", "auth_pass"],
  interface: ["interface"],
  election: ["priority", "state"],
  peers: ["unicast_peer"],
  addresses: ["vrrp_instance", "virtual_ipaddress", "virtual_ipaddress_excluded"],
  members: ["group", "vrrp_sync_group", "vrrp_instance"],
  scripts: ["script", "interval", "weight", "rise", "fall", "timeout", "user"],
  scriptUse: ["track_script", "vrrp_instance", "vrrp_sync_group", "group"],
  use: ["track_process", "track_file", "track_bfd", "virtual_server", "vrrp_instance", "vrrp_sync_group"],
  tracking: ["script", "process", "file", ...trackingBlocks, "track_bfd", "group", "vrrp_sync_group"],
  weights: ["weight", "priority", "script", "process", "file", ...trackingBlocks],
  forwarding: ["protocol", "lvs_sched", "lb_algo", "lvs_method", "lb_kind"],
  services: ["virtual_server", "virtual_server_group"],
  servers: ["real_server", "virtual_server"],
  url: ["url", "path"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
