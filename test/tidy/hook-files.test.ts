import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const text = readFileSync(join(import.meta.dirname, "../../.pre-commit-hooks.yaml"), "utf8");
const patternOf = (key: string) => new RegExp(new RegExp(`^  ${key}: &\\w+ '(.+)'$`, "m").exec(text)![1]!);
const [files, exclude] = [patternOf("files"), patternOf("exclude")];

test.each([
  ["keepalived.conf", true],
  ["lb1/keepalived.conf", true],
  ["roles/keepalived/templates/keepalived.conf.j2", true],
  ["etc/keepalived/conf.d/web.conf", true],
  ["web.keepalived.conf", true],
  ["notes.conf", false],
  ["keepalived.service.d/override.conf", false],
  ["etc/systemd/system/keepalived.service.d/limits.conf", false],
  ["keepalived@lb1.service.d/10-env.conf", false],
  ["etc/rsyslog.d/keepalived.conf", false],
  ["etc/tmpfiles.d/keepalived.conf", false],
  ["etc/modules-load.d/keepalived.conf", false],
  ["etc/monit.d/keepalived.conf", false],
])("the hooks of pre-commit take %s: %s", (path, isTaken) => {
  expect(files.test(path) && !exclude.test(path)).toBe(isTaken);
});

test("both hooks take the same files", () => {
  expect(text.match(/^ {2}files: /gm)).toHaveLength(2);
  expect(text.match(/^ {2}exclude: /gm)).toHaveLength(2);
});
