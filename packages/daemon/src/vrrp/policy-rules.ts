/** Lines of `virtual_rules` and `static_rules` (vrrp/vrrp_iprule.c: alloc_rule). */

import type { Option, Version } from "@kalint/schema";
import type { Family } from "../objects.js";
import type { EffectiveLine, EffectiveWord } from "../types.js";
import { dropsLine, isTaken, readArgument } from "../values/argument.js";
import { type LinePart, partsOf } from "../values/assign.js";
import { assignFreeLine } from "../values/notes.js";
import { canExist } from "./interfaces.js";
import type { VrrpProcess } from "./process.js";
import { routeFamily } from "./routes.js";
import {
  checkTracking,
  type Effect,
  type EntryDraft,
  insistOn,
  isOwnProtocol,
  reject,
  takeTrackGroup,
} from "./static-entries.js";

/** A rule as far as its line is read. */
interface RuleDraft extends EntryDraft {
  /** The word that names it, and which it is. */
  action?: { readonly word: EffectiveWord; readonly name: string };
  /** An option that another one must go with. */
  dependent?: { readonly word: EffectiveWord; readonly needs: readonly string[] };
  preference?: number;
  /** Of `goto`. */
  target?: number;
  protocol?: EffectiveWord;
}

export function checkRuleLine(vrrp: VrrpProcess, line: EffectiveLine): void {
  const { grammar, ...assignment } = assignFreeLine(line, vrrp.target);
  const rule: RuleDraft = { of: "rule", vrrp, line, device: false, untracked: false };
  for (const part of partsOf(assignment, line.words)) {
    if (part.option === undefined) continue;
    if (part.values.some((value) => dropsLine(value, grammar, vrrp.target))) return;
    const effect = takeOption(rule, part, part.option);
    if (effect === "dropped") return;
    if (effect === "ended") break;
  }
  if (assignment.missing === undefined && assignment.unknown.length === 0) checkTogether(rule);
}

function takeOption(rule: RuleDraft, part: LinePart, option: Option): Effect {
  const { vrrp, line } = rule;
  const { word } = part;
  const value = part.values[0]?.word;
  if (value === undefined && option.arguments.length > 0) return "dropped";
  if (option.needs) rule.dependent = { word, needs: option.needs };
  if (option.group === "action") return takeAction(rule, part, option);
  switch (option.name) {
    case "inet":
      return takeFamilyWord(rule, word, "ipv4");
    case "inet6":
      return takeFamilyWord(rule, word, "ipv6");
    case "from":
    case "to":
      return value && takePrefix(rule, value);
    case "preference":
      rule.preference = numberOf(part, vrrp.target);
      return undefined;
    case "iif":
      rule.device = true;
      return value && !canExist(vrrp, line, value) ? "dropped" : undefined;
    case "protocol":
      // What is no number of a protocol is ignored.
      if (value && isTaken(part.values[0]!, vrrp.target)) rule.protocol = value;
      return undefined;
    case "no_track":
      rule.untracked = true;
      return undefined;
    case "track_group":
      return value && takeTrackGroup(rule, word, value, "rest-ignored") ? "ended" : undefined;
    case "sport":
    case "dport":
      // Anything else that is no range is a bad argument.
      if (value && /^\d+$/.test(value.value)) {
        vrrp.remarks.onLine(line, value.place, { kind: "single-port", option: option.name, port: value });
      }
      return undefined;
    default:
      return option.family && insistOn(rule, word, option.family);
  }
}

function numberOf({ values }: LinePart, target: Version): number {
  const { argument, word } = values.at(-1)!;
  return Number(readArgument(word.value, argument, target));
}

/** `table 5`, `goto 100`, `blackhole`; or the last two behind `type`. */
function takeAction(rule: RuleDraft, part: LinePart, option: Option): Effect {
  const word = option.name === "type" ? part.values[0]?.word : part.word;
  if (word === undefined) return "dropped";
  const { vrrp, line, action } = rule;
  if (action !== undefined) {
    vrrp.remarks.onLine(line, word.place, { kind: "rule-action-twice", first: action.word.value });
    return "dropped";
  }
  rule.action = { word, name: option.name === "type" ? word.value : option.name };
  if (rule.action.name !== "goto") return undefined;
  if (part.values.at(-1)?.argument.type !== "uint") return "dropped";
  rule.target = numberOf(part, vrrp.target);
  return undefined;
}

function takeFamilyWord(rule: RuleDraft, word: EffectiveWord, family: Family): Effect {
  if (rule.family !== undefined && rule.family !== family) {
    return reject(rule, word, { kind: "family-word", rule: rule.family });
  }
  rule.family = family;
  return undefined;
}

function takePrefix(rule: RuleDraft, value: EffectiveWord): Effect {
  const family = routeFamily(value.value);
  if (family === null) return "dropped";
  if (rule.family !== undefined && family !== rule.family) {
    return reject(rule, value, { kind: "address", rule: rule.family });
  }
  if (family !== undefined) rule.family = family;
  return undefined;
}

/** What the daemon finds once the line is read. A word of unknown content may be what is missing. */
function checkTogether(rule: RuleDraft): void {
  const { vrrp, line, action, dependent, preference, protocol } = rule;
  const { remarks } = vrrp;
  const first = line.words[0]!.place;
  if (line.words.some(({ unknown }) => unknown !== undefined) || !checkTarget(rule)) return;
  if (action === undefined) {
    remarks.onLine(line, first, { kind: "rule-without-action" });
    return;
  }
  if (dependent && !dependent.needs.includes(action.name)) {
    remarks.onLine(line, dependent.word.place, {
      kind: "table-option-without-table",
      option: dependent.word.value,
      action: action.word.value,
    });
    return;
  }
  if (protocol && !rule.untracked && !isOwnProtocol(protocol.value, 10)) {
    remarks.onLine(line, protocol.place, { kind: "protocol-replaced", of: "rule", protocol: protocol.value });
  }
  checkTracking(rule);
  if (preference === undefined) remarks.onLine(line, first, { kind: "rule-without-preference" });
}

/** `goto` leads ahead. False where the rule is dropped for it. */
function checkTarget({ vrrp: { remarks }, line, action, target, preference }: RuleDraft): boolean {
  if (action === undefined || target === undefined) return true;
  const { place } = action.word;
  if (preference === undefined) remarks.onLine(line, place, { kind: "goto-without-preference", target });
  else if (preference >= target) remarks.onLine(line, place, { kind: "goto-not-ahead", target, preference });
  else return true;
  return false;
}
