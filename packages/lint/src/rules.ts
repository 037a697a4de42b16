import { authPassTooLong } from "./rules/auth-pass-too-long.js";
import { conflictingFirewallMarkSetting } from "./rules/conflicting-firewall-mark-setting.js";
import { conflictingOnePacketScheduling } from "./rules/conflicting-one-packet-scheduling.js";
import { conflictingReplyLengths } from "./rules/conflicting-reply-lengths.js";
import { conflictingSchedulerFlag } from "./rules/conflicting-scheduler-flag.js";
import { conflictingTunnelOptions } from "./rules/conflicting-tunnel-options.js";
import { deprecatedKeyword } from "./rules/deprecated-keyword.js";
import { duplicateKeyword } from "./rules/duplicate-keyword.js";
import { duplicateName } from "./rules/duplicate-name.js";
import { duplicateVirtualRouterId } from "./rules/duplicate-virtual-router-id.js";
import { embeddedNul } from "./rules/embedded-nul.js";
import { equalPriority } from "./rules/equal-priority.js";
import { expansionLimit } from "./rules/expansion-limit.js";
import { extraArgument } from "./rules/extra-argument.js";
import { includeCycle } from "./rules/include-cycle.js";
import { includeNotFound } from "./rules/include-not-found.js";
import { includeNotReadable } from "./rules/include-not-readable.js";
import { ineffectivePreemption } from "./rules/ineffective-preemption.js";
import { invalidArgument } from "./rules/invalid-argument.js";
import { invalidDefinition } from "./rules/invalid-definition.js";
import { invalidDnsName } from "./rules/invalid-dns-name.js";
import { invalidHysteresis } from "./rules/invalid-hysteresis.js";
import { invalidRepetition } from "./rules/invalid-repetition.js";
import { invertedPriority } from "./rules/inverted-priority.js";
import { lineTooLong } from "./rules/line-too-long.js";
import { mismatchedAdvertInterval } from "./rules/mismatched-advert-interval.js";
import { mismatchedAuthentication } from "./rules/mismatched-authentication.js";
import { mismatchedCheckerFamily } from "./rules/mismatched-checker-family.js";
import { mismatchedServerFamily } from "./rules/mismatched-server-family.js";
import { mismatchedServerPort } from "./rules/mismatched-server-port.js";
import { mismatchedSorryServerInhibit } from "./rules/mismatched-sorry-server-inhibit.js";
import { mismatchedVirtualAddresses } from "./rules/mismatched-virtual-addresses.js";
import { mismatchedVirtualRouterId } from "./rules/mismatched-virtual-router-id.js";
import { mismatchedVrrpVersion } from "./rules/mismatched-vrrp-version.js";
import { missingArgument } from "./rules/missing-argument.js";
import { missingBindInterface } from "./rules/missing-bind-interface.js";
import { missingBrace } from "./rules/missing-brace.js";
import { missingKeyword } from "./rules/missing-keyword.js";
import { missingPersistenceTimeout } from "./rules/missing-persistence-timeout.js";
import { missingSorryServer } from "./rules/missing-sorry-server.js";
import { missingVirtualServerSetting } from "./rules/missing-virtual-server-setting.js";
import { severalInitialMasters } from "./rules/several-initial-masters.js";
import { syncGroupMembers } from "./rules/sync-group-members.js";
import { trackedOwnInterface } from "./rules/tracked-own-interface.js";
import { unbalancedBrace } from "./rules/unbalanced-brace.js";
import { undefinedReference } from "./rules/undefined-reference.js";
import { unexpectedBrace } from "./rules/unexpected-brace.js";
import { unknownKeyword } from "./rules/unknown-keyword.js";
import { unknownOption } from "./rules/unknown-option.js";
import { unreachableChecker } from "./rules/unreachable-checker.js";
import { unreachableQuorum } from "./rules/unreachable-quorum.js";
import { unsupportedAuthentication } from "./rules/unsupported-authentication.js";
import { unterminatedQuote } from "./rules/unterminated-quote.js";
import type { Rule } from "./types.js";

/** Every rule, sorted by id. An id is for ever. */
export const rules: readonly Rule[] = [
  authPassTooLong,
  conflictingFirewallMarkSetting,
  conflictingOnePacketScheduling,
  conflictingReplyLengths,
  conflictingSchedulerFlag,
  conflictingTunnelOptions,
  deprecatedKeyword,
  duplicateKeyword,
  duplicateName,
  duplicateVirtualRouterId,
  embeddedNul,
  equalPriority,
  expansionLimit,
  extraArgument,
  includeCycle,
  includeNotFound,
  includeNotReadable,
  ineffectivePreemption,
  invalidArgument,
  invalidDefinition,
  invalidDnsName,
  invalidHysteresis,
  invalidRepetition,
  invertedPriority,
  lineTooLong,
  mismatchedAdvertInterval,
  mismatchedAuthentication,
  mismatchedCheckerFamily,
  mismatchedServerFamily,
  mismatchedServerPort,
  mismatchedSorryServerInhibit,
  mismatchedVirtualAddresses,
  mismatchedVirtualRouterId,
  mismatchedVrrpVersion,
  missingArgument,
  missingBindInterface,
  missingBrace,
  missingKeyword,
  missingPersistenceTimeout,
  missingSorryServer,
  missingVirtualServerSetting,
  severalInitialMasters,
  syncGroupMembers,
  trackedOwnInterface,
  unbalancedBrace,
  undefinedReference,
  unexpectedBrace,
  unknownKeyword,
  unknownOption,
  unreachableChecker,
  unreachableQuorum,
  unsupportedAuthentication,
  unterminatedQuote,
];

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
