import type { HostConfiguration, VrrpInstance } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Finding } from "../types.js";

const block = ["authentication {", "    auth_type PASS", "    auth_pass s3cret", "}"];

export const unsupportedAuthentication = defineHostRule({
  id: "unsupported-authentication",
  category: "daemon",
  severity: "warning",
  summary: "VRRP authentication where the protocol has none.",
  why: "Only VRRP version 2 knows passwords. keepalived reports the block and drops it with version 3 and in strict mode, and drops AH for IPv6; with AH it turns `state MASTER` into BACKUP.",
  advice: "Remove the block; a password in clear text guards against mix-ups only. Since 2.4.0 there is auth_hmac.",
  since: "0.1.0",
  bad: [
    { files: exampleInstance(["version 3", ...block]) },
    {
      files: exampleInstance(["authentication {", "    auth_type AH", "    auth_pass s3cret", "}"], {
        state: "MASTER",
        priority: 150,
      }),
    },
  ],
  good: [{ files: exampleInstance(["version 2", ...block]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/303", "https://github.com/acassen/keepalived/issues/955"],
  check(host, report) {
    for (const instance of host.instances) {
      const finding = describe(host, instance);
      if (finding) report({ ...finding, daemon: { line: null } });
    }
  },
});

/** Source: keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance, in its order. */
function describe(host: HostConfiguration, instance: VrrpInstance): Finding | undefined {
  const { authentication, state, owner, effectiveVersion, family, strict } = instance;
  const { type, password, statement } = authentication ?? {};
  const word = statement?.words[0];
  if (!type || !word) return undefined;
  if (strict) return { place: word.place, message: "strict mode allows no authentication: keepalived drops it" };
  if (effectiveVersion === 3) {
    const version = instance.version ?? host.global.vrrpVersion;
    return {
      place: word.place,
      message: `VRRP version 3 has no authentication: keepalived drops it${family === "ipv6" ? " (IPv6 needs version 3)" : ""}`,
      ...(version && { related: [{ place: version.place, message: "the version" }] }),
    };
  }
  if (!password || type.value !== "AH") return undefined;
  if (family === "ipv6")
    return { place: type.place, message: "AH does not work with IPv6: keepalived drops the authentication" };
  if (state?.value !== "MASTER" || owner) return undefined;
  return {
    place: type.place,
    message: "with auth_type AH keepalived turns state MASTER into BACKUP",
    related: [{ place: state.place, message: "state MASTER" }],
    help: "Write `state BACKUP`, or use `auth_type PASS`.",
  };
}
