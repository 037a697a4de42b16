/** Simplified Chinese. The terms are in docs/zh-CN/glossary.md. */
import type { Catalogue, RuleTexts } from "../say.js";
import type { MessageTemplate, RuleId } from "../texts.generated.js";
import { join } from "./join.js";
import { cluster as clusterMessages } from "./messages/cluster.js";
import { daemon as daemonMessages } from "./messages/daemon.js";
import { editor as editorMessages } from "./messages/editor.js";
import { failover as failoverMessages } from "./messages/failover.js";
import { lvs as lvsMessages } from "./messages/lvs.js";
import { migration as migrationMessages } from "./messages/migration.js";
import { reading as readingMessages } from "./messages/reading.js";
import { security as securityMessages } from "./messages/security.js";
import { shared as sharedMessages } from "./messages/shared.js";
import { style as styleMessages } from "./messages/style.js";
import { syntax as syntaxMessages } from "./messages/syntax.js";
import { tracking as trackingMessages } from "./messages/tracking.js";
import { vrrp as vrrpMessages } from "./messages/vrrp.js";
import { cluster as clusterRules } from "./rules/cluster.js";
import { daemon as daemonRules } from "./rules/daemon.js";
import { lvs as lvsRules } from "./rules/lvs.js";
import { migration as migrationRules } from "./rules/migration.js";
import { security as securityRules } from "./rules/security.js";
import { style as styleRules } from "./rules/style.js";
import { syntax as syntaxRules } from "./rules/syntax.js";
import { tracking as trackingRules } from "./rules/tracking.js";
import { vrrp as vrrpRules } from "./rules/vrrp.js";

const messages: Readonly<Record<MessageTemplate, string>> = {
  ...clusterMessages,
  ...daemonMessages,
  ...editorMessages,
  ...failoverMessages,
  ...readingMessages,
  ...lvsMessages,
  ...migrationMessages,
  ...securityMessages,
  ...sharedMessages,
  ...styleMessages,
  ...syntaxMessages,
  ...trackingMessages,
  ...vrrpMessages,
};

const rules: Readonly<Record<RuleId, RuleTexts>> = {
  ...clusterRules,
  ...daemonRules,
  ...lvsRules,
  ...migrationRules,
  ...securityRules,
  ...styleRules,
  ...syntaxRules,
  ...trackingRules,
  ...vrrpRules,
};

export const catalogue = { messages, rules, join } satisfies Catalogue;
