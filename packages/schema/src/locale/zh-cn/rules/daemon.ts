import { limits } from "../../../limits.js";
import { protocol } from "../../../protocol.js";
import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const daemon = {
  "auth-pass-too-long": {
    summary: "VRRP 密码超过八个字节。",
    why: "VRRP 通告只有八个字节的空间存放密码。keepalived 使用前八个字节，并报告其余部分被截断，因此密码比看上去更弱。拒绝较长密码的路由器永远无法加入。",
    advice: "只写实际使用的八个字节；更好的做法是换一个最多八字节的新密码。该虚拟路由器的所有主机都要使用同一密码。",
  },
  "conflicting-address-option": {
    summary: "地址的选项不能组合使用。",
    why: "keepalived 报告该行。它忽略该选项；如果该行给 IPv6 地址指定了广播地址，则丢弃整个地址。",
    advice:
      "删除消息中指出的选项。IPv6 地址没有 broadcast、scope 和 label；带 `peer` 的地址没有自己的前缀长度和广播地址。",
  },
  "conflicting-address-owner": {
    summary: "与优先级 255 冲突的设置，或需要优先级 255 的设置。",
    why: "优先级 255 声明这些地址是本机自己的。这样的实例永远不改变优先级，因此 keepalived 报告权重并忽略它；对大多数类型的跟踪对象，还会丢弃跟踪对象本身。",
    advice: `除非主机拥有该地址，否则使用不高于 ${protocol.highestPriority} 的优先级，或以权重 0 跟踪。`,
  },
  "conflicting-authentication": {
    summary: "认证与另一设置冲突，被 keepalived 丢弃。",
    why: "keepalived 报告冲突，并在没有密码的情况下运行该实例。",
    advice: "只使用一种认证：`auth_hmac`，或带非空密码的 `authentication`。",
  },
  "conflicting-firewall-mark-setting": {
    summary: "按防火墙标记选择的虚拟服务器上有 `protocol` 或 `ha_suspend`。",
    why: "哪些报文属于该服务，只由防火墙标记决定，与协议和地址无关。keepalived 忽略该行。",
    advice: "删除该行，或按地址选择服务。",
  },
  "conflicting-multicast-address": {
    summary: "使用单播对端的实例设置了组播组。",
    why: "有单播对端时，通告只发给这些对端。keepalived 报告该组播组并忽略它。",
    advice: "删除 `mcast_dst_ip`，或删除对端。",
  },
  "conflicting-one-packet-scheduling": {
    summary: "面向连接的服务使用了逐包调度（`ops`）。",
    why: "逐个报文调度会破坏 TCP 和 SCTP 连接。keepalived 清除该标志。",
    advice: "删除 `ops`，或写 `protocol UDP`。",
  },
  "conflicting-quorum": {
    summary: "受跟踪进程的 `quorum` 与 `quorum_max` 相互矛盾。",
    why: "keepalived 把每一行与其上方的行比较，报告不符的行并忽略它。",
    advice: "使 `quorum_max` 不小于 `quorum`；两者都较大时，先写 `quorum_max`。",
  },
  "conflicting-receive-buffer-policy": {
    summary: "`vrrp_rx_bufs_policy` 同时有大小、`MTU` 和 `ADVERT` 中的多项。",
    why: "各行叠加。大小优先于两个单词，`MTU` 优先于 `ADVERT`；keepalived 报告被忽略的部分。大小必须是该行的第一个单词。",
    advice: "只保留其中一项。",
  },
  "conflicting-reply-lengths": {
    summary: "UDP 检查接受的最短应答比最长应答还长。",
    why: "没有应答能够匹配，因此检查总是失败，真实服务器永远得不到连接。没有 `max_reply_length` 时，最长应答为 255 字节。",
    advice: "提高 `max_reply_length`，或降低 `min_reply_length`。",
  },
  "conflicting-route-protocol": {
    summary: "keepalived 跟踪的路由或规则设置了路由协议。",
    why: "keepalived 通过协议号 18 识别自己的路由和规则。其他编号会被报告并替换。",
    advice: "删除 `protocol`，或添加 `no_track`。",
  },
  "conflicting-rule-action": {
    summary: "策略规则的动作与其他设置不符。",
    why: "keepalived 报告该规则并丢弃它。",
    advice: "给规则一个动作。`goto` 需要小于目标的 preference；`realms` 和各 `suppress_` 选项与路由表一起使用。",
  },
  "conflicting-scheduler-flag": {
    summary: "调度标志不属于其上方设置的调度算法。",
    why: "`sh-…` 标志只在 `lvs_sched sh` 之后有效，`mh-…` 标志只在 `lvs_sched mh` 之后有效；在其他地方 keepalived 忽略它们。`hashed` 完全不起作用。",
    advice: "在标志上方写相应调度算法的 `lvs_sched`，或删除该标志。",
  },
  "conflicting-strict-mode": {
    summary: "严格模式不允许的设置。",
    why: "`vrrp_strict` 和 `strict_mode` 强制遵守 VRRP 标准。keepalived 报告违反标准的设置并覆盖它；有单播对端时，2.2.5 之前和自 2.4.0 起，VRRP 完全不启动。",
    advice: "删除很少有场合需要的 `vrrp_strict`，或删除消息中指出的设置。",
  },
  "conflicting-track-group": {
    summary: "无法跟踪的静态条目上有 `track_group`。",
    why: "跟踪组监视条目的接口。没有接口时，keepalived 报告该组并忽略它；有 `no_track` 时只写入日志。",
    advice: "用 `dev` 指明接口，或删除 `track_group`。",
  },
  "conflicting-tracking-weight": {
    summary: "属于同步组的实例，其跟踪对象带有权重。",
    why: "同步组的成员不得各自改变优先级。keepalived 报告权重，并丢弃带权重的跟踪对象，因此失败完全不起作用；对接口只忽略权重。",
    advice: "不带权重地跟踪，把跟踪对象移到同步组，或给组加上 `sync_group_tracking_weight`。",
  },
  "conflicting-tunnel-options": {
    summary: "隧道选项不能组合使用。",
    why: "keepalived 使用该行的转发方式，但忽略其隧道选项：报文经过普通的 IPIP 隧道，或经过虚拟服务器的隧道。",
    advice: "`gue` 需要端口；`ipip`（默认）既不接受端口也不接受校验和；`gre` 不接受端口和 `remcsum`。",
  },
  "conflicting-vmac": {
    summary: "VMAC 接口的设置不能组合使用。",
    why: "keepalived 报告该设置并忽略它，或使实例停留在 FAULT。",
    advice: "删除消息中指出的设置。",
  },
  "conflicting-vrf": {
    summary: "有接口或使用组播的实例设置了 VRF。",
    why: "只有没有 `interface` 的单播实例才需要 VRF 设置。在其他情况下，keepalived 报告该行并忽略它。",
    advice: "删除 `vrf`：实例的 VRF 由接口决定。",
  },
  "conflicting-vrrp-version": {
    summary: "VRRP 版本与其上方的设置矛盾。",
    why: "IPv6 需要版本 3。keepalived 报告该行并忽略它。",
    advice: "只保留一个 `version` 行，写在地址上方；IPv6 需要版本 3。",
  },
  "deprecated-sync-daemon-option": {
    summary: "`lvs_sync_daemon` 带实例和 id，却没有 `inst` 和 `id`，或 `inst` 出现两次。",
    why: "旧版本依次需要接口、实例和 id。keepalived 仍能理解这种形式，但会报告没有关键字的 id；有两个实例时使用第一个。",
    advice: "写作 `lvs_sync_daemon INTERFACE inst INSTANCE id NUMBER`。",
  },
  "duplicate-bfd-neighbor": {
    summary: "两个 `bfd_instance` 块指向同一邻居。",
    why: "来自该邻居的报文可能属于其中任何一个。除非两者的 `source_ip` 不同，否则 keepalived 丢弃第二个实例。",
    advice: "删除其中之一，或为每个实例使用不同的 `source_ip`。",
  },
  "duplicate-garp-group": {
    summary: "一个接口出现在两个 `garp_group` 块中。",
    why: "一个接口只有一个免费 ARP 延迟。keepalived 报告第二个组并忽略它。",
    advice: "每个接口只写在一个组中。",
  },
  "duplicate-keyword": {
    summary: "关键字在一个块中出现两次，但只有一处生效。",
    why: "对大多数关键字，最后一行生效，且 keepalived 不作任何提示，因此前面的值看上去像是生效的。",
    advice: "保留所需的一行，删除另一行。",
  },
  "duplicate-name": {
    summary: "两个同类的块同名。",
    why: "对实例、同步组、跟踪组和 BFD 实例，keepalived 跳过第二个块及其全部内容。对脚本、进程、文件和服务器组，它不作任何报告，所有引用都指向第一个。",
    advice: "给第二个块另取一个名称。",
  },
  "duplicate-option": {
    summary: "选项在一行中出现两次。",
    why: "keepalived 会报告。对有两个 `dev` 选项的地址，它丢弃该地址；对其他选项，忽略第二个。",
    advice: "保留其中之一。",
  },
  "duplicate-real-server": {
    summary: "真实服务器在一个虚拟服务器中出现两次。",
    why: "keepalived 移除第二个，连同其检查和权重。",
    advice: "改正其中一个的地址或端口，或删除它。",
  },
  "duplicate-tracking": {
    summary: "同一对象被跟踪两次。",
    why: "keepalived 报告第二行并忽略它，包括其权重。如果同步组及其成员跟踪同一接口，以组的权重为准。",
    advice: "删除两者之一。",
  },
  "duplicate-unicast-peer": {
    summary: "单播对端列出了两次。",
    why: "keepalived 2.3.3 及更新版本报告第二行并忽略它；旧版本把每个通告发送两次。",
    advice: "删除其中一行，或改正地址。",
  },
  "duplicate-virtual-address": {
    summary: "地址在一个实例中列出了两次。",
    why: "keepalived 2.3.3 及更新版本报告第二行并忽略它；旧版本把该地址宣告两次。",
    advice: "删除其中一行，或改正地址。",
  },
  "duplicate-virtual-router-id": {
    summary: "一台主机的两个实例在同一接口上使用相同的 `virtual_router_id`。",
    why: "两者会成为同一个虚拟路由器。keepalived 至此停止配置 VRRP：没有任何实例运行。",
    advice:
      "为同一接口上的每个实例使用不同的 id（1 至 255）。IPv4 实例和 IPv6 实例可以共用一个 id；从 2.2.5 起，没有共同对端的单播实例也可以。",
  },
  "duplicate-vmac-name": {
    summary: "VMAC 接口与另一接口同名。",
    why: "keepalived 报告第二个名称，并自行另取一个。",
    advice: "为每个实例使用不同的 VMAC 名称。",
  },
  "excess-virtual-addresses": {
    summary: "地址数量超出一个通告的容量。",
    why: `通告用一个字节表示地址数量。keepalived 报告第 ${protocol.mostAddresses.ipv4} 个以后的地址，并按排除地址处理：设置在接口上，但不在通告中宣告。`,
    advice: "把地址移到 `virtual_ipaddress_excluded`：它不占用通告的空间，可以容纳数千个地址。",
  },
  "extra-argument": {
    summary: "行中的单词多于关键字所带的值。",
    why: "keepalived 忽略多余的单词，通常没有提示，因此它们的本意不会实现。",
    advice: "把第二个语句单独写成一行，给含空格的值加双引号，注释前写 `#`。",
  },
  "ineffective-preemption": {
    summary: "`nopreempt` 或 `preempt_delay` 用在 keepalived 无法遵守的地方。",
    why: "keepalived 报告该行并停用它：恢复的主机会立即夺取地址，而这正是该行要防止的。",
    advice: "在虚拟路由器的每台主机上写 `state BACKUP`，由优先级决定；`nopreempt` 和 `preempt_delay` 只使用其中之一。",
  },
  "invalid-advert-interval": {
    summary: "VRRP 无法表示的通告间隔。",
    why: `版本 2 使用整数秒，版本 3 使用百分之一秒，最大 ${protocol.longestAdvertInterval / 100} 秒。keepalived 报告其他值并取整。`,
    advice: `版本 2 使用整数秒，版本 3 使用 0.01 的倍数，最大 ${protocol.longestAdvertInterval / 100}。`,
  },
  "invalid-argument": {
    summary: "关键字不接受的值。",
    why: "keepalived 报告该值，并在没有它的情况下继续：默认值仍然有效，或由另一个值代替，或丢弃整个块。",
    advice: "写消息所指出的类型和范围的值。数字是不带单位的十进制数；单词区分大小写。",
  },
  "invalid-bfd-hops": {
    summary: "`max_hops` 大于报文的初始 TTL。",
    why: `报文走不出其 TTL 允许的距离。keepalived 改用 TTL：除非用 \`ttl\` 设置，IPv4 为 ${limits.bfdTtl.ipv4}，IPv6 为 ${limits.bfdTtl.ipv6}。`,
    advice: "写不大于 TTL 的值，或提高 `ttl`。",
  },
  "invalid-dns-name": {
    summary: "DNS 名称中有空标签。",
    why: "keepalived 忽略该行，改为查询根域，而权威服务器可能会拒绝。",
    advice: "用单个点分隔标签，如 `www.example.com`；末尾允许有一个点。",
  },
  "invalid-group-entry": {
    summary: "`virtual_server_group` 中 keepalived 无法使用的行。",
    why: "keepalived 丢弃该行，提供组中其余部分的服务：该行的地址不提供服务。",
    advice:
      "写作 `ADDRESS PORT`、`FIRST-LAST PORT`（末尾为最后一个字节或完整地址）、主机位为零的 `NETWORK/LENGTH PORT`，或 `fwmark NUMBER`。",
  },
  "invalid-hmac-key": {
    summary: "keepalived 不接受的通告签名密钥。",
    why: "keepalived 报告该行，并且没有这个密钥。如果它是当前密钥，通告完全不签名。",
    advice: "密钥的长度为 32 至 64 字节；`hex:` 之后每两位数字表示一个字节。为每个密钥使用不同的编号。",
  },
  "invalid-hysteresis": {
    summary: "hysteresis 不小于法定数量，或使服务永远无法恢复。",
    why: "权重低于法定数量减 hysteresis 时，服务失效；hysteresis 与法定数量相等时这永远不会发生，因此 keepalived 把它降到比法定数量小一。已失效的服务只有在权重达到法定数量加 hysteresis 时才会恢复。",
    advice: "写小于 `quorum`（默认 1）的 `hysteresis`。",
  },
  "invalid-interface": {
    summary: "实例使用回环接口，或没有接口能取的名称。",
    why: "回环接口到不了任何其他主机。keepalived 报告并忽略该行，没有接口时 VRRP 不启动。Linux 的接口名不能含有 `/`、`:` 或空格：这样的名称是设备文件或地址标签。`all` 和 `default` 是 Linux 用来称呼所有接口和新接口的设置的名称。",
    advice: "写通向其他主机的接口。",
  },
  "invalid-multicast-address": {
    summary: "IPv6 组播组不是链路本地的。",
    why: "VRRP 从不跨越路由器。keepalived 报告该组并忽略它。",
    advice: "使用以 `ff02:` 开头的组，如 `ff02::12`。",
  },
  "invalid-persistence-granularity": {
    summary: "`persistence_granularity` 与虚拟服务器的地址族不符。",
    why: "IPv4 使用点分网络掩码，IPv6 使用前缀长度。对 IPv6，keepalived 忽略网络掩码；对 IPv4，它把单个数字读作地址，因此来自很不相同的网络的客户端都算作一个。",
    advice: "IPv4 写网络掩码，如 `255.255.255.0`；IPv6 写前缀长度，如 `64`。",
  },
  "invalid-port-range": {
    summary: "keepalived 需要端口范围，而这里是单个端口。",
    why: "keepalived 报告该选项，并在没有它的情况下添加规则，因此该规则匹配所有端口。",
    advice: "写成范围；对单个端口，首尾写同一个数字。",
  },
  "invalid-regex": {
    summary: "`regex` 不是恰好一个单词。",
    why: "keepalived 把模式当作一个单词，没有单词或有多个单词的行被忽略：判断页面时没有模式。2.2.8 之前只在日志中说明。",
    advice: "含空格的模式要加双引号。",
  },
  "invalid-ttl-range": {
    summary: "对端的 `min_ttl` 大于其 `max_ttl`。",
    why: "没有通告能同时满足两者：keepalived 报告，并丢弃该对端的所有通告，于是两台主机都成为 MASTER。",
    advice: "使 `min_ttl` 不大于 `max_ttl`。发送方使用 255。",
  },
  "invalid-umask": {
    summary: "keepalived 无法读取的 `umask`。",
    why: "keepalived 忽略整行，用默认权限创建文件。",
    advice: "写以 `0` 开头的八进制数，如 `077`；或用 `|` 连接名称，如 `IRGRP | IROTH`。",
  },
  "invalid-vmac": {
    summary: "`use_vmac` 或 `use_ipvlan` 中无法使用的单词。",
    why: "keepalived 报告该单词并忽略它。",
    advice: "最多写一个不超过 15 个字符的接口名，以及一个既不是组播也不属于 VRRP 的 MAC 地址。",
  },
  "mismatched-address-family": {
    summary: "在只能使用一种的地方混用 IPv4 和 IPv6。",
    why: "实例的第一个地址决定其地址族。keepalived 报告并丢弃另一地址族的地址，对混用两者的路由或规则也是如此。",
    advice: "把另一地址族的地址移到 `virtual_ipaddress_excluded` 或单独的实例。",
  },
  "mismatched-bfd-family": {
    summary: "`bfd_instance` 的源地址与邻居属于不同的地址族。",
    why: "keepalived 丢弃该实例，因此跟踪它的对象永远得不到失败的消息。",
    advice: "给 `source_ip` 和 `neighbor_ip` 同一地址族的地址。",
  },
  "mismatched-checker-family": {
    summary: "检查会从一个地址族的地址连接到另一个地址族的地址。",
    why: "keepalived 忽略两行中靠后的一行；没有有效的 `connect_ip` 时，检查没有目的地。",
    advice: "给 `bindto` 和 `connect_ip`（没有 `connect_ip` 时为真实服务器）同一地址族的地址，并先写 `connect_ip`。",
  },
  "mismatched-server-family": {
    summary: "真实服务器或备用服务器与其虚拟服务器的地址族不同。",
    why: "只有隧道能把 IPv4 送到 IPv6 服务器，或反过来。keepalived 丢弃该服务器；如果没有剩下服务器，也丢弃虚拟服务器。",
    advice: "给服务器与虚拟服务器同一地址族的地址，或在其上方或块内写 `lvs_method TUN`。",
  },
  "mismatched-server-port": {
    summary: "使用 DR 或 TUN 的服务器与其虚拟服务器端口不同。",
    why: "直接路由和隧道原样传送报文；只有 NAT 能改变端口。keepalived 使用虚拟服务器的端口，因此只监听另一端口的服务无法到达。",
    advice:
      "给真实服务器写虚拟服务器的端口，并让服务监听该端口，或使用 `lvs_method NAT`。检查可以用 `connect_port` 使用另一端口。",
  },
  "mismatched-sorry-server-inhibit": {
    summary: "备用服务器同时是真实服务器，而两者的 inhibit 设置不同。",
    why: "两者共用一个 IPVS 条目，它要么以权重 0 保留，要么被移除。keepalived 对两者都采用真实服务器的设置。",
    advice: "当且仅当真实服务器有 `inhibit_on_failure` 时，设置 `sorry_server_inhibit`。",
  },
  "missing-address-interface": {
    summary: "地址没有指定接口。",
    why: "实例没有 `interface`，地址也没有 `dev`。keepalived 报告该地址并丢弃它。",
    advice: "给地址加上 `dev` 和接口。",
  },
  "missing-argument": {
    summary: "关键字缺少必需的值。",
    why: "对大多数关键字，keepalived 立即退出（状态 2），不启动；对其他关键字，它丢弃该行。",
    advice: "在关键字之后的同一行写上值：行尾即语句结束。",
  },
  "missing-bind-interface": {
    summary: "检查 IPv6 链路本地地址而没有 `bind_if`。",
    why: "链路本地地址可能存在于每个接口上，因此检查不知道该用哪一个。keepalived 丢弃该检查：真实服务器于是永远算作健康。",
    advice: "添加 `bind_if`，写通向该服务器的接口。",
  },
  "missing-encapsulation-target": {
    summary: "路由的封装缺少必需的设置。",
    why: "隧道需要其远端或编号。keepalived 报告该行。",
    advice: "添加 `dst` 和远端地址，或添加 `id`。",
  },
  "missing-garp-interval": {
    summary: "`garp_group` 的间隔无法使用。",
    why: "没有间隔，该组不延迟任何报文。keepalived 报告并移除它。",
    advice: "写以秒为单位的 `garp_interval` 或 `gna_interval`，如 0.01。",
  },
  "missing-group-entry": {
    summary: "`virtual_server_group` 没有可用的地址，或地址族不明确。",
    why: "keepalived 移除该组，以及引用它的每个虚拟服务器。",
    advice: "给组写上地址或防火墙标记。如果组中既有 IPv4 又有 IPv6 地址，在每个防火墙标记之后写 `inet` 或 `inet6`。",
  },
  "missing-group-member": {
    summary: "组没有成员。",
    why: "keepalived 报告空块，并移除没有成员的组。",
    advice: "列出名称，每行一个。",
  },
  "missing-interface": {
    summary: "实例缺少所需的接口。",
    why: "只有单播可以没有接口，而且只在 2.1.0 至 2.2.4 以及 2.2.8 之后的版本。keepalived 完全不启动 VRRP，没有任何实例运行。",
    advice: "添加 `interface`，写通向其他主机的接口。",
  },
  "missing-ipvlan-address": {
    summary: "ipvlan 上的 IPv4 实例没有地址。",
    why: "从 ipvlan 发出的通告需要自己的源地址。keepalived 报告，并使该实例停留在 FAULT。",
    advice: "在 `use_ipvlan` 之后添加地址。",
  },
  "missing-keyword": {
    summary: "块缺少必需的关键字。",
    why: "keepalived 丢弃该块，或采用很少符合本意的默认值。",
    advice: "添加消息中指出的关键字。",
  },
  "missing-link-local-address": {
    summary: "IPv6 实例的第一个地址不是链路本地地址。",
    why: "标准要求第一个是链路本地地址。keepalived 在严格模式下报告，其他情况下只写入日志。",
    advice: "把 `fe80::10/64` 这样的地址添加为第一个地址。",
  },
  "missing-nopreempt": {
    summary: "有 `timer_expired_backup` 而没有 `nopreempt`。",
    why: "该设置用于不抢占的主机。keepalived 报告该行并忽略它。",
    advice: "添加 `nopreempt`，或删除该行。",
  },
  "missing-notification-email": {
    summary: "`notification_email` 块没有地址。",
    why: "keepalived 报告空块。没有地址时，无论 `smtp_alert` 如何设置，它都不发送邮件。",
    advice: "在块中每行写一个地址，或删除该块。",
  },
  "missing-persistence-timeout": {
    summary: "面向所有端口的虚拟服务器没有会话保持。",
    why: "IPVS 只有在会话保持时才能为一个地址的所有端口提供服务，使客户端到多个端口的连接到达同一真实服务器。keepalived 会设置 360 秒的会话保持。",
    advice: "写上端口，或把 `persistence_timeout` 设为所需的秒数。",
  },
  "missing-route-destination": {
    summary: "路由没有目的地。",
    why: "keepalived 报告该行并丢弃该路由。",
    advice: "添加路由通向的网络，或 `default`。",
  },
  "missing-route-interface": {
    summary: "在按接口跟踪路由的版本中，路由没有接口。",
    why: "2.3.2 之前的 keepalived 报告这样的路由，且不跟踪它：该路由被删除后，keepalived 不会恢复它。",
    advice: "添加 `dev` 和接口；不需要跟踪时，添加 `no_track`。",
  },
  "missing-rule-action": {
    summary: "策略规则没有动作。",
    why: "keepalived 报告该行并丢弃该规则。",
    advice: "添加 `table` 及其编号或名称，或另一动作，如 `blackhole`。",
  },
  "missing-rule-preference": {
    summary: "策略规则没有 preference。",
    why: "keepalived 报告，并从 16384 向下分配，因此规则的次序取决于行的次序。",
    advice: "添加 `preference` 和各自的编号。",
  },
  "missing-script-file": {
    summary: "主机上没有该程序，或它不可执行。",
    why: "`vrrp_script` 的程序缺失或不可执行时，keepalived 停用它，跟踪它的对象永远看不到失败。缺失的通知脚本从不运行。该规则只在知道主机有哪些程序时才报告：来自 `kalint.json` 的 `host.scripts`，或使用 `--this-host`。",
    advice: "安装该程序，使其可执行（`chmod +x`），或改正路径。",
  },
  "missing-sorry-server": {
    summary: "在任何 `sorry_server` 之前设置了备用服务器的选项。",
    why: "keepalived 从上往下读取，把该行应用到当前的备用服务器。此时还没有，因此它忽略该行。",
    advice: "把 `sorry_server` 移到该行上方，或删除该行。",
  },
  "missing-source-address": {
    summary: "单播实例既没有接口也没有源地址。",
    why: "keepalived 不知道从哪个地址发送。它完全不启动 VRRP，没有任何实例运行。",
    advice: "添加 `interface`，或添加 `unicast_src_ip` 和一个非链路本地的地址。",
  },
  "missing-unicast-peer": {
    summary: "有单播设置而没有任何对端。",
    why: "keepalived 报告，并使用组播，而使用单播通常正是为了避免组播。有 `unicast_fault_no_peer` 时，实例停留在 FAULT。",
    advice: "在 `unicast_peer` 中列出其他主机，或删除单播设置。",
  },
  "missing-virtual-address": {
    summary: "实例的地址列表为空。",
    why: "没有可切换的地址。使用 VRRP 版本 3 或严格模式时，keepalived 完全不启动 VRRP。",
    advice: "在 `virtual_ipaddress` 中添加地址。",
  },
  "missing-virtual-server-setting": {
    summary: "虚拟服务器没有有效的真实服务器、协议、调度算法或转发方式。",
    why: "keepalived 忽略它不认识的值并采用默认值：UDP、wlc 或 NAT，很少符合本意。没有可用真实服务器的虚拟服务器会连同其备用服务器一起被丢弃。",
    advice: "写 `protocol TCP`、`UDP` 或 `SCTP`，调度算法如 `lvs_sched wlc`，以及 `lvs_method NAT`、`DR` 或 `TUN`。",
  },
  "missing-vmac-xmit-base": {
    summary: "VMAC 使用单播，而没有 `vmac_xmit_base`。",
    why: "单播通告必须从基础接口发出。keepalived 报告，并自行设置 `vmac_xmit_base`。",
    advice: "添加 `vmac_xmit_base`。",
  },
  "sync-group-members": {
    summary: "同步组的成员少于两个，或一个实例在两个同步组中。",
    why: "同步组使实例一起切换，因此只有一个成员没有意义。keepalived 移除空组，且一个实例只能在一个组中。",
    advice: "至少列出两个实例，每个只在一个组中。",
  },
  "tracked-own-interface": {
    summary: "实例在 `track_interface` 中列出了自己的接口。",
    why: "keepalived 默认监视实例的接口，除非用 `dont_track_primary` 停用。无论如何，它都会报告并忽略该行，包括其权重。",
    advice: "删除该行。如果不想监视实例自己的接口，使用 `dont_track_primary`。",
  },
  "undefined-hmac-key": {
    summary: "`auth_hmac` 没有可用的 `active_key`。",
    why: "keepalived 不知道用哪个密钥签名。它报告并停用签名，因此接受任何人的通告。",
    advice: "定义 `active_key` 所指的密钥。",
  },
  "undefined-reference": {
    summary: "名称没有定义，或只在更下方定义。",
    why: "keepalived 忽略该行：它所指的检查、成员或组不参与，实例在没有它的情况下运行。",
    advice: "改正名称，或定义它。实例跟踪的对象必须在实例上方定义。",
  },
  "unknown-interface": {
    summary: "主机没有该接口。",
    why: "keepalived 读取配置时查找每个接口。如果缺少 VRRP 需要的接口，它拒绝整个 VRRP 配置，不启动 VRRP，除非设置了 `dynamic_interfaces`。该规则只在知道主机有哪些接口时才报告：来自 `kalint.json` 的 `host.interfaces`，或使用 `--this-host`。",
    advice: "改正名称。如果接口在 keepalived 启动之后才出现，在 `global_defs` 中设置 `dynamic_interfaces`。",
  },
  "unknown-keyword": {
    summary: "在该块中不是关键字的单词。",
    why: "keepalived 跳过该行并照常启动，因此该行的本意不会实现。拼写错误的块危害更大：它的各行和右括号会被读作外层块的一部分。",
    advice: "改正拼写，或把该行移到它所属的块。关键字区分大小写。",
  },
  "unknown-option": {
    summary: "不是该行选项的单词。",
    why: "keepalived 报告该单词。根据所在的行，它忽略该单词、该行的其余部分或整行。",
    advice: "使用消息中列出的选项之一，每个选项后跟自己的值。",
  },
  "unknown-user": {
    summary: "脚本以主机上不存在的用户或组的身份运行。",
    why: "keepalived 不能以主机没有的用户身份启动程序。它从所有跟踪处移除这样的 `vrrp_script`，从服务器移除这样的 `MISC_CHECK`；缺少 `script_user` 所指的用户时，移除每个没有指定自己用户的脚本。该规则只在知道主机有哪些用户或组时才报告：来自 `kalint.json` 的 `host`，或使用 `--this-host`。",
    advice: "在主机上创建该用户，或使用已有的用户。",
  },
  "unknown-vmac-interface": {
    summary: "需要主机接口的地方写了实例的 VMAC 或 ipvlan。",
    why: "keepalived 读取配置时查找每个接口，之后才创建 `use_vmac` 和 `use_ipvlan` 的接口。那时名称还不存在，因此 keepalived 拒绝整个 VRRP 配置，除非设置了 `dynamic_interfaces`。",
    advice:
      "写底层接口（实例的 `interface`）。要把地址放在 VMAC 上，不写 `dev`。如果必须写 VMAC 本身，在 `global_defs` 中设置 `dynamic_interfaces`。",
  },
  "unreachable-checker": {
    summary: "检查所指的对象不存在，被 keepalived 丢弃。",
    why: "没有检查的真实服务器总算作健康，即使已经失效。",
    advice:
      "改正消息中指出的内容。`BFD_CHECK` 需要向 checker 进程报告的 `bfd_instance`，且在一个真实服务器中只能有一个。",
  },
  "unreachable-quorum": {
    summary: "法定数量大于真实服务器的权重之和。",
    why: "即使所有真实服务器都正常，服务也会算作失效。keepalived 把法定数量降到权重之和。",
    advice: "降低 `quorum`，或提高权重。默认权重是虚拟服务器的权重，否则为 1。",
  },
  "unsupported-authentication": {
    summary: "协议不支持的 VRRP 认证。",
    why: "只有 VRRP 版本 2 有密码。使用版本 3 和严格模式时，keepalived 报告并忽略该块；对 IPv6 忽略 AH；使用 AH 时把 `state MASTER` 改为 BACKUP。",
    advice: "删除该块：明文密码只能防止混淆。从 2.4.0 起有 `auth_hmac`。",
  },
  "unsupported-route-option": {
    summary: "keepalived 在这里无法使用的路由选项。",
    why: "keepalived 报告该行并忽略这些选项，或丢弃该路由。",
    advice: "把路由的选项和目的地写在第一个 `nexthop` 之前，多个网关写成 `nexthop` 组。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
