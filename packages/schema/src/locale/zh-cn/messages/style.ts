import type { MessageTemplate } from "../../texts.generated.js";

export const style = {
  "{0} is not a mail address: {1}": "{0} 不是邮件地址：{1}",
  "{0} is a setting of global_defs, but here it is taken for a mail address":
    "{0} 是 global_defs 的设置，在这里却被当作邮件地址",
  "Close `notification_email` above this line.": "请在此行之前关闭 `notification_email`。",
  "without @ it is a user of the mail server's own host": "没有 @ 时，它是邮件服务器本机的用户",
  "{0} belongs to the word, addresses are separated by spaces": "{0}会成为单词的一部分，地址之间用空格分隔",
  "it has no @": "其中没有 @",
  "it has {0} @": "其中有 {0} 个 @",
  "the part on one side of the @ is missing": "@ 的一侧没有内容",
  "no smtp_server": "没有 smtp_server",
  "no notification_email": "没有 notification_email",
  "{0} asks for mail, but global_defs has {1}: none is sent": "{0} 要求发送邮件，而 global_defs {1}：不会发送邮件",
  "and here": "以及这里",
  "there are mail addresses, but no smtp_server: no mail is sent": "有邮件地址，但没有 smtp_server：不会发送邮件",
  "{0} has no state: it starts as BACKUP": "{0} 没有 state：它以 BACKUP 启动",
  "{0} is from the sample configuration{1}": "{0} 来自示例配置{1}",
  ", and so {0} {1}": "，{1} 同样如此",
  "{0}, from the sample": "{0}，来自示例",
  ", and {0} more {1} left": "，另有 {0} 处未填写",
  "{0} is a placeholder that has not been filled in{1}": "{0} 是尚未填写的占位符{1}",
  "Write the value that is meant.": "写实际的值。",
  "{0} too": "{0} 也是",
  "{0} is a template tag: the file is checked as a template, for mistakes that every rendering has":
    "{0} 是模板标签：该文件按模板检查，只报告在每种渲染结果中都有误的内容",
  "{0} has no counterpart: the template cannot be rendered, and is not checked further":
    "{0} 没有配对的标签：该模板无法渲染，不再继续检查",
  "Add the missing beginning or end of the block.": "补上块缺少的开头或结尾。",
  "{0} {1} is never used: {2} names it": "{0} {1} 从未使用：{2}引用它",
  "${0} is never used": "${0} 从未使用",
  "no track_process": "没有 track_process ",
  "no track_file and no FILE_CHECK": "没有 track_file 和 FILE_CHECK ",
  "no virtual_server": "没有 virtual_server ",
  "no track_bfd and no BFD_CHECK": "没有 track_bfd 和 BFD_CHECK ",
} as const satisfies Partial<Record<MessageTemplate, string>>;
