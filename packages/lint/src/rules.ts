import { authPassTooLong } from "./rules/auth-pass-too-long.js";
import { conflictingFirewallMarkSetting } from "./rules/conflicting-firewall-mark-setting.js";
import { conflictingOnePacketScheduling } from "./rules/conflicting-one-packet-scheduling.js";
import { conflictingReceiveBufferPolicy } from "./rules/conflicting-receive-buffer-policy.js";
import { conflictingReplyLengths } from "./rules/conflicting-reply-lengths.js";
import { conflictingSchedulerFlag } from "./rules/conflicting-scheduler-flag.js";
import { conflictingTunnelOptions } from "./rules/conflicting-tunnel-options.js";
import { deprecatedKeyword } from "./rules/deprecated-keyword.js";
import { duplicateBfdNeighbor } from "./rules/duplicate-bfd-neighbor.js";
import { duplicateKeyword } from "./rules/duplicate-keyword.js";
import { duplicateName } from "./rules/duplicate-name.js";
import { duplicateRealServer } from "./rules/duplicate-real-server.js";
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
import { invalidBfdHops } from "./rules/invalid-bfd-hops.js";
import { invalidDefinition } from "./rules/invalid-definition.js";
import { invalidDnsName } from "./rules/invalid-dns-name.js";
import { invalidGroupEntry } from "./rules/invalid-group-entry.js";
import { invalidHysteresis } from "./rules/invalid-hysteresis.js";
import { invalidPersistenceGranularity } from "./rules/invalid-persistence-granularity.js";
import { invalidRepetition } from "./rules/invalid-repetition.js";
import { invalidUmask } from "./rules/invalid-umask.js";
import { invertedPriority } from "./rules/inverted-priority.js";
import { lineTooLong } from "./rules/line-too-long.js";
import { mismatchedAdvertInterval } from "./rules/mismatched-advert-interval.js";
import { mismatchedAuthentication } from "./rules/mismatched-authentication.js";
import { mismatchedBfdFamily } from "./rules/mismatched-bfd-family.js";
import { mismatchedCheckerFamily } from "./rules/mismatched-checker-family.js";
import { mismatchedGroupFamily } from "./rules/mismatched-group-family.js";
import { mismatchedServerFamily } from "./rules/mismatched-server-family.js";
import { mismatchedServerPort } from "./rules/mismatched-server-port.js";
import { mismatchedSorryServerInhibit } from "./rules/mismatched-sorry-server-inhibit.js";
import { mismatchedVirtualAddresses } from "./rules/mismatched-virtual-addresses.js";
import { mismatchedVirtualRouterId } from "./rules/mismatched-virtual-router-id.js";
import { mismatchedVrrpVersion } from "./rules/mismatched-vrrp-version.js";
import { missingArgument } from "./rules/missing-argument.js";
import { missingBindInterface } from "./rules/missing-bind-interface.js";
import { missingBrace } from "./rules/missing-brace.js";
import { missingGroupEntry } from "./rules/missing-group-entry.js";
import { missingKeyword } from "./rules/missing-keyword.js";
import { missingPersistenceTimeout } from "./rules/missing-persistence-timeout.js";
import { missingSorryServer } from "./rules/missing-sorry-server.js";
import { missingVirtualServerSetting } from "./rules/missing-virtual-server-setting.js";
import { severalInitialMasters } from "./rules/several-initial-masters.js";
import { slowBfdInterval } from "./rules/slow-bfd-interval.js";
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
  conflictingReceiveBufferPolicy,
  conflictingReplyLengths,
  conflictingSchedulerFlag,
  conflictingTunnelOptions,
  deprecatedKeyword,
  duplicateBfdNeighbor,
  duplicateKeyword,
  duplicateName,
  duplicateRealServer,
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
  invalidBfdHops,
  invalidDefinition,
  invalidDnsName,
  invalidGroupEntry,
  invalidHysteresis,
  invalidPersistenceGranularity,
  invalidRepetition,
  invalidUmask,
  invertedPriority,
  lineTooLong,
  mismatchedAdvertInterval,
  mismatchedAuthentication,
  mismatchedBfdFamily,
  mismatchedCheckerFamily,
  mismatchedGroupFamily,
  mismatchedServerFamily,
  mismatchedServerPort,
  mismatchedSorryServerInhibit,
  mismatchedVirtualAddresses,
  mismatchedVirtualRouterId,
  mismatchedVrrpVersion,
  missingArgument,
  missingBindInterface,
  missingBrace,
  missingGroupEntry,
  missingKeyword,
  missingPersistenceTimeout,
  missingSorryServer,
  missingVirtualServerSetting,
  severalInitialMasters,
  slowBfdInterval,
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
