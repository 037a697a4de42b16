/** How releases differ in what they do with a configuration: the one place that knows, each difference a named switch. */
import { type Concern, scriptKeywords } from "./changes.js";
import type { Version } from "./types.js";
import { compareVersions } from "./versions.js";

export interface ReleaseSwitch {
  /** What keepalived does in the releases where the switch is on. */
  readonly summary: string;
  /** Files of keepalived that show it at each release's tag; 2.2.7 and 2.4.3 were also observed. */
  readonly source: string;
  /** The releases where it is on. */
  readonly on: readonly Period[];
  /** Where the daemon says nothing of it: which configurations it concerns, and what to do on the way over it. */
  readonly migration?: {
    /** What it is about, in a few words. */
    readonly subject: string;
    readonly concerns: Concern;
    readonly advice: string;
    /** What keepalived does where the switch is off. */
    readonly otherwise?: string;
  };
  /** Nothing of keepalived's: what we know of a release. */
  readonly ours?: true;
}

/** From `since` on, up to the release before `until`. */
export interface Period {
  readonly since?: Version;
  readonly until?: Version;
}

const since = (version: Version): readonly Period[] => [{ since: version }];
const before = (version: Version): readonly Period[] => [{ until: version }];

const parser = "lib/parser.c";
const vrrpParser = "vrrp/vrrp_parser.c";
const vrrpComplete = "vrrp/vrrp.c: vrrp_complete_instance, vrrp_complete_init";
const vrrpPackets = "vrrp/vrrp.c: vrrp_check_packet, vrrp_state_master_rx";
const checkParser = "check/check_parser.c";

const switches = {
  // Reading of text.
  includes: { on: since("1.1.14"), source: parser, summary: "Files can be included." },
  conditions: { on: since("1.3.0"), source: parser, summary: "A line can begin with `@id`." },
  negatedConditions: { on: since("1.3.7"), source: parser, summary: "A line can begin with `@^id`." },
  definitions: { on: since("1.4.0"), source: parser, summary: "`$NAME=value` defines `$NAME`." },
  countsBraces: {
    on: since("2.0.8"),
    source: parser,
    summary: "A closing brace too many is reported, and so are blocks that are open at the end.",
  },
  sequences: { on: since("2.0.9"), source: parser, summary: "`~SEQ` repeats a line." },
  reportsOddQuotes: {
    on: since("2.0.9"),
    source: parser,
    summary: "An odd number of double quotes on a line is reported.",
  },
  random: { on: since("2.0.15"), source: parser, summary: "`${_RANDOM}` is a random number." },
  lists: { on: since("2.1.0"), source: parser, summary: "`~LST` repeats a line." },
  repeatsFreeLines: {
    on: since("2.1.0"),
    source: `${parser}: process_stream, read_line`,
    summary:
      "`~SEQ` repeats any line; before, only a line that would begin with a keyword, up to its first brace, and not the lines of blocks such as virtual_ipaddress.",
  },
  reportsHeaderWords: {
    on: since("2.1.0"),
    source: parser,
    summary: "Extra words before the `{` of a list such as `virtual_ipaddress` are reported.",
  },
  hashAndBang: { on: since("2.1.4"), source: parser, summary: "`${_HASH}` and `${_BANG}` are `#` and `!`." },
  uncommentsSubstitutions: {
    on: since("2.1.4"),
    source: `${parser}: decomment`,
    summary: "Text that a substitution inserts can hold a comment.",
  },
  placesMissingClose: {
    on: before("2.1.4"),
    source: parser,
    summary: "Blocks that are open at the end are reported with the number of the last line.",
  },
  readsCopy: {
    on: since("2.2.0"),
    source: parser,
    summary:
      "The parent process writes a copy of the files for the child processes; before, each process read the files.",
  },
  checkedIncludes: {
    on: since("2.2.0"),
    source: parser,
    summary:
      "`includer` and related keywords state what an included file must fulfil, and `-t` shows messages about includes.",
  },
  skipsKeywordsOfDroppedBlocks: {
    on: since("2.2.8"),
    source: checkParser,
    summary: "Keywords of an object that has been dropped do nothing; before, they could act on the object before it.",
  },
  resolvesScriptSymlinks: {
    on: since("2.3.0"),
    source: "lib/notify.c",
    summary:
      "A script whose path leads through a symbolic link to a directory is disabled where keepalived runs as root, unless use_symlink_paths is set.",
    migration: {
      otherwise: "A script may be named by a path through symbolic links.",
      subject: "scripts behind symbolic links",
      advice: "Name the script by its real path, or write `use_symlink_paths`.",
      concerns: {
        keywords: scriptKeywords,
        unless: ["global_defs/use_symlink_paths"],
      },
    },
  },
  scriptsKeepEscapes: {
    on: since("2.3.2"),
    source: parser,
    summary:
      "Backslashes in script lines are looked at only when the command is split into words; before, in the first split of the line as well.",
    migration: {
      subject: "backslashes in script lines",
      advice: "Check the backslashes of the line, or put the command into a script file.",
      concerns: {
        keywords: scriptKeywords,
        matching: /\\/,
      },
    },
  },
  shortHexEscapes: {
    on: since("2.3.2"),
    source: parser,
    summary: "\\x takes two hexadecimal digits; before, as many as there are.",
  },
  childrenReportOddQuotes: {
    on: since("2.3.2"),
    source: parser,
    summary:
      "An unmatched double quote is reported by the process that uses the line; before, by the parent process as well.",
  },
  hasEnvironment: {
    on: since("2.4.0"),
    source: parser,
    summary: "${_ENV NAME} is the value of an environment variable.",
  },
  reportsBuiltinParameters: {
    on: since("2.4.0"),
    source: parser,
    summary:
      "Wrong parameters of a built-in definition such as ${_RANDOM 9 5} are reported; before, the text stayed as it was.",
  },
  refusesBracedVariable: {
    on: since("2.4.0"),
    source: parser,
    summary: "~SEQ with a variable in braces is an error, and a missing parenthesis has a message of its own.",
  },
  commentsEndDefinitions: {
    on: since("2.4.0"),
    source: parser,
    summary:
      "A line that holds nothing but a comment ends a definition over several lines in the child processes; before, it went on.",
  },
  cutsLongLines: {
    on: before("2.4.0"),
    source: parser,
    summary:
      "A line of 1023 bytes or more is silently cut into several lines; since 2.4.0 it is reported and its first 1023 bytes are dropped.",
  },
  truncatesAtNul: {
    on: before("2.4.0"),
    source: parser,
    summary: "A line with a NUL byte ends there silently and is not counted; since 2.4.0 it is reported and dropped.",
  },
  backslashOutlivesComment: {
    on: before("2.4.0"),
    source: `${parser}: decomment`,
    summary: "A backslash at the end of a comment continues the line, as if it preceded the comment.",
  },
  substitutesRepeatedly: {
    on: before("2.4.0"),
    source: parser,
    summary:
      "A definition that expands to ~SEQ, ~LST or @id is acted upon; since 2.4.0 such a line is an unknown keyword.",
  },

  // Values.
  readsTimesAsFloats: {
    on: before("2.2.3"),
    source: `${parser}: read_double_func, read_timer`,
    summary: "Seconds are read with strtod: `1e3` and `0x1` are numbers, and there may be any number of decimals.",
  },
  clampsTimesInLog: {
    on: before("2.2.8"),
    source: "vrrp/vrrp_ip_rule_route_parser.c: get_time_rtt",
    summary: "A route's time out of range is moved into it, with a line in the log only.",
  },
  hasConfigurationTest: {
    on: since("2.0.4"),
    source: "core/main.c",
    summary: "`keepalived -t` tests a configuration.",
  },

  // Checks of VRRP.
  truncatesAdvertAddresses: {
    on: before("1.2.20"),
    source: "vrrp/vrrp.c",
    summary: "An advert holds 20 addresses; further ones are handled like those of `virtual_ipaddress_excluded`.",
    migration: {
      subject: "adverts with more than 20 addresses",
      otherwise: "An advert holds all addresses of virtual_ipaddress.",
      advice:
        "Change all hosts of the virtual router together: hosts on both sides of the change reject each other's adverts, and both become MASTER. Or move the addresses beyond the 20th to `virtual_ipaddress_excluded` first.",
      concerns: { keywords: ["vrrp_instance/virtual_ipaddress"], moreLinesThan: 20 },
    },
  },
  tracksRoutesByInterface: {
    on: [{ since: "2.0.3", until: "2.3.2" }],
    source: "vrrp/vrrp_iproute.c",
    summary: "A route without interface cannot be tracked.",
  },
  unicastWithoutInterface: {
    on: [{ since: "2.1.0", until: "2.2.5" }, { since: "2.2.8" }],
    source: vrrpComplete,
    summary: "`interface` is optional in a unicast instance.",
  },
  reportsMissingAddress: {
    on: since("2.1.0"),
    source: vrrpComplete,
    summary: "An instance of version 2 without addresses is reported.",
  },
  reportsSharedTracking: {
    on: since("2.1.0"),
    source: vrrpComplete,
    summary: "An interface that a sync group and its member track is reported; before, it was only logged.",
  },
  reportsRoutableGroup: {
    on: since("2.2.0"),
    source: "core/global_parser.c: vrrp_mcast_group6_handler",
    summary: "A group for all IPv6 instances that is not link-local is reported, and used.",
  },
  insistsOnLinkLocal: {
    on: before("2.2.0"),
    source: vrrpComplete,
    summary: "An IPv6 instance whose first address is not link-local is reported even without strict mode.",
  },
  ownDeviceBypassesVmac: {
    on: before("2.2.0"),
    source: vrrpComplete,
    summary: "An address with `dev` and the instance's own interface is set there, not on the VMAC.",
  },
  checksUnicastVmac: {
    on: since("2.2.0"),
    source: vrrpParser,
    summary: "Conflicts of unicast with `use_vmac` and `use_ipvlan` are checked at the end of the instance.",
  },
  strictRefusesUnicast: {
    on: [{ until: "2.2.5" }, { since: "2.4.0" }],
    source: vrrpComplete,
    summary: "Unicast peers on an interface that can multicast are refused in strict mode.",
    migration: {
      otherwise: "Unicast peers are accepted in strict mode.",
      subject: "unicast peers in strict mode",
      advice: "Remove `vrrp_strict` and `strict_mode`, or the unicast peers.",
      concerns: {
        keywords: ["vrrp_instance/unicast_peer"],
        with: [{ keyword: "global_defs/vrrp_strict" }, { keyword: "vrrp_instance/strict_mode" }],
      },
    },
  },
  unicastNeedsPeer: {
    on: since("2.2.5"),
    source: vrrpParser,
    summary: "Unicast keywords without a peer are reported.",
  },
  peersShareRouterId: {
    on: since("2.2.5"),
    source: vrrpComplete,
    summary: "Unicast instances with different peers can share a virtual_router_id on an interface.",
  },
  checksVmacName: {
    on: since("2.1.0"),
    source: vrrpParser,
    summary: "The name after `use_vmac` is refused where no interface can have it, not only where it is too long.",
  },
  readsVmacAddress: {
    on: since("2.2.5"),
    source: vrrpParser,
    summary: "`use_vmac` takes a word with `:` for a MAC address.",
  },
  readsSecondVmacWord: { on: since("2.2.5"), source: vrrpParser, summary: "`use_vmac` looks at two words." },
  readsAllVmacWords: { on: since("2.3.0"), source: vrrpParser, summary: "`use_vmac` looks at all its words." },
  addressesFirst: {
    on: before("2.2.8"),
    source: vrrpComplete,
    summary: "An instance without addresses is refused before its other settings are checked.",
  },
  membersAtBlockEnd: {
    on: since("2.2.8"),
    source: vrrpParser,
    summary: "A group without members is reported, and dropped, at the end of its block; before, after reading.",
  },
  timerExpiredBackup: { on: since("2.2.8"), source: vrrpParser, summary: "`timer_expired_backup` is checked." },
  noticesDuplicates: {
    on: since("2.3.3"),
    source: vrrpParser,
    summary: "Duplicate addresses and peers in an instance are reported.",
  },
  reportsMissingScripts: {
    on: since("2.4.3"),
    source: "lib/notify.c",
    summary: "`-t` shows that a script's file does not exist; before, only the log had it.",
  },

  // The election.
  refusesOtherAddresses: {
    on: before("2.3.3"),
    source: vrrpPackets,
    summary: "An advert with other addresses is refused; since 2.3.3 it is only reported.",
    migration: {
      otherwise: "An advert with other addresses is accepted, and reported.",
      subject: "adverts with other addresses",
      advice: "Keep the addresses of all hosts the same: `kalint check` compares them.",
      concerns: { keywords: ["vrrp_instance/virtual_ipaddress"] },
    },
  },
  ownersGiveWay: {
    on: before("2.3.3"),
    source: vrrpPackets,
    summary:
      "Of two address owners the one that hears the other first gives way for good; since 2.3.3 the higher address decides.",
    migration: {
      subject: "two address owners",
      advice: "Give one host only the priority 255.",
      concerns: { keywords: ["vrrp_instance/priority"], matching: /^255$/ },
    },
  },
  ownersIgnore: {
    on: since("2.3.3"),
    source: vrrpPackets,
    summary: "Address owners can be configured to ignore all adverts, and do so in strict mode.",
  },
  sharesInterfaceFault: {
    on: since("2.3.3"),
    source: "vrrp/vrrp_track.c",
    summary: "An instance has one flag for all interfaces that it needs: the first that comes up clears it.",
    migration: {
      otherwise: "An instance leaves FAULT when all interfaces that it needs are up.",
      subject: "several tracked interfaces",
      advice:
        "Track interfaces that can fail together with `vrrp_track_process` or a script, or expect the instance to leave FAULT with the first that comes up.",
      concerns: { keywords: ["vrrp_instance/track_interface"], moreLinesThan: 1 },
    },
  },
  failoverProven: {
    ours: true,
    on: since("2.2.7"),
    source: "npm run conformance:failover",
    summary: "The prediction of failover was compared with this release, or one close to it.",
  },

  // Virtual servers.
  mixesGroupFamilies: {
    on: since("2.1.0"),
    source: "check/check_data.c: alloc_vsg_entry",
    summary: "A virtual_server_group can hold IPv4 and IPv6, and a firewall mark in it names its family.",
  },
  wideGroupRanges: {
    on: since("2.2.2"),
    source: "check/check_data.c",
    summary: "A range of addresses in a virtual_server_group can end in any address, not only in a last byte or group.",
  },
  dropsServersAtBlockEnd: {
    on: since("2.2.8"),
    source: checkParser,
    summary:
      "A virtual server without a usable real server is reported, and dropped, at the end of its block; before, after reading.",
  },
  reportsHashed: {
    on: since("2.1.4"),
    source: `${checkParser}: lbflags_handler`,
    summary: "The flag `hashed` is reported where no scheduler with flags precedes it.",
  },
  reportsUnknownMethod: {
    on: since("2.1.0"),
    source: `${checkParser}: forwarding_handler; check/check_data.c: validate_check_config`,
    summary:
      "A virtual server with an unknown `lvs_method` is also reported as one without a method; before, only the word was.",
  },
  mergesConnections: {
    on: since("2.2.8"),
    source: checkParser,
    summary: "A check's connection options set one connection, inside a `host` block or outside.",
  },
  reportsRegexWords: {
    on: since("2.2.8"),
    source: "check/check_http.c",
    summary: "A `regex` without a value, or with several, is reported.",
  },
} as const satisfies Readonly<Record<string, ReleaseSwitch>>;

export type SwitchName = keyof typeof switches;

/** Every switch, with what it is and where it comes from. */
export const releaseSwitches: Readonly<Record<SwitchName, ReleaseSwitch>> = switches;

/** Which switches are on in a release. */
export type Switches = Readonly<Record<SwitchName, boolean>>;

const known = new Map<Version, Switches>();

export function switchesOf(target: Version): Switches {
  let switches = known.get(target);
  if (switches === undefined) {
    const all = Object.entries(releaseSwitches).map(([name, { on }]) => [
      name,
      on.some((period) => holds(period, target)),
    ]);
    switches = Object.fromEntries(all) as Switches;
    known.set(target, switches);
  }
  return switches;
}

/** The release that a switch came on in for good. */
export function switchedOnIn(name: SwitchName): Version | undefined {
  return releaseSwitches[name].on.at(-1)?.since;
}

function holds({ since, until }: Period, target: Version): boolean {
  return (
    (since === undefined || compareVersions(target, since) >= 0) &&
    (until === undefined || compareVersions(target, until) < 0)
  );
}
