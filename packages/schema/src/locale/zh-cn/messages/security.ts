import type { MessageTemplate } from "../../texts.generated.js";

export const security = {
  "{0} scripts run": "{0} 个脚本运行",
  "{0} runs": "{0} 运行",
  "{0} as {1} without enable_script_security: nobody checks who else may change {2}":
    "{0}时使用用户 {1}，没有 enable_script_security：不会检查还有谁能修改{2}",
  them: "它们",
  "as root, unless there is a user keepalived_script": "以 root 身份运行，除非存在用户 keepalived_script",
  "{0} without enable_script_security and script_user: {1}": "{0}时没有 enable_script_security 和 script_user：{1}",
  "{0} without enable_script_security, and {1} of them without a user: {2}":
    "{0}时没有 enable_script_security，其中 {1} 个没有指定用户：{2}",
  "{0} as the user keepalived_script, as there is no script_user: where that user is missing keepalived removes {1}":
    "{0}时使用用户 keepalived_script，因为没有 script_user：如果该用户不存在，keepalived 会移除{1}",
  "this value is among the first that anybody tries, and another cluster on this network may well use it too{0}":
    "任何人都会首先尝试这个值，同一网络上的另一个集群很可能也用它{0}",
  " ({0} more in this file)": "（该文件中还有 {0} 处）",
  "another one": "另一处",
} as const satisfies Partial<Record<MessageTemplate, string>>;
