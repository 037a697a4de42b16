/** Lines of `virtual_rules` and `static_rules` (vrrp/vrrp_iprule.c: alloc_rule). */
import { type EffectiveLine, type EffectiveWord, type Family, readUnsigned } from "@kalint/daemon";
import { replaceWord } from "../edits.js";
import { familyName } from "./addresses.js";
import type { State } from "./facts.js";
import { canExist } from "./interfaces.js";
import { routeFamily } from "./routes.js";
import { findsTrackGroup } from "./trackGroups.js";

const oneValue: ReadonlySet<string> = new Set([
  ...["tos", "dsfield", "fwmark", "oif", "tunnel-id", "uidrange", "ipproto"],
]);
const tableOptions: ReadonlySet<string> = new Set(["suppress_prefixlength", "sup_pl", "suppress_ifgroup", "sup_group"]);
const actions: ReadonlySet<string> = new Set(["nop", "blackhole", "unreachable", "prohibit"]);
const ownProtocol = "18";
const word32 = { min: 0, max: 0xffffffff };

export function checkRuleLine(state: State, line: EffectiveLine, isStatic: boolean): void {
  const { remarks } = state;
  const { words } = line;
  let family: Family | undefined;
  let action: EffectiveWord | undefined;
  let table: EffectiveWord | undefined;
  let tableOption: EffectiveWord | undefined;
  let l3mdev: EffectiveWord | undefined;
  let preference: number | undefined;
  let target: number | undefined;
  let protocol: EffectiveWord | undefined;
  let device = false;
  let untracked = false;
  let group: EffectiveWord | undefined;

  const mismatch = (word: EffectiveWord, what: string): void =>
    remarks.onLine("mismatched-address-family", line, word.place, `${what}: keepalived drops the rule`, {
      help: "A rule has addresses of one family only.",
    });
  const setAction = (word: EffectiveWord): boolean => {
    if (action !== undefined) {
      remarks.onLine(
        "conflicting-rule-action",
        line,
        word.place,
        `a rule has one action, and this one has ${action.value} already: keepalived drops the rule`,
      );
      return false;
    }
    action = word;
    return true;
  };

  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const value = words[at + 1];
    const name = word.value;
    if (name === "inet" || name === "inet6") {
      const own: Family = name === "inet" ? "ipv4" : "ipv6";
      if (family !== undefined && family !== own) {
        mismatch(word, `${name} is given for an ${familyName(family)} rule`);
        return;
      }
      family = own;
      at += 1;
    } else if (name === "from" || name === "to") {
      if (value === undefined) return;
      const own = routeFamily(value.value);
      if (own === null) return;
      if (family !== undefined && own !== family) {
        mismatch(value, `${value.value} stands in an ${familyName(family)} rule`);
        return;
      }
      family ??= own;
      at += 1;
    } else if (name === "table" || name === "lookup") {
      if (value === undefined) return;
      table = value;
      if (!setAction(word)) return;
      at += 1;
    } else if (name === "preference" || name === "order" || name === "priority") {
      preference = value && readUnsigned(value.value, word32, "c").value;
      if (preference === undefined) return;
      at += 1;
    } else if (name === "realms") {
      tableOption = word;
      if (family === "ipv6") {
        mismatch(word, "realms is for IPv4 only");
        return;
      }
      family = "ipv4";
      at += 1;
    } else if (tableOptions.has(name)) {
      tableOption = word;
      at += 1;
    } else if (name === "dev" || name === "iif") {
      device = true;
      if (value && !canExist(state, value.value)) return;
      at += 1;
    } else if (name === "l3mdev") {
      l3mdev = word;
      if (!setAction(word)) return;
    } else if (name === "protocol") {
      protocol = value;
      at += 1;
    } else if (name === "no_track") {
      untracked = true;
    } else if (isStatic && name === "track_group") {
      if (group !== undefined) {
        remarks.onLine(
          "duplicate-option",
          line,
          word.place,
          "track_group stands twice on this line: the rest of the line from here is ignored",
        );
        break;
      }
      if (value !== undefined && findsTrackGroup(state, line, value)) group = word;
      at += 1;
    } else if (oneValue.has(name)) {
      at += 1;
    } else if (name === "sport" || name === "dport") {
      // Anything else that is no range is a bad argument.
      if (value && /^\d+$/.test(value.value)) {
        const range = `${value.value}-${value.value}`;
        remarks.onLine(
          "invalid-port-range",
          line,
          value.place,
          `${name} takes a range of ports, not the single port ${value.value}: the rule is set without it`,
          {
            help: `Write ${range}.`,
            fixes: replaceWord(value, range, false),
          },
        );
      }
      at += 1;
    } else if (name !== "not") {
      let kind: EffectiveWord | undefined = word;
      if (name === "type") {
        at += 1;
        kind = words[at];
      }
      if (kind?.value === "goto") {
        at += 1;
        // Without `type` the missing argument is named already.
        if (words[at] === undefined && name === "type") {
          remarks.onLine(
            "conflicting-rule-action",
            line,
            kind.place,
            "goto names no target: keepalived stops here and does not start",
          );
        }
        target = words[at] && readUnsigned(words[at]!.value, word32).value;
        if (target === undefined) return;
      } else if (kind === undefined || !actions.has(kind.value)) return;
      if (!setAction(kind)) return;
    }
  }
  const first = words[0]!.place;
  if (action?.value === "goto") {
    if (preference === undefined) {
      remarks.onLine(
        "conflicting-rule-action",
        line,
        action.place,
        `goto ${target} needs a preference of its own: keepalived drops the rule`,
        {
          help: "Add `preference` with a number below the target.",
        },
      );
      return;
    }
    if (preference >= target!) {
      remarks.onLine(
        "conflicting-rule-action",
        line,
        action.place,
        `goto ${target} is not behind the rule's own preference ${preference}: keepalived drops the rule`,
      );
      return;
    }
  }
  if (action === undefined) {
    remarks.onLine("missing-rule-action", line, first, "this rule does nothing: keepalived drops it");
    return;
  }
  if (tableOption && table === undefined && l3mdev === undefined) {
    remarks.onLine(
      "conflicting-rule-action",
      line,
      tableOption.place,
      `${tableOption.value} goes with a table, not with ${action.value}: keepalived drops the rule`,
    );
    return;
  }
  if (
    protocol &&
    !untracked &&
    protocol.value !== ownProtocol &&
    readUnsigned(protocol.value, { min: 0, max: 255 }).value !== undefined
  ) {
    remarks.onLine(
      "conflicting-route-protocol",
      line,
      protocol.place,
      `protocol ${protocol.value} is replaced by keepalived's own, because the rule is tracked`,
    );
  }
  if (group && !device) {
    remarks.onLine(
      "conflicting-track-group",
      line,
      group.place,
      "track_group is ignored, because the rule names no incoming interface",
    );
  } else if (group && untracked) {
    remarks.ours("conflicting-track-group", group.place, "track_group has no effect beside no_track", {
      severity: "warning",
    });
  }
  if (preference === undefined) {
    remarks.onLine(
      "missing-rule-preference",
      line,
      first,
      "this rule has no preference: keepalived makes one up, counting down from the main table's",
    );
  }
}
