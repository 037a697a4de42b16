import type { CommandTemplate } from "@kalint/schema";

/** Arguments and options, and what commander says of them. */
export const options = {
  "files, directories, globs, or - for standard input (default: .)": "文件、目录、通配符，或 - 表示标准输入（默认：.）",
  "find mistakes (the default command)": "查找错误（默认命令）",
  "Find mistakes in keepalived configurations: on one host, and across the hosts of a cluster.":
    "查找 keepalived 配置中的错误：检查单台主机，也检查集群各主机之间的配置。",
  "print the configuration that applies to the first path, as JSON": "以 JSON 打印对第一个路径生效的 kalint 配置",
  "the keepalived that will read the files: 2.2.7, or debian-12, ubuntu-22.04, rhel-9, or next, its development branch (default: the newest release)":
    "将读取这些文件的 keepalived：2.2.7，或 debian-12、ubuntu-22.04、rhel-9，或 next（开发分支）（默认：最新版本）",
  "{0}; with =FILE into a file; repeatable (default: text)": "{0}；加 =FILE 则写入文件；可重复（默认：text）",
  "write the report to a file instead of standard output": "把报告写入文件，而不是标准输出",
  "write the safe fixes into the files": "把安全的修复写入文件",
  "with --fix or --diff: also the fixes that may change what keepalived does":
    "与 --fix 或 --diff 同用：也包括可能改变 keepalived 行为的修复",
  "print what --fix would change; write nothing": "打印 --fix 会作的修改；不写文件",
  "also check the configurations in shell heredocs, Markdown fences and YAML literals":
    "也检查 shell heredoc、Markdown 代码块和 YAML 字面块中的配置",
  "check what this command prints for each template, with {file} and {host} filled in; it is run as it is, without a shell":
    "检查该命令对每个模板的输出，其中 {file} 和 {host} 会被替换；命令按原样运行，不经过 shell",
  "a host for {host}; repeatable (default: the nodes in kalint.json)":
    "{host} 所用的主机；可重复（默认：kalint.json 中的节点）",
  "how long one rendering may take (default: 60)": "一次渲染的最长时间（默认：60）",
  "set a rule, a category or all to off, info, warning or error; repeatable":
    "把某条规则、某个类别或 all 设为 off、info、warning 或 error；可重复",
  "run only these rules; repeatable, or with commas": "只运行这些规则；可重复，或用逗号分隔",
  "exit 1 from this severity on: error, warning or info (default: error)":
    "从该严重程度起以状态 1 退出：error、warning 或 info（默认：error）",
  "exit 1 with more than N warnings": "警告超过 N 个时以状态 1 退出",
  "list at most N findings; those not listed count too": "最多列出 N 个问题；未列出的也计数",
  "exit 1 where --fix has changed a file": "--fix 修改了文件时以状态 1 退出",
  "print the files that would be checked, one a line, and end": "打印将要检查的文件，每行一个，然后结束",
  "do not search next to the files for other hosts of their cluster, or for files that include them":
    "不在这些文件旁边查找同一集群的其他主机，也不查找包含它们的文件",
  "the files are for this machine: look here for their interfaces, users, groups, programs and includes":
    "这些文件用于本机：在本机查找其接口、用户、组、程序和 include",
  "ignore the findings listed in this file": "忽略该文件中列出的问题",
  "write today's findings to a file for --baseline": "把当前的问题写入文件，供 --baseline 使用",
  "write a kalint-disable comment above every line with findings": "在每个有问题的行上方写入 kalint-disable 注释",
  "with --add-suppressions: why, into each comment": "与 --add-suppressions 同用：写入每条注释的理由",
  "print which hosts were taken for one cluster, and why, instead of the findings":
    "不打印问题，而打印哪些主机被视为一个集群及其依据",
  "check again after each change, until Ctrl-C": "每次修改后重新检查，直到按 Ctrl-C",
  "count per rule instead of listing the findings": "按规则计数，而不列出问题",
  "print the findings without the summary and without progress": "只打印问题，不打印汇总和进度",
  "files, directories, globs, or - for standard input (default: -)": "文件、目录、通配符，或 - 表示标准输入（默认：-）",
  "format: indentation, one statement a line": "格式化：缩进，每行一条语句",
  "Format keepalived configurations. Words, strings and comments stay as they are.":
    "格式化 keepalived 配置。单词、字符串和注释保持不变。",
  "write the files that change, and list them": "写入有变化的文件，并列出它们",
  "list the files that would change; exit 1 if there are any": "列出会变化的文件；如果有，则以状态 1 退出",
  "print the changes as a unified diff; exit 1 if there are any": "以 unified diff 打印变化；如果有，则以状态 1 退出",
  "as --check, with each change as a finding that has a fix: {0}; repeatable":
    "同 --check，但把每处变化作为带修复的问题输出：{0}；可重复",
  "format texts too that look like those of another program": "看起来属于其他程序的文本也照样排版",
  "take the layout from kalint.json alone": "只从 kalint.json 读取排版设置",
  "print no list and no summary": "不打印列表和汇总",
  "files, directories or globs with the hosts of a cluster (default: .)":
    "含集群各主机配置的文件、目录或通配符（默认：.）",
  "say who is MASTER, and who after each failure": "说明谁是 MASTER，以及每种故障之后谁是 MASTER",
  "Say which host has the addresses of each virtual router and who serves each virtual server, and who after each failure.":
    "说明每个虚拟路由器的地址在哪台主机上、每个虚拟服务器由谁提供服务，以及每种故障之后的情况。",
  "print JSON, pairs of failures included": "打印 JSON，包括两个故障同时发生的情况",
  "exit 1 where a check cannot move an address (never), two hosts hold one (split) or nobody does (outage); repeatable, or with commas (default: split,outage)":
    "出现以下情况时以状态 1 退出：检查无法移走地址（never）、两台主机持有同一地址（split）、无主机持有地址（outage）；可重复，或用逗号分隔（默认：split,outage）",
  "files, directories or globs (default: .)": "文件、目录或通配符（默认：.）",
  "say what changes between two releases of keepalived": "说明两个 keepalived 版本之间的变化",
  "Say what changes for these files between two releases of keepalived, in either direction, and apply the safe rewrites.":
    "说明这些文件在两个 keepalived 版本之间（升级或降级）会有哪些变化，并应用安全的改写。",
  "the keepalived that reads the files today (default: the target of kalint.json)":
    "目前读取这些文件的 keepalived（默认：kalint.json 中的 target）",
  "the keepalived that will read them (default: the newest)": "将要读取这些文件的 keepalived（默认：最新版本）",
  "text, markdown or json": "text、markdown 或 json",
  "write the safe rewrites into the files": "把安全的改写写入文件",
  "print what --write would change; write nothing": "打印 --write 会作的修改；不写文件",
  "list everything that changes between the two, also what no file shows":
    "列出两个版本之间的所有变化，包括与这些文件无关的",
  "draw the cluster": "绘制集群图",
  "Draw each cluster: hosts, trackers, virtual routers, addresses, virtual servers and real servers.":
    "绘制每个集群：主机、跟踪对象、虚拟路由器、地址、虚拟服务器和真实服务器。",
  "svg, mermaid or dot": "svg、mermaid 或 dot",
  "write the picture to a file instead of standard output": "把图写入文件，而不是标准输出",
  "the main file of one director, or - for standard input": "一台调度器的主配置文件，或 - 表示标准输入",
  "what a real server needs for virtual services in DR mode": "DR 模式下真实服务器所需的设置",
  "Write what a real server needs for its virtual services in DR mode, undoing included.":
    "生成真实服务器在 DR 模式下提供虚拟服务所需的设置，包括如何撤销。",
  "the real server (default: all, where they need the same)": "真实服务器（默认：全部，如果所需设置相同）",
  "script, systemd (sysctl.d and systemd-networkd) or ansible":
    "script、systemd（sysctl.d 和 systemd-networkd）或 ansible",
  "write the files below this folder instead of printing them": "把文件写到该目录下，而不打印",
  "the configuration of kalint to take the target from": "从中读取 target 的 kalint 配置",
  "the keepalived that reads the file": "读取该文件的 keepalived",
  "as the director with this config-id (default: any, where they do not differ)":
    "作为具有该 config-id 的调度器（默认：任意一台，如果没有差别）",
  "print this help": "打印本帮助",
  "a rule, or a keyword: 'priority', 'vrrp_instance/priority'": "规则或关键字：'priority'、'vrrp_instance/priority'",
  "print the page of a rule or of a keyword": "打印规则或关键字的说明",
  "Print the page of a rule or of a keyword.": "打印规则或关键字的说明。",
  "the file to convert, or - for standard input (default: -)": "要转换的文件，或 - 表示标准输入（默认：-）",
  "turn a configuration into JSON, or JSON into a configuration": "把配置转换为 JSON，或把 JSON 转换为配置",
  "Turn a configuration into JSON for programs, or such JSON into a configuration.":
    "把配置转换为供程序使用的 JSON，或把这样的 JSON 转换为配置。",
  "json or conf (default: json, or conf for a file *.json)": "json 或 conf（默认：json；文件为 *.json 时为 conf）",
  "write to a new file instead of standard output": "写入新文件，而不是标准输出",
  "the main file of one host, or - for standard input": "一台主机的主配置文件，或 - 表示标准输入",
  "print the configuration that one host reads": "打印一台主机实际读到的配置",
  "Print the configuration that one host reads: includes, @id, definitions and ~SEQ resolved.":
    "打印一台主机实际读到的配置：展开 include、@id、定义和 ~SEQ。",
  "as the host with this config-id (default: every @id in turn)":
    "作为具有该 config-id 的主机（默认：依次作为每个 @id）",
  "the keepalived that reads it": "读取它的 keepalived",
  "print JSON, with the origin of every line": "打印 JSON，含每行的来源",
  "show passwords and keys instead of asterisks": "显示密码和密钥，而不用星号代替",
  "do not say where lines come from": "不说明各行的来源",
  "print how it differs for another file, or for another config-id; exit 1 if it does":
    "打印与另一个文件或另一个 config-id 的差异；有差异则以状态 1 退出",
  "list the rules": "列出规则",
  "List the rules: id, severity, category, whether it can be fixed, and what it finds.":
    "列出规则：id、严重程度、类别、能否修复，以及所发现的问题。",
  "text or json": "text 或 json",
  "write a kalint.json with the clusters found here": "写入 kalint.json，含在此处找到的集群",
  "Write a kalint.json for this directory, with the clusters that its configurations show.":
    "为当前目录写入 kalint.json，含其配置所体现的集群。",
  "replace an existing kalint.json": "替换已有的 kalint.json",
  "also write the hooks into .pre-commit-config.yaml": "同时把钩子写入 .pre-commit-config.yaml",
  "the keepalived that reads the files": "读取这些文件的 keepalived",
  "bash, zsh or fish": "bash、zsh 或 fish",
  "print a script that completes kalint's command line": "打印补全 kalint 命令行的脚本",
  "Print a script that makes a shell complete kalint's command line.": "打印让 shell 补全 kalint 命令行的脚本。",
  "start the language server": "启动语言服务器",
  "Start the language server for an editor. It speaks LSP over standard input and output.":
    "为编辑器启动语言服务器。它通过标准输入和输出使用 LSP。",
  "communicate over standard input and output (default)": "通过标准输入和输出通信（默认）",
  "connect to this port of the local host": "连接本机的该端口",
  "speak over the channel of a Node parent process": "通过 Node 父进程的通道通信",
  "write what other machines need": "生成其他机器所需的设置",
  "Write what other machines need beside this configuration.": "生成在本配置之外其他机器所需的设置。",
  "the configuration for all files (default: kalint.json found upwards from each file)":
    "用于所有文件的 kalint 配置（默认：从每个文件向上查找到的 kalint.json）",
  "the keepalived that will read the files: 2.2.7, or debian-12, … (default: the newest)":
    "将读取这些文件的 keepalived：2.2.7，或 debian-12 等（默认：最新版本）",
  "look only as the host with this config-id (default: every @id in turn)":
    "只作为具有该 config-id 的主机检查（默认：依次作为每个 @id）",
  "skip these in directories, as .gitignore would; repeatable": "在目录中跳过这些文件，写法同 .gitignore；可重复",
  "the files are templates: {0}; none: they are none (default: by name and tags)":
    "文件是模板：{0}；none 表示不是模板（默认：按文件名和标签判断）",
  "the name of standard input": "标准输入的文件名",
  "do not look beside the files for the other hosts of their cluster": "不在这些文件旁边查找同一集群的其他主机",
  "follow includes into this folder outside the repository; repeatable": "跟随 include 进入仓库之外的该目录；可重复",
  "colour the output (default: on a terminal, unless NO_COLOR is set)":
    "输出使用颜色（默认：在终端上使用，除非设置了 NO_COLOR）",
  "never colour the output": "输出不使用颜色",
  "Linter, formatter and language server for keepalived.conf": "keepalived.conf 的检查器、格式化工具和语言服务器",
  "print kalint's version": "打印 kalint 的版本",
  "the language of messages: en or zh-CN (default: from LC_ALL, LC_MESSAGES or LANG)":
    "消息的语言：en 或 zh-CN（默认：由 LC_ALL、LC_MESSAGES 或 LANG 决定）",
  "print the help of a command": "打印某个命令的帮助",
  "(default: {0})": "（默认：{0}）",
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "(Did you mean one of {0}?)": "（是否想写 {0} 之一？）",
  "(Did you mean {0}?)": "（是否想写 {0}？）",
  "missing required argument '{0}'": "缺少必需的参数 '{0}'",
  "option '{0}' argument missing": "选项 '{0}' 缺少值",
  "unknown option '{0}'": "未知选项 '{0}'",
  "unknown command '{0}'": "未知命令 '{0}'",
  "too many arguments for '{0}'. Expected {1} argument but got {2}.": "'{0}' 的参数过多：应为 {1} 个，实际为 {2} 个。",
  "too many arguments for '{0}'. Expected {1} arguments but got {2}.": "'{0}' 的参数过多：应为 {1} 个，实际为 {2} 个。",
  "Run 'kalint {0} --help' for what is allowed.": "允许的用法见 'kalint {0} --help'。",
  "Run 'kalint --help' to see what is allowed.": "允许的用法见 'kalint --help'。",
  "the command": "命令",
  "kalint: internal error: {0} (a bug in kalint; please report it with the file that shows it)\n":
    "kalint：内部错误：{0}（kalint 的缺陷；请连同出错的文件一起报告）\n",
} as const satisfies Partial<Record<CommandTemplate, string>>;
