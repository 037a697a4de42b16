import type { RemovedKeyword } from "./types.js";

/** Keywords that older releases had and the newest has not, by path. */
export const removedKeywords: readonly RemovedKeyword[] = [
  {
    path: "global_defs/lvs_id",
    name: "lvs_id",
    since: "0.6.6",
    removed: "1.1.8",
    summary: "Identified this host in emails; not read after 1.1.7. Write `router_id` instead.",
    replacement: "global_defs/router_id",
  },
  {
    path: "global_defs/plugin_dir",
    name: "plugin_dir",
    since: "1.1.8",
    removed: "1.2.20",
    summary: "Named a directory for plugins; not read after 1.2.19. keepalived loads no plugins, so delete the line.",
  },
  {
    path: "real_server_group",
    name: "real_server_group",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Named a set of real servers that several virtual servers could share; not read after 1.0.0. List each `real_server` in its `virtual_server`, or serve several addresses from one with `virtual_server_group`.",
    replacement: "virtual_server/real_server",
  },
  {
    path: "real_server_group/real_server",
    name: "real_server",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "One server of a `real_server_group`; not read after 1.0.0. Write a `real_server` block inside the `virtual_server`.",
    replacement: "virtual_server/real_server",
  },
  {
    path: "real_server_group/real_server/weight",
    name: "weight",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Share of traffic for a server of a `real_server_group`; not read after 1.0.0. Set `weight` in the `real_server` block of the `virtual_server`.",
    replacement: "virtual_server/real_server/weight",
  },
  {
    path: "virtual_server/nat_mask",
    name: "nat_mask",
    since: "0.6.6",
    removed: "1.2.20",
    summary: "Netmask of the masquerading rules for NAT on Linux 2.2; not read after 1.2.19. Delete the line.",
  },
  {
    path: "virtual_server/real_group",
    name: "real_group",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Attached a `real_server_group` to the service, with common checks; not read after 1.0.0. Write a `real_server` block with its checks for every server.",
    replacement: "virtual_server/real_server",
  },
  {
    path: "virtual_server/real_group/CI-LINUX",
    name: "CI-LINUX",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Took the state of the servers of a group from the Cluster Infrastructure (CI) project for Linux; not read after 1.0.0. Use another check in each `real_server`, for example `MISC_CHECK`.",
    replacement: "virtual_server/real_server/MISC_CHECK",
  },
  {
    path: "virtual_server/real_group/HTTP_GET",
    name: "HTTP_GET",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Checked the servers of a group by fetching pages over HTTP; not read after 1.0.0. Write `HTTP_GET` in each `real_server`.",
    replacement: "virtual_server/real_server/HTTP_GET",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/connect_port",
    name: "connect_port",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Port that the group's `HTTP_GET` connected to; not read after 1.0.0. Set `connect_port` in the `HTTP_GET` of each `real_server`.",
    replacement: "virtual_server/real_server/HTTP_GET/connect_port",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/connect_timeout",
    name: "connect_timeout",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Time limit in seconds of the group's `HTTP_GET`; not read after 1.0.0. Set `connect_timeout` in the `HTTP_GET` of each `real_server`, or once in the `virtual_server`.",
    replacement: "virtual_server/real_server/HTTP_GET/connect_timeout",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/delay_before_retry",
    name: "delay_before_retry",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Seconds between attempts of the group's `HTTP_GET`; not read after 1.0.0. Set `delay_before_retry` in the `HTTP_GET` of each `real_server`, or once in the `virtual_server`.",
    replacement: "virtual_server/real_server/HTTP_GET/delay_before_retry",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/nb_get_retry",
    name: "nb_get_retry",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Number of attempts of the group's `HTTP_GET`; not read after 1.0.0. Set `retry` in the `HTTP_GET` of each `real_server`, or once in the `virtual_server`.",
    replacement: "virtual_server/real_server/HTTP_GET/retry",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/url",
    name: "url",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Page to fetch in the group's `HTTP_GET`; not read after 1.0.0. Write `url` in the `HTTP_GET` of each `real_server`.",
    replacement: "virtual_server/real_server/HTTP_GET/url",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/url/digest",
    name: "digest",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "MD5 of the page expected by the group's `HTTP_GET`; not read after 1.0.0. Set `digest` in the `url` of each server's `HTTP_GET`.",
    replacement: "virtual_server/real_server/HTTP_GET/url/digest",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/url/path",
    name: "path",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Request path of the page for the group's `HTTP_GET`; not read after 1.0.0. Set `path` in the `url` of each server's `HTTP_GET`.",
    replacement: "virtual_server/real_server/HTTP_GET/url/path",
  },
  {
    path: "virtual_server/real_group/HTTP_GET/url/status_code",
    name: "status_code",
    since: "0.7.6",
    removed: "1.0.1",
    summary:
      "Status code expected by the group's `HTTP_GET`; not read after 1.0.0. Set `status_code` in the `url` of each server's `HTTP_GET`.",
    replacement: "virtual_server/real_server/HTTP_GET/url/status_code",
  },
  {
    path: "virtual_server/real_group/MISC_CHECK",
    name: "MISC_CHECK",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Ran a program to check the servers of a group; not read after 1.0.0. Write `MISC_CHECK` in each `real_server`.",
    replacement: "virtual_server/real_server/MISC_CHECK",
  },
  {
    path: "virtual_server/real_group/MISC_CHECK/misc_path",
    name: "misc_path",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Program that the group's `MISC_CHECK` ran; not read after 1.0.0. Set `misc_path` in the `MISC_CHECK` of each `real_server`.",
    replacement: "virtual_server/real_server/MISC_CHECK/misc_path",
  },
  {
    path: "virtual_server/real_group/SSL_GET",
    name: "SSL_GET",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Checked the servers of a group by fetching pages over TLS; not read after 1.0.0. Write `SSL_GET` in each `real_server`.",
    replacement: "virtual_server/real_server/SSL_GET",
  },
  {
    path: "virtual_server/real_group/SSL_GET/connect_port",
    name: "connect_port",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Port that the group's `SSL_GET` connected to; not read after 1.0.0. Set `connect_port` in the `SSL_GET` of each `real_server`.",
    replacement: "virtual_server/real_server/SSL_GET/connect_port",
  },
  {
    path: "virtual_server/real_group/SSL_GET/connect_timeout",
    name: "connect_timeout",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Time limit in seconds of the group's `SSL_GET`; not read after 1.0.0. Set `connect_timeout` in the `SSL_GET` of each `real_server`, or once in the `virtual_server`.",
    replacement: "virtual_server/real_server/SSL_GET/connect_timeout",
  },
  {
    path: "virtual_server/real_group/SSL_GET/delay_before_retry",
    name: "delay_before_retry",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Seconds between attempts of the group's `SSL_GET`; not read after 1.0.0. Set `delay_before_retry` in the `SSL_GET` of each `real_server`, or once in the `virtual_server`.",
    replacement: "virtual_server/real_server/SSL_GET/delay_before_retry",
  },
  {
    path: "virtual_server/real_group/SSL_GET/nb_get_retry",
    name: "nb_get_retry",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Number of attempts of the group's `SSL_GET`; not read after 1.0.0. Set `retry` in the `SSL_GET` of each `real_server`, or once in the `virtual_server`.",
    replacement: "virtual_server/real_server/SSL_GET/retry",
  },
  {
    path: "virtual_server/real_group/SSL_GET/url",
    name: "url",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Page to fetch in the group's `SSL_GET`; not read after 1.0.0. Write `url` in the `SSL_GET` of each `real_server`.",
    replacement: "virtual_server/real_server/SSL_GET/url",
  },
  {
    path: "virtual_server/real_group/SSL_GET/url/digest",
    name: "digest",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "MD5 of the page expected by the group's `SSL_GET`; not read after 1.0.0. Set `digest` in the `url` of each server's `SSL_GET`.",
    replacement: "virtual_server/real_server/SSL_GET/url/digest",
  },
  {
    path: "virtual_server/real_group/SSL_GET/url/path",
    name: "path",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Request path of the page for the group's `SSL_GET`; not read after 1.0.0. Set `path` in the `url` of each server's `SSL_GET`.",
    replacement: "virtual_server/real_server/SSL_GET/url/path",
  },
  {
    path: "virtual_server/real_group/SSL_GET/url/status_code",
    name: "status_code",
    since: "0.7.6",
    removed: "1.0.1",
    summary:
      "Status code expected by the group's `SSL_GET`; not read after 1.0.0. Set `status_code` in the `url` of each server's `SSL_GET`.",
    replacement: "virtual_server/real_server/SSL_GET/url/status_code",
  },
  {
    path: "virtual_server/real_group/TCP_CHECK",
    name: "TCP_CHECK",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Checked the servers of a group by opening a TCP connection; not read after 1.0.0. Write `TCP_CHECK` in each `real_server`.",
    replacement: "virtual_server/real_server/TCP_CHECK",
  },
  {
    path: "virtual_server/real_group/TCP_CHECK/connect_port",
    name: "connect_port",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Port that the group's `TCP_CHECK` connected to; not read after 1.0.0. Set `connect_port` in the `TCP_CHECK` of each `real_server`.",
    replacement: "virtual_server/real_server/TCP_CHECK/connect_port",
  },
  {
    path: "virtual_server/real_group/TCP_CHECK/connect_timeout",
    name: "connect_timeout",
    since: "0.6.6",
    removed: "1.0.1",
    summary:
      "Time limit in seconds of the group's `TCP_CHECK`; not read after 1.0.0. Set `connect_timeout` in the `TCP_CHECK` of each `real_server`, or once in the `virtual_server`.",
    replacement: "virtual_server/real_server/TCP_CHECK/connect_timeout",
  },
  {
    path: "virtual_server/real_server/CI-LINUX",
    name: "CI-LINUX",
    since: "0.6.6",
    removed: "1.1.5",
    summary:
      "Took the server's state from the Cluster Infrastructure (CI) project for Linux, long defunct; not read after 1.1.4. Use `MISC_CHECK` to run a program that asks your cluster software.",
    replacement: "virtual_server/real_server/MISC_CHECK",
  },
];
