// Nothing that a repository holds may steer the terminal or the log that it is shown in.
import { expect, test } from "vitest";
import { runIn } from "./command.js";

const steer = "\u001b]0;owned\u0007\u001b[2K";
const config = `@${steer} global_defs {\n}\nvrrp_instance "${steer}" {\n    interface "${steer}"\n    priority 300\n}\n`;
const files = { [`keepalived-${steer}.conf`]: config, "keepalived.conf": config };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f]|\u001b(?!\[[0-9;]*m)/;

test.each([
  "check .",
  "check --show-clusters .",
  "check --format concise .",
  "format --check .",
  "format --diff .",
  "format keepalived.conf",
  "effective keepalived.conf",
  "failover .",
  "check nowhere",
  "check --list-files .",
  "check --statistics .",
  "check --fix --unsafe-fixes .",
  "check --add-suppressions .",
  "graph .",
  "graph --format dot .",
  "migrate --from 1.2.2 --to 2.2.7 .",
  "migrate --from 1.2.2 --to 2.2.7 --format markdown .",
  "init",
  "convert keepalived.conf",
  "generate real-server .",
  "effective --config-id lb1 keepalived.conf",
])("%s shows none of the control characters of files on a terminal", async (commandLine) => {
  const { output, errors } = await runIn(commandLine, { files, columns: 100 });
  expect(output + errors).not.toBe("");
  expect(output).not.toMatch(control);
  expect(errors).not.toMatch(control);
});

test.each(["check --format concise .", "check --format github .", "check --show-clusters .", "format --check ."])(
  "%s shows none in a log either",
  async (commandLine) => {
    const { output, errors } = await runIn(commandLine, { files });
    expect(output).not.toMatch(control);
    expect(errors).not.toMatch(control);
  },
);

test.each([
  "check .",
  "check --format concise .",
  "check --format github .",
  "check --show-clusters .",
  "check --list-files .",
  "format --check .",
  "format --write .",
  "failover .",
  "check no\nwhere",
])("%s gives a file name no line of its own, which a log may take for a command", async (commandLine) => {
  const text =
    "vrrp_instance  A {\n interface eth0\n virtual_router_id 5\n priority 300\n virtual_ipaddress {\n 10.0.0.1\n }\n}\n";
  const name = (host: string) => `${host}\n::error::owned/keepalived.conf`;
  const { output, errors } = await runIn(commandLine, { files: { [name("lb1")]: text, [name("lb2")]: text } });
  expect(output + errors).toMatch(/owned|no.where/);
  expect(output + errors).not.toMatch(/^::error::owned|^where/m);
});
