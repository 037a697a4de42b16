import { protocol } from "../../../protocol.js";
import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const tracking = {
  "clamped-priority": {
    summary: `权重会使优先级高于 ${protocol.highestPriority} 或低于 ${protocol.lowestPriority}。`,
    why: `keepalived 把各跟踪对象的权重加到优先级上，结果限制在 ${protocol.lowestPriority} 至 ${protocol.highestPriority} 之间，超出的部分丢失：优先级的变化小于权重，甚至完全不变，另一台主机可能因此不接管。`,
    advice: `选择优先级和权重，使其和保持在 ${protocol.lowestPriority} 至 ${protocol.highestPriority} 之间。`,
  },
  "conflicting-nopreempt": {
    summary: "跟踪对象带权重，而所有可能接管的主机都有 `nopreempt`。",
    why: "权重只改变优先级。另一台主机的优先级因此更高时，由它从 MASTER 夺取地址，地址才会移动。有 `nopreempt` 的主机无论优先级如何都不会这样做。如果其他主机都有 `nopreempt`，检查失败只会降低优先级，地址仍留在原处。",
    advice: "删除权重：失败就表示 FAULT，MASTER 退出，由另一台主机接管。或者从应当接管的主机上删除 `nopreempt`。",
  },
  "duplicate-notify-fifo": {
    summary: "所有事件与 VRRP 或 LVS 的事件使用同一管道。",
    why: "每个事件会到达两次。keepalived 丢弃较具体的管道及其脚本，只写入日志；VRRP 和 LVS 共用的管道只保留 VRRP 的脚本。",
    advice: "为每个管道使用不同的名称，或只保留 `notify_fifo`。",
  },
  "ineffective-self-check": {
    summary: "检查 keepalived 自己是否在运行。",
    why: "检查由 keepalived 启动，因此检查运行时 keepalived 必然在运行：它永远不会失败，增加的权重永远有效。keepalived 结束时其他主机自然会发现：它会发送优先级为 0 的通告，或者通告中断。",
    advice: "删除该检查，或检查使用该地址的服务。",
  },
  "ineffective-tracking": {
    summary: "实例有 `dont_track_primary`，又不跟踪任何其他对象。",
    why: "keepalived 会忽略收发通告的接口的状态。链路断开时，该实例仍是 MASTER，独自持有地址，而另一台主机也成为 MASTER；本机没有任何机制使它退出。",
    advice: "删除该行，或跟踪能决定主机是否可以服务的对象：另一接口、脚本或进程。",
  },
  "missing-script-interval": {
    summary: "被跟踪的脚本没有 `interval`。",
    why: "keepalived 就会每秒启动它一次，每次运行限时一秒。对查询服务的检查来说这过于频繁，而且应答慢就算失败。",
    advice: "设置适合该检查的间隔。",
  },
  "prefer-track-process": {
    summary: "脚本只检查进程是否在运行：`killall -0`、`pidof`、`pgrep`、`ps | grep`。",
    why: "脚本大约每秒启动一个程序并读取整个进程表，却仍要到下一次运行才能发现进程已死。负载高时脚本本身也会延迟，而且很容易找错进程（`grep` 找到自己，`killall` 看到其他容器）。进程启动或结束时，内核会通知 `vrrp_track_process`，因此 keepalived 在几毫秒内就能发现。代价是：主机上每个进程的启动和结束都会通知 keepalived，短命进程很多时比一次 `pgrep` 开销更大；而且只有 `delay` 可代替 `rise`、`fall` 和 `interval`。",
    advice:
      "在短命进程不多的主机上，用 `vrrp_track_process` 代替脚本，用 `track_process` 代替 `track_script`；权重写法相同。向服务发送请求的检查更好。",
  },
  "relative-script": {
    summary: "脚本或程序没有绝对路径。",
    why: "服务启动时的搜索路径比登录 shell 短，目录也不同。keepalived 读取配置时在该路径中查找名称；找不到时停用该脚本，跟踪它的对象就算作失败，或完全不检查。启用脚本安全时，路径中他人可写的目录是安全漏洞。",
    advice: "写绝对路径，如 `/usr/local/bin/check_app.sh`。",
  },
  "script-timeout-too-long": {
    summary: "脚本的运行时间可能超过其间隔。",
    why: "keepalived 不会启动仍在运行的脚本：每次运行超过 `interval`，都会跳过后面的运行。挂起的脚本要在 `fall` 乘以 `timeout` 之后才被发现，而不是 `fall` 乘以 `interval`。",
    advice: "使 `timeout` 小于 `interval`（默认等于间隔），或加大间隔。",
  },
  "shell-syntax-in-script": {
    summary: "不经 shell 运行的命令中有管道、重定向、`&&`、`$(…)` 或 `$HOME`。",
    why: "keepalived 自己启动程序，不经 shell。每个单词都作为参数交给程序，包括 `|`、`>` 及其后的内容。程序通常因此失败，检查也随之失败；或者程序忽略它们，检查就没有意义。",
    advice: "把该行移到脚本文件中，或作为一个单词交给 shell：`\"/bin/sh -c 'first | second'\"`。",
  },
  "slow-bfd-interval": {
    summary: "BFD 间隔超过十秒（上限可用选项设置）。",
    why: "BFD 的用途是在几毫秒内发现故障；间隔这么长时，检查甚至 VRRP 本身更快。单位是毫秒，因此很大的值往往本意是微秒。keepalived 会写入日志。",
    advice: "写毫秒数，如 `100`。",
  },
  "slow-script": {
    summary: "被跟踪的脚本要一分钟以上才能发现失败。",
    why: "keepalived 在连续 `fall` 次运行失败之后才报告失败，每 `interval` 秒启动一次运行。在此之前，主机一直持有已失效服务的地址。",
    advice: "使 `fall` 乘以 `interval` 不超过允许服务失效而未被发现的时间：大多数情况下为几秒。",
  },
  "small-tracking-weight": {
    summary: "MASTER 的检查权重不大于十（上限可用选项设置）。",
    why: "检查失败时，只有优先级降到低于另一台主机，地址才会移动。优先级通常相差 50 或 100，因此权重 2 或 10 不会改变什么。有另一台主机的文件时，kalint 会算出准确的和；没有时，小权重只是可疑。",
    advice: "使权重大于优先级之差，或删除它：失败就表示 FAULT，总会移动地址。",
  },
  "unfit-tracked-process": {
    summary: "程序与其参数写在一个带引号的字符串中，而 keepalived 只需要程序。",
    why: "带引号的字符串是一个元素：keepalived 把第一个与进程名比较，其余的各与命令行的一个参数比较。没有进程以整个字符串为名称或参数，因此跟踪对象总是失败。",
    advice: '分别给每个元素加引号：`process nginx`；如果参数重要，写 `process /usr/sbin/nginx -g "daemon off;"`。',
  },
  "unquoted-script-arguments": {
    summary: "脚本的参数写在引号之外。",
    why: "keepalived 把该行的第一个单词当作整个命令。在 `script` 和 `misc_path` 中，它忽略其余单词；在通知脚本和法定数量脚本中，它把它们读作运行脚本的用户和组，如果不存在就忽略该行。",
    advice: "把命令及其参数一起放进双引号。",
  },
  "unused-script": {
    summary: "没有任何对象跟踪的 `vrrp_script`。",
    why: "keepalived 启动时报告该脚本并移除它；`keepalived -t` 不报告。该检查从不运行。",
    advice: "把它添加到实例或同步组的 `track_script`，或删除它。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
