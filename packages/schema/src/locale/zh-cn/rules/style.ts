import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const style = {
  "invalid-mail-address": {
    summary: "无效的邮件地址。",
    why: "keepalived 不检查邮件地址，但邮件服务器会检查：它拒绝该收件人，往往也拒绝整封邮件。",
    advice: "每行写一个地址，形如 `name@example.com`，不用逗号。",
  },
  "missing-smtp-server": {
    summary: "要求发送邮件，但没有 `smtp_server` 或收件人。",
    why: "keepalived 只有在有服务器和至少一个地址时才发送邮件。否则它静默丢弃每封邮件，无人得知故障切换。",
    advice: "在 `global_defs` 中补上缺少的部分，或删除 `smtp_alert`。",
  },
  "missing-state": {
    summary: "实例没有 `state`。",
    why: "keepalived 以 BACKUP 启动它，对大多数主机这是对的。但读者必须知道这一点，也看不出是否漏写了一行。",
    advice: "写 `state BACKUP`。",
  },
  "sample-value": {
    summary: "`global_defs` 中的值来自 keepalived 的示例配置。",
    why: "`LVS_DEVEL`、`firewall.loc` 的邮件地址和服务器 192.168.200.1 都来自示例文件。在邮件或日志中，该名称不能标识任何主机；发往这些地址的邮件无人收到，而 keepalived 每次都会尝试并等待。",
    advice: "写主机自己的名称和地址，或删除这些行：没有它们 keepalived 也能工作。",
  },
  "unrendered-template": {
    summary: "尚未填写的占位符，或以配置文件为名的模板。",
    why: "keepalived 没有模板语言。`{{ … }}` 和 `{% … %}` 的括号会打开和关闭块，`@NAME@` 或 `<address>` 之类的占位符会成为值。kalint 把这样的文件当作模板读取：报告在每种渲染结果中都有误的内容，并提示该文件是模板。",
    advice:
      "在 keepalived 读取之前渲染该文件。如果它是模板，请按模板命名（`keepalived.conf.j2`），或在 `kalint.json` 中设置 `template`。",
  },
  "unused-definition": {
    summary: "有定义而从未使用：跟踪对象、BFD 会话、虚拟服务器组或 `$NAME`。",
    why: "它不起作用。通常是忘记了使用它的那一行，或那一行写了别的名称：看似保护地址的检查并没有保护它。",
    advice: "使用它（`track_process`、`track_file`、`virtual_server group …`、`$NAME`），或删除它。",
  },
  "unused-suppression": {
    summary: "没有抑制任何问题的 `kalint-disable` 注释。",
    why: "它所针对的问题已不存在，或规则名拼写有误。如果保留该注释，它可能掩盖该行的下一个错误。",
    advice: "删除该注释，或改正其中的名称。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
