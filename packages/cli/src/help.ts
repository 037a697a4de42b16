/** The parts of `--help` that say more than a list of options. */
import { say } from "@kalint/schema";

const statuses = () => say`
Exit status:
  0  nothing found at or above the fail level
  1  something found
  2  wrong usage or configuration, or a file that could not be read (the others are still checked)
  3  internal error`;

export const mainHelp = () => say`
Examples:
  kalint                                     check every configuration below this directory
  kalint lb1/keepalived.conf                 check one file, against its cluster's other hosts too
  kalint --target debian-12 --fix .          apply the safe fixes, for Debian 12's keepalived
  kalint format --write .                    format everything
  kalint explain vrrp_instance/priority      what a keyword means
${statuses()}

'kalint check --help' lists the options of the default command.`;

export const checkHelp = () => say`
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
${statuses()}`;

export const formatHelp = () => say`
Examples:
  kalint format < keepalived.conf            as a filter
  kalint format --write .                    every configuration below this directory
  kalint format --check --diff lb1 lb2       in CI

Between '# kalint-format off' and '# kalint-format on' nothing changes. Templates, texts of other programs, files
with merge-conflict marks or with braces that do not pair up are left as they are, and named with the reason.
kalint.json and .editorconfig say how files are laid out; where both do, kalint.json counts.

Exit status: 0 done or nothing to change; 1 files would change (--check, --diff); 2 wrong usage or unreadable input;
3 internal error.`;

export const explainHelp = () => say`
Examples:
  kalint explain unknown-keyword
  kalint explain vrrp_instance/priority
  kalint explain weight                      lists every place that knows the word`;

export const effectiveHelp = () => say`
Examples:
  kalint effective keepalived.conf
  kalint effective --config-id lb1 keepalived.conf
  kalint effective --config-id lb1 --diff @lb2 keepalived.conf      what differs between two hosts of one file
  kalint effective lb1/keepalived.conf --diff lb2/keepalived.conf

Lines that keepalived drops are not shown: 'kalint check' names them.`;

export const failoverHelp = () => say`
For every virtual router: who has its addresses in normal operation, and who when a host is lost, keepalived is stopped,
the host comes back, an interface goes down or a tracker fails; pairs of failures where they leave nobody or two.
For every virtual server: who gets its connections, and who when real servers fail, down to the sorry server or nobody.
'after' is the longest time, 'never' a check that cannot move the addresses, or a server that nothing takes out. The
hosts are taken to have started one after the other, the first one first.

Examples:
  kalint failover lb1/keepalived.conf lb2/keepalived.conf
  kalint failover --target debian-12 --json . | jq '.clusters[].virtualRouters[].events'

Exit status: 0 every single failure leaves exactly one MASTER and somebody to serve; 1 one leaves nobody or several
MASTERs, or nobody to serve; 2 wrong usage, unreadable input or no cluster; 3 internal error.`;

export const convertHelp = () => say`
Nothing is resolved: includes, @id, definitions and ~SEQ stay what they are, and so do comments. The way there and back
gives a configuration that keepalived reads the same. The JSON Schema is configuration.schema.json in the package.

Examples:
  kalint convert keepalived.conf | jq '.items[] | select(.keyword == "vrrp_instance") | .arguments[0]'
  kalint convert keepalived.json > keepalived.conf
  kalint convert --to conf - < keepalived.json

Exit status: 0 converted; 2 wrong usage, unreadable input, braces that do not pair up, or JSON of another form;
3 internal error.`;

export const migrateHelp = () => say`
For every file: findings that only the new release gives, changed defaults and meanings with the lines that they
affect, and lines that the two releases read differently. --from may be newer than --to.

Examples:
  kalint migrate --from 1.2.2 .                                  to the newest release
  kalint migrate --from rhel-7 --to rhel-9 --diff lb1 lb2        what would be rewritten
  kalint migrate --from 2.0.20 --to debian-12 --write .
  kalint migrate --from 1.2.2 --all --format markdown --output-file upgrade.md .

Exit status: 0 the new release accepts the files as the old one does; 1 it has new findings, or --diff shows changes;
2 wrong usage or unreadable input; 3 internal error.`;

export const graphHelp = () => say`
From left to right: hosts and trackers, virtual routers, addresses, virtual servers, real servers. The thick line
starts at the host that is MASTER in normal operation. Similar servers share one box.

Examples:
  kalint graph --output-file cluster.svg lb1 lb2
  kalint graph --format mermaid .            for Markdown
  kalint graph --format dot . | dot -Tpdf > cluster.pdf

Exit status: 0 drawn; 2 wrong usage, unreadable input or nothing to draw; 3 internal error.`;

export const generateRealServerHelp = () => say`
With lvs_method DR a real server gets packets for the virtual address itself: it must have the address on lo, and must
not answer ARP for it (arp_ignore=1, arp_announce=2), or it takes the service from the director.

Examples:
  kalint generate real-server lb1/keepalived.conf > lvs-real-server
  kalint generate real-server lb1/keepalived.conf --real-server 192.0.2.21
  kalint generate real-server lb1/keepalived.conf --format systemd --output-dir web1
  kalint generate real-server lb1/keepalived.conf --format ansible > tasks/lvs-real-server.yml

Exit status: 0 written; 2 wrong usage, unreadable input, or real servers that differ while none is named; 3 internal
error.`;

export const completionsHelp = () => say`
In the shell's start-up file:
  bash   eval "$(kalint completions bash)"
  zsh    source <(kalint completions zsh)      after compinit
  fish   kalint completions fish | source`;
