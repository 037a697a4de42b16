/** Lines of `virtual_rules` and `static_rules` (vrrp/vrrp_iprule.c: alloc_rule). */
import type { Family } from "../objects.js";
import type { EffectiveLine, EffectiveWord } from "../types.js";
import { readUnsigned } from "../values/read.js";
import { canExist } from "./interfaces.js";
import type { FamilyConflict, VrrpProcess } from "./process.js";
import { routeFamily } from "./routes.js";
import { findsTrackGroup } from "./track-groups.js";

const oneValue: ReadonlySet<string> = new Set([
  ...["tos", "dsfield", "fwmark", "oif", "tunnel-id", "uidrange", "ipproto"],
]);
const tableOptions: ReadonlySet<string> = new Set(["suppress_prefixlength", "sup_pl", "suppress_ifgroup", "sup_group"]);
const actions: ReadonlySet<string> = new Set(["nop", "blackhole", "unreachable", "prohibit"]);
const ownProtocol = "18";
const word32 = { min: 0, max: 0xffffffff };

export function checkRuleLine(vrrp: VrrpProcess, line: EffectiveLine, isStatic: boolean): void {
  const { remarks } = vrrp;
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

  const mismatch = (word: EffectiveWord, conflict: FamilyConflict<"rule-of-two-families">): void =>
    remarks.onLine(line, word.place, { kind: "rule-of-two-families", word: word.value, conflict });
  const setAction = (word: EffectiveWord): boolean => {
    if (action !== undefined) {
      remarks.onLine(line, word.place, { kind: "rule-action-twice", first: action.value });
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
        mismatch(word, { kind: "family-word", rule: family });
        return;
      }
      family = own;
      at += 1;
    } else if (name === "from" || name === "to") {
      if (value === undefined) return;
      const own = routeFamily(value.value);
      if (own === null) return;
      if (family !== undefined && own !== family) {
        mismatch(value, { kind: "address", rule: family });
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
        mismatch(word, { kind: "option-of-family", family: "ipv4" });
        return;
      }
      family = "ipv4";
      at += 1;
    } else if (tableOptions.has(name)) {
      tableOption = word;
      at += 1;
    } else if (name === "dev" || name === "iif") {
      device = true;
      if (value && !canExist(vrrp, value.value)) return;
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
        remarks.onLine(line, word.place, { kind: "option-twice", option: "track_group", effect: "rest-ignored" });
        break;
      }
      if (value !== undefined && findsTrackGroup(vrrp, line, value)) group = word;
      at += 1;
    } else if (oneValue.has(name)) {
      at += 1;
    } else if (name === "sport" || name === "dport") {
      // Anything else that is no range is a bad argument.
      if (value && /^\d+$/.test(value.value)) {
        remarks.onLine(line, value.place, { kind: "single-port", option: name, port: value });
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
          remarks.onLine(line, kind.place, { kind: "goto-without-target" });
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
      remarks.onLine(line, action.place, { kind: "goto-without-preference", target: target! });
      return;
    }
    if (preference >= target!) {
      remarks.onLine(line, action.place, { kind: "goto-not-ahead", target: target!, preference });
      return;
    }
  }
  if (action === undefined) {
    remarks.onLine(line, first, { kind: "rule-without-action" });
    return;
  }
  if (tableOption && table === undefined && l3mdev === undefined) {
    remarks.onLine(line, tableOption.place, {
      kind: "table-option-without-table",
      option: tableOption.value,
      action: action.value,
    });
    return;
  }
  if (
    protocol &&
    !untracked &&
    protocol.value !== ownProtocol &&
    readUnsigned(protocol.value, { min: 0, max: 255 }).value !== undefined
  ) {
    remarks.onLine(line, protocol.place, { kind: "protocol-replaced", of: "rule", protocol: protocol.value });
  }
  if (group && !device) {
    remarks.onLine(line, group.place, { kind: "track-group-without-interface", of: "rule" });
  } else if (group && untracked) {
    remarks.unsaid(group.place, { kind: "track-group-untracked" });
  }
  if (preference === undefined) {
    remarks.onLine(line, first, { kind: "rule-without-preference" });
  }
}
