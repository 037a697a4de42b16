import { bfdInstance } from "./bfd-instance.js";
import { completeKeywords } from "./entry.js";
import { globalDefs } from "./global-defs.js";
import {
  childWaitTime,
  instance,
  linkbeatUsePolling,
  namespaceWithIpsets,
  netNamespace,
  netNamespaceIpvs,
  usePidDir,
} from "./process.js";
import { ssl } from "./ssl.js";
import { staticIpaddress, staticRoutes, staticRules, trackGroup } from "./static.js";
import { trackFile, vrrpTrackFile } from "./track-file.js";
import { virtualServer, virtualServerGroup } from "./virtual-server.js";
import { vrrpInstance } from "./vrrp-instance.js";
import { garpGroup, interfaceUpDownDelays, linkbeatInterfaces } from "./vrrp-interfaces.js";
import { vrrpScript } from "./vrrp-script.js";
import { vrrpSyncGroup } from "./vrrp-sync-group.js";
import { vrrpTrackProcess } from "./vrrp-track-process.js";

/** The words at the top of a configuration, in the order in which the daemon searches them, with all that they hold. */
export const keywords = completeKeywords([
  linkbeatUsePolling,
  netNamespace,
  netNamespaceIpvs,
  namespaceWithIpsets,
  usePidDir,
  instance,
  childWaitTime,
  globalDefs,
  trackGroup,
  staticIpaddress,
  staticRoutes,
  staticRules,
  vrrpSyncGroup,
  garpGroup,
  linkbeatInterfaces,
  vrrpInstance,
  vrrpScript,
  vrrpTrackProcess,
  interfaceUpDownDelays,
  ssl,
  virtualServerGroup,
  virtualServer,
  bfdInstance,
  trackFile,
  vrrpTrackFile,
]);
