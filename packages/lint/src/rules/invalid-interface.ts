import { sortedLines } from "@kalint/daemon";
import { namesOfNoInterface, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";

export const invalidInterface = defineRemarkRule({
  id: "invalid-interface",
  category: "daemon",
  severity: "error",
  summary: "A loopback interface for an instance, or a name that no interface can have.",
  why: "A loopback interface reaches no other host. keepalived reports it and ignores the line, and without an interface it does not start VRRP. Linux allows no interface name with `/`, `:` or a space: such a name is a device file or an address label. `all` and `default` are what it calls the settings of all interfaces and of new ones.",
  advice: "Name the interface that leads to the other hosts.",
  restsOn: "line",
  yieldsTo: ["unexpected-equals-sign", "unexpanded-reference", "undefined-definition"],
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_int_handler; dev_valid_name of Linux; sysctl_dev_name_is_allowed of Linux",
  bad: [
    {
      files: exampleInstance([], { device: "lo" }),
    },
  ],
  good: [
    {
      files: exampleInstance(),
    },
  ],
  eachBlock: true,
  remarks: {
    "interface-is-loopback": () => ({
      message: say`lo is a loopback interface, which cannot speak VRRP: it is ignored`,
      help: say`Name the interface that leads to the other hosts.`,
    }),
  },
  check(host, report) {
    for (const { statement, keyword, assignment } of sortedLines(host).interfaces) {
      for (const { argument, word } of assignment.values) {
        if (argument.type !== "interface" || statement.skipped) continue;
        const sign = signNoneHas.exec(word.value)?.[0];
        const own = keyword.path === "vrrp_instance/interface";
        const isAddress = /^\d+(\.\d+){3}$/.test(word.value);
        if (isAddress || namesOfNoInterface.has(word.value)) {
          report({
            place: word.place,
            message: say`${quote(word.value)} is ${isAddress ? say`an address, not` : say`no name of`} an interface: keepalived does not find it${own ? say` and VRRP does not start` : ""}`,
            help: helpFor(word.value, ""),
          });
          continue;
        }
        // Placeholders of a template and definitions that nobody made are other rules' business.
        if (sign === undefined || /[${}<>[\]]/.test(word.value)) continue;
        report({
          place: word.place,
          message: say`no interface can be called ${quote(word.value)}: the name has ${names[sign]?.() ?? say`a space`}, so keepalived does not find it${own ? say` and VRRP does not start` : ""}`,
          help: helpFor(word.value, keyword.kind === "option" ? `${keyword.name} ` : ""),
        });
      }
    }
  },
});

/** Source: Linux, net/core/dev.c: dev_valid_name. A comma, `;` and `=` are allowed there, but join names here. */
const signNoneHas = /[/:,;=\s]/;

const names: Readonly<Record<string, () => string>> = {
  "/": () => say`a slash`,
  ":": () => say`a colon`,
  ",": () => say`a comma`,
  ";": () => say`a semicolon`,
  "=": () => say`an equals sign`,
};

function helpFor(name: string, keyword: string): string {
  const path = /^\/dev\/(.+)$/.exec(name)?.[1];
  if (path !== undefined) return say`Write \`${keyword}${path}\`.`;
  const [first, ...others] = name.split(",");
  if (first && others.length > 0) return say`Name one interface on each line, such as \`${keyword}${first}\`.`;
  if (/^\d+(\.\d+){3}(\/\d+)?$|^[0-9a-f]*:[0-9a-f:]+(\/\d+)?$/i.test(name) && !/^[a-z]+\d*:\d+$/i.test(name))
    return say`Name the interface that has this address, as \`ip address\` shows it.`;
  const label = /^([^/:\s]+):/.exec(name)?.[1];
  return label === undefined
    ? say`Name one interface as \`ip link\` shows it.`
    : say`Write \`${keyword}${label}\`; a label belongs to an address: \`192.0.2.10/24 label ${name}\`.`;
}
