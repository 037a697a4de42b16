import type { CommandTemplate } from "@kalint/schema";

/** What `--help` says below the options. */
export const help = {
  [`
Exit status:
  0  nothing found at or above the fail level
  1  something found
  2  wrong usage or configuration, or a file that could not be read (the others are still checked)
  3  internal error`]: `
退出状态：
  0  没有达到失败级别的问题
  1  有达到失败级别的问题
  2  用法或配置有误，或有文件无法读取（其余文件仍会检查）
  3  内部错误`,
  [`
Examples:
  kalint                                     check every configuration below this directory
  kalint lb1/keepalived.conf                 check one file, against its cluster's other hosts too
  kalint --target debian-12 --fix .          apply the safe fixes, for Debian 12's keepalived
  kalint format --write .                    format everything
  kalint explain vrrp_instance/priority      what a keyword means
{0}

'kalint check --help' lists the options of the default command.`]: `
示例：
  kalint                                     检查当前目录下的所有配置
  kalint lb1/keepalived.conf                 检查一个文件，并与集群的其他主机对照
  kalint --target debian-12 --fix .          按 Debian 12 的 keepalived 应用安全的修复
  kalint format --write .                    格式化全部文件
  kalint explain vrrp_instance/priority      说明关键字的含义
{0}

'kalint check --help' 列出默认命令的选项。`,
  [`
A directory is searched for keepalived.conf, keepalived*.conf, *.keepalived.conf; for *.conf below a folder keepalived*
and keepalived*.conf.HOST (.master, .slave, .node1, ...) whose text looks like one; and for what 'include' in kalint.json
names. What .gitignore, .kalintignore, 'exclude' in kalint.json or --exclude name is skipped. A file that you name is always read.

Examples:
  kalint lb1/keepalived.conf lb2/keepalived.conf
  kalint --format sarif=kalint.sarif --format text .
  kalint --only daemon --target 2.2.7 keepalived.conf     what 'keepalived -t' of 2.2.7 would say
  kalint --rule missing-health-check=off --max-warnings 0 .
  kalint --render "python3 render.py {file} {host}" --render-host lb1 templates/
  git show HEAD:keepalived.conf | kalint --stdin-filename keepalived.conf -
{0}`]: `
在目录中查找 keepalived.conf、keepalived*.conf、*.keepalived.conf，查找内容像配置的 keepalived* 目录下的 *.conf
和 keepalived*.conf.HOST（.master、.slave、.node1 等），以及 kalint.json 的 'include' 所列的文件。.gitignore、.kalintignore、kalint.json 的 'exclude' 或 --exclude
所列的会跳过。直接指定的文件总会读取。

示例：
  kalint lb1/keepalived.conf lb2/keepalived.conf
  kalint --format sarif=kalint.sarif --format text .
  kalint --only daemon --target 2.2.7 keepalived.conf     2.2.7 的 'keepalived -t' 会报告的内容
  kalint --rule missing-health-check=off --max-warnings 0 .
  kalint --render "python3 render.py {file} {host}" --render-host lb1 templates/
  git show HEAD:keepalived.conf | kalint --stdin-filename keepalived.conf -
{0}`,
  [`
Examples:
  kalint format < keepalived.conf            as a filter
  kalint format --write .                    every configuration below this directory
  kalint format --check --diff lb1 lb2       in CI

Between '# kalint-format off' and '# kalint-format on' nothing changes. Templates, texts of other programs, files
with merge-conflict marks or with braces that do not pair up are left as they are, and named with the reason.
kalint.json and .editorconfig say how files are laid out; where both do, kalint.json counts.

Exit status: 0 done or nothing to change; 1 files would change (--check, --diff); 2 wrong usage or unreadable input;
3 internal error.`]: `
示例：
  kalint format < keepalived.conf            作为过滤器
  kalint format --write .                    当前目录下的所有配置
  kalint format --check --diff lb1 lb2       用于 CI

'# kalint-format off' 与 '# kalint-format on' 之间不作修改。模板、其他程序的文本、含有合并冲突标记或大括号不配对的
文件保持不变，并说明原因。排版由 kalint.json 和 .editorconfig 决定；两者都有时以 kalint.json 为准。

退出状态：0 完成或无需修改；1 有文件会变化（--check、--diff）；2 用法有误或无法读取输入；3 内部错误。`,
  [`
Examples:
  kalint explain unknown-keyword
  kalint explain vrrp_instance/priority
  kalint explain weight                      lists every place that knows the word`]: `
示例：
  kalint explain unknown-keyword
  kalint explain vrrp_instance/priority
  kalint explain weight                      列出所有可用该词的位置`,
  [`
Examples:
  kalint effective keepalived.conf
  kalint effective --config-id lb1 keepalived.conf
  kalint effective --config-id lb1 --diff @lb2 keepalived.conf      what differs between two hosts of one file
  kalint effective lb1/keepalived.conf --diff lb2/keepalived.conf

Lines that keepalived drops are not shown: 'kalint check' names them.`]: `
示例：
  kalint effective keepalived.conf
  kalint effective --config-id lb1 keepalived.conf
  kalint effective --config-id lb1 --diff @lb2 keepalived.conf      同一文件中两台主机的差异
  kalint effective lb1/keepalived.conf --diff lb2/keepalived.conf

keepalived 丢弃的行不显示：'kalint check' 会指出它们。`,
  [`
For every virtual router: who has its addresses in normal operation, and who when a host is lost, keepalived is stopped,
the host comes back, an interface goes down or a tracker fails; pairs of failures where they leave nobody or two.
For every virtual server: who gets its connections, and who when real servers fail, down to the sorry server or nobody.
'after' is the longest time, 'never' a check that cannot move the addresses, or a server that nothing takes out. The
hosts are taken to have started one after the other, the first one first.

Examples:
  kalint failover lb1/keepalived.conf lb2/keepalived.conf
  kalint failover --target debian-12 --json . | jq '.clusters[].virtualRouters[].events'

Exit status: 0 every single failure leaves exactly one MASTER and somebody to serve; 1 one leaves nobody or several
MASTERs, or nobody to serve; 2 wrong usage, unreadable input or no cluster; 3 internal error.`]: `
对每个虚拟路由器：正常运行时地址在谁那里；主机宕机、keepalived 停止、主机恢复、接口断开或跟踪对象失败之后又在谁那里；
两个故障同时发生后地址无人持有或由两台主机持有的情况也会列出。
对每个虚拟服务器：连接由谁接受；真实服务器失败之后由谁接受，直到备用服务器或无人提供服务。
“之后”是最长的时间；“从不”表示检查无法移走地址，或没有检查会移除该服务器。假定各主机依次启动，第一台最先。

示例：
  kalint failover lb1/keepalived.conf lb2/keepalived.conf
  kalint failover --target debian-12 --json . | jq '.clusters[].virtualRouters[].events'

退出状态：0 任何单个故障之后都恰好有一个 MASTER，并有服务器提供服务；1 某个故障之后没有或有多个 MASTER，
或无人提供服务；2 用法有误、无法读取输入或没有集群；3 内部错误。`,
  [`
Nothing is resolved: includes, @id, definitions and ~SEQ stay what they are, and so do comments. The way there and back
gives a configuration that keepalived reads the same. The JSON Schema is configuration.schema.json in the package.

Examples:
  kalint convert keepalived.conf | jq '.items[] | select(.keyword == "vrrp_instance") | .arguments[0]'
  kalint convert keepalived.json > keepalived.conf
  kalint convert --to conf - < keepalived.json

Exit status: 0 converted; 2 wrong usage, unreadable input, braces that do not pair up, or JSON of another form;
3 internal error.`]: `
不作任何展开：include、@id、定义、~SEQ 和注释都保持原样。来回转换所得的配置，keepalived 读取的结果相同。
其 JSON Schema 是软件包中的 configuration.schema.json。

示例：
  kalint convert keepalived.conf | jq '.items[] | select(.keyword == "vrrp_instance") | .arguments[0]'
  kalint convert keepalived.json > keepalived.conf
  kalint convert --to conf - < keepalived.json

退出状态：0 已转换；2 用法有误、无法读取输入、大括号不配对，或 JSON 形式不符；3 内部错误。`,
  [`
For every file: findings that only the new release gives, changed defaults and meanings with the lines that they
affect, and lines that the two releases read differently. --from may be newer than --to.

Examples:
  kalint migrate --from 1.2.2 .                                  to the newest release
  kalint migrate --from rhel-7 --to rhel-9 --diff lb1 lb2        what would be rewritten
  kalint migrate --from 2.0.20 --to debian-12 --write .
  kalint migrate --from 1.2.2 --all --format markdown --output-file upgrade.md .

Exit status: 0 the new release accepts the files as the old one does; 1 it has new findings, or --diff shows changes;
2 wrong usage or unreadable input; 3 internal error.`]: `
对每个文件：新版本会报告而旧版本不报告的问题；改变了的默认值和含义，以及所涉及的行；两个版本读取结果不同的行。
--from 也可以是较新的版本。

示例：
  kalint migrate --from 1.2.2 .                                  迁移到最新版本
  kalint migrate --from rhel-7 --to rhel-9 --diff lb1 lb2        会改写的内容
  kalint migrate --from 2.0.20 --to debian-12 --write .
  kalint migrate --from 1.2.2 --all --format markdown --output-file upgrade.md .

退出状态：0 新版本与旧版本对这些文件的处理相同；1 新版本有新问题，或 --diff 显示有修改；2 用法有误或无法读取输入；
3 内部错误。`,
  [`
From left to right: hosts and trackers, virtual routers, addresses, virtual servers, real servers. The thick line
starts at the host that is MASTER in normal operation. Similar servers share one box.

Examples:
  kalint graph --output-file cluster.svg lb1 lb2
  kalint graph --format mermaid .            for Markdown
  kalint graph --format dot . | dot -Tpdf > cluster.pdf

Exit status: 0 drawn; 2 wrong usage, unreadable input or nothing to draw; 3 internal error.`]: `
从左到右：主机和跟踪对象、虚拟路由器、地址、虚拟服务器、真实服务器。粗线从正常运行时的 MASTER 主机出发。
相似的服务器共用一个框。

示例：
  kalint graph --output-file cluster.svg lb1 lb2
  kalint graph --format mermaid .            用于 Markdown
  kalint graph --format dot . | dot -Tpdf > cluster.pdf

退出状态：0 已绘制；2 用法有误、无法读取输入或没有可绘制的内容；3 内部错误。`,
  [`
With lvs_method DR a real server gets packets for the virtual address itself: it must have the address on lo, and must
not answer ARP for it (arp_ignore=1, arp_announce=2), or it takes the service from the director.

Examples:
  kalint generate real-server lb1/keepalived.conf > lvs-real-server
  kalint generate real-server lb1/keepalived.conf --real-server 192.0.2.21
  kalint generate real-server lb1/keepalived.conf --format systemd --output-dir web1
  kalint generate real-server lb1/keepalived.conf --format ansible > tasks/lvs-real-server.yml

Exit status: 0 written; 2 wrong usage, unreadable input, or real servers that differ while none is named; 3 internal
error.`]: `
使用 lvs_method DR 时，真实服务器收到的报文以虚拟地址为目的地址：它必须在 lo 上有该地址，并且不得应答对该地址的 ARP
（arp_ignore=1、arp_announce=2），否则会从调度器手中抢走服务。

示例：
  kalint generate real-server lb1/keepalived.conf > lvs-real-server
  kalint generate real-server lb1/keepalived.conf --real-server 192.0.2.21
  kalint generate real-server lb1/keepalived.conf --format systemd --output-dir web1
  kalint generate real-server lb1/keepalived.conf --format ansible > tasks/lvs-real-server.yml

退出状态：0 已生成；2 用法有误、无法读取输入，或真实服务器各不相同而未指定其一；3 内部错误。`,
  [`
In the shell's start-up file:
  bash   eval "$(kalint completions bash)"
  zsh    source <(kalint completions zsh)      after compinit
  fish   kalint completions fish | source`]: `
在 shell 的启动文件中：
  bash   eval "$(kalint completions bash)"
  zsh    source <(kalint completions zsh)      在 compinit 之后
  fish   kalint completions fish | source`,
} as const satisfies Partial<Record<CommandTemplate, string>>;
