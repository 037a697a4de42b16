import type { MessageTemplate } from "../../texts.generated.js";

export const vrrp = {
  "vrrp_iptables is ignored: nftables is configured, too": "忽略 vrrp_iptables：同时配置了 nftables",
  "nftables is used": "使用 nftables",
  "remove `vrrp_iptables`": "删除 `vrrp_iptables`",
  "vrrp_ipsets is ignored: {0}": "忽略 vrrp_ipsets：{0}",
  "there is no vrrp_iptables": "没有 vrrp_iptables",
  "remove `vrrp_ipsets`": "删除 `vrrp_ipsets`",
  "{0} {1} is a virtual address of {2}: this host has it only while it is MASTER":
    "{0} {1} 是 {2} 的虚拟地址：本机只有在 MASTER 状态时才拥有它",
  "{0} is this host's own address: {1} sends to itself{2}": "{0} 是本机自己的地址：{1} 向自己发送通告{2}",
  ", and to no other host": "，而不发往任何其他主机",
  "remove the own address": "删除本机地址",
  "{0} is a virtual address of {1}, not another host's own: it belongs to whichever host is MASTER":
    "{0} 是 {1} 的虚拟地址，不是另一台主机自己的地址：它属于当前的 MASTER",
  "the virtual address": "虚拟地址",
  "{0} is a {1} address: no peer has it": "{0} 是 {1} 地址：没有对端会使用它",
  "{0} is not the broadcast address of {1}/{2}, which is {3}": "{0} 不是 {1}/{2} 的广播地址，正确的是 {3}",
  "Write `brd {0}` or `brd +`.": "写作 `brd {0}` 或 `brd +`。",
  "write {0}": "改写为 {0}",
  "the down delay of {0} is {1} seconds, but a backup of {2} takes over after {3}: keepalived uses {4}":
    "{0} 的 down 延迟为 {1} 秒，而 {2} 的备机在 {3} 后接管：keepalived 使用 {4}",
  "{0} has {1} addresses, and an advertisement of {2} holds 20": "{0} 有 {1} 个地址，而 {2} 的通告只能容纳 20 个",
  "{0} sends {1} addresses in every advertisement, and all hosts must list the same":
    "{0} 在每个通告中发送 {1} 个地址，所有主机都必须列出同样的地址",
  "mcast_src_ip and unicast_src_ip of {0} set one and the same source: the later line counts":
    "{0} 的 mcast_src_ip 和 unicast_src_ip 设置的是同一个源地址：后面的行生效",
  "{0} sends to unicast peers, and mcast_src_ip sets the source of that too: its name says multicast":
    "{0} 向单播对端发送，而 mcast_src_ip 也设置其源地址：名称却写着组播",
  unicast_src_ip: "unicast_src_ip",
  "Remove one of the two lines.": "删除两行之一。",
  "write unicast_src_ip": "改写为 unicast_src_ip",
  "{0} has {1} {2}, but {3} of the same sync group {4} {5} {6}": "{0} {1} {2}，而同一同步组 {4} 的 {3} {5} {6}",
  "dev {0} puts {1} beside the VMAC of {2}, not on it": "dev {0} 使 {1} 位于 {2} 的 VMAC 旁边，而不是在其上",
  "the VMAC": "该 VMAC",
  "{0} runs without authentication: auth_pass does nothing without auth_type":
    "{0} 运行时没有认证：没有 auth_type，auth_pass 不起作用",
  "{0} has no garp_master_refresh: its address is announced only when it becomes MASTER":
    "{0} 没有 garp_master_refresh：其地址只在成为 MASTER 时宣告",
  "{0} has no priority: keepalived uses 100 on every host that sets none":
    "{0} 没有优先级：凡没有设置的主机，keepalived 都使用 100",
  "{0} is a multicast group that switches do not pass to every port: adverts may stop arriving":
    "{0} 这个组播组不会被交换机转发到所有端口：通告可能会中断",
  "virtual_router_id {0} of {1} is {2}: another cluster on this network may have it":
    "{1} 的 virtual_router_id {0} 是{2}：该网络上的另一个集群可能也用它",
  "the id of most tutorials": "大多数教程使用的 id",
  "not to be used here": "这里不得使用的 id",
  "with advert_int {0} a pause of {1} s makes a BACKUP of {2} take over: 3 × {3} + skew (256 − {4})/256 × {5}":
    "advert_int 为 {0} 时，停顿 {1} 秒就会使 {2} 的 BACKUP 接管：3 × {3} + 偏移 (256 − {4})/256 × {5}",
  "strict mode drops all packets to the addresses of {0}: {1} no accept":
    "严格模式丢弃发往 {0} 地址的所有报文：{1} accept",
  "they have": "它们没有",
  "it has": "它没有",
  "strict mode drops all packets to the addresses of {0}: it has no accept":
    "严格模式丢弃发往 {0} 地址的所有报文：它没有 accept",
  "{0} and {1} more instances": "{0} 及另外 {1} 个实例",
  "Remove `vrrp_strict`: version 2 has no `accept` in strict mode.":
    "删除 `vrrp_strict`：版本 2 的严格模式没有 `accept`。",
  "Remove `vrrp_strict`, or add `accept` to the instance.": "删除 `vrrp_strict`，或给实例加上 `accept`。",
  "priority 255 says that {0} is this host's own fixed address (the owner's priority): {1}":
    "优先级 255 表示 {0} 是本机自己的固定地址（地址所有者的优先级）：{1}",
  "the address": "该地址",
  "{0} has state MASTER and no priority: keepalived takes 255, the address owner's: {1}":
    "{0} 是 state MASTER 且没有优先级：keepalived 采用 255，即地址所有者的优先级：{1}",
  "Write a priority from 1 to 254.": "写 1 至 254 的优先级。",
  "no check can take it away": "任何检查都无法移走它",
  "it gives way to no other host while its checks pass": "只要检查通过，它就不让位于任何其他主机",
  "only the checks without a weight can take it away": "只有没有权重的检查才能移走它",
  "{0} is the network's own address in a /{1}: no host can have it": "{0} 是 /{1} 中网络自身的地址：没有主机能使用它",
  "{0} is the broadcast address: every host takes packets to it for broadcasts":
    "{0} 是广播地址：每台主机都把发往它的报文当作广播",
  "{0} is the broadcast address of its /{1}: the hosts of the network take packets to it for broadcasts":
    "{0} 是其 /{1} 的广播地址：该网络的主机把发往它的报文当作广播",
  "{0} is a loopback address: other hosts reach themselves with it, never this host":
    "{0} 是回环地址：其他主机用它只会到达自己，永远到不了本机",
  "{0} is a multicast address: hosts join such a group, they do not have the address":
    "{0} 是组播地址：主机加入这样的组，而不是拥有该地址",
  "{0} means no address at all": "{0} 不表示任何地址",
  "{0} is reserved: no system sends packets to it": "{0} 是保留地址：没有系统向它发送报文",
  "track_src_ip has no address to watch: {0} has neither mcast_src_ip nor unicast_src_ip":
    "track_src_ip 没有可监视的地址：{0} 既没有 mcast_src_ip 也没有 unicast_src_ip",
  "{0} is a virtual address of {1} already: when {2} steps down it takes the address away from it":
    "{0} 已是 {1} 的虚拟地址：{2} 退出 MASTER 时会把该地址从它那里移走",
} as const satisfies Partial<Record<MessageTemplate, string>>;
