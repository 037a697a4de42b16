import { describe, expect, test } from "vitest";
import { clean, runIn } from "./command.js";

const keepalived = `global_defs {\n    vrrp_iptables\n    vrrp_ipsets keepalived\n    enable_dbus\n}\n${clean}`;

async function checkUnknown(options: string, kalint: object, expected: readonly string[]) {
  const files = { "kalint.json": JSON.stringify(kalint), "keepalived.conf": keepalived };
  const result = await runIn(`--format json --only unknown-keyword ${options} .`, { files });
  expect(result.errors).toBe("");
  const { files: found } = JSON.parse(result.output) as {
    files: readonly { readonly diagnostics: readonly { readonly message: string; readonly daemon: boolean }[] }[];
  };
  const diagnostics = found.flatMap((file) => file.diagnostics);
  expect(diagnostics.map(({ message }) => message)).toEqual(expected);
  expect(diagnostics.every(({ daemon }) => daemon)).toBe(true);
}

const ipsets = 'unknown keyword "vrrp_ipsets" in global_defs: the build of debian-12 leaves it out (ipset)';

describe("what a build leaves out", () => {
  test("follows from a distribution, and not from its version", async () => {
    await checkUnknown("--target debian-12", {}, [ipsets]);
    await checkUnknown("", { target: "bookworm" }, [ipsets]);
    await checkUnknown("--target 2.2.7", {}, []);
  });

  test("is named in kalint.json besides", async () => {
    const dbus =
      'unknown keyword "enable_dbus" in global_defs: the hosts\' build leaves it out (dbus), as kalint.json says';
    await checkUnknown("--target 2.2.7", { features: { without: ["dbus"] } }, [dbus]);
    await checkUnknown("", { target: "debian-12", features: { without: ["dbus"] } }, [ipsets, dbus]);
  });

  test("is inherited from what a configuration extends", async () => {
    const files = {
      "base.json": JSON.stringify({ features: { without: ["dbus"] } }),
      "kalint.json": JSON.stringify({ extends: "./base.json", features: { without: ["snmp"] } }),
    };
    const result = await runIn("--print-config keepalived.conf", { files });
    expect(JSON.parse(result.output).features).toEqual({ without: ["dbus", "snmp"] });
  });

  test("must be a feature that there is", async () => {
    const files = { "kalint.json": '{ "features": { "without": ["snmpp"] } }', "keepalived.conf": clean };
    const result = await runIn(".", { files });
    expect(result.status).toBe(2);
    expect(result.errors).toContain('kalint.json:1:29: "snmpp" is not allowed. Did you mean snmp?');
  });

  test("is not in the effective configuration", async () => {
    const files = { "keepalived.conf": keepalived };
    const shown = async (target: string) =>
      (await runIn(`effective --target ${target} keepalived.conf`, { files })).output;
    expect(await shown("2.2.7")).toContain("vrrp_ipsets");
    expect(await shown("debian-12")).not.toContain("vrrp_ipsets");
  });
});
