// Made by scripts/generate-rule-list.mjs from packages/lint/src/rules. Do not edit.
import { authPassTooLong } from "./rules/auth-pass-too-long.js";
import { clampedPriority } from "./rules/clamped-priority.js";
import { commentInValue } from "./rules/comment-in-value.js";
import { conflictingAddressOption } from "./rules/conflicting-address-option.js";
import { conflictingAddressOwner } from "./rules/conflicting-address-owner.js";
import { conflictingAuthentication } from "./rules/conflicting-authentication.js";
import { conflictingFirewall } from "./rules/conflicting-firewall.js";
import { conflictingFirewallMarkSetting } from "./rules/conflicting-firewall-mark-setting.js";
import { conflictingMulticastAddress } from "./rules/conflicting-multicast-address.js";
import { conflictingNopreempt } from "./rules/conflicting-nopreempt.js";
import { conflictingOnePacketScheduling } from "./rules/conflicting-one-packet-scheduling.js";
import { conflictingQuorum } from "./rules/conflicting-quorum.js";
import { conflictingReceiveBufferPolicy } from "./rules/conflicting-receive-buffer-policy.js";
import { conflictingReplyLengths } from "./rules/conflicting-reply-lengths.js";
import { conflictingRouteProtocol } from "./rules/conflicting-route-protocol.js";
import { conflictingRuleAction } from "./rules/conflicting-rule-action.js";
import { conflictingSchedulerFlag } from "./rules/conflicting-scheduler-flag.js";
import { conflictingSourceAddress } from "./rules/conflicting-source-address.js";
import { conflictingStrictMode } from "./rules/conflicting-strict-mode.js";
import { conflictingThreshold } from "./rules/conflicting-threshold.js";
import { conflictingTrackGroup } from "./rules/conflicting-track-group.js";
import { conflictingTrackingWeight } from "./rules/conflicting-tracking-weight.js";
import { conflictingTunnelOptions } from "./rules/conflicting-tunnel-options.js";
import { conflictingUnicastPeer } from "./rules/conflicting-unicast-peer.js";
import { conflictingVmac } from "./rules/conflicting-vmac.js";
import { conflictingVrf } from "./rules/conflicting-vrf.js";
import { conflictingVrrpVersion } from "./rules/conflicting-vrrp-version.js";
import { deprecatedKeyword } from "./rules/deprecated-keyword.js";
import { deprecatedSyncDaemonOption } from "./rules/deprecated-sync-daemon-option.js";
import { duplicateBfdNeighbor } from "./rules/duplicate-bfd-neighbor.js";
import { duplicateCheck } from "./rules/duplicate-check.js";
import { duplicateGarpGroup } from "./rules/duplicate-garp-group.js";
import { duplicateKeyword } from "./rules/duplicate-keyword.js";
import { duplicateName } from "./rules/duplicate-name.js";
import { duplicateNotifyFifo } from "./rules/duplicate-notify-fifo.js";
import { duplicateOption } from "./rules/duplicate-option.js";
import { duplicateRealServer } from "./rules/duplicate-real-server.js";
import { duplicateRouterId } from "./rules/duplicate-router-id.js";
import { duplicateTracking } from "./rules/duplicate-tracking.js";
import { duplicateUnicastPeer } from "./rules/duplicate-unicast-peer.js";
import { duplicateUnicastSource } from "./rules/duplicate-unicast-source.js";
import { duplicateVirtualAddress } from "./rules/duplicate-virtual-address.js";
import { duplicateVirtualRouterId } from "./rules/duplicate-virtual-router-id.js";
import { duplicateVirtualServer } from "./rules/duplicate-virtual-server.js";
import { duplicateVmacName } from "./rules/duplicate-vmac-name.js";
import { embeddedNul } from "./rules/embedded-nul.js";
import { equalPriority } from "./rules/equal-priority.js";
import { excessVirtualAddresses } from "./rules/excess-virtual-addresses.js";
import { excessWeight } from "./rules/excess-weight.js";
import { expansionLimit } from "./rules/expansion-limit.js";
import { extraArgument } from "./rules/extra-argument.js";
import { foreignContent } from "./rules/foreign-content.js";
import { foreignVirtualRouterId } from "./rules/foreign-virtual-router-id.js";
import { includeCycle } from "./rules/include-cycle.js";
import { includeNotFound } from "./rules/include-not-found.js";
import { includeNotReadable } from "./rules/include-not-readable.js";
import { includeOutside } from "./rules/include-outside.js";
import { incompleteUnicastMesh } from "./rules/incomplete-unicast-mesh.js";
import { ineffectivePersistence } from "./rules/ineffective-persistence.js";
import { ineffectivePreemption } from "./rules/ineffective-preemption.js";
import { ineffectiveSelfCheck } from "./rules/ineffective-self-check.js";
import { ineffectiveTracking } from "./rules/ineffective-tracking.js";
import { insufficientTrackingWeight } from "./rules/insufficient-tracking-weight.js";
import { invalidAdvertInterval } from "./rules/invalid-advert-interval.js";
import { invalidArgument } from "./rules/invalid-argument.js";
import { invalidBfdHops } from "./rules/invalid-bfd-hops.js";
import { invalidBroadcast } from "./rules/invalid-broadcast.js";
import { invalidCondition } from "./rules/invalid-condition.js";
import { invalidDefinition } from "./rules/invalid-definition.js";
import { invalidDnsName } from "./rules/invalid-dns-name.js";
import { invalidGroupEntry } from "./rules/invalid-group-entry.js";
import { invalidHmacKey } from "./rules/invalid-hmac-key.js";
import { invalidHysteresis } from "./rules/invalid-hysteresis.js";
import { invalidInterface } from "./rules/invalid-interface.js";
import { invalidMailAddress } from "./rules/invalid-mail-address.js";
import { invalidMulticastAddress } from "./rules/invalid-multicast-address.js";
import { invalidPersistenceGranularity } from "./rules/invalid-persistence-granularity.js";
import { invalidPortRange } from "./rules/invalid-port-range.js";
import { invalidRegex } from "./rules/invalid-regex.js";
import { invalidRepetition } from "./rules/invalid-repetition.js";
import { invalidTtlRange } from "./rules/invalid-ttl-range.js";
import { invalidUmask } from "./rules/invalid-umask.js";
import { invalidVmac } from "./rules/invalid-vmac.js";
import { invertedPriority } from "./rules/inverted-priority.js";
import { lineTooLong } from "./rules/line-too-long.js";
import { longInterfaceDelay } from "./rules/long-interface-delay.js";
import { manyVirtualAddresses } from "./rules/many-virtual-addresses.js";
import { misleadingSourceKeyword } from "./rules/misleading-source-keyword.js";
import { mismatchedAddressFamily } from "./rules/mismatched-address-family.js";
import { mismatchedAdvertInterval } from "./rules/mismatched-advert-interval.js";
import { mismatchedAuthentication } from "./rules/mismatched-authentication.js";
import { mismatchedBfdFamily } from "./rules/mismatched-bfd-family.js";
import { mismatchedCheckPort } from "./rules/mismatched-check-port.js";
import { mismatchedCheckerFamily } from "./rules/mismatched-checker-family.js";
import { mismatchedGarpSetting } from "./rules/mismatched-garp-setting.js";
import { mismatchedGroupFamily } from "./rules/mismatched-group-family.js";
import { mismatchedGroupPriority } from "./rules/mismatched-group-priority.js";
import { mismatchedMulticastAddress } from "./rules/mismatched-multicast-address.js";
import { mismatchedNetwork } from "./rules/mismatched-network.js";
import { mismatchedNopreempt } from "./rules/mismatched-nopreempt.js";
import { mismatchedPreemptDelay } from "./rules/mismatched-preempt-delay.js";
import { mismatchedRealServer } from "./rules/mismatched-real-server.js";
import { mismatchedScriptSecurity } from "./rules/mismatched-script-security.js";
import { mismatchedServerFamily } from "./rules/mismatched-server-family.js";
import { mismatchedServerPort } from "./rules/mismatched-server-port.js";
import { mismatchedSorryServerInhibit } from "./rules/mismatched-sorry-server-inhibit.js";
import { mismatchedStrictMode } from "./rules/mismatched-strict-mode.js";
import { mismatchedSyncDaemon } from "./rules/mismatched-sync-daemon.js";
import { mismatchedSyncGroup } from "./rules/mismatched-sync-group.js";
import { mismatchedTrackScript } from "./rules/mismatched-track-script.js";
import { mismatchedTracking } from "./rules/mismatched-tracking.js";
import { mismatchedUnicast } from "./rules/mismatched-unicast.js";
import { mismatchedVirtualAddresses } from "./rules/mismatched-virtual-addresses.js";
import { mismatchedVirtualRouterId } from "./rules/mismatched-virtual-router-id.js";
import { mismatchedVirtualServer } from "./rules/mismatched-virtual-server.js";
import { mismatchedVrrpVersion } from "./rules/mismatched-vrrp-version.js";
import { misplacedVmacAddress } from "./rules/misplaced-vmac-address.js";
import { missingAddressInterface } from "./rules/missing-address-interface.js";
import { missingArgument } from "./rules/missing-argument.js";
import { missingAuthType } from "./rules/missing-auth-type.js";
import { missingBindInterface } from "./rules/missing-bind-interface.js";
import { missingBrace } from "./rules/missing-brace.js";
import { missingDelayLoop } from "./rules/missing-delay-loop.js";
import { missingEncapsulationTarget } from "./rules/missing-encapsulation-target.js";
import { missingExpectedAnswer } from "./rules/missing-expected-answer.js";
import { missingGarpInterval } from "./rules/missing-garp-interval.js";
import { missingGarpRefresh } from "./rules/missing-garp-refresh.js";
import { missingGroupEntry } from "./rules/missing-group-entry.js";
import { missingGroupMember } from "./rules/missing-group-member.js";
import { missingHealthCheck } from "./rules/missing-health-check.js";
import { missingInterface } from "./rules/missing-interface.js";
import { missingIpvlanAddress } from "./rules/missing-ipvlan-address.js";
import { missingKeyword } from "./rules/missing-keyword.js";
import { missingLinkLocalAddress } from "./rules/missing-link-local-address.js";
import { missingNopreempt } from "./rules/missing-nopreempt.js";
import { missingNotificationEmail } from "./rules/missing-notification-email.js";
import { missingPersistenceTimeout } from "./rules/missing-persistence-timeout.js";
import { missingPriority } from "./rules/missing-priority.js";
import { missingRouteDestination } from "./rules/missing-route-destination.js";
import { missingRouteInterface } from "./rules/missing-route-interface.js";
import { missingRuleAction } from "./rules/missing-rule-action.js";
import { missingRulePreference } from "./rules/missing-rule-preference.js";
import { missingScriptFile } from "./rules/missing-script-file.js";
import { missingScriptInterval } from "./rules/missing-script-interval.js";
import { missingScriptSecurity } from "./rules/missing-script-security.js";
import { missingScriptUser } from "./rules/missing-script-user.js";
import { missingSmtpServer } from "./rules/missing-smtp-server.js";
import { missingSorryServer } from "./rules/missing-sorry-server.js";
import { missingSorryServerPort } from "./rules/missing-sorry-server-port.js";
import { missingSourceAddress } from "./rules/missing-source-address.js";
import { missingState } from "./rules/missing-state.js";
import { missingUnicastPeer } from "./rules/missing-unicast-peer.js";
import { missingVirtualAddress } from "./rules/missing-virtual-address.js";
import { missingVirtualServerSetting } from "./rules/missing-virtual-server-setting.js";
import { missingVmacXmitBase } from "./rules/missing-vmac-xmit-base.js";
import { misspeltCondition } from "./rules/misspelt-condition.js";
import { partialCondition } from "./rules/partial-condition.js";
import { preferTrackProcess } from "./rules/prefer-track-process.js";
import { realServerIsVirtualAddress } from "./rules/real-server-is-virtual-address.js";
import { relativeScript } from "./rules/relative-script.js";
import { routableMulticastGroup } from "./rules/routable-multicast-group.js";
import { samplePassword } from "./rules/sample-password.js";
import { sampleValue } from "./rules/sample-value.js";
import { sampleVirtualRouterId } from "./rules/sample-virtual-router-id.js";
import { scriptTimeoutTooLong } from "./rules/script-timeout-too-long.js";
import { severalAddressOwners } from "./rules/several-address-owners.js";
import { severalInitialMasters } from "./rules/several-initial-masters.js";
import { shellSyntaxInScript } from "./rules/shell-syntax-in-script.js";
import { shortAdvertInterval } from "./rules/short-advert-interval.js";
import { slowBfdInterval } from "./rules/slow-bfd-interval.js";
import { slowCheck } from "./rules/slow-check.js";
import { slowScript } from "./rules/slow-script.js";
import { smallTrackingWeight } from "./rules/small-tracking-weight.js";
import { sorryServerIsRealServer } from "./rules/sorry-server-is-real-server.js";
import { strictModeBlocksAddress } from "./rules/strict-mode-blocks-address.js";
import { syncGroupMembers } from "./rules/sync-group-members.js";
import { trackedOwnInterface } from "./rules/tracked-own-interface.js";
import { unbalancedBrace } from "./rules/unbalanced-brace.js";
import { undefinedDefinition } from "./rules/undefined-definition.js";
import { undefinedHmacKey } from "./rules/undefined-hmac-key.js";
import { undefinedReference } from "./rules/undefined-reference.js";
import { unexpandedReference } from "./rules/unexpanded-reference.js";
import { unexpectedBrace } from "./rules/unexpected-brace.js";
import { unexpectedEqualsSign } from "./rules/unexpected-equals-sign.js";
import { unexpectedOwnerPriority } from "./rules/unexpected-owner-priority.js";
import { unfitCheck } from "./rules/unfit-check.js";
import { unfitTrackedProcess } from "./rules/unfit-tracked-process.js";
import { unknownInterface } from "./rules/unknown-interface.js";
import { unknownKeyword } from "./rules/unknown-keyword.js";
import { unknownOption } from "./rules/unknown-option.js";
import { unknownUser } from "./rules/unknown-user.js";
import { unknownVmacInterface } from "./rules/unknown-vmac-interface.js";
import { unmatchedVirtualServer } from "./rules/unmatched-virtual-server.js";
import { unquotedScriptArguments } from "./rules/unquoted-script-arguments.js";
import { unreachableChecker } from "./rules/unreachable-checker.js";
import { unreachableQuorum } from "./rules/unreachable-quorum.js";
import { unrenderedTemplate } from "./rules/unrendered-template.js";
import { unsharedVirtualRouter } from "./rules/unshared-virtual-router.js";
import { unsupportedAuthentication } from "./rules/unsupported-authentication.js";
import { unsupportedRouteOption } from "./rules/unsupported-route-option.js";
import { unterminatedQuote } from "./rules/unterminated-quote.js";
import { unusableVirtualAddress } from "./rules/unusable-virtual-address.js";
import { unusedDefinition } from "./rules/unused-definition.js";
import { unusedRegexSetting } from "./rules/unused-regex-setting.js";
import { unusedScript } from "./rules/unused-script.js";
import { unusedSuppression } from "./rules/unused-suppression.js";
import { unusedTrackSrcIp } from "./rules/unused-track-src-ip.js";
import { unusualCharacter } from "./rules/unusual-character.js";
import { virtualAddressInTwoInstances } from "./rules/virtual-address-in-two-instances.js";
import type { Rule } from "./types.js";

/** Every rule, sorted by id. An id is for ever. */
export const rules: readonly Rule[] = [
  authPassTooLong,
  clampedPriority,
  commentInValue,
  conflictingAddressOption,
  conflictingAddressOwner,
  conflictingAuthentication,
  conflictingFirewall,
  conflictingFirewallMarkSetting,
  conflictingMulticastAddress,
  conflictingNopreempt,
  conflictingOnePacketScheduling,
  conflictingQuorum,
  conflictingReceiveBufferPolicy,
  conflictingReplyLengths,
  conflictingRouteProtocol,
  conflictingRuleAction,
  conflictingSchedulerFlag,
  conflictingSourceAddress,
  conflictingStrictMode,
  conflictingThreshold,
  conflictingTrackGroup,
  conflictingTrackingWeight,
  conflictingTunnelOptions,
  conflictingUnicastPeer,
  conflictingVmac,
  conflictingVrf,
  conflictingVrrpVersion,
  deprecatedKeyword,
  deprecatedSyncDaemonOption,
  duplicateBfdNeighbor,
  duplicateCheck,
  duplicateGarpGroup,
  duplicateKeyword,
  duplicateName,
  duplicateNotifyFifo,
  duplicateOption,
  duplicateRealServer,
  duplicateRouterId,
  duplicateTracking,
  duplicateUnicastPeer,
  duplicateUnicastSource,
  duplicateVirtualAddress,
  duplicateVirtualRouterId,
  duplicateVirtualServer,
  duplicateVmacName,
  embeddedNul,
  equalPriority,
  excessVirtualAddresses,
  excessWeight,
  expansionLimit,
  extraArgument,
  foreignContent,
  foreignVirtualRouterId,
  includeCycle,
  includeNotFound,
  includeNotReadable,
  includeOutside,
  incompleteUnicastMesh,
  ineffectivePersistence,
  ineffectivePreemption,
  ineffectiveSelfCheck,
  ineffectiveTracking,
  insufficientTrackingWeight,
  invalidAdvertInterval,
  invalidArgument,
  invalidBfdHops,
  invalidBroadcast,
  invalidCondition,
  invalidDefinition,
  invalidDnsName,
  invalidGroupEntry,
  invalidHmacKey,
  invalidHysteresis,
  invalidInterface,
  invalidMailAddress,
  invalidMulticastAddress,
  invalidPersistenceGranularity,
  invalidPortRange,
  invalidRegex,
  invalidRepetition,
  invalidTtlRange,
  invalidUmask,
  invalidVmac,
  invertedPriority,
  lineTooLong,
  longInterfaceDelay,
  manyVirtualAddresses,
  misleadingSourceKeyword,
  mismatchedAddressFamily,
  mismatchedAdvertInterval,
  mismatchedAuthentication,
  mismatchedBfdFamily,
  mismatchedCheckPort,
  mismatchedCheckerFamily,
  mismatchedGarpSetting,
  mismatchedGroupFamily,
  mismatchedGroupPriority,
  mismatchedMulticastAddress,
  mismatchedNetwork,
  mismatchedNopreempt,
  mismatchedPreemptDelay,
  mismatchedRealServer,
  mismatchedScriptSecurity,
  mismatchedServerFamily,
  mismatchedServerPort,
  mismatchedSorryServerInhibit,
  mismatchedStrictMode,
  mismatchedSyncDaemon,
  mismatchedSyncGroup,
  mismatchedTrackScript,
  mismatchedTracking,
  mismatchedUnicast,
  mismatchedVirtualAddresses,
  mismatchedVirtualRouterId,
  mismatchedVirtualServer,
  mismatchedVrrpVersion,
  misplacedVmacAddress,
  missingAddressInterface,
  missingArgument,
  missingAuthType,
  missingBindInterface,
  missingBrace,
  missingDelayLoop,
  missingEncapsulationTarget,
  missingExpectedAnswer,
  missingGarpInterval,
  missingGarpRefresh,
  missingGroupEntry,
  missingGroupMember,
  missingHealthCheck,
  missingInterface,
  missingIpvlanAddress,
  missingKeyword,
  missingLinkLocalAddress,
  missingNopreempt,
  missingNotificationEmail,
  missingPersistenceTimeout,
  missingPriority,
  missingRouteDestination,
  missingRouteInterface,
  missingRuleAction,
  missingRulePreference,
  missingScriptFile,
  missingScriptInterval,
  missingScriptSecurity,
  missingScriptUser,
  missingSmtpServer,
  missingSorryServer,
  missingSorryServerPort,
  missingSourceAddress,
  missingState,
  missingUnicastPeer,
  missingVirtualAddress,
  missingVirtualServerSetting,
  missingVmacXmitBase,
  misspeltCondition,
  partialCondition,
  preferTrackProcess,
  realServerIsVirtualAddress,
  relativeScript,
  routableMulticastGroup,
  samplePassword,
  sampleValue,
  sampleVirtualRouterId,
  scriptTimeoutTooLong,
  severalAddressOwners,
  severalInitialMasters,
  shellSyntaxInScript,
  shortAdvertInterval,
  slowBfdInterval,
  slowCheck,
  slowScript,
  smallTrackingWeight,
  sorryServerIsRealServer,
  strictModeBlocksAddress,
  syncGroupMembers,
  trackedOwnInterface,
  unbalancedBrace,
  undefinedDefinition,
  undefinedHmacKey,
  undefinedReference,
  unexpandedReference,
  unexpectedBrace,
  unexpectedEqualsSign,
  unexpectedOwnerPriority,
  unfitCheck,
  unfitTrackedProcess,
  unknownInterface,
  unknownKeyword,
  unknownOption,
  unknownUser,
  unknownVmacInterface,
  unmatchedVirtualServer,
  unquotedScriptArguments,
  unreachableChecker,
  unreachableQuorum,
  unrenderedTemplate,
  unsharedVirtualRouter,
  unsupportedAuthentication,
  unsupportedRouteOption,
  unterminatedQuote,
  unusableVirtualAddress,
  unusedDefinition,
  unusedRegexSetting,
  unusedScript,
  unusedSuppression,
  unusedTrackSrcIp,
  unusualCharacter,
  virtualAddressInTwoInstances,
];
