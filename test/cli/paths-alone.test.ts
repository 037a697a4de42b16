import { Command } from "commander";
import { expect, test } from "vitest";
import { checkCommand } from "../../packages/cli/src/command-lines.js";
import { noCheckOptions, pathsAlone } from "../../packages/cli/src/paths-alone.js";

test("a check without options has those that commander makes of none", () => {
  const command = checkCommand(new Command()).parse(["a", "b"], { from: "user" });
  expect(command.opts()).toEqual(noCheckOptions);
  expect(command.args).toEqual(["a", "b"]);
});

test.each([
  ["", []],
  ["check", []],
  ["check a b", ["a", "b"]],
  ["a b", ["a", "b"]],
  ["a check", undefined],
  ["check check", undefined],
  ["format a", undefined],
  ["check format", undefined],
  ["help", undefined],
  ["check help", undefined],
  ["check -", undefined],
  ["check a --fix", undefined],
  ["check -- a", undefined],
  ["--locale en a", undefined],
])("paths of %j", (line, paths) => {
  expect(pathsAlone(line.split(" ").filter((word) => word !== ""))).toEqual(paths);
});
