import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  applyFixes,
  effective,
  failover,
  format,
  fromJson,
  lint,
  migrate,
  toJson,
  why,
} from "../../packages/cli/src/api.js";
import { bundleInto } from "../support/command-bundle.js";
import { bad, cleanWith, folderOf } from "./command.js";

const root = join(import.meta.dirname, "../..");

test("the documentation's example prints what the documentation says", () => {
  const folder = join(root, "node_modules/.cache/test-api");
  mkdirSync(folder, { recursive: true });
  bundleInto(folder);
  const page = readFileSync(join(root, "docs/api.md"), "utf8");
  const [, code = "", output = ""] = /```js\n(.*?)```.*?```\n(.*?)```/s.exec(page) ?? [];
  writeFileSync(join(folder, "example.mjs"), code.replace('from "kalint"', 'from "./index.js"'));
  expect(execFileSync(process.execPath, [join(folder, "example.mjs")], { encoding: "utf8" })).toBe(output);
});

test("the types fit a strict program, as Node and as bundlers find them", () => {
  const folder = folderOf({
    "node_modules/kalint/package.json": readFileSync(join(root, "package.json")),
    "program.mts": `import { format, lint, nodeHost, parse, type CheckOutput } from "kalint";
const result: CheckOutput = lint({ files: { "a.conf": "" }, rules: { "unknown-keyword": "off" }, host: nodeHost(".") });
const lines: number[] = result.files.flatMap((file) => file.diagnostics.map(({ range }) => range.start.line));
const kinds: string[] = parse(format("", { indent: "tab" })).problems.map(({ kind }) => kind);
// @ts-expect-error There is no such level.
lint({ rules: { "unknown-keyword": "fatal" } });
export { kinds, lines };
`,
  });
  // As after an install: nothing of this repository's packages can be found from there.
  cpSync(join(root, "dist"), join(folder, "node_modules/kalint/dist"), { recursive: true });
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  for (const [module, resolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const options = `--strict --noEmit --target es2022 --module ${module} --moduleResolution ${resolution} program.mts`;
    const { stdout, status } = spawnSync(process.execPath, [compiler, ...options.split(" ")], { cwd: folder });
    expect([module, `${stdout}`, status]).toEqual([module, "", 0]);
  }
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

test("migrate gives what the command gives, and refuses a release that there is not", () => {
  const files = { "keepalived.conf": "global_defs {\n    plugin_dir /lib\n}\n" };
  const { from, to, files: found, changes } = migrate({ files, from: "1.2.2", to: "debian-12" });
  expect([from, to]).toEqual(["1.2.2", "2.2.7"]);
  expect(found[0]?.arising.map(({ rule }) => rule)).toEqual(["unknown-keyword"]);
  expect(found[0]?.changes).toEqual([{ id: "gone global_defs/plugin_dir", lines: [2] }]);
  expect(changes.length).toBeGreaterThan(100);
  expect(() => migrate({ files, from: "never" })).toThrow(RangeError);
});

test("toJson and fromJson are each other's inverse, and name the place of what they refuse", () => {
  const text = "# of the team\nglobal_defs {\n    router_id lb1 # as named\n}\n";
  const value = toJson(text);
  expect(value.items).toMatchObject([{ keyword: "global_defs", comments: ["# of the team"] }]);
  expect([fromJson(value), fromJson(JSON.stringify(value))]).toEqual([text, text]);
  expect(() => toJson("global_defs {\n")).toThrow(
    new RangeError("the text:1:13: this block is never closed; `kalint check` names the line where its } is missing"),
  );
  const items = [{ keyword: "vrrp_version", arguments: ['a"b'] }];
  expect(() => fromJson({ version: 1, items })).toThrow(/^\/items\/0\/arguments\/0: the word/);
  expect(() => fromJson('{ "version": 1 }')).toThrow(RangeError);
  expect(() => fromJson("{")).toThrow(SyntaxError);
});

test("lint throws where the program is wrong, instead of finding nothing", () => {
  const files = { "a.conf": bad };
  const wrong = (options: object) => () => lint(options as Parameters<typeof lint>[0]);
  expect(wrong({ file: "a.conf" })).toThrow(
    new TypeError(
      "there is no option 'file'. Did you mean files? Known: files, host, paths, target, configId, clusters, rules, only.",
    ),
  );
  expect(wrong({})).toThrow(new TypeError("nothing to read: give files or paths"));
  expect(wrong({ files, only: ["unknown-keywrd"] })).toThrow(
    new RangeError("only: there is no rule and no category 'unknown-keywrd'. Did you mean unknown-keyword?"),
  );
  expect(wrong({ paths: ["/nowhere/keepalived.conf"] })).toThrow(
    new RangeError("/nowhere/keepalived.conf: cannot be read"),
  );
});

test("the other functions refuse options that they do not have, too", () => {
  const files = { "a.conf": bad };
  const asAnything = <Result>(call: (...all: never[]) => Result) => call as (...all: unknown[]) => Result;
  const unknown = [
    () => asAnything(format)(bad, { indnt: 2 }),
    () => asAnything(failover)({ files, only: ["cluster"] }),
    () => asAnything(effective)({ files, path: "a.conf", fles: 1 }),
    () => asAnything(applyFixes)({ files, unsaf: true }),
    () => asAnything(migrate)({ files, from: "1.2.2", target: "2.2.7" }),
  ];
  for (const call of unknown) expect(call).toThrow(/^there is no option '\w+'/);
  expect(() => format(bad, { indent: 2, align: "none" })).not.toThrow();
  expect(() => migrate({ from: "1.2.2" })).toThrow(new TypeError("nothing to read: give files or paths"));
});

test("failover, effective, applyFixes and why answer as the commands do", () => {
  const host = (state: string, priority: number) =>
    `vrrp_instance web {\n    state ${state}\n    interface eth0\n    virtual_router_id 27\n    priority ${priority}\n    virtual_ipaddress {\n        192.0.2.10/24\n    }\n}\n`;
  const files = { "lb1.conf": host("MASTER", 150), "lb2.conf": host("BACKUP", 100) };
  const [cluster] = failover({ files }).clusters;
  expect(cluster?.virtualRouters[0]?.events.slice(0, 2).map(({ masters }) => masters)).toEqual([["lb1"], ["lb2"]]);
  expect(
    effective({ files: { "a.conf": "$ID=27\nvrrp_instance web {\nvirtual_router_id $ID\n}\n" }, path: "a.conf" }),
  ).toContain("virtual_router_id 27");
  expect(applyFixes({ files: { "lb1.conf": host("master", 150) } })["lb1.conf"]).toBe(host("MASTER", 150));
  expect(applyFixes({ files })).toEqual({});
  // One correction brings the next one to light.
  const twice = `vrrp_instnce web {\n    state master\n${host("MASTER", 150).split("\n").slice(2).join("\n")}`;
  expect(applyFixes({ files: { "lb1.conf": twice } })["lb1.conf"]).toBe(host("MASTER", 150));
  expect(why("unknown-keyword")).toContain("# unknown-keyword");
  expect(() => why("unknown-keywrd")).toThrow(RangeError);
  // As a program without types may call it.
  expect(() => why({} as unknown as string)).toThrow(new TypeError("why takes the id of a rule"));
});
