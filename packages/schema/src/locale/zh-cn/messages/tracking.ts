import type { MessageTemplate } from "../../texts.generated.js";

export const tracking = {
  "{0}: {1} {2} = {3}, but keepalived stops at {4}: {5}": "{0}：{1} {2} = {3}，但 keepalived 止于 {4}：{5}",
  "the priority {0}": "优先级{0}",
  "does not change at all": "完全不变",
  "falls by {0} only when {1}": "只在{1}时降低 {0}",
  "all of them fail": "全部检查失败",
  "the check fails": "该检查失败",
  "hosts whose checks fail all end at 1, and their order is lost": "检查失败的主机都降到 1，彼此的先后次序随之丢失",
  "priority {0}": "优先级 {0}",
  "weight {0}": "weight {0}",
  "{0} has nopreempt and tracks {1}: where the other hosts have nopreempt too, a lower priority never moves the address from a running MASTER":
    "{0} 设置了 nopreempt 并跟踪 {1}：如果其他主机也有 nopreempt，降低优先级永远不会把地址从运行中的 MASTER 移走",
  "{0} tracks {1}, but {2} {3} nopreempt: a lower priority alone never moves the address from a running MASTER":
    "{0} 跟踪 {1}，但 {2} {3} nopreempt：仅降低优先级永远不会把地址从运行中的 MASTER 移走",
  "{0}: tracks {1}": "{0}：跟踪 {1}",
  "{0} {1} with weight {2}": "{0} {1}（权重 {2}）",
  "Remove `nopreempt`, or write numbers into the file that make the whole weight -254 or less: that means FAULT.":
    "删除 `nopreempt`，或在文件中写入使总权重为 -254 或更低的数值：那表示 FAULT。",
  "Remove the weight {0}, so that a failure means FAULT, or remove `nopreempt`.":
    "删除{0}的权重，使失败表示 FAULT；或删除 `nopreempt`。",
  "on the line that tracks it": "跟踪它的那一行",
  "in its definition": "其定义中",
  "{0} is already the notify_fifo: this line is ignored": "{0} 已经是 notify_fifo：忽略该行",
  "the pipe for all events": "用于所有事件的管道",
  "{0} is shared with vrrp_notify_fifo, which has a script, too: this one is ignored":
    "{0} 与同样带脚本的 vrrp_notify_fifo 共用：忽略这个脚本",
  "the pipe for VRRP": "用于 VRRP 的管道",
  "this script checks whether keepalived itself is running: it can never fail":
    "该脚本检查的是 keepalived 自己是否在运行：它永远不会失败",
  "keepalived tracks itself: this check can never fail": "keepalived 跟踪的是自己：该检查永远不会失败",
  "{0} does not watch its own interface and tracks nothing else: it stays MASTER when the link is down":
    "{0} 不监视自己的接口，也不跟踪其他对象：链路断开时它仍是 MASTER",
  "{0} has no interval: keepalived runs it every second": "{0} 没有 interval：keepalived 每秒运行它一次",
  "{0} only checks whether {1} is running: vrrp_track_process notices at once when it ends, without running a script":
    "{0} 只检查 {1} 是否在运行：vrrp_track_process 不需要运行脚本，进程结束时立刻就会发现",
  "a process": "某个进程",
  "Write `vrrp_track_process {0} { process {1} }` in place of this block, and `track_process { {2} }` in place of the `track_script` line.":
    "把该块改写为 `vrrp_track_process {0} { process {1} }`，并用 `track_process { {2} }` 代替 `track_script` 中的那一行。",
  "{0} of {1} keeps its quotation marks, as a backslash precedes them: keepalived finds no such program":
    "{1} 的 {0} 带有引号，因为引号前有反斜杠：keepalived 找不到这样的程序",
  "{0} of {1} is a relative path, and the daemon's directory is another than yours":
    "{1} 的 {0} 是相对路径，而守护进程的工作目录与当前目录不同",
  "{0} of {1} has no absolute path: keepalived looks for it in the search path of the service":
    "{1} 的 {0} 没有绝对路径：keepalived 在服务的搜索路径中查找它",
  "Write the whole path. Or ask no program at all: `vrrp_track_process {0} { process {1} }` notices by itself when {2} ends.":
    "请写绝对路径。或者不运行任何程序：`vrrp_track_process {0} { process {1} }` 自己就能发现 {2} 结束。",
  "timeout {0} s of {1} is longer than its interval of {2} s{3}: a run that hangs is noticed after {4}{5} s, not {6} s":
    "{1} 的 timeout {0} 秒比其间隔 {2} 秒更长{3}：挂起的运行要在 {4}{5} 秒后才被发现，而不是 {6} 秒",
  "interval {0}": "interval {0}",
  "a pipe": "管道",
  "a redirection": "重定向",
  "a list of commands": "命令列表",
  "a command substitution": "命令替换",
  "something to replace": "待展开的内容",
  "a word of the shell": "shell 的关键字",
  "{0} is {1}for a shell, but {2} is started without one: no such program is found":
    "{0} 是供 shell 使用的{1}，但 {2} 不经 shell 启动：找不到这样的程序",
  "{0} is {1} for a shell, but {2} is started without one: {3} gets it as a parameter":
    "{0} 是供 shell 使用的{1}，但 {2} 不经 shell 启动：{3} 把它当作参数",
  "the shell runs only {0}: {1} is not part of its text": "shell 只运行 {0}：{1} 不是其文本的一部分",
  "Put the whole text in single quotes: `\"/bin/sh -c '{0}'\"`.": "把整段文本放进单引号：`\"/bin/sh -c '{0}'\"`。",
  "let a shell run it": "交给 shell 运行",
  "{0} is {1} seconds: the values are milliseconds": "{0} 为 {1} 秒：单位是毫秒",
  "{0} takes {1} s to notice a failure: fall {2} × interval {3} s":
    "{0} 需要 {1} 秒才能发现失败：fall {2} × interval {3} 秒",
  "fall {0}": "fall {0}",
  "when {0} {1} fails, the priority of {2} falls only from {3} to {4}: no host below {5} takes over":
    "{0} {1} 失败时，{2} 的优先级只从 {3} 降到 {4}：优先级低于 {5} 的主机都不会接管",
  "{0} is one element: keepalived looks for a process with this whole name and finds none":
    "{0} 被当作一个元素：keepalived 以整段文本为进程名查找，因而找不到",
  "Write `process {0}`, or {1} and its arguments as words of their own.":
    "写作 `process {0}`，或把 {1} 及其参数分别写成单词。",
  "{0} is one element: keepalived compares it with one argument, but {1} and {2} are two":
    "{0} 被当作一个元素：keepalived 把它与一个参数比较，而 {1} 和 {2} 是两个参数",
  "Close the quotation mark after the option.": "在该选项之后闭合引号。",
  "{0} is outside the quotes: {1} takes it as user and group, not as parameters":
    "{0} 在引号之外：{1} 把它当作用户和组，而不是参数",
  "{0} is outside the quotes: {1} runs {2} without these arguments": "{0} 在引号之外：{1} 运行 {2} 时不带这些参数",
  "put command and parameters in quotes": "把命令和参数放进引号",
  "nothing tracks vrrp_script {0}: it never runs": "没有任何对象跟踪 vrrp_script {0}：它从不运行",
} as const satisfies Partial<Record<MessageTemplate, string>>;
