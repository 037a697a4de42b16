/** What tells a text of another program, or one about keepalived, from a configuration. */
import type { Noun } from "./nouns.js";

export interface Program {
  readonly what: Noun;
  /** What runs it, as its first line says. Further down such a line is a comment. */
  readonly interpreter?: RegExp;
  /** One match is enough: keepalived has no such line. */
  readonly sure?: RegExp;
  /** One of them is in whatever `sure` matches: they are found, or not, before V8 has made an expression. */
  readonly signs?: readonly string[];
  /** Lines that the program's texts consist of. Half of all lines, and at least two, must be such. */
  readonly usual?: RegExp;
}

/** In the order in which they are tried: a script that writes a unit file is a script. */
export const programs: readonly Program[] = [
  {
    what: "a Python script",
    interpreter: /\bpython[\d.]*\b/,
    signs: ["def ", "from "],
    sure: /^def \w+\([^\r\n]{0,1000}:$|^from [\w.]+ import \w.*$/m,
  },
  {
    what: "a Perl script",
    interpreter: /\bperl\b/,
    signs: ["use strict;", "use warnings;"],
    sure: /^use (?:strict|warnings);$/m,
  },
  {
    what: "a shell script",
    interpreter: /\b(?:ba|da|k|z|a)?sh\b/,
    signs: ["<<", ";", "fi", "esac", "done", "()"],
    sure: /^[ \t]*(?:cat|tee|sudo tee)\b.*<<-?[ \t]*\\?['"]?\w+['"]?.*$|^[ \t]*(?:if|elif|while)\b.*;[ \t]*(?:then|do)[ \t]*$|^[ \t]*(?:fi|esac|done)[ \t]*$|^(?:function[ \t]+)?\w+[ \t]*\(\)[ \t]*(?:\{[ \t]*)?$/m,
    usual:
      /^\s*(?:\w+=\S*|(?:echo|export|sudo|apt-get|apt|yum|dnf|systemctl|service|cp|mv|mkdir|chmod|chown|sed|grep|curl|docker|kubectl|exit|return|source|set|local|read|sleep)\b.*)$/,
  },
  { what: "a script", interpreter: /./ },
  {
    what: "a terminal transcript",
    signs: ["]#", "]$", ":~", ":/"],
    sure: /^(?:\[\w+@[\w.-]+ [^\]\r\n\u2028\u2029]*\][#$]|\w+@[\w.-]+:[~/][^\s#$]*[#$])(?:[ \t].*)?$/m,
  },
  { what: "a patch", signs: ["diff --git ", "@@ -"], sure: /^diff --git .*$|^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@.*$/m },
  { what: "a web page or XML", signs: ["<"], sure: /^\s*<(?:\?xml|!doctype|html)\b[^\n>]*>?/i },
  { what: "JSON", signs: ['"', "["], sure: /^\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*[{"])/ },
  {
    what: "a Dockerfile",
    signs: ["FROM ", "ENTRYPOINT [", "CMD [", "COPY ", "ADD "],
    sure: /^(?:FROM [\w./:@-]+(?: AS \w+)?|(?:ENTRYPOINT|CMD) \[.*\]|(?:COPY|ADD) \S+ \S+)$/m,
  },
  {
    what: "a Makefile",
    signs: [".PHONY", "\n\t"],
    sure: /^\.PHONY[ \t]*:.*$|^[\w.-]+:(?:[ \t][\w./ -]*)?\r?\n\t\S.*$/m,
  },
  {
    what: "a systemd unit",
    signs: ["]"],
    sure: /^\[(?:Unit|Service|Install|Socket|Timer|Mount|Path|Match|Network|NetDev)\][ \t]*$/m,
  },
  {
    what: "a YAML file",
    signs: ["apiVersion:", "|", ">", "---"],
    sure: /^apiVersion:.*$|^[ \t]*(?:- )?[\w.-]+:[ \t]*[|>][-+]?\d?[ \t]*$|^---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*(?:- )?[\w.-]+:(?:[ \t].*)?$/m,
    usual: /^\s*(?:- )?["']?[\w.-]+["']?:(?:\s+\S.*)?$|^\s*- [^`]*$/,
  },
  {
    what: "a monit configuration",
    signs: ["check ", " program"],
    sure: /^check (?:process|system|host|filesystem|file|program|network|directory|device|fifo)[ \t]+\S+.*$|^[ \t]*(?:start|stop|restart) program[ \t]*=.*$/m,
  },
  {
    what: "an rsyslog configuration",
    signs: ["startswith", "contains", "isequal", "regex", "&", "$", "(", " /", "\t/", "-/"],
    sure: /^:\w+,[ \t]*!?(?:startswith|contains|contains_i|isequal|regex|ereregex)\b.*$|^&[ \t]*(?:stop|~)[ \t]*$|^\$(?:ModLoad|IncludeConfig|ActionFileDefaultTemplate|template|RepeatedMsgReduction|FileOwner|WorkDirectory)\b.*$|^(?:\*|[\w,]+)\.(?:\*|\w+)[ \t]+-?\/\S+[ \t]*$|^(?:module|input|action|template|if)[ \t]*\((?:load|type|name|\$).*$|^if \$\w+ .* then.*$/m,
  },
  {
    what: "a logrotate configuration",
    signs: ["missingok", "notifempty", "copytruncate", "delaycompress", "sharedscripts"],
    sure: /^[ \t]*(?:missingok|notifempty|copytruncate|delaycompress|sharedscripts)[ \t]*$/m,
  },
  {
    what: "an HAProxy configuration",
    signs: ["frontend", "backend", "listen"],
    sure: /^(?:frontend|backend|listen)[ \t]+\S+[ \t]*\r?\n[ \t]+(?:bind|mode|balance|server|option|default_backend|acl|timeout)\b.*$/m,
  },
  {
    what: "an nginx configuration",
    signs: [";"],
    sure: /^[ \t]*(?:(?:http|events|stream|server)[ \t]*\{|upstream[ \t]+\S+[ \t]*\{|location[ \t]+\S.*\{)[ \t]*\n[^{}]*?;[ \t]*$|^[ \t]*(?:worker_processes|worker_connections|proxy_pass|server_name|listen)[ \t]+\S.*;[ \t]*$/m,
  },
  { what: "a cron table", signs: [" /", "\t/"], sure: /^(?:[\d*/,-]+[ \t]+){5}(?:\w+[ \t]+)?\/\S.*$/m },
  {
    what: "iptables rules",
    signs: ["*filter", "*nat", "*mangle", "*raw", "-A "],
    sure: /^\*(?:filter|nat|mangle|raw)[ \t]*$|^-A [A-Z_]+ .*-j [A-Z]+.*$/m,
  },
  {
    what: "a Puppet manifest",
    signs: ["class", "define", "':", '":'],
    sure: /^(?:class|define)[ \t]+[\w:]+[ \t]*(?:\(|\{[ \t]*$)|^[ \t]*\w+[ \t]*\{[ \t]*(?:'[^'\n]+'|"[^"\n]+"):[ \t]*$/m,
  },
  {
    what: "a Terraform file",
    signs: ["resource", "data", "variable", "module", "provider", "output"],
    sure: /^(?:resource|data|variable|module|provider|output)(?:[ \t]+"[\w-]+"){1,2}[ \t]*\{[ \t]*$/m,
  },
  {
    what: "a Markdown text",
    signs: ["```"],
    sure: /^```\w*[ \t]*$/m,
    usual: /^\s*(?!\s)(?:[-*+] \S|\d+\. \S|\|.*\|\s*$|\S.*[.:]\s*$|.*`[^`]+`)/,
  },
  { what: "an INI file", usual: /^\s*(?:\[[\w .:-]+\]|[\w.-]+\s*=.*)$/ },
  { what: "a text whose statements end in ';', as another program's", usual: /;\s*$/ },
];
