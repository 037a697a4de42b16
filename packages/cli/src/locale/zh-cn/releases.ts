import type { CommandTemplate } from "@kalint/schema";

/** What `kalint migrate` says of releases: changes, and how a release reads a configuration. */
export const releases = {
  // Keywords and words.
  "keepalived {0} knows this keyword.": "keepalived {0} 支持此关键字。",
  "keepalived {0} does not know this keyword.": "keepalived {0} 不支持此关键字。",
  "keepalived {0} does not know this keyword, and drops the line.": "keepalived {0} 不支持此关键字，会丢弃该行。",
  "keepalived {0} knows this word.": "keepalived {0} 支持此单词。",
  "keepalived {0} does not know this word.": "keepalived {0} 不支持此单词。",
  "keepalived {0} does not know this word, and drops the line or the word.":
    "keepalived {0} 不支持此单词，会丢弃该行或该单词。",
  "{0}.": "{0}。",
  "Nothing: it may be used.": "无需处理：可以使用。",
  "Use {0}.": "使用 {0}。",
  "Remove the line, or stay with {0}.": "删除该行，或继续使用 {0}。",
  "Remove it, or stay with {0}.": "将其删除，或继续使用 {0}。",
  "Remove the line: it has had no effect for a long time.": "删除该行：它早已不起作用。",
  "{0} is in use.": "{0} 是现行写法。",
  "{0} is deprecated; it still works, with a complaint of `keepalived -t`.":
    "{0} 已弃用；仍然有效，但 `keepalived -t` 会报告。",
  "{0} is deprecated; it still works, with a line in the log.": "{0} 已弃用；仍然有效，但会写入日志。",
  "{0} is deprecated; it still works.": "{0} 已弃用；仍然有效。",
  "Nothing, unless a complaint or a line that is read differently is listed.":
    "无需处理，除非下面列出了报告或读法不同的行。",
  "This does not apply yet.": "尚非如此。",
  "This no longer applies.": "不再如此。",
  "Check that the older behaviour is acceptable.": "确认旧的行为可以接受。",

  // Changed defaults and meanings.
  "delay_before_retry of HTTP_GET and SSL_GET": "HTTP_GET 和 SSL_GET 的 delay_before_retry",
  "A failed request is repeated at once.": "请求失败后立即重试。",
  "A failed request is repeated after 3 seconds.": "请求失败 3 秒后重试。",
  "Expect a failed real server to be removed 3 seconds later per retry, or write `delay_before_retry`.":
    "每次重试会使移除故障真实服务器的时间推迟 3 秒；否则写明 `delay_before_retry`。",
  "retry of TCP_CHECK": "TCP_CHECK 的 retry",
  "The first failed connection removes the real server.": "连接第一次失败就移除真实服务器。",
  "A real server is removed after one more failed connection, 1 second later.":
    "1 秒后的第二次连接仍失败，才移除真实服务器。",
  "Keep the new default against short losses, or write `retry 0` for the old behaviour.":
    "保留新的默认值以避免短暂丢包的影响，或写 `retry 0` 恢复旧的行为。",
  "what HTTP_GET and SSL_GET retry": "HTTP_GET 和 SSL_GET 重试的情况",
  "A connection that fails or times out removes the real server at once; only wrong answers are retried.":
    "连接失败或超时立即移除真实服务器；只有应答不符时才重试。",
  "Every failure is retried `nb_get_retry` times, and a server that is down comes back with the first success.":
    "每种失败都重试 `nb_get_retry` 次；已移除的服务器在第一次成功后恢复。",
  "Lower the number of retries where a dead server must be removed as quickly as before.":
    "如果失效的服务器必须像以前一样快地移除，就减少重试次数。",
  "an instance without addresses": "没有地址的实例",
  "An instance without addresses runs, although its peers reject adverts that name none.":
    "没有地址的实例照常运行，但对端会拒绝其中不含地址的通告。",
  "An instance without addresses is refused.": "拒绝没有地址的实例。",
  "Give the instance an address in `virtual_ipaddress`.": "在 `virtual_ipaddress` 中为实例写一个地址。",
  "two instances with one virtual_router_id on an interface": "同一接口上 virtual_router_id 相同的两个实例",
  "Two instances with one virtual_router_id on an interface and address family are accepted, and disturb each other.":
    "接受同一接口、同一地址族上 virtual_router_id 相同的两个实例，它们会互相干扰。",
  "The second instance is refused.": "拒绝第二个实例。",
  "Give each instance on an interface an id of its own: `kalint check` names those that share one.":
    "为同一接口上的每个实例使用不同的 id：`kalint check` 会指出 id 相同的实例。",
  "the name of a VMAC interface": "VMAC 接口的名称",
  "`use_vmac` without a name makes the interface vrrp.ID.": "未写名称的 `use_vmac` 创建接口 vrrp.ID。",
  "Where vrrp.ID is taken, the interface is named vrrp6.ID, vrrp1.ID and so on.":
    "vrrp.ID 已被占用时，接口名为 vrrp6.ID、vrrp1.ID 等。",
  "Name the interface after `use_vmac`, where scripts or firewall rules use the name.":
    "如果脚本或防火墙规则使用接口名，就在 `use_vmac` 之后写明名称。",
  "url without status_code": "没有 status_code 的 url",
  "Without `status_code` and `digest`, every answer counts as success, `404` and `500` included.":
    "没有 `status_code` 和 `digest` 时，任何应答都算成功，包括 `404` 和 `500`。",
  "Without `status_code` and `digest`, only the status codes 200 to 299 count as success.":
    "没有 `status_code` 和 `digest` 时，只有状态码 200 至 299 算成功。",
  "Write the `status_code` that the page gives, where it is another one (a redirection, a login page).":
    "如果页面返回其他状态码（重定向、登录页），就写明该 `status_code`。",
  "Write `status_code`, or a page that answers with an error counts as healthy.":
    "写明 `status_code`，否则返回错误的页面也算正常。",
  "persistence_granularity without persistence_timeout": "没有 persistence_timeout 的 persistence_granularity",
  "`persistence_granularity` alone has no effect.": "单独的 `persistence_granularity` 不起作用。",
  "`persistence_granularity` alone turns persistence on, with the default timeout.":
    "单独的 `persistence_granularity` 即开启会话保持，使用默认超时。",
  "Remove `persistence_granularity`, or write the `persistence_timeout` that the service needs.":
    "删除 `persistence_granularity`，或写明服务所需的 `persistence_timeout`。",
  "the user that runs scripts": "运行脚本的用户",
  "Scripts run as root.": "脚本以 root 身份运行。",
  "Scripts run as the user keepalived_script where that user exists, otherwise as root.":
    "存在用户 keepalived_script 时，脚本以该用户身份运行，否则以 root 身份运行。",
  "Choose the user with `script_user`, or with `user` per script, and check that this user may run the script and what it calls. `enable_script_security` then refuses scripts that other users could change.":
    "用 `script_user` 或各脚本的 `user` 指定用户，并确认该用户有权运行脚本及其调用的程序。之后 `enable_script_security` 会拒绝其他用户可以修改的脚本。",
  "packets for the addresses of VRRPv3 instances": "发往 VRRPv3 实例地址的报文",
  "A MASTER of VRRPv3 drops packets to the virtual addresses, unless `accept` is written or it is the address owner.":
    "VRRPv3 的 MASTER 丢弃发往虚拟地址的报文，除非写了 `accept` 或它是地址所有者。",
  "A MASTER accepts packets to the virtual addresses, except in strict mode or with `no_accept`.":
    "MASTER 接受发往虚拟地址的报文，严格模式或写了 `no_accept` 时除外。",
  "Write `no_accept` where the addresses must not answer.": "如果这些地址不得应答，就写 `no_accept`。",
  "Write `accept` where services listen on the addresses.": "如果有服务在这些地址上监听，就写 `accept`。",
  "checksum of VRRPv3 unicast adverts": "VRRPv3 单播通告的校验和",
  "The checksum of a unicast VRRPv3 advert covers the wrong addresses.": "VRRPv3 单播通告的校验和所覆盖的地址有误。",
  "The checksum follows RFC 5798; a host that receives the old kind falls back to it for that peer.":
    "校验和符合 RFC 5798；收到旧式校验和的主机对该对端改用旧式。",
  "Upgrade the hosts in one maintenance window, or write `old_unicast_checksum` until the last one is upgraded and remove it then.":
    "在同一维护窗口内升级各主机；或先写 `old_unicast_checksum`，等最后一台升级之后再删除。",
  "Write `old_unicast_checksum` on the newer hosts before the first one is downgraded.":
    "在第一台主机降级之前，先在较新的主机上写 `old_unicast_checksum`。",
  "lines with @id where keepalived is started without --config-id": "启动时没有 --config-id 的情况下带 @id 的行",
  "Without `--config-id` no `@id` matches.": "没有 `--config-id` 时，任何 `@id` 都不匹配。",
  "Without `--config-id` the host's name up to the first dot is the id.":
    "没有 `--config-id` 时，以主机名第一个点之前的部分作为 id。",
  "Check that no line's `@id` is a host's name by accident.": "确认没有哪一行的 `@id` 恰好与主机名相同。",
  "Start keepalived with `--config-id` on every host.": "在每台主机上用 `--config-id` 启动 keepalived。",
  "include with a pattern that matches no file": "模式不匹配任何文件的 include",
  "keepalived ends.": "keepalived 退出。",
  "keepalived logs it and goes on.": "keepalived 写入日志并继续。",
  "Nothing. From 2.2.0 on `includer` makes a missing file an error again.":
    "无需处理。从 2.2.0 起，`includer` 又会把缺少文件视为错误。",
  "Keep at least one file that each `include` matches.": "保证每个 `include` 至少匹配一个文件。",
  "when an instance becomes MASTER": "实例何时成为 MASTER",
  "After the decision a BACKUP waits for one more advert interval before it takes the addresses, and interface or script failures count from the next timer on.":
    "BACKUP 决定接管之后，要再等一个通告间隔才配置地址；接口或脚本故障从下一次定时器起才生效。",
  "A BACKUP takes the addresses at once; interface and script results act immediately.":
    "BACKUP 立即配置地址；接口和脚本的结果立即生效。",
  "Expect shorter failovers. Give scripts `fall` and `rise` above 1 where a single wrong result must not move the addresses.":
    "故障切换会更快。如果不希望单次错误结果就移走地址，请把脚本的 `fall` 和 `rise` 设为大于 1。",
  "an interface that is down when keepalived starts": "keepalived 启动时接口未启用",
  "The instance starts as BACKUP and changes to FAULT at the first timer.":
    "实例以 BACKUP 启动，在第一次定时器时转为 FAULT。",
  "The instance starts in FAULT, and `notify_fault` runs.": "实例以 FAULT 启动，并运行 `notify_fault`。",
  "Check that `notify_fault` and `notify` scripts expect to be the first to run.":
    "确认 `notify_fault` 和 `notify` 脚本能够最先运行。",
  "a virtual address that is deleted on the MASTER": "在 MASTER 上被删除的虚拟地址",
  "The host stays MASTER without the address.": "主机仍为 MASTER，但没有该地址。",
  "The instance changes to BACKUP, and restores the address when it is MASTER again.":
    "实例转为 BACKUP，再次成为 MASTER 时恢复该地址。",
  "Stop other tools (systemd-networkd, NetworkManager, scripts) from removing virtual addresses.":
    "防止其他工具（systemd-networkd、NetworkManager、脚本）删除虚拟地址。",
  "how scripts are started": "脚本的启动方式",
  "A command line is given to /bin/sh: pipes, redirections and variables work.":
    "命令行交给 /bin/sh 执行：管道、重定向和变量有效。",
  "A command whose first word is an executable file is started directly: the words of the shell reach it as parameters.":
    "首个单词是可执行文件的命令直接启动：shell 的语法作为参数传给它。",
  "Put shell syntax into a script file, or write `\"/bin/sh -c '…'\"`.":
    "把 shell 语法放进脚本文件，或写作 `\"/bin/sh -c '…'\"`。",
  "weighted tracking by members of a sync group": "同步组成员的带权重跟踪",
  "With `global_tracking`, a weighted script of one member changes the priorities of all members.":
    "使用 `global_tracking` 时，一个成员的带权重脚本改变所有成员的优先级。",
  "A weight changes only the instance that tracks it, unless `sync_group_tracking_weight` is written; `global_tracking` does nothing.":
    "权重只改变跟踪它的实例，除非写了 `sync_group_tracking_weight`；`global_tracking` 不起作用。",
  "Track scripts and interfaces in the sync group itself, without weight, or write `sync_group_tracking_weight`.":
    "在同步组自身中不带权重地跟踪脚本和接口，或写 `sync_group_tracking_weight`。",
  "a virtual route that disappears": "消失的虚拟路由",
  "A deleted virtual route stays deleted.": "被删除的虚拟路由不会恢复。",
  "The instance changes to BACKUP when one of its routes is deleted, and to FAULT while the route's interface is down.":
    "实例的一条路由被删除时转为 BACKUP，路由的接口断开期间转为 FAULT。",
  "Write `no_track` on routes that must not decide who is MASTER.": "如果路由不应影响谁是 MASTER，就写 `no_track`。",
  "rules without preference": "没有 preference 的策略路由规则",
  "The kernel chooses the preference of a rule, in the order in which instances become MASTER.":
    "内核按实例成为 MASTER 的先后选择规则的 preference。",
  "keepalived chooses a preference for each rule, and says in the log that it is not reliable.":
    "keepalived 为每条规则选择 preference，并在日志中说明这并不可靠。",
  "Write `preference` on every rule.": "为每条规则写明 `preference`。",
  "static addresses, routes and rules that are deleted": "被删除的静态地址、路由和规则",
  "What is deleted stays deleted.": "被删除的不会恢复。",
  "keepalived puts deleted static addresses, routes and rules back.": "keepalived 恢复被删除的静态地址、路由和规则。",
  "Write `no_track` on those that other programs may remove.": "如果其他程序可以删除它们，就写 `no_track`。",
  "CPU time of a real-time process": "实时进程的 CPU 时间",
  "A real-time process may run 1,000 µs without a blocking call.": "实时进程在两次阻塞调用之间最多运行 1,000 微秒。",
  "A real-time process may run 10,000 µs without a blocking call.": "实时进程在两次阻塞调用之间最多运行 10,000 微秒。",
  "Nothing, unless you rely on the old limit: write it with `vrrp_rlimit_rttime` and related keywords.":
    "无需处理；如果依赖旧的上限，就用 `vrrp_rlimit_rttime` 及相关关键字写明。",
  "Write 10000 with `vrrp_rlimit_rtime`, or a busy process may be killed.":
    "用 `vrrp_rlimit_rtime` 写明 10000，否则繁忙的进程可能被终止。",
  "mode of the files that keepalived creates": "keepalived 所建文件的权限",
  "Files such as keepalived.data may be written by everybody (0666).":
    "keepalived.data 等文件任何用户都可以写入（0666）。",
  "Files may be read by everybody and written by their owner (0644); `umask` sets another mode.":
    "文件任何用户都可以读取，只有所有者可以写入（0644）；`umask` 可另行设置。",
  "Write `umask` where programs of other users write these files.":
    "如果其他用户的程序要写入这些文件，就设置 `umask`。",
  "retry of SMTP_CHECK": "SMTP_CHECK 的 retry",
  "One attempt fewer is made than `retry` says.": "尝试次数比 `retry` 所写的少一次。",
  "As many further attempts are made as `retry` says.": "按 `retry` 所写的次数再尝试。",
  "Lower `retry` by one where the time until removal matters.": "如果移除服务器的用时很重要，就把 `retry` 减一。",
  "Raise `retry` by one.": "把 `retry` 加一。",
  "failed checks in the log": "日志中的失败检查",
  "Some checkers log every failure.": "一些检查器把每次失败都写入日志。",
  "Checkers log a failure when the last retry has failed.": "最后一次重试失败时，检查器才写入日志。",
  "Write `checker_log_all_failures` where log monitoring counts single failures.":
    "如果日志监控要统计每次失败，就写 `checker_log_all_failures`。",
  "the firewall of strict mode and no_accept": "严格模式和 no_accept 使用的防火墙",
  "iptables rules are added to the chain INPUT.": "在 INPUT 链中添加 iptables 规则。",
  "iptables is used where the build has it, otherwise nftables with a table named keepalived, unless `vrrp_iptables` or `nftables` is written.":
    "构建支持 iptables 时使用 iptables，否则使用名为 keepalived 的 nftables 表；写了 `vrrp_iptables` 或 `nftables` 时除外。",
  "Write `vrrp_iptables` or `nftables`, so that all hosts use the firewall that you administer.":
    "写明 `vrrp_iptables` 或 `nftables`，使所有主机使用您所管理的防火墙。",
  "hop limit of IPv6 adverts": "IPv6 通告的跳数限制",
  "Multicast adverts over IPv6 are accepted with any hop limit.": "接受任意跳数限制的 IPv6 组播通告。",
  "Multicast adverts over IPv6 are accepted with the hop limit 255 only, as the RFC requires.":
    "按 RFC 的要求，只接受跳数限制为 255 的 IPv6 组播通告。",
  "Check that no router between the hosts forwards adverts.": "确认主机之间没有转发通告的路由器。",
  "virtual and real servers with port 0": "端口为 0 的虚拟服务器和真实服务器",
  "2.0.0 to 2.0.14 refuse the port 0; older releases take it for every port.":
    "2.0.0 至 2.0.14 拒绝端口 0；更早的版本视为所有端口。",
  "The port 0 is taken as no port: the server serves every port.": "端口 0 视为未写端口：服务器在所有端口上提供服务。",
  "Omit the port instead of writing 0.": "省略端口，不要写 0。",
  "Write a port.": "写明端口。",
  "mode of ipvlan interfaces": "ipvlan 接口的模式",
  "The kernel's default mode is used.": "使用内核的默认模式。",
  "ipvlan interfaces are in bridge mode unless `private` or `vepa` is written.":
    "ipvlan 接口使用 bridge 模式，除非写了 `private` 或 `vepa`。",
  "Write the mode.": "写明模式。",
  "several status codes": "多个状态码",
  "`status_code` takes one code.": "`status_code` 只接受一个状态码。",
  "`status_code` takes several codes and ranges, such as `200 301-303`.":
    "`status_code` 接受多个状态码和范围，例如 `200 301-303`。",
  "Nothing.": "无需处理。",
  "Write one code, or omit `status_code` for 200 to 299.": "只写一个状态码；200 至 299 可省略 `status_code`。",
  "vrrp_strict and vrrp_skip_check_adv_addr with false": "带 false 的 vrrp_strict 和 vrrp_skip_check_adv_addr",
  "The flag is on whatever follows it, `false` included.": "无论后面写什么（包括 `false`），标志都开启。",
  "The word behind it is read: `false` turns it off.": "读取后面的单词：`false` 将其关闭。",
  "Remove the word where the flag is to stay on.": "如果标志应保持开启，就删除该单词。",
  "Remove the line where the flag is to stay off.": "如果标志应保持关闭，就删除该行。",
  "gratuitous ARP during vrrp_startup_delay": "vrrp_startup_delay 期间的免费 ARP",
  "An instance that tracks something may send gratuitous ARP before the delay has passed.":
    "有跟踪对象的实例可能在延迟结束之前发送免费 ARP。",
  "No gratuitous ARP is sent before the delay has passed.": "延迟结束之前不发送免费 ARP。",

  // Reading of text.
  "Files can be included.": "可以包含文件。",
  includes: "包含文件",
  "A line can begin with `@id`.": "行可以以 `@id` 开头。",
  conditions: "条件",
  "A line can begin with `@^id`.": "行可以以 `@^id` 开头。",
  "negated conditions": "否定条件",
  "`$NAME=value` defines `$NAME`.": "`$NAME=value` 定义 `$NAME`。",
  definitions: "定义",
  "A closing brace too many is reported, and so are blocks that are open at the end.":
    "多余的右括号和到文件末尾仍未关闭的块都会报告。",
  "counts braces": "括号计数",
  "`~SEQ` repeats a line.": "`~SEQ` 重复一行。",
  sequences: "序列",
  "An odd number of double quotes on a line is reported.": "一行中双引号的个数为奇数时报告。",
  "reports odd quotes": "报告不成对的引号",
  "`${_RANDOM}` is a random number.": "`${_RANDOM}` 是随机数。",
  random: "随机数",
  "`~LST` repeats a line.": "`~LST` 重复一行。",
  lists: "列表",
  "`~SEQ` repeats any line; before, only a line that would begin with a keyword, up to its first brace, and not the lines of blocks such as virtual_ipaddress.":
    "`~SEQ` 可重复任何行；以前，只重复以关键字开头的行（到第一个括号为止），不重复 virtual_ipaddress 之类的块中的行。",
  "repeats free lines": "重复列表中的行",
  "Extra words before the `{` of a list such as `virtual_ipaddress` are reported.":
    "`virtual_ipaddress` 之类的列表在 `{` 之前有多余单词时报告。",
  "reports header words": "报告块首的单词",
  "`${_HASH}` and `${_BANG}` are `#` and `!`.": "`${_HASH}` 和 `${_BANG}` 是 `#` 和 `!`。",
  "hash and bang": "# 和 !",
  "Text that a substitution inserts can hold a comment.": "替换得到的文本可以含有注释。",
  "uncomments substitutions": "替换文本中的注释",
  "Blocks that are open at the end are reported with the number of the last line.":
    "到文件末尾仍未关闭的块以最后一行的行号报告。",
  "places missing close": "未关闭的块的行号",
  "The parent process writes a copy of the files for the child processes; before, each process read the files.":
    "父进程为子进程写一份文件的副本；以前，每个进程各自读取文件。",
  "reads copy": "读取副本",
  "`includer` and related keywords state what an included file must fulfil, and `-t` shows messages about includes.":
    "`includer` 及相关关键字规定被包含文件须满足的条件，`-t` 会显示有关包含的消息。",
  "checked includes": "包含文件的检查",
  "Keywords of an object that has been dropped do nothing; before, they could act on the object before it.":
    "被丢弃的对象的关键字不起作用；以前，它们可能作用于前一个对象。",
  "skips keywords of dropped blocks": "跳过被丢弃的块中的关键字",
  "scripts behind symbolic links": "经由符号链接的脚本",
  "A script whose path leads through a symbolic link to a directory is disabled where keepalived runs as root, unless use_symlink_paths is set.":
    "keepalived 以 root 身份运行时，路径经过目录符号链接的脚本会被禁用，除非设置了 use_symlink_paths。",
  "A script may be named by a path through symbolic links.": "脚本的路径可以经过符号链接。",
  "Name the script by its real path, or write `use_symlink_paths`.": "写脚本的真实路径，或写 `use_symlink_paths`。",
  "backslashes in script lines": "脚本行中的反斜杠",
  "Backslashes in script lines are looked at only when the command is split into words; before, in the first split of the line as well.":
    "脚本行中的反斜杠只在把命令拆分为单词时处理；以前，第一次拆分该行时也处理。",
  "Check the backslashes of the line, or put the command into a script file.":
    "检查该行的反斜杠，或把命令放进脚本文件。",
  "\\x takes two hexadecimal digits; before, as many as there are.": "\\x 取两位十六进制数字；以前，有多少位取多少位。",
  "short hex escapes": "十六进制转义的长度",
  "An unmatched double quote is reported by the process that uses the line; before, by the parent process as well.":
    "不成对的双引号由使用该行的进程报告；以前，父进程也会报告。",
  "children report odd quotes": "子进程报告不成对的引号",
  "${_ENV NAME} is the value of an environment variable.": "${_ENV NAME} 是环境变量的值。",
  "has environment": "环境变量",
  "Wrong parameters of a built-in definition such as ${_RANDOM 9 5} are reported; before, the text stayed as it was.":
    "内置定义的参数有误（例如 ${_RANDOM 9 5}）时报告；以前，文本保持原样。",
  "reports builtin parameters": "报告内置定义的参数",
  "~SEQ with a variable in braces is an error, and a missing parenthesis has a message of its own.":
    "~SEQ 的变量带花括号是错误，缺少括号时另有一条消息。",
  "refuses braced variable": "拒绝带花括号的变量",
  "A line that holds nothing but a comment ends a definition over several lines in the child processes; before, it went on.":
    "在子进程中，只有注释的行会结束多行定义；以前，定义继续。",
  "comments end definitions": "注释结束定义",
  "A line of 1023 bytes or more is silently cut into several lines; since 2.4.0 it is reported and its first 1023 bytes are dropped.":
    "1023 字节及以上的行被直接拆成几行，不作提示；自 2.4.0 起，会报告并丢弃其前 1023 字节。",
  "cuts long lines": "拆分长行",
  "A line with a NUL byte ends there silently and is not counted; since 2.4.0 it is reported and dropped.":
    "含 NUL 字节的行在该处结束且不计行号，不作提示；自 2.4.0 起，会报告并丢弃该行。",
  "truncates at nul": "在 NUL 处截断",
  "A backslash at the end of a comment continues the line, as if it preceded the comment.":
    "注释末尾的反斜杠会续行，如同写在注释之前。",
  "backslash outlives comment": "注释中的反斜杠",
  "A definition that expands to ~SEQ, ~LST or @id is acted upon; since 2.4.0 such a line is an unknown keyword.":
    "展开为 ~SEQ、~LST 或 @id 的定义会生效；自 2.4.0 起，这样的行是未知关键字。",
  "substitutes repeatedly": "反复替换",

  // Values.
  "Seconds are read with strtod: `1e3` and `0x1` are numbers, and there may be any number of decimals.":
    "秒数用 strtod 读取：`1e3` 和 `0x1` 都是数字，小数位数不限。",
  "reads times as floats": "时间按浮点数读取",
  "A route's time out of range is moved into it, with a line in the log only.":
    "路由的时间超出范围时改为范围内的值，只写入日志。",
  "clamps times in log": "修正超出范围的时间",
  "`keepalived -t` tests a configuration.": "`keepalived -t` 测试配置。",
  "has configuration test": "配置测试",

  // Checks of VRRP.
  "adverts with more than 20 addresses": "地址超过 20 个的通告",
  "An advert holds 20 addresses; further ones are handled like those of `virtual_ipaddress_excluded`.":
    "通告最多含 20 个地址；其余的按 `virtual_ipaddress_excluded` 的地址处理。",
  "An advert holds all addresses of virtual_ipaddress.": "通告含有 virtual_ipaddress 的所有地址。",
  "Change all hosts of the virtual router together: hosts on both sides of the change reject each other's adverts, and both become MASTER. Or move the addresses beyond the 20th to `virtual_ipaddress_excluded` first.":
    "同时更改虚拟路由器的所有主机：新旧版本的主机会拒绝对方的通告，于是都成为 MASTER。或者先把第 20 个之后的地址移到 `virtual_ipaddress_excluded`。",
  "A route without interface cannot be tracked.": "没有接口的路由不能跟踪。",
  "tracks routes by interface": "按接口跟踪路由",
  "`interface` is optional in a unicast instance.": "单播实例可以省略 `interface`。",
  "unicast without interface": "没有接口的单播",
  "An instance of version 2 without addresses is reported.": "版本 2 的实例没有地址时报告。",
  "reports missing address": "报告缺少的地址",
  "An interface that a sync group and its member track is reported; before, it was only logged.":
    "同步组与其成员跟踪同一接口时报告；以前，只写入日志。",
  "reports shared tracking": "报告重复的跟踪",
  "A group for all IPv6 instances that is not link-local is reported, and used.":
    "供所有 IPv6 实例使用的组若不是链路本地组播，会报告，但仍使用。",
  "reports routable group": "报告可路由的组播组",
  "An IPv6 instance whose first address is not link-local is reported even without strict mode.":
    "IPv6 实例的第一个地址不是链路本地地址时，即使没有严格模式也会报告。",
  "insists on link local": "要求链路本地地址",
  "An address with `dev` and the instance's own interface is set there, not on the VMAC.":
    "带 `dev` 且指向实例自己接口的地址设在该接口上，而不在 VMAC 上。",
  "own device bypasses vmac": "实例自己的接口绕过 VMAC",
  "Conflicts of unicast with `use_vmac` and `use_ipvlan` are checked at the end of the instance.":
    "单播与 `use_vmac`、`use_ipvlan` 的冲突在实例结束处检查。",
  "checks unicast vmac": "检查单播与 VMAC",
  "unicast peers in strict mode": "严格模式下的单播对端",
  "Unicast peers on an interface that can multicast are refused in strict mode.":
    "严格模式下，拒绝支持组播的接口上的单播对端。",
  "Unicast peers are accepted in strict mode.": "严格模式下接受单播对端。",
  "Remove `vrrp_strict` and `strict_mode`, or the unicast peers.":
    "删除 `vrrp_strict` 和 `strict_mode`，或删除单播对端。",
  "Unicast keywords without a peer are reported.": "有单播关键字而没有对端时报告。",
  "unicast needs peer": "单播需要对端",
  "Unicast instances with different peers can share a virtual_router_id on an interface.":
    "对端不同的单播实例可以在同一接口上使用相同的 virtual_router_id。",
  "peers share router id": "不同对端共用 virtual_router_id",
  "The name after `use_vmac` is refused where no interface can have it, not only where it is too long.":
    "`use_vmac` 之后的名称不能用作接口名时拒绝，而不仅是过长时。",
  "checks vmac name": "检查 VMAC 的名称",
  "`use_vmac` takes a word with `:` for a MAC address.": "`use_vmac` 把含 `:` 的单词视为 MAC 地址。",
  "reads vmac address": "读取 VMAC 的地址",
  "`use_vmac` looks at two words.": "`use_vmac` 读取两个单词。",
  "reads second vmac word": "读取 VMAC 的第二个单词",
  "`use_vmac` looks at all its words.": "`use_vmac` 读取所有单词。",
  "reads all vmac words": "读取 VMAC 的所有单词",
  "An instance without addresses is refused before its other settings are checked.":
    "没有地址的实例在检查其他设置之前就被拒绝。",
  "addresses first": "先检查地址",
  "A group without members is reported, and dropped, at the end of its block; before, after reading.":
    "没有成员的组在块结束处报告并丢弃；以前，在读完之后。",
  "members at block end": "在块结束处检查成员",
  "`timer_expired_backup` is checked.": "检查 `timer_expired_backup`。",
  "timer expired backup": "timer_expired_backup",
  "Duplicate addresses and peers in an instance are reported.": "实例中重复的地址和对端会报告。",
  "notices duplicates": "发现重复",
  "`-t` shows that a script's file does not exist; before, only the log had it.":
    "脚本文件不存在时 `-t` 会显示；以前，只写入日志。",
  "reports missing scripts": "报告缺少的脚本",

  // The election.
  "adverts with other addresses": "地址不同的通告",
  "An advert with other addresses is refused; since 2.3.3 it is only reported.":
    "拒绝地址不同的通告；自 2.3.3 起，只报告。",
  "An advert with other addresses is accepted, and reported.": "接受地址不同的通告，并报告。",
  "Keep the addresses of all hosts the same: `kalint check` compares them.":
    "使所有主机的地址保持一致：`kalint check` 会比较。",
  "two address owners": "两个地址所有者",
  "Of two address owners the one that hears the other first gives way for good; since 2.3.3 the higher address decides.":
    "两个地址所有者中，先收到对方通告的一方永久让出；自 2.3.3 起，由较大的地址决定。",
  "Give one host only the priority 255.": "只给一台主机优先级 255。",
  "Address owners can be configured to ignore all adverts, and do so in strict mode.":
    "可以配置地址所有者忽略所有通告；在严格模式下总是如此。",
  "owners ignore": "地址所有者忽略通告",
  "several tracked interfaces": "跟踪多个接口",
  "An instance has one flag for all interfaces that it needs: the first that comes up clears it.":
    "实例的所有必需接口共用一个标志：其中一个恢复就会清除它。",
  "An instance leaves FAULT when all interfaces that it needs are up.": "所有必需接口都恢复后，实例才离开 FAULT。",
  "Track interfaces that can fail together with `vrrp_track_process` or a script, or expect the instance to leave FAULT with the first that comes up.":
    "用 `vrrp_track_process` 或脚本跟踪可能同时失效的接口；否则其中一个恢复时实例就会离开 FAULT。",

  // Virtual servers.
  "A virtual_server_group can hold IPv4 and IPv6, and a firewall mark in it names its family.":
    "virtual_server_group 可以同时含有 IPv4 和 IPv6，其中的防火墙标记写明地址族。",
  "mixes group families": "组中混合地址族",
  "A range of addresses in a virtual_server_group can end in any address, not only in a last byte or group.":
    "virtual_server_group 中的地址范围可以以任意地址结束，而不只是最后一个字节或一组。",
  "wide group ranges": "组中的地址范围",
  "A virtual server without a usable real server is reported, and dropped, at the end of its block; before, after reading.":
    "没有可用真实服务器的虚拟服务器在块结束处报告并丢弃；以前，在读完之后。",
  "drops servers at block end": "在块结束处丢弃服务器",
  "The flag `hashed` is reported where no scheduler with flags precedes it.":
    "`hashed` 标志之前没有带标志的调度算法时报告。",
  "reports hashed": "报告 hashed",
  "A virtual server with an unknown `lvs_method` is also reported as one without a method; before, only the word was.":
    "`lvs_method` 未知的虚拟服务器也按没有转发方式报告；以前，只报告该单词。",
  "reports unknown method": "报告未知的转发方式",
  "A check's connection options set one connection, inside a `host` block or outside.":
    "检查的连接选项无论写在 `host` 块内外，都设置同一个连接。",
  "merges connections": "合并连接选项",
  "A `regex` without a value, or with several, is reported.": "没有值或有多个值的 `regex` 会报告。",
  "reports regex words": "报告 regex 的单词",

  // Keywords whose meaning changed.
  "Extra words are reported, and display names are quoted again.": "报告多余的单词，显示名重新加引号。",
  "Takes a boolean; before, any argument was ignored, even 'false'.":
    "接受布尔值；以前，任何参数都被忽略，包括 'false'。",
  "IRWXU, IRWXG and IRWXO are new.": "IRWXU、IRWXG 和 IRWXO 是新增的。",
  "Up to 4294.967295 seconds; before, up to 2147.483647.": "最大 4294.967295 秒；以前，最大 2147.483647 秒。",
  "A peer given twice is reported; before, it went unnoticed.": "报告重复的对端；以前，不会发现。",
  "Not needed with unicast peers and unicast_src_ip; before, always needed.":
    "有单播对端和 unicast_src_ip 时不需要；以前，总是需要。",
  "An address given twice is reported; before, it went unnoticed.": "报告重复的地址；以前，不会发现。",
  "Fractions of a second; before, whole seconds only.": "可以是小数秒；以前，只能是整秒。",
  "A second one is reported; before, it replaced the first silently.": "报告第二个；以前，它直接替换第一个，不作提示。",
  "The echo requests come from this address. While the host lacks it, such as a VIP held by the other node, the check does not run and the server keeps its last state.":
    "echo 请求从此地址发出。主机没有该地址时（例如 VIP 在另一节点上），检查不运行，服务器保持上次的状态。",
  "The check is bound to this interface. While it does not exist, the check does not run and the server keeps its last state.":
    "检查绑定到此接口。接口不存在时，检查不运行，服务器保持上次的状态。",
  "The check is bound to this interface, and fails while it does not exist.":
    "检查绑定到此接口；接口不存在时检查失败。",
  "A missing pattern, extra words and a second line are reported; before, only in the log or not at all.":
    "报告缺少的模式、多余的单词和第二行；以前，只写入日志或完全不提。",
  "Routes without a device (blackhole, unreachable, prohibit, throw) are tracked; before, a warning said that they were not.":
    "跟踪没有设备的路由（blackhole、unreachable、prohibit、throw）；以前，只警告不跟踪。",
} as const satisfies Partial<Record<CommandTemplate, string>>;
