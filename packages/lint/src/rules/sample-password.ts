import type { Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

const authentication = (text: string) =>
  exampleInstance(["authentication {", "    auth_type PASS", `    auth_pass ${text}`, "}"]);

export const samplePassword = defineHostRule({
  id: "sample-password",
  category: "security",
  severity: "info",
  summary: "An `auth_pass` that appears in every tutorial, or that anybody would try first.",
  why: "The password travels in clear text in every advert, so it is no secret. Its purpose is to separate two clusters on one network that use the same virtual router id by mistake. If both took the password from a tutorial, it separates nothing.",
  advice:
    "Choose a password for each cluster, the same on all its hosts, or remove the authentication (VRRP version 3 has none).",
  options: {
    passwords: {
      kind: "words",
      default: [],
      description: "Further passwords that are no good, such as one that an old template of the company has.",
    },
  },
  restsOn: "line",
  waits: true,
  yieldsTo: ["auth-pass-too-long", "undefined-definition", "unrendered-template", "comment-in-value"],
  since: "0.1.0",
  source: "keepalived 2.4.3, doc/samples/keepalived.conf.vrrp; RFC 3768, section 10; the rest is advice",
  bad: [{ files: authentication("1111") }, { files: authentication("Acme2019"), options: { passwords: ["acme2019"] } }],
  good: [{ files: authentication("k7vQ2m") }],
  evidence: ["https://github.com/acassen/keepalived/issues/1512", "https://github.com/acassen/keepalived/issues/1895"],
  check(host, report, { passwords }) {
    const unwanted = new Set(passwords.map((each) => each.slice(0, 8).toLowerCase()));
    const byFile = new Map<string, Place[]>();
    for (const { authentication } of host.instances) {
      const password = authentication?.password;
      // keepalived uses the first eight characters.
      const used = password?.value.slice(0, 8).toLowerCase();
      if (password === undefined || used === undefined || !(isSample(used) || unwanted.has(used))) continue;
      const { place } = password;
      const places = byFile.get(place.file);
      if (places === undefined) byFile.set(place.file, [place]);
      else if (!places.some(({ start }) => start === place.start)) places.push(place);
    }
    for (const [place, ...others] of byFile.values()) {
      report({
        place: place!,
        message: say`this value is among the first that anybody tries, and another cluster on this network may well use it too${others.length === 0 ? "" : say` (${others.length} more in this file)`}`,
        ...(others.length > 0 && { related: others.map((other) => ({ place: other, message: say`another one` })) }),
      });
    }
  },
});

const samples: ReadonlySet<string> = new Set(
  "password passwd pass secret admin root changeme default keepalived keepaliv vrrp test 1234 12345 123456 1234567 12345678 123 abc123 qwerty k@l!ve1 k@l!ve2 42 abcd abcd1234 mypass mypasswd somepass password1 p@ssw0rd p@ssword passw0rd pa55w0rd pa$$w0rd secret12 secret123 k33p k33palive yourpass yourpassword mysecret vrrppass example foobar hello letmein public private welcome".split(
    " ",
  ),
);

function isSample(password: string): boolean {
  return samples.has(password) || /^(.)\1*$/.test(password);
}
