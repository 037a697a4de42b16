import { expect, test } from "vitest";
import { runIn } from "./command.js";

/** A table: what is written wrong in one line of an instance, and what its fix changes for the daemon. */
const cases: readonly (readonly [line: string, effect: readonly string[]])[] = [
  ["nopremt", ["+ vrrp_instance web > nopreempt"]],
  ["advert-int 2", ["+ vrrp_instance web > advert_int 2"]],
  ["authentication { auth_type PASS\n auth_pass 12345678901\n }", []],
];

const configuration = (line: string) =>
  `vrrp_instance web {
 state BACKUP
 interface eth0
 virtual_router_id 27
 priority 100
 ${line}
 virtual_ipaddress {
  192.0.2.10/24
 }
}
`;

async function effectsOf(files: Readonly<Record<string, string>>): Promise<readonly (readonly string[] | undefined)[]> {
  const { output } = await runIn("check --format json .", { files });
  const report: { files: { diagnostics: { fixes: { effect?: readonly string[] }[] }[] }[] } = JSON.parse(output);
  return report.files.flatMap(({ diagnostics }) =>
    diagnostics.flatMap(({ fixes }) => fixes.map(({ effect }) => effect)),
  );
}

test.each(cases)("the fix of %j changes what is in force, and nothing else is told", async (line, effect) => {
  expect(await effectsOf({ "keepalived.conf": configuration(line) })).toContainEqual(effect);
});

test("hosts that change alike are told once, with the file that they include", async () => {
  const main = (priority: number) => configuration("include part.conf").replace("100", String(priority));
  const files = { "a/keepalived.conf": main(100), "a/part.conf": "nopremt\n" };
  expect(await effectsOf(files)).toContainEqual(["+ vrrp_instance web > nopreempt"]);
});

test("no effect is told where nobody knows it: in templates", async () => {
  const [effect] = await effectsOf({ "keepalived.conf.j2": configuration("nopremt {{ more }}") });
  expect(effect).toBeUndefined();
});

test("--diff says before the patch what changes for keepalived", async () => {
  const { output } = await runIn("check --diff .", { files: { "keepalived.conf": configuration("nopremt") } });
  expect(output).toMatch(
    /^For keepalived this changes:\n {4}\+ vrrp_instance web > nopreempt\n--- keepalived\.conf\n\+\+\+ keepalived\.conf\n@@/,
  );
});

test("--diff says where nothing changes, and shows no password", async () => {
  const { output } = await runIn("check --diff .", {
    files: { "keepalived.conf": configuration(cases[2]![0]) },
  });
  expect(output).toMatch(/^For keepalived nothing changes\.\n--- /);
});

test("trying fixes leaves the places of the findings behind them where they are", async () => {
  const group = (name: string) => `vrrp_sync_group ${name} {\n group {\n  a\n  b\n }\n global_tracking\n}\n`;
  const files = { "keepalived.conf": `${group("one")}${configuration("track_interface {\n  eth1 weight -400\n }")}` };
  const { output: text } = await runIn("check --target 2.2.7 .", { files });
  expect(text).toMatch(/keepalived\.conf:14:15 .*invalid-argument/);
  const { output } = await runIn("check --target 2.2.7 --format json .", { files });
  const [{ diagnostics }] = JSON.parse(output).files;
  const found = diagnostics.find(({ message }: { message: string }) => message.includes("-400"));
  expect(found.range.start).toEqual({ line: 14, column: 15 });
});
