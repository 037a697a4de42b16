/** A text with `count` units of one construct. */
export type Construct = (count: number) => string;

const repeated = (unit: (index: number) => string) => (count: number) =>
  Array.from({ length: count }, (_, index) => unit(index)).join("");
const within = (before: string, unit: (index: number) => string, after: string) => (count: number) =>
  before + repeated(unit)(count) + after;
const address = (index: number) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
const instance = (index: number) =>
  `vrrp_instance V${index} {\n    interface eth${index}\n    virtual_router_id ${1 + (index % 255)}\n    priority 100\n    virtual_ipaddress {\n        ${address(index)}\n    }\n}\n`;

/** What a configuration is made of, each by itself and many of it. */
export const constructs: Readonly<Record<string, Construct>> = {
  "blank lines": repeated(() => "\n"),
  "blank lines of blanks": repeated(() => "   \t\n"),
  "carriage returns": repeated(() => "\r"),
  comments: repeated((index) => `# comment ${index}\n`),
  "comments behind a statement": within("a # b\n", () => "  # b\n", ""),
  "commented blocks": repeated(() => "# a {\n#   b\n# }\n"),
  "unknown keywords": repeated((index) => `odd${index} 5\n`),
  "misspelled keywords": within("vrrp_instance V {\n", () => "    prioritty 100\n", "}\n"),
  "repeated keywords": within("vrrp_instance V {\n", () => "    priority 100\n", "}\n"),
  "bad values": within("vrrp_instance V {\n", (index) => `    priority ${300 + index}\n`, "}\n"),
  "opening braces": repeated(() => "a {\n"),
  "closing braces": repeated(() => "}\n"),
  "nested blocks": (count) => "a {\n".repeat(count) + "}\n".repeat(count),
  "empty pairs of braces": repeated(() => "{}"),
  "unterminated quotes": repeated(() => 'a "b\n'),
  "words of one line": within("a", () => " b", "\n"),
  definitions: repeated((index) => `$D${index}=x\n`),
  "one definition used": within("$D=x\n", () => "a $D\n", ""),
  "definitions used": repeated((index) => `$D${index}=x\na $D${index}\n`),
  "definition of many lines": within("$D=a \\\n", () => "b \\\n", "c\n$D\n"),
  conditions: repeated(() => "@a b c\n"),
  "lines for many hosts": (count) => Array.from({ length: count }, (_, index) => `@id${index % 8} a b\n`).join(""),
  repetitions: repeated(() => "~SEQ(i, 1, 3) a $i\n"),
  "one long repetition": (count) => `~SEQ(i, 1, ${count}) a $i\n`,
  "suppressions of a line": repeated(() => "# kalint-disable-next-line unknown-keyword\nodd 1\n"),
  "suppressions switched on and off": repeated(
    () => "# kalint-disable unknown-keyword\nodd 1\n# kalint-enable unknown-keyword\n",
  ),
  "unused suppressions": repeated(() => "# kalint-disable-line unknown-keyword\n"),
  "formatting switched off": repeated(() => "# kalint-format off\na   b\n# kalint-format on\n"),
  "open tags of templates": repeated(() => "{%"),
  "arms of a template": within(
    "vrrp_instance V {\n",
    (index) => `    {% if a${index} %}\n    priority ${1 + (index % 250)}\n    {% endif %}\n`,
    "}\n",
  ),
  "open references": repeated(() => `\${A:-`),
  "closing braces and conditions": repeated(() => "}@"),
  "includes of nothing": repeated((index) => `include nothing${index}\n`),
  "include of braces": (count) => `include ${"{a,b}".repeat(Math.min(count, 12))}\n${"# x\n".repeat(count)}`,
  instances: repeated(instance),
  "addresses of one instance": within(
    "vrrp_instance V {\n    virtual_ipaddress {\n",
    (index) => `        ${address(index)}\n`,
    "    }\n}\n",
  ),
  "the same address": within("vrrp_instance V {\n    virtual_ipaddress {\n", () => "        10.0.0.1\n", "    }\n}\n"),
  routes: within(
    "vrrp_instance V {\n    virtual_routes {\n",
    (index) => `        ${address(index)} via 10.0.0.1 dev eth0\n`,
    "    }\n}\n",
  ),
  rules: within(
    "vrrp_instance V {\n    virtual_rules {\n",
    (index) => `        from ${address(index)} table 100\n`,
    "    }\n}\n",
  ),
  scripts: repeated((index) => `vrrp_script s${index} {\n    script "/bin/true"\n}\n`),
  "tracked scripts": within(
    'vrrp_script s {\n    script "/bin/true"\n}\nvrrp_instance V {\n    track_script {\n',
    () => "        s\n",
    "    }\n}\n",
  ),
  "undefined scripts": within(
    "vrrp_instance V {\n    track_script {\n",
    (index) => `        s${index}\n`,
    "    }\n}\n",
  ),
  "members of a group": within("vrrp_sync_group G {\n    group {\n", (index) => `        V${index}\n`, "    }\n}\n"),
  peers: within("vrrp_instance V {\n    unicast_peer {\n", (index) => `        ${address(index)}\n`, "    }\n}\n"),
  "virtual servers": repeated(
    (index) =>
      `virtual_server ${address(index)} 80 {\n    delay_loop 6\n    lb_algo rr\n    lb_kind NAT\n    protocol TCP\n    real_server ${address(index)} 80 {\n        TCP_CHECK {\n        }\n    }\n}\n`,
  ),
  "real servers": within(
    "virtual_server 10.0.0.1 80 {\n    lb_algo rr\n",
    (index) => `    real_server ${address(index)} 80 {\n        weight 1\n    }\n`,
    "}\n",
  ),
  "the same real server": within(
    "virtual_server 10.0.0.1 80 {\n    lb_algo rr\n",
    () => "    real_server 10.0.0.2 80 {\n    }\n",
    "}\n",
  ),
  urls: within(
    "virtual_server 10.0.0.1 80 {\n    real_server 10.0.0.2 80 {\n        HTTP_GET {\n",
    () => "            url {\n                path /\n            }\n",
    "        }\n    }\n}\n",
  ),
  "BFD sessions": repeated((index) => `bfd_instance b${index} {\n    neighbor_ip ${address(index)}\n}\n`),
};
