import { type EffectiveWord, fileOf, type HostConfiguration, statementsAt } from "@kalint/daemon";
import { keywordAt, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { quote } from "../suggest.js";
import type { Finding, Report } from "../types.js";

const example = (address: string) =>
  `global_defs {\n    notification_email {\n        ${address}\n    }\n    notification_email_from lb@example.com\n    smtp_server 192.0.2.25\n}\n`;

export const invalidMailAddress = defineHostRule({
  id: "invalid-mail-address",
  category: "style",
  severity: "warning",
  summary: "A mail address that is not valid.",
  why: "keepalived does not check mail addresses, but the mail server does: it rejects the recipient, and often the whole message.",
  advice: "Write one address on each line, as `name@example.com`, without commas.",
  restsOn: "line",
  since: "0.1.0",
  source: "RFC 5321, section 4.1.2; keepalived 2.4.3, core/smtp.c: smtp_alert",
  bad: [{ files: example("ops.example.com") }],
  good: [{ files: example("ops@example.com") }],
  eachBlock: true,
  check(host, report) {
    for (const { lines } of statementsAt(host, "global_defs/notification_email")) {
      const settings = lines.flatMap(({ words: [first] }) => (first && isSetting(first.value) ? [first] : []));
      for (const { words } of lines) {
        const [first] = words;
        if (first && settings.includes(first)) report(describeSetting(first, settings[0]!));
        else for (const word of words) look(host, word, report);
      }
    }
    for (const { words } of statementsAt(host, "global_defs/notification_email_from")) {
      if (words.length === 2) look(host, words[1]!, report);
    }
  },
});

/** A setting of the block around the list: the list's brace comes too late. An account may have the name of a short one. */
function isSetting(word: string): boolean {
  return word.includes("_") && (keywordAt("global_defs")?.children?.some(({ name }) => name === word) ?? false);
}

function describeSetting(word: EffectiveWord, first: EffectiveWord): Finding {
  const { value, place } = word;
  return {
    place,
    ...(word !== first && { causedBy: first.place }),
    message: say`${value} is a setting of global_defs, but here it is taken for a mail address`,
    help: say`Close \`notification_email\` above this line.`,
  };
}

/** `Name <name@example.com>` is taken too, in quotes. A bare name is an account of the mail server's host. */
function look(host: HostConfiguration, { value, place }: EffectiveWord, report: Report): void {
  // What a comment cuts off is another rule's business.
  if (/[#!]/.test(fileOf(host.effective, place)?.text[place.end] ?? "")) return;
  const address = /<([^<>]*)>$/.exec(value)?.[1] ?? value;
  if (/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address) || value === "") return;
  // An address in two words (`Name <a@b>` without quotes) is another mistake; a definition may hold several.
  if (/^<|>$/.test(value) || value.includes("$")) return;
  const local = /^[a-z_][a-z0-9_-]*$/i.test(value);
  report({
    place,
    message: say`${quote(value)} is not a mail address: ${reason(value, local)}`,
    ...(local && { severity: "info" }),
  });
}

function reason(value: string, local: boolean): string {
  if (local) return say`without @ it is a user of the mail server's own host`;
  if (/[,;]/.test(value))
    return say`${value.includes(",") ? say`a comma` : say`a semicolon`} belongs to the word, addresses are separated by spaces`;
  const signs = value.split("@").length - 1;
  return signs === 0
    ? say`it has no @`
    : signs > 1
      ? say`it has ${signs} @`
      : say`the part on one side of the @ is missing`;
}
