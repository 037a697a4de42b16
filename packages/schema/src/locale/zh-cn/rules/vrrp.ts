import { protocol } from "../../../protocol.js";
import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const vrrp = {
  "conflicting-firewall": {
    summary: "`vrrp_iptables` 与 `nftables` 并存，或有 `vrrp_ipsets` 而没有 `vrrp_iptables`。",
    why: "keepalived 用 nftables 或 iptables 保护地址：两者都配置时使用 nftables；ipset 只与 iptables 一起使用。未用到的设置只在日志中提及。",
    advice: "保留主机实际使用的设置，删除其他行。",
  },
  "conflicting-source-address": {
    summary: "通告的源地址是虚拟地址之一。",
    why: "主机只有在 MASTER 状态时才拥有虚拟地址。有单播对端时，keepalived 2.1.0 至 2.3.2 在没有其源地址的主机上进入 FAULT。其他情况下，各主机从同一地址发送：MASTER 把这样的通告当作来自自身而丢弃，按源地址相互识别的主机会彼此混淆。",
    advice: "把 `unicast_src_ip` 或 `mcast_src_ip` 设为主机的固定地址，或删除它：keepalived 就会使用接口的地址。",
  },
  "conflicting-unicast-peer": {
    summary: "单播对端是本机自己、虚拟地址，或不是任何主机的地址。",
    why: "实例只向 `unicast_peer` 中的地址发送通告。如果列表含有本机地址，就是漏掉了另一台主机，或者该文件属于另一台主机。虚拟地址属于 MASTER：MASTER 向自己发送，BACKUP 收不到通告，也成为 MASTER。",
    advice: "列出集群中其他每台主机的固定地址，不要列出本机地址。",
  },
  "invalid-broadcast": {
    summary: "`brd` 地址不是虚拟地址所在网络的广播地址。",
    why: "keepalived 把该地址原样传给内核。主机发往广播地址的报文无人收到，它也认不出其他主机的广播。",
    advice: "写 `brd +`，由 keepalived 根据前缀长度得出地址，或删除 `brd`。",
  },
  "long-interface-delay": {
    summary: "down 延迟比 BACKUP 的等待时间更长。",
    why: "在延迟期间，本机不发送任何内容，却仍认为自己是 MASTER：BACKUP 接管，两者都持有地址。keepalived 缩短该延迟，只写入日志。",
    advice: "使用小于 `(down_timer_adverts - 1) * advert_int` 的延迟，或提高 `down_timer_adverts`。",
  },
  "many-virtual-addresses": {
    summary: "`virtual_ipaddress` 中的地址超过 20 个（上限可用选项设置）。",
    why: "每个地址都是每个通告的一部分，而且所有主机必须列出相同的地址：一台主机改动后，其他主机会报告它的通告，直到它们也改动为止；2.3.2 及以前则丢弃这些通告。1.2.20 之前的版本最多发送 20 个地址。",
    advice:
      "在 `virtual_ipaddress` 中保留一个地址，把其他地址移到 `virtual_ipaddress_excluded`：它们随之移动，但不在通告之中。",
  },
  "misleading-source-keyword": {
    summary: "向单播对端发送的实例使用了 `mcast_src_ip`。",
    why: "keepalived 把 `mcast_src_ip` 和 `unicast_src_ip` 存放在同一处，因此该地址有效。但名称写着组播：容易让人以为该实例使用组播，或以为该行不起作用、可以删除。如果实例两者都有，无论名称如何，后面的行生效。",
    advice: "写 `unicast_src_ip`。",
  },
  "mismatched-group-priority": {
    summary: "同步组的成员有不同的优先级或状态。",
    why: "组的成员一起改变状态。如果一个成员在本机优先级较高，另一个成员在另一台主机上较高，每台主机都赢得一次选举，又被组拉回：选举永不结束。只在部分成员上写 `state MASTER` 没有作用：自 2.0.0 起，keepalived 此时让所有成员以 BACKUP 启动。",
    advice: "在一台主机上，给组的所有成员相同的 `priority` 和相同的 `state`。",
  },
  "misplaced-vmac-address": {
    summary: "实例有 VMAC，而 `dev` 把地址放在实例自己的接口上（2.2.0 之前的版本）。",
    why: "使用 `use_vmac` 时，地址应在 macvlan 接口上，其 MAC 地址随之移动。在 2.2.0 之前的版本中，指向底层接口的 `dev` 却把地址放在那里：邻居学到的是主机自己的 MAC 地址，每次故障切换后都要重新学习。",
    advice: "删除 `dev`：keepalived 就会使用 VMAC 接口。",
  },
  "missing-auth-type": {
    summary: "有密码而没有 `auth_type`。",
    why: "keepalived 静默接受该密码，却从不使用：它接受任何人的通告。",
    advice: "在所有主机上添加 `auth_type PASS`。",
  },
  "missing-garp-refresh": {
    summary: "MASTER 只在开始时宣告自己的地址。",
    why: "keepalived 在成为 MASTER 时发送免费 ARP，经过 `garp_master_delay`（默认 5 秒）再发送一次，此后不再发送，除非收到优先级较低的 MASTER 的通告。如果这些报文丢失，或交换机忘记了端口，邻居就会继续发往错误的主机，直到其表项过期，这需要几分钟到几小时。",
    advice: "在实例中写 `garp_master_refresh 60`，或在 `global_defs` 中写 `vrrp_garp_master_refresh 60`。",
  },
  "missing-priority": {
    summary: "实例没有优先级。",
    why: "凡没有设置的主机，keepalived 都使用 100。优先级相同时，地址较大的主机成为 MASTER，更换主机时就会改变；两台同时启动的主机还可能短暂地都成为 MASTER。",
    advice: `给集群的每台主机各自的优先级（1 至 ${protocol.highestPriority}）。`,
  },
  "routable-multicast-group": {
    summary: "通告的组播组不是链路本地的。",
    why: "交换机把 224.0.0.0/24 转发到所有端口，无论学到了什么。其他组只转发到有主机加入的端口：启用 IGMP snooping 而没有查询器的交换机几分钟后就停止转发，于是两台主机都是 MASTER。路由器还可能把这样的组带到其他网络。",
    advice:
      "使用 224.0.0.0/24 中的组（VRRP 的标准组是 224.0.0.18），IPv6 使用 `ff02::/16` 中的组（ff02::12）。要区分集群，为每个集群使用不同的 `virtual_router_id`。",
  },
  "sample-virtual-router-id": {
    summary: "使用 keepalived 示例配置中的 `virtual_router_id` 51（可用选项设置更多 id）。",
    why: "keepalived 的示例文件和大多数教程都使用 51，因此同一网络上的另一个集群很可能也用它。id 相同的两个集群的主机会把彼此的通告当作自己集群的：它们相互竞争，或一直等待。",
    advice: "查看哪些 id 已在使用（`tcpdump -n proto 112`），再选择 1 至 255 的另一个 id。",
  },
  "short-advert-interval": {
    summary: "`advert_int` 小于十分之一秒（下限可用选项设置）。",
    why: "漏收三个通告后 BACKUP 就会接管。间隔为 0.05 秒时，这还不到五分之一秒：主机繁忙、虚拟机快照或交换机学习端口就足以使两台主机都成为 MASTER，直到它们再次收到彼此的通告。",
    advice: "使用 0.1 秒或更长，并进行测量。要更快地发现故障，使用 BFD（`track_bfd`）。",
  },
  "strict-mode-blocks-address": {
    summary: "严格模式没有 `accept`：任何人都无法使用该地址。",
    why: "在严格模式下，不拥有地址的 MASTER 不得接收发往该地址的报文（RFC 5798）。keepalived 添加防火墙规则，丢弃发往虚拟地址的一切：它们不应答 ping，本机的服务也不在那里应答。到该地址上虚拟服务器的连接也被丢弃；只有主机路由的流量能通过。",
    advice: "删除很少需要的 `vrrp_strict`，或给实例加上 `accept`（仅 VRRP 版本 3）。",
  },
  "unexpected-owner-priority": {
    summary: "不拥有地址的主机使用了优先级 255。",
    why: "255 告诉其他主机，该地址是本机自己的固定地址（RFC 5798：地址所有者）。主机立即成为 MASTER，从不让位，检查的权重也不会降低其优先级：服务失败时地址不会移动。",
    advice: `使用 1 至 ${protocol.highestPriority}，例如第一台主机 150，第二台 100。`,
  },
  "unusable-virtual-address": {
    summary: "没有主机能使用的虚拟地址：网络地址、广播地址、回环地址或组播地址。",
    why: "keepalived 不作检查就添加该地址，MASTER 看上去一切正常。但谁也到不了它：其他主机把它当作网络地址或广播地址，或根本不去查找。",
    advice: "使用该网络首尾地址之间的空闲地址，或改正前缀长度。",
  },
  "unused-track-src-ip": {
    summary: "有 `track_src_ip` 而没有源地址。",
    why: "它监视发送通告的地址。没有源地址时，keepalived 静默停用它。",
    advice: "添加 `mcast_src_ip` 或 `unicast_src_ip`。",
  },
  "virtual-address-in-two-instances": {
    summary: "一台主机的两个实例有相同的虚拟地址。",
    why: "每个实例成为 MASTER 时添加该地址，退出时移除它，不考虑另一个实例。只有其中一个改变状态时，地址会消失，而另一个仍是 MASTER；或者地址同时在两台主机上。",
    advice: "只在一个实例中保留该地址。必须一起移动的地址应属于一个实例或一个同步组。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
