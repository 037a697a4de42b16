import type { MessageTemplate } from "../../texts.generated.js";

export const lvs = {
  "above uthreshold {0}": "大于 uthreshold {0}",
  "set without an uthreshold": "没有相应的 uthreshold",
  "lthreshold {0} is {1}: the kernel refuses {2}": "lthreshold {0} {1}：内核拒绝 {2}",
  "the upper threshold": "上限阈值",
  "{0} asks for {1} twice": "{0} 两次请求{1}",
  "the same url": "同一个 url",
  "the url {0}": "url {0}",
  "with the same settings": "，设置也相同",
  "and asks the same both times": "，两次检查的内容相同",
  "{0} of {1} appears there twice {2}": "{1} 的 {0} 在那里出现两次{2}",
  "{0} is defined already on {1}: both blocks set up the same service": "{0} 已在{1}定义：两个块设置的是同一个服务",
  "the line of the group": "该组的那一行",
  "{0} appears twice in virtual_server_group {1}: it is one service all the same":
    "{0} 在 virtual_server_group {1} 中出现两次：仍然只是一个服务",
  "weight {0} is above {1}, the end of the range that ipvsadm takes": "weight {0} 大于 {1}，即 ipvsadm 接受范围的上限",
  "{0} keeps a client at one server, so ops does not distribute its packets":
    "{0} 让一个客户端固定在一台服务器上，因此 ops 不分发其报文",
  ops: "ops",
  "{0} asks port {1}, but {2} serves port {3}": "{0} 检查端口 {1}，而 {2} 提供服务的端口是 {3}",
  "{0} is dropped: its servers are {1}, its group has {2}": "丢弃 {0}：其服务器是 {1}，而其组是 {2}",
  "the group, with {0}": "该组，{0}",
  "{0} has no delay_loop: its servers are checked every {1} s only": "{0} 没有 delay_loop：每 {1} 秒才检查一次其服务器",
  "the url of {0} has no status_code, digest or regex: every answer from 200 to 299 is good":
    "{0} 的 url 没有 status_code、digest 或 regex：200 至 299 的任何应答都算正常",
  "the page": "该页面",
  "the check": "该检查",
  "none of the {0} real servers of {1} has a check: they stay in service when they are dead":
    "{1} 的 {0} 台真实服务器都没有健康检查：宕机后仍会分到连接",
  "{0} has no check: it stays in service when it is dead": "{0} 没有健康检查：宕机后仍会分到连接",
  "sorry_server {0} has no port: clients reach it on port {1} of the service, whatever port its page uses":
    "sorry_server {0} 没有端口：无论其页面使用哪个端口，客户端都连接到服务的端口 {1}",
  "add port {0}": "添加端口 {0}",
  "real_server {0} is the address of its own virtual_server: the load balancer sends to itself":
    "real_server {0} 是其自身 virtual_server 的地址：负载均衡器把连接发给自己",
  "the virtual server": "该虚拟服务器",
  "real_server {0} is a virtual address of {1}: it belongs to whichever host is MASTER":
    "real_server {0} 是 {1} 的虚拟地址：它属于当前的 MASTER",
  "the same for {0}": "{0} 同样如此",
  "misc_timeout {0} s is longer than the delay_loop of {1} s{2}: a program that hangs is noticed after {3} s":
    "misc_timeout {0} 秒比 delay_loop {1} 秒更长{2}：挂起的程序要在 {3} 秒后才被发现",
  "delay_loop {0}": "delay_loop {0}",
  "{0}a server that does not answer is given up after {1}, {2} the delay_loop of {3} s":
    "{0}没有应答的服务器在 {1} 后才被判定为失败，{2} delay_loop {3} 秒",
  "without connect_timeout ": "没有 connect_timeout 时，",
  "longer than": "长于",
  "as long as": "等于",
  "retry {0}": "retry {0}",
  "sorry_server {0} is a real server of this service: it is down when it is needed":
    "sorry_server {0} 是该服务的真实服务器：需要它时它也已宕机",
  "HTTP_GET asks {0} without TLS, but port 443 is that of HTTPS: the server answers with an error and is taken out":
    "HTTP_GET 不经 TLS 请求 {0}，而 443 是 HTTPS 的端口：服务器应答错误，因而被移出",
  "Use `SSL_GET`.": "使用 `SSL_GET`。",
  "{0} asks {1} over {2}, but the service is {3}": "{0} 通过 {2} 检查 {1}，而服务使用 {3}",
  "protocol {0}": "protocol {0}",
  "{0} is not among the virtual addresses of this host's instances{1}": "{0} 不在本机各实例的虚拟地址之中{1}",
  "{0} has no effect: the url has no regex": "{0} 不起作用：该 url 没有 regex",
  "regex_min_offset {0} is above regex_max_offset {1}: both are cleared":
    "regex_min_offset {0} 大于 regex_max_offset {1}：两者都被清除",
  "the last offset": "最大偏移",
} as const satisfies Partial<Record<MessageTemplate, string>>;
