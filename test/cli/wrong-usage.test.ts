// What is wrong with a command line is said in one sentence on standard error; nothing is printed or written, exit 2.
import { expect, test } from "vitest";
import { runIn } from "./command.js";

const cases: readonly [commandLine: string, message: string][] = [
  ["help nope", "the command cannot be 'nope'. Allowed: check, format, "],
  ["lsp --socket abc", "--socket takes a port number from 1 to 65535, not 'abc'."],
  ["lsp --socket 0", "--socket takes a port number from 1 to 65535, not '0'."],
  ["lsp --socket 99999", "--socket takes a port number from 1 to 65535, not '99999'."],
  ["lsp --stdio --node-ipc", "only one of --stdio, --socket and --node-ipc can be used."],
  ["completions ksh", "the shell cannot be 'ksh'."],
  ["explain nope", "there is no rule and no keyword 'nope'."],
  ["init --target x", "--target cannot be 'x'."],
  ["check --config none.json a.conf", "none.json: the configuration cannot be read"],
  ["check --rule x a.conf", "--rule 'x' is not of the form ID=LEVEL"],
  ["check --only nope a.conf", "--only: there is no rule 'nope'."],
  ["check --fail-level bad a.conf", "--fail-level cannot be 'bad'."],
  ["check --max-warnings abc a.conf", "--max-warnings takes a whole number from 0, not 'abc'."],
  ["check --baseline none.json a.conf", "none.json: the baseline cannot be read"],
  ["check --output-file none/x a.conf", "none/x: there is no folder none: make it first"],
  ["check --reason x a.conf", "--reason goes with --add-suppressions."],
  ["check --unsafe-fixes a.conf", "--unsafe-fixes goes with --fix or --diff."],
  ["check --statistics --format sarif a.conf", "--statistics goes with --format text, concise or json"],
  [
    "check --stdin-filename x.conf a.conf",
    "--stdin-filename names standard input, which is not read: add - as the path",
  ],
  ["completions tcsh", "the shell cannot be 'tcsh'. Allowed: bash"],
  ["check --target debian-99 a.conf", "--target cannot be 'debian-99'. Allowed:"],
  ["format --format xml a.conf", "--format cannot be 'xml'."],
  ["effective --diff none.conf a.conf", "none.conf: no such file or directory"],
  ["failover --target x a.conf", "--target cannot be 'x'."],
  ["generate real-server --format x a.conf", "--format cannot be 'x'."],
  ["generate real-server --real-server nope a.conf", "--real-server: 'nope' is no address."],
];

test.each(cases)("kalint %s", async (commandLine, message) => {
  const { status, output, errors } = await runIn(commandLine, { files: { "a.conf": "global_defs {\n}\n" } });
  expect(errors.startsWith(`kalint: ${message}`), errors).toBe(true);
  expect([status, output, errors.split("\n").length]).toEqual([2, "", 2]);
});
