import { expect, test } from "vitest";
import { cleanWith, runIn } from "./command.js";

/** Each secret starts with Zq, which nothing else does. */
const text = `$SECRET_PASS=Zq9topsecret
$X=Zq8indirect
${cleanWith(
  "authentication {",
  "    auth_type PASS",
  "    auth_pass Zq1longsecretword extraZq2",
  '    auth_pass "Zq3 other"',
  "    auth_pas Zq4typo",
  "    auth_pass $SECRET_PASS",
  "    auth_pass $X",
  "    # auth_pass Zq5commented",
  "}",
  "auth_pass Zq6misplaced",
)}
SSL {
    password "Zq0 quoted" keyy x
}
`;

const formats = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "checkstyle", "junit", "rdjson"];

test.each([
  ...formats.map((format) => `--format ${format} a.conf`),
  "effective a.conf",
  "effective --json a.conf",
  "failover a.conf",
  "graph a.conf",
  "format --format json a.conf",
  ...["text", "markdown", "json"].map((format) => `migrate --from 1.2.2 --to 2.2.7 --format ${format} a.conf`),
])("kalint %s shows no password", async (commandLine) => {
  const { output, errors } = await runIn(commandLine, { files: { "a.conf": text } });
  expect(output + errors).not.toContain("Zq");
  expect(output + errors).not.toBe("");
});

test("a baseline holds none", async () => {
  const result = await runIn("--write-baseline b.json a.conf", { files: { "a.conf": text } });
  expect(result.read("b.json")).not.toContain("Zq");
});

test("columns stay, and --show-passwords shows them", async () => {
  const { output } = await runIn("--only auth-pass-too-long a.conf", { files: { "a.conf": text } });
  expect(output).toContain("auth_pass ***************** *******");
  const shown = await runIn("effective --show-passwords a.conf", { files: { "a.conf": text } });
  expect(shown.output).toContain("auth_pass Zq1longsecretword");
});

test("prose about passwords is left alone", async () => {
  const prose = "# password of the old cluster: see the wiki\nunknown_word x\n";
  const { output } = await runIn("a.conf", { files: { "a.conf": prose } });
  expect(output).toContain("# password of the old cluster: see the wiki");
});
