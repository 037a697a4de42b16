import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const security = {
  "missing-script-security": {
    summary: "脚本在没有 `enable_script_security` 的情况下运行。",
    why: "keepalived 以 root 身份运行。没有该选项时，它也会运行他人可以修改的脚本（文件本身或其上层目录）：能写入那里的人就能成为 root。keepalived 在日志中写 SECURITY VIOLATION，其配置测试以状态 6 退出，许多部署流程把它当作失败。",
    advice: "在 `global_defs` 中添加 `enable_script_security` 和 `script_user`，并使脚本只有 root 可写。",
  },
  "missing-script-user": {
    summary: "有 `enable_script_security` 而没有脚本的用户。",
    why: "没有 `script_user` 时，keepalived 使用用户 `keepalived_script`。启用脚本安全而主机上没有该用户时，它移除每个没有指定用户的脚本：检查不运行，通知也不发出。",
    advice: "在 `global_defs` 中写 `script_user NAME`，或在每个脚本中写 `user NAME`。",
  },
  "sample-password": {
    summary: "`auth_pass` 是每个教程中都有的密码，或任何人都会首先尝试的密码。",
    why: "密码在每个通告中以明文传送，因此不是秘密。其用途是区分同一网络上误用相同虚拟路由器 id 的两个集群。如果两者都用了教程中的密码，就什么也区分不了。",
    advice: "为每个集群选择一个密码，在其所有主机上相同；或删除认证（VRRP 版本 3 没有认证）。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
