import { type Diagnostic, rules } from "@kalint/lint";
import { changesBetween, localeOf, localeOfEnvironment, say, speakLocale, unformatted } from "@kalint/schema";
import { afterEach, describe, expect, test } from "vitest";
import { messages as commandMessages } from "../../packages/cli/src/locale/zh-cn/index.js";
import { catalogue } from "../../packages/schema/src/locale/zh-cn/index.js";
import { join } from "../../packages/schema/src/locale/zh-cn/join.js";
import { runIn } from "../cli/command.js";
import { lintExample, rulesOf } from "../lint/support.js";

// Tests of one worker share the modules, and with them the language.
afterEach(() => speakLocale("en"));

/** Where English has a verb in the form that fits the number, and Chinese none. */
const withoutVerb = new Set([
  "{0} (once {1} {2} defined above its use)",
  ", and so {0} {1}",
  ", and {0} more {1} left",
  "real_server {0} of {1} {2} on {3} but not on {4}{5}",
  "real_server {0} of {1} {2} on {3} but not on {4}",
]);

const placeholders = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([found]) => found).sort();

/** Words that English sentences have, and no configuration. */
const english =
  /\b(?:the|this|is|are|it|its|they|of|an|has|have|with|by|which|that|does|fails?|write|remove)\b(?![-_:])/;

/** What Chinese texts say themselves, without what they show: code, quotations, names, options and command lines. */
const prose = (text: string) =>
  text.replace(/`[^`]*`|"[^"]*"|'[^']*'|--[\w-]+|^ +(?:kalint|git|bash|zsh|fish) .*/gm, "");

function textsIn({ message, why, help, related = [], fixes = [] }: Diagnostic): readonly string[] {
  return [message, why, help, ...related.map((each) => each.message), ...fixes.map(({ title }) => title)];
}

describe("the catalogue", () => {
  const messages = Object.entries({ ...catalogue.messages, ...commandMessages });
  const texts = Object.values(catalogue.rules).flatMap(({ summary, why, advice }) => [summary, why, advice]);

  test("is whole", () => {
    expect(messages.length).toBeGreaterThan(1500);
    expect(texts.length).toBeGreaterThan(600);
  });

  test("has the values of each message, but for a verb that Chinese does without", () => {
    for (const [template, translation] of messages) {
      const missing = placeholders(template).filter((each) => !placeholders(translation).includes(each));
      const added = placeholders(translation).filter((each) => !template.includes(each));
      expect([template, missing.length, added]).toEqual([template, withoutVerb.has(template) ? 1 : 0, []]);
    }
  });

  test("has no English words", () => {
    const all = [...messages.map(([, translation]) => translation), ...texts];
    expect(all.filter((text) => english.test(prose(text)))).toEqual([]);
  });

  test("begins as the English where a message begins behind another text, or goes on after it", () => {
    const behind = messages.filter(([template]) => /^[,;:] /.test(template));
    expect(behind.length).toBeGreaterThan(0);
    expect(behind.filter(([, translation]) => !/^[，；：、（的]/.test(translation))).toEqual([]);
  });

  test("says of each rule whole sentences, with a blank between Chinese and Latin words, and wide marks", () => {
    expect(texts.filter((text) => !/\p{Script=Han}.*[。）]$/su.test(text))).toEqual([]);
    const narrow = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han}[,;:?!]/u;
    expect(texts.filter((text) => narrow.test(prose(text)))).toEqual([]);
  });

  test("keeps the keywords of what it translates", () => {
    for (const rule of rules) {
      const code = (text: string) => new Set(text.match(/`[^`]+`/g));
      const translated = catalogue.rules[rule.id as keyof typeof catalogue.rules];
      expect([rule.id, code(translated.advice)]).toEqual([rule.id, code(rule.advice)]);
    }
  });
});

test("every finding of every rule is said in Chinese, and is the same finding", async () => {
  const facts = ({ rule, place, severity, values, daemon, fixes = [] }: Diagnostic) => ({
    rule,
    place,
    severity,
    values,
    daemon,
    edits: fixes.map(({ edits }) => edits),
  });
  const inEnglish = new Set<string>();
  for (const rule of rules) {
    const example = rule.bad[0]!;
    await speakLocale("en");
    const only = rulesOf(example, rule.id);
    const before = lintExample(example, rule.id, only).diagnostics.map(facts);
    await speakLocale("zh-CN");
    const { diagnostics } = lintExample(example, rule.id, only);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.map(facts)).toEqual(before);
    if (diagnostics.flatMap(textsIn).some((text) => english.test(prose(text)))) inEnglish.add(rule.id);
  }
  expect([...inEnglish]).toEqual([]);
});

test.each([
  ["1.2.2", "2.4.3"],
  ["2.4.3", "1.2.2"],
  ["2.0.20", "2.2.7"],
] as const)("every change from %s to %s is said in Chinese, and is the same change", async (from, to) => {
  const inEnglish = changesBetween(from, to);
  await speakLocale("zh-CN", { "zh-CN": async () => commandMessages });
  const inChinese = changesBetween(from, to);
  expect(inChinese.map(({ id }) => id)).toEqual(inEnglish.map(({ id }) => id));
  // What may be written, and what replaces a keyword, are texts of keywords.
  const said = inChinese.filter(({ kind }) => kind !== "values" && kind !== "gone");
  const texts = said.flatMap(({ before, after, advice }) => [before, after, advice]);
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => english.test(prose(text)) || !/\p{Script=Han}.*。$/u.test(text))).toEqual([]);
});

test("the formatter says in Chinese why it leaves lines as they are", async () => {
  await speakLocale("zh-CN");
  expect(unformatted({ kind: "unclosed-block", line: 5, lines: [4, 6] })).toBe(
    "第 4 至 6 行保持原样：括号不配对：第 5 行的 '{' 没有关闭",
  );
});

describe("a text", () => {
  test("is English where no language is spoken, and where the catalogue lacks it", async () => {
    expect(say`nothing tracks vrrp_script ${"up"}: it never runs`).toBe("nothing tracks vrrp_script up: it never runs");
    await speakLocale("zh-CN");
    expect(say`nothing tracks vrrp_script ${"up"}: it never runs`).toBe("没有任何对象跟踪 vrrp_script up：它从不运行");
  });

  test("shows a value as it is, whatever it holds", async () => {
    await speakLocale("zh-CN");
    expect(say`nothing tracks vrrp_script ${"$& {0}"}: it never runs`).toBe(
      "没有任何对象跟踪 vrrp_script $& {0}：它从不运行",
    );
  });

  test.each([
    ["没有 ", "实例", "没有实例"],
    ["没有", "virtual_router_id", "没有 virtual_router_id"],
    ["lb1", "的地址", "lb1 的地址"],
    ["web ", "（在顶层）", "web（在顶层）"],
    ["值为 ", "12", "值为 12"],
    ["", "值", "值"],
  ])("%j and %j", (text, next, both) => {
    expect(join(text, next)).toBe(both);
  });
});

describe("the language", () => {
  test.each([
    ["zh_CN.UTF-8", "zh-CN"],
    ["zh-cn", "zh-CN"],
    ["zh-Hans", "zh-CN"],
    ["zh_SG.UTF-8", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh_TW.UTF-8", undefined],
    ["zh-Hant-HK", undefined],
    ["C", "en"],
    ["C.UTF-8", "en"],
    ["POSIX", "en"],
    ["en_GB.UTF-8", "en"],
    ["de_DE@euro", undefined],
  ])("%s is %s", (name, locale) => {
    expect(localeOf(name)).toBe(locale);
  });

  test.each([
    [{ LC_ALL: "zh_CN.UTF-8", LANG: "en_US.UTF-8" }, "zh-CN"],
    [{ LC_ALL: "", LC_MESSAGES: "zh_CN.UTF-8", LANG: "C" }, "zh-CN"],
    [{ LC_ALL: "C", LANG: "zh_CN.UTF-8" }, "en"],
    [{ LANG: "zh_CN.UTF-8" }, "zh-CN"],
    [{ LANG: "fr_FR.UTF-8" }, "en"],
    [{}, "en"],
  ])("%j gives %s", (environment, locale) => {
    expect(localeOfEnvironment(environment)).toBe(locale);
  });
});

describe("the command", () => {
  const files = {
    "keepalived.conf": `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    advert_intt 2
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
  };
  const chinese = { NO_COLOR: "1", LC_ALL: "zh_CN.UTF-8" };

  test("speaks as the environment says, and as --locale says before that", async () => {
    const { output } = await runIn("check", { files, environment: chinese });
    expect(output).toContain('未知关键字 "advert_intt"（在 vrrp_instance 中）；是否想写 advert_int？');
    expect(output).toContain("  处理  ");
    expect(output).toContain("1 个文件中有 1 个错误");
    expect((await runIn("check --locale en", { files, environment: chinese })).output).toContain("unknown keyword");
    expect((await runIn("--locale=zh check", { files })).output).toContain("未知关键字");
    expect((await runIn("check", { files })).output).toContain("unknown keyword");
  });

  test.each([
    "",
    ..."check format explain effective convert rules failover graph migrate generate init completions lsp".split(" "),
    "generate real-server",
  ])("helps with %j", async (name) => {
    const { output, status } = await runIn(`${name} --help`, { environment: chinese, columns: 80 });
    expect(status).toBe(0);
    expect(output).toMatch(/^用法： kalint/);
    expect(prose(output)).not.toMatch(english);
  });

  test.each([
    ["check --nope", "未知选项 '--nope'\n允许的用法见 'kalint check --help'。"],
    ["check --tharget 2.2.7", "未知选项 '--tharget'\n（是否想写 --target？）\n允许的用法见 'kalint check --help'。"],
    ["explain", "缺少必需的参数 'NAME'\n允许的用法见 'kalint explain --help'。"],
    [
      "explain weight weights",
      "'explain' 的参数过多：应为 1 个，实际为 2 个。\n允许的用法见 'kalint explain --help'。",
    ],
    ["check --target", "选项 '--target <VERSION>' 缺少值\n允许的用法见 'kalint check --help'。"],
    ["generate nope", "未知命令 'nope'\n允许的用法见 'kalint generate --help'。"],
    ["check nope.conf", "nope.conf: 没有该文件或目录"],
    ["check --fail-level errors", "--fail-level 不能为 'errors'。是否想写 error？允许的值：error, warning, info。"],
  ])("%s: an error", async (line, said) => {
    const { errors, status } = await runIn(line, { files, environment: chinese });
    expect([status, errors.trimEnd()]).toEqual([2, `kalint: ${said}`]);
  });

  test.each(["text", "concise"])("writes a %s report over the one that it has written before", async (format) => {
    const line = `check --format ${format} --output-file report`;
    const { directory } = await runIn(line, { files, environment: chinese });
    const again = await runIn(line, { directory, environment: chinese });
    expect([again.status, again.errors]).toEqual([1, ""]);
  });

  test("names the languages it has where another one is asked for, and is silent where the environment asks", async () => {
    const wrong = await runIn("check --locale fr", { files });
    expect(wrong.status).toBe(2);
    expect(wrong.errors).toBe("kalint: --locale cannot be 'fr'. Allowed: en, zh-CN.\n");
    const german = await runIn("check", { files, environment: { NO_COLOR: "1", LANG: "de_DE.UTF-8" } });
    expect(german.errors).toBe("");
    expect(german.output).toContain("unknown keyword");
  });

  /** Everything of an output but the texts that a person reads. */
  const machine = (output: string) =>
    JSON.parse(output, (key, value) =>
      ["message", "why", "help", "title", "description", "text", "markdown", "body"].includes(key)
        ? typeof value
        : value,
    );

  test.each(["json", "sarif", "gitlab", "rdjson"])("has the same ids, keys and fingerprints in %s", async (format) => {
    const english = await runIn(`check --format ${format}`, { files });
    const translated = await runIn(`check --format ${format}`, { files, environment: chinese });
    expect(machine(translated.output)).toEqual(machine(english.output));
    expect(translated.output).not.toBe(english.output);
  });

  test("knows a baseline that was written in another language", async () => {
    const { directory } = await runIn("check --write-baseline known.json", { files });
    const again = await runIn("check --baseline known.json", { directory, environment: chinese });
    expect([again.status, again.errors]).toEqual([0, ""]);
  });

  test("breaks Chinese lines at any character but before a mark", async () => {
    const { output } = await runIn("explain mismatched-virtual-addresses", { environment: chinese, columns: 60 });
    const lines = output.split("\n");
    expect(lines.filter((line) => /^\s*[，。；：、）]/.test(line))).toEqual([]);
    const wide = (line: string) => [...line].length + [...line].filter((each) => each > "\u2e80").length;
    expect(Math.max(...lines.filter((line) => /\p{Script=Han}/u.test(line)).map(wide))).toBeLessThanOrEqual(62);
  });
});
