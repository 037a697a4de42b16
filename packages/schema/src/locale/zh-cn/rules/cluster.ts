import { protocol } from "../../../protocol.js";
import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const cluster = {
  "duplicate-router-id": {
    summary: "集群中两台主机的 `router_id` 相同。",
    why: "`router_id` 是主机在邮件和 SNMP 应答中使用的名称。如果两台主机相同，就无法分辨是哪一台在报告。它不参与选举。",
    advice: "为每台主机使用不同的名称，或删除 `router_id`：默认使用主机名。",
  },
  "duplicate-unicast-source": {
    summary: "虚拟路由器的两台主机从同一 `unicast_src_ip` 或 `mcast_src_ip` 发送。",
    why: "该地址只属于其中一台：文件是从那台主机复制来的。有单播对端时，keepalived 2.1.0 至 2.3.2 在没有其源地址的主机上进入 FAULT。其他情况下通告会发出，但拥有该地址的主机把它们当作来自自身而丢弃。复制来的文件所列的对端也是错的。",
    advice:
      "在每台主机上把 `unicast_src_ip` 或 `mcast_src_ip` 设为该主机自己的地址，并在 `unicast_peer` 中列出其他主机的地址。",
  },
  "equal-priority": {
    summary: "虚拟路由器的两台主机优先级相同。",
    why: "由哪一台成为 MASTER 无法确定。两者同时启动或彼此失联时，会同时成为 MASTER，只有 IP 地址较小的一台会让位。",
    advice: "给每台主机不同的优先级。要使地址在故障切换后留在原处，在所有主机上使用 `nopreempt` 和 `state BACKUP`。",
  },
  "foreign-virtual-router-id": {
    summary: "两个集群或互不相关的主机在同一网络上使用相同的 `virtual_router_id`。",
    why: "通告会到达网络上的每台主机，只有 id 区分各虚拟路由器。每个集群都把对方的通告当作自己 MASTER 的通告：要么报告后丢弃，要么其 BACKUP 一直等待一个并不持有其地址的 MASTER。",
    advice: "给网络上的每个集群各自的 id。",
  },
  "incomplete-unicast-mesh": {
    summary: "主机的 `unicast_peer` 漏掉了虚拟路由器的另一台主机，或列出了自己。",
    why: "主机只向所列的对端发送通告。没有列出的主机收不到 MASTER 的通告，也成为 MASTER。",
    advice: "列出其他每台主机的 `unicast_src_ip`，不要列出本机的。",
  },
  "insufficient-tracking-weight": {
    summary: "跟踪对象的权重无法使另一台主机接管：权重太小，或那台主机有 `nopreempt`。",
    why: "BACKUP 只有在自己的优先级高于 MASTER 时才会接管。负权重在对象失败时减去；正权重在对象正常时加上，BACKUP 和 MASTER 上都是如此。如果权重不超过优先级之差，地址就留在服务已失败的主机上。",
    advice: "使权重大于优先级之差，缩小优先级之差，或删除权重：主机就会进入 FAULT，另一台主机无论优先级如何都会接管。",
  },
  "inverted-priority": {
    summary: "`state MASTER` 的主机优先级低于 `state BACKUP` 的主机。",
    why: "`state` 只决定主机如何启动，起决定作用的是优先级。优先级较高的 BACKUP 一收到另一台主机的通告就夺取地址，因此地址最终会在错误的主机上。",
    advice: "给应当成为 MASTER 的主机最高的优先级，或把 `state MASTER` 移到优先级最高的主机。",
  },
  "mismatched-advert-interval": {
    summary: "VRRP 版本 2 的虚拟路由器，各主机的通告间隔不同。",
    why: "使用 VRRP 版本 2 时，主机丢弃间隔与自己不同的通告：它收不到 MASTER 的通告，也成为 MASTER。使用版本 3 时，它会采用 MASTER 的间隔。",
    advice: "在所有主机上设置相同的 `advert_int`。",
  },
  "mismatched-authentication": {
    summary: "虚拟路由器的各主机使用不同的认证类型或密码。",
    why: "每台主机都丢弃对方的通告，因此谁也收不到 MASTER 的通告，全都成为 MASTER。",
    advice: "在所有主机上设置相同的 `auth_type` 和 `auth_pass`，或在所有主机上删除该块。密码只有前八个字符有效。",
  },
  "mismatched-garp-setting": {
    summary: "虚拟路由器的各主机宣告地址的方式不同。",
    why: "免费 ARP 报文告诉交换机和邻居地址现在位于何处。如果延迟和重复次数不同，切换到其中一台主机时，网络就比切换到另一台时更晚得知。",
    advice: "在所有主机上使用相同的 garp 设置，或在 `global_defs` 中统一设置。",
  },
  "mismatched-multicast-address": {
    summary: "虚拟路由器的各主机向不同的组播组发送通告。",
    why: "每台主机只监听自己发送的组：彼此都收不到通告，于是都成为 MASTER。",
    advice: "在所有主机上使用同一个组，或在所有主机上删除 `mcast_dst_ip` 和 `vrrp_mcast_group4`。",
  },
  "mismatched-network": {
    summary: "虚拟路由器的各主机在不同的网络中，其中只有一部分包含该虚拟地址。",
    why: "虚拟地址在一个网络之内移动：邻居通过 ARP 找到它。如果主机自己的地址在另一网络中，那里无人询问，发往该地址的报文仍会去往原来的位置。",
    advice: "改正错误的地址。如果主机确实在不同的网络中，就要由其他手段转移流量：路由、DNS 或云服务商的浮动地址。",
  },
  "mismatched-nopreempt": {
    summary: "从不抢占的主机设置了 `nopreempt`，会抢占的主机却没有。",
    why: "`nopreempt` 使主机不从优先级较低的 MASTER 夺取地址。它应写在优先级较高的主机上，即故障恢复后会接管的那一台。只写在较弱的主机上不起作用。",
    advice: "在所有主机上设置 `nopreempt` 并都用 `state BACKUP`，或都不设置。",
  },
  "mismatched-preempt-delay": {
    summary: "从不抢占的主机设置了 `preempt_delay`，会抢占的主机却没有。",
    why: "`preempt_delay` 使主机等待一段时间，再从优先级较低的 MASTER 夺取地址。只有优先级较高的主机才会这样做：只写在较弱的主机上，延迟不起作用，较强的主机会立即接管。",
    advice: "在优先级最高的主机上设置 `preempt_delay`，或在所有主机上设置相同的值。",
  },
  "mismatched-real-server": {
    summary: "集群的某台主机缺少一个真实服务器，或其权重不同。",
    why: "故障切换后负载的分配会改变：某个真实服务器得不到连接，或者得到的超出承受能力。",
    advice: "在所有主机上列出相同的真实服务器和相同的权重。",
  },
  "mismatched-script-security": {
    summary: "集群中只有部分主机设置了 `enable_script_security`。",
    why: "设置后，keepalived 不以 root 身份运行他人可以修改的脚本；没有设置则会运行。于是同一脚本在一台主机上运行，在另一台上被拒绝，只有其中一台能发现失败。",
    advice: "在所有主机上设置 `enable_script_security`。",
  },
  "mismatched-strict-mode": {
    summary: "虚拟路由器中只有部分主机启用了严格模式。",
    why: "严格模式的主机停用认证及 RFC 未定义的一切功能，并丢弃发往虚拟地址的报文，除非 `accept` 有效。其他主机都不这样做，因此每次故障切换后这些地址的行为都会不同。",
    advice: "在所有主机上使用严格模式；更好的做法是都不使用：几乎没有人需要它。",
  },
  "mismatched-sync-daemon": {
    summary: "另一台主机的 `lvs_sync_daemon` 有不同的 id，或只在一台主机上设置。",
    why: "内核只接受 id 与自己相同的发送方的连接；id 为 0 时接受任何发送方。否则，或没有其他主机监听时，故障切换会丢失所有连接。默认 id 是实例的 `virtual_router_id`；没有实例时为 0。",
    advice: "在所有主机上用相同的 id 设置 `lvs_sync_daemon`。",
  },
  "mismatched-sync-group": {
    summary: "同步组在不同主机上的成员不同。",
    why: "同步组的实例一起切换。在另一台主机上未列入该组的实例可能留在原处：地址就分散在不同的主机上。",
    advice: "在所有主机的同步组中列出相同的实例。",
  },
  "mismatched-track-script": {
    summary: "同名的 `vrrp_script` 在各主机上不同。",
    why: "于是各主机对什么是失败看法不一，或发现失败的速度不同。",
    advice: "在所有主机上定义相同的脚本；如果有意不同，请改名。",
  },
  "mismatched-tracking": {
    summary: "虚拟路由器的一台主机没有跟踪另一台主机所跟踪的对象。",
    why: "没有跟踪的主机会取得并保持地址，即使被跟踪的对象在那里已经失败。",
    advice: "在所有主机上跟踪相同的对象。",
  },
  "mismatched-unicast": {
    summary: "虚拟路由器的一台主机使用单播，另一台使用组播。",
    why: "有 `unicast_peer` 的主机只向这些地址发送，也不监听其他地址；没有的主机向组播组发送。彼此都收不到通告，于是都成为 MASTER。",
    advice: "在每台主机的 `unicast_peer` 中列出其他主机，或都不列出。",
  },
  "mismatched-virtual-addresses": {
    summary: "虚拟路由器的各主机列出的虚拟地址不同。",
    why: "通告携带地址。直到 keepalived 2.3.2，主机会丢弃与自己列表不符的通告：它收不到 MASTER 的通告，也成为 MASTER。从 2.3.3 起，它接受该通告，只把差异写入日志，但另一台主机没有列出的地址，在它是 MASTER 期间就消失了。`virtual_ipaddress_excluded` 中的地址和前缀长度不会发送，因此也没有日志：这样的差异要到故障切换后才显现。",
    advice:
      "在所有主机的 `virtual_ipaddress` 和 `virtual_ipaddress_excluded` 中列出相同的地址和前缀长度。只应属于一台主机的地址，写在那台主机的网络配置中。",
  },
  "mismatched-virtual-router-id": {
    summary: "共用一个地址的主机使用不同的 `virtual_router_id`。",
    why: "两台主机作为不同的虚拟路由器工作：彼此都收不到通告，于是都成为 MASTER 并持有该地址。",
    advice: "在虚拟路由器的所有主机上使用相同的 id（1 至 255，且未被该网络上的其他虚拟路由器使用）。",
  },
  "mismatched-virtual-server": {
    summary: "集群的某台主机缺少一个虚拟服务器，或其配置不同。",
    why: "故障切换后由另一台主机提供这些地址的服务：没有配置均衡的请求会被拒绝，配置不同的均衡会中断会话，并改变真实服务器的负载。",
    advice: "使所有主机上的虚拟服务器保持一致，例如包含同一个公共文件。",
  },
  "mismatched-vrrp-version": {
    summary: "虚拟路由器的各主机使用不同的 VRRP 版本。",
    why: "主机丢弃另一版本的通告：它收不到 MASTER 的通告，也成为 MASTER。",
    advice: "在所有主机上设置相同的 `version`，或在 `global_defs` 中设置相同的 `vrrp_version`。",
  },
  "several-address-owners": {
    summary: "虚拟路由器中有多台主机的优先级为 255。",
    why: "优先级 255 声明这些地址是主机自己的：主机只要运行就是 MASTER，不让位于任何优先级较低的主机。两台这样的主机会同时成为 MASTER；随后先收到对方通告的一台让位，自 2.3.3 起由 IP 地址较低的一台让位，与原意无关。`state MASTER` 且没有优先级的实例也得到 255。",
    advice: `给每台主机各自不高于 ${protocol.highestPriority} 的优先级。`,
  },
  "several-initial-masters": {
    summary: "虚拟路由器中有多台主机为 `state MASTER`。",
    why: "谁是 MASTER 由优先级决定，而不是 `state`：两台 `state MASTER` 的主机中有一台不会是 MASTER。`nopreempt` 和 `preempt_delay` 对两者都不起作用；2.0 之前的版本启动时不先监听就取得地址，因此会有两台主机应答。",
    advice: "优先级最高的主机保留 `state MASTER`，其他主机设置 `state BACKUP`。",
  },
  "unshared-virtual-router": {
    summary: "集群中只有一台主机有该实例。",
    why: "没有其他主机接管其地址：主机失效，地址也随之消失。通常是在一台主机上添加了实例，而忘记了另一台。",
    advice: "在另一台主机上添加该实例，使用相同的 `virtual_router_id` 和地址，以及较低的优先级。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
