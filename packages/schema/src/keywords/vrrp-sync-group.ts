import { name, scriptAndUser, truth } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const vrrpSyncGroup: KeywordEntry = {
  name: "vrrp_sync_group",
  kind: "block",
  since: "1.0.0",
  summary:
    "Ties VRRP instances together so that they change state as one, for example the inside and the outside of a router; when one member fails, all do. Give all members the same priority and state, or their elections interfere with each other; put trackers on the group. The name must be one unique word.",
  arguments: [name],
  defines: "vrrp_sync_group",
  exactHeader: true,
  missingArgument: "error",
  repetition: "unique-name",
  surplusWords: "block-skipped",
  processes: ["vrrp"],
  features: ["vrrp"],
  children: [
    {
      name: "group",
      kind: "lines",
      since: "1.0.0",
      summary:
        "The `vrrp_instance` names of the group, any number per line; they may be defined later. Required, and only once. An instance can be in one sync group only, an unknown name is reported and skipped, and a single member is reported as probably unintended.",
      lines: "words_instance",
      required: "always",
      repetition: "once",
    },
    {
      name: "track_interface",
      kind: "lines",
      since: "2.0.0",
      summary:
        "Interfaces to watch for all members, one per line. Without a weight, losing one puts the whole group into `FAULT`; with a weight it changes the priority of every member.",
      lines: "track_interface",
    },
    {
      name: "track_script",
      kind: "lines",
      since: "2.0.0",
      summary:
        "Scripts to watch for all members, one `vrrp_script` name per line. With weight 0 (the default) a failing script puts the whole group into `FAULT`; with a weight it changes every member's priority. The script must be defined earlier in the configuration, otherwise the line is ignored.",
      lines: "track_script",
    },
    {
      name: "track_file",
      kind: "lines",
      since: "2.0.0",
      summary:
        "Files to watch for all members, one `track_file` name per line. The number in the file, times the weight, is added to every member's priority; with weight 0 any number but 0 means `FAULT`. The file must be defined earlier in the configuration.",
      lines: "track_file",
    },
    {
      name: "track_process",
      kind: "lines",
      since: "2.0.11",
      summary:
        "Processes to watch for all members, one `vrrp_track_process` name per line. With weight 0 (the default) a missing process puts the whole group into `FAULT`; with a weight it changes every member's priority. Must be defined earlier in the configuration.",
      lines: "track_process",
      features: ["track-process"],
    },
    {
      name: "track_bfd",
      kind: "lines",
      since: "2.0.0",
      summary:
        "BFD sessions to watch for all members, one `bfd_instance` name per line. With weight 0 a lost session puts the whole group into `FAULT`; with a weight it changes every member's priority. Must be defined earlier in the configuration.",
      lines: "track_bfd",
      features: ["bfd"],
    },
    {
      name: "notify_backup",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run once when the group becomes backup, in addition to the scripts of its members. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_master",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run once when the group becomes master, in addition to the scripts of its members. Quote the value when it has parameters; a user and a group may follow it. Scripts run in parallel; a `vrrp_notify_fifo` keeps the order of events.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_fault",
      kind: "option",
      since: "1.0.0",
      summary:
        "Script to run once when the group enters `FAULT`, in addition to the scripts of its members. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify_stop",
      kind: "option",
      since: "2.0.0",
      summary:
        "Script to run once for the group when keepalived stops; a crash does not run it. Quote the value when it has parameters; a user and a group may follow it.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "notify",
      kind: "option",
      since: "1.1.2",
      summary:
        "Script for every state change of the group, started right after the specific one. It receives four more arguments: `GROUP`, the name, the new state and a priority, which is always 0 for a group. Quote the value when it has parameters of its own; a user and a group may follow it.",
      arguments: scriptAndUser,
      repetition: "first-wins",
      splitter: "quoted",
    },
    {
      name: "smtp_alert",
      kind: "option",
      since: "1.0.0",
      summary:
        "Sends an email on state changes of the group. Defaults to `smtp_alert_vrrp`, then to the global `smtp_alert`, then to off. Set it on the group or on its members, otherwise one failover sends several emails.",
      arguments: [truth],
      default: "false",
      inherits: ["global_defs/smtp_alert_vrrp", "global_defs/smtp_alert"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
    {
      name: "global_tracking",
      kind: "flag",
      since: "1.2.3",
      summary:
        "Old way to allow weighted trackers on the members; reported as an error and treated like `sync_group_tracking_weight`. Move the trackers to the group instead.",
      deprecated: { since: "2.0.0", replacement: "vrrp_sync_group/sync_group_tracking_weight", reported: "error" },
    },
    {
      name: "sync_group_tracking_weight",
      kind: "flag",
      since: "2.0.0",
      summary:
        "Keeps weighted trackers on the members, which are otherwise reported and reset or dropped. Off by default. Members whose priorities drift apart can end in endless elections, so put weighted trackers on the group instead.",
      default: "off",
    },
    {
      name: "notify_priority_changes",
      kind: "option",
      since: "2.2.0",
      summary:
        "Writes priority changes of all members to the notify pipes. Defaults to `vrrp_notify_priority_changes`; a member's own line takes precedence. Requires 2.2.0.",
      arguments: [truth],
      inherits: ["global_defs/vrrp_notify_priority_changes"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
  ],
};
