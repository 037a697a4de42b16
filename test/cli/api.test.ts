import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lint } from "../../packages/cli/src/api.js";
import { bad, cleanWith } from "./command.js";

const root = join(import.meta.dirname, "../..");

test("the documentation's example prints what the documentation says", () => {
  // Inside the repository, so that its "type": "module" holds for the bundle.
  const folder = join(root, "node_modules/.cache/test-api");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  execFileSync(process.execPath, [join(root, "scripts/bundle.mjs"), folder]);
  const page = readFileSync(join(root, "docs/api.md"), "utf8");
  const [, code = "", output = ""] = /```js\n(.*?)```.*?```\n(.*?)```/s.exec(page) ?? [];
  writeFileSync(join(folder, "example.js"), code.replace('from "kalint"', 'from "./index.js"'));
  expect(execFileSync(process.execPath, [join(folder, "example.js")], { encoding: "utf8" })).toBe(output);
});

test("lint takes a target by name, levels, and refuses a target that is none", () => {
  const files = { "a.conf": bad };
  const result = lint({ files, target: "debian-12", rules: { "unknown-keyword": "info" } });
  expect([result.target, result.summary.errors, result.summary.infos]).toEqual(["2.2.7", 0, 1]);
  expect(lint({ files, only: ["vrrp"] }).files).toEqual([{ path: "a.conf", diagnostics: [] }]);
  expect(() => lint({ files, target: "debain-12" })).toThrow("Did you mean debian-12?");
  const wrong = { "unknown-keywrd": "off" } as const;
  expect(() => lint({ files, rules: wrong })).toThrow(
    new RangeError("there is no rule 'unknown-keywrd'. Did you mean unknown-keyword? 'kalint rules' lists them."),
  );
});

test("lint takes the options of rules", () => {
  const files = { "a.conf": cleanWith("version 3", "advert_int 0.05") };
  const only = ["short-advert-interval"];
  expect(lint({ files, only }).summary.warnings).toBe(1);
  const rules = { "short-advert-interval": ["error", { minimum: 0.05 }] } as const;
  expect(lint({ files, only, rules }).summary.errors).toBe(0);
  expect(() => lint({ files, rules: { "short-advert-interval": ["error", { minimum: 0 }] } })).toThrow(
    "it must be >= 0.01",
  );
});
