import type { CommandTemplate } from "@kalint/schema";

/** Tables of `kalint failover` and the picture of `kalint graph`. */
export const failover = {
  "kalint: {0}: not read: {1}\n": "kalint：{0}：未读取：{1}\n",
  "kalint: no cluster found: give the configurations of all its hosts, or declare it under 'clusters' in kalint.json\n":
    "kalint：没有找到集群：请给出其所有主机的配置，或在 kalint.json 的 'clusters' 中声明\n",
  "note   {0}": "说明   {0}",
  "event leaves nobody with an address or a service": "个事件之后地址或服务无人承担",
  "events leave nobody with an address or a service": "个事件之后地址或服务无人承担",
  "event leaves two hosts with one address": "个事件之后两台主机持有同一地址",
  "events leave two hosts with one address": "个事件之后两台主机持有同一地址",
  "failing check moves no address": "个检查失败时地址不会移走",
  "failing checks move no address": "个检查失败时地址不会移走",
  "every single failure leaves exactly one MASTER": "任何单个故障之后都恰好有一个 MASTER",
  "served by": "提供服务者",
  "cluster {0}: {1}": "集群 {0}：{1}",
  "virtual server {0} {1}{2}": "虚拟服务器 {0} {1}{2}",
  "on no virtual address": "不在任何虚拟地址上",
  "on the MASTER of {0}": "在 {0} 的 MASTER 上",
  "sorry server {0}": "备用服务器 {0}",
  never: "从不",
  "all {0}": "全部 {0} 台",
  "virtual router {0} (id {1}{2})": "虚拟路由器 {0}（id {1}{2}）",
  "no addresses": "没有地址",
  tracker: "跟踪对象",
  "virtual address": "虚拟地址",
  "real server": "真实服务器",
  "MASTER while nothing has failed": "无故障时的 MASTER",
  "backup, with priority": "备机及其优先级",
  "changes the priority": "影响优先级",
} as const satisfies Partial<Record<CommandTemplate, string>>;
