import { limits } from "../../../limits.js";
import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const lvs = {
  "conflicting-threshold": {
    summary: "`lthreshold` 大于 `uthreshold`。",
    why: "真实服务器的下限阈值大于上限阈值（默认为 0）时，内核会拒绝它。keepalived 对两者都接受且没有提示；该服务器得不到任何连接。",
    advice: "写小于 `uthreshold` 的 `lthreshold`，或删除它：默认值是 `uthreshold` 的四分之三。",
  },
  "duplicate-check": {
    summary: "同一真实服务器上有两个相同的检查。",
    why: "两个检查都运行，内容相同。负载加倍，却不能多发现任何问题；通常其中一个本应检查另一端口、路径或服务器。",
    advice: "删除其中之一，或改正本应不同的部分。",
  },
  "duplicate-virtual-server": {
    summary: "两个虚拟服务器的地址、端口和协议都相同。",
    why: "内核用这三个值识别服务。keepalived 接受两个块且没有提示；内核拒绝第二个服务，然后把两个块的真实服务器都加到第一个服务中。第二个块的调度算法、会话保持和其他设置从不生效。每个块各自计算法定数量，因此一个块的备用服务器会在另一个块的服务器仍然工作时加入。",
    advice: "把所有真实服务器放进一个块，或改正其中一个的地址、端口或协议。",
  },
  "excess-weight": {
    summary: `真实服务器的权重大于 ${limits.largestWeight}。`,
    why: `keepalived 把更大的数值原样传给内核，而 ipvsadm 只接受 0 至 ${limits.largestWeight} 的权重：它既不能修改也不能恢复这样的条目。只有权重之间的比例有意义，更大的范围没有好处；通常是多写了一位数字。`,
    advice: `按相同比例写 0 至 ${limits.largestWeight} 的权重。`,
  },
  "ineffective-persistence": {
    summary: "`persistence_timeout` 与 `ops` 同时使用。",
    why: "逐包调度的用意是为每个报文选择服务器。有会话保持时，内核仍把同一客户端的全部流量发给同一服务器，因此 `ops` 什么也不分发。只可能需要其中之一。",
    advice: "要让客户端固定在其服务器上，删除 `ops`；要分发单个报文，删除 `persistence_timeout`。",
  },
  "mismatched-check-port": {
    summary: "检查的端口不是提供服务的端口。",
    why: "检查测试的是另一端口上的监听者。对健康检查页面或有多个端口的服务，这是对的；否则就是复制来的行：客户端使用的端口已失效，服务器却仍在服务中。",
    advice: "删除 `connect_port` 以检查提供服务的端口；如果有意使用另一端口，把它列入选项 `ports`。",
  },
  "mismatched-group-family": {
    summary: "虚拟服务器的真实服务器与其组的地址族不同。",
    why: "keepalived 丢弃该虚拟服务器，只写入日志：`keepalived -t` 没有提示，而这些地址上无人监听。",
    advice: "组与其服务器使用同一地址族，或对所有服务器使用 `lvs_method TUN`。",
  },
  "missing-delay-loop": {
    summary: "有健康检查的虚拟服务器没有 `delay_loop`。",
    why: "keepalived 就会每 60 秒检查一次：失效的服务器最多在一分钟内仍会分到连接，有重试时更久。",
    advice: "设置检查之间的间隔，如 `delay_loop 10`。",
  },
  "missing-expected-answer": {
    summary: "HTTP_GET 或 SSL_GET 的 `url` 没有说明什么应答算正常。",
    why: "200 至 299 的任何状态都算健康，无论页面内容如何：空页面，或应用程序以状态 200 返回的错误页面也是如此。",
    advice: "添加 `status_code 200`；如果内容重要，添加 `digest` 或 `regex`。",
  },
  "missing-health-check": {
    summary: "真实服务器没有任何健康检查。",
    why: "对没有检查的真实服务器，keepalived 始终认为它健康。它失效后仍会分到连接，备用服务器和法定数量也从不考虑它的失效。",
    advice: "添加适合该服务的检查：`HTTP_GET`、`TCP_CHECK`、`DNS_CHECK`、`MISC_CHECK` 等。",
  },
  "missing-sorry-server-port": {
    summary: "`sorry_server` 没有端口。",
    why: "与真实服务器不同，keepalived 不使用服务的端口，而是把端口 0 传给内核。内核于是保留客户端请求的端口：像大多数备用页面那样监听另一端口的页面永远无法到达，而文件中看不出来。它也与同一地址的真实服务器不是同一条目。",
    advice: "在地址之后写上端口。",
  },
  "real-server-is-virtual-address": {
    summary: "真实服务器使用了其服务或某个实例的虚拟地址。",
    why: "虚拟地址在当前的 MASTER 上，因此负载均衡器把这些连接发给自己。检查也在测试自己：在 MASTER 上，它到达那里应答的任何程序；在 BACKUP 上，它到达另一台主机。",
    advice: "使用真实服务器自己的地址。",
  },
  "slow-check": {
    summary: "检查所需的时间可能超过两次检查之间的间隔。",
    why: "keepalived 的 `delay_loop` 从一次检查结束算到下一次开始。对没有应答的服务器，每次超时后都会重试，用完全部重试才移除；在此之前仍向它发送连接。如果这比 `delay_loop` 更长，决定故障持续时间的就不是该间隔。",
    advice: "缩短 `connect_timeout`（或 `misc_timeout`），减少 `retry`，或加大 `delay_loop`。",
  },
  "sorry-server-is-real-server": {
    summary: "`sorry_server` 是真实服务器之一。",
    why: "失去 quorum 时，keepalived 使用备用服务器：在默认的 quorum 1 下，即没有可用的真实服务器时。此时它与其他服务器一样已经失效：客户端得不到致歉页面，而是没有应答。它恢复时，同一条目既作为真实服务器、又作为备用服务器被添加和移除。",
    advice: "使用另一台主机，或另一端口及其自己的页面；在本机上，127.0.0.1 加 NAT 可行。",
  },
  "unfit-check": {
    summary: "检查与服务使用不同的协议：TCP 与 UDP，或服务使用 HTTPS 而检查用 HTTP。",
    why: "通过 TCP 的检查不能说明 UDP 端口的情况，反过来也一样：那里没有监听时，正常的服务器会被移除；有监听时，服务失效而服务器仍在服务中。HTTPS 服务器对没有 TLS 的请求返回错误。带有自己的 `connect_port` 的检查，视为服务旁边的健康检查页面。",
    advice:
      "对域名服务器使用 `DNS_CHECK`；或使用 `UDP_CHECK`，或带有查询该服务的程序的 `MISC_CHECK`。如果服务使用 TCP，写 `protocol TCP`。",
  },
  "unmatched-virtual-server": {
    summary: "虚拟服务器的地址不属于任何实例。",
    why: "keepalived 均衡到该地址的连接，却不把该地址设置在主机上，因此没有连接到达。如果地址在别处设置（在回环接口上，或路由到这里），这是对的；否则就是笔误。",
    advice: "改正地址，或把它添加到实例的 `virtual_ipaddress` 或 `virtual_ipaddress_excluded`。",
  },
  "unused-regex-setting": {
    summary: "没有模式却有模式的设置，或偏移量没有给模式留出空间。",
    why: "keepalived 清除这些设置，只写入日志：判断页面时没有模式，或模式可以在页面的任何位置匹配。",
    advice: "添加 `regex`，或删除这些设置。`regex_min_offset` 不得大于 `regex_max_offset`。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
