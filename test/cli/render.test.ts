// `kalint check --render`: what a renderer prints, checked at its places in the template.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../../packages/cli/src/rendered/command.js";
import { correspondenceOf } from "../../packages/cli/src/rendered/correspondence.js";
import { numberedLines } from "../support/numbered-lines.js";
import { folderOf, runIn } from "./command.js";

const template = `global_defs {
    router_id {{ host }}
}

vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id {{ id }}
    priority {{ priority }}
    {{ extra }}
    virtual_ipaddress {
        192.0.2.1/24 dev eth0
    }
}
`;

/** The values of a host as the renderer takes them: a script for sed. */
function valuesOf(values: Readonly<Record<string, string | number>>): string {
  const all = { extra: "", id: 7, ...values };
  return Object.entries(all)
    .map(([name, value]) => `s|{{ ${name} }}|${String(value).replaceAll("\n", "\\n")}|\n`)
    .join("");
}

type Values = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

function filesFor(values: Values, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const scripts = Object.entries(values).map(([host, each]) => [`${host}.sed`, valuesOf({ host, ...each })] as const);
  return { "templates/keepalived.conf.j2": template, ...Object.fromEntries(scripts), ...more };
}

const both = { lb1: { priority: 150 }, lb2: { priority: 100 } };
const command = "sed -f {host}.sed {file}";
const perHost = ["--render", command, "--render-host", "lb1", "--render-host", "lb2"];
const forOne = perHost.slice(0, 4);
const concise = ["--format", "concise", "--quiet"];

async function check(
  values: Values,
  more: Readonly<Record<string, string>> = {},
  options: readonly string[] = perHost,
) {
  const { status, output, errors } = await runIn(["check", ...concise, ...options], { files: filesFor(values, more) });
  return { status, lines: output.split("\n").filter((line) => line !== ""), errors };
}

describe("findings of renderings stand in the template", () => {
  test("none where every host has a configuration without any", async () => {
    expect(await check(both)).toEqual({ status: 0, lines: [], errors: "" });
  });

  test("once for all hosts, or with the hosts that have it", async () => {
    const { status, lines } = await check({
      lb1: { id: 300, priority: 150, extra: "nopreemt" },
      lb2: { id: 300, priority: 300 },
    });
    expect(status).toBe(1);
    expect(lines.map((line) => line.replace(/^templates\/keepalived.conf.j2:/, ""))).toEqual([
      '8:23: error: virtual_router_id takes a whole number from 1 to 255, not "300" [invalid-argument]',
      '9:14: error: priority takes a whole number from 1 to 255, not "300" (rendered for lb2) [invalid-argument]',
      '10:5: error: unknown keyword "nopreemt" in vrrp_instance; did you mean nopreempt? (rendered for lb1) [unknown-keyword]',
    ]);
  });

  test("in each turn of a loop, with a real template engine", async () => {
    const loop = "{% for id in ids %}\nvrrp_instance web_{{ id }} {\n    priority {{ id }}\n}\n{% endfor %}\n";
    const renderer = `import nunjucks from ${JSON.stringify(import.meta.resolve("nunjucks"))};
      console.log(nunjucks.renderString(${JSON.stringify(loop)}, { ids: [7, 300, 8] }));`;
    const files = { "loop.conf.j2": loop, "render.mjs": renderer };
    const given = [
      "check",
      ...concise,
      "--only",
      "invalid-argument",
      "--render",
      `"${process.execPath}" render.mjs {file}`,
      "loop.conf.j2",
    ];
    const { output } = await runIn(given, { files });
    expect(output).toBe(
      'loop.conf.j2:3:14: error: priority takes a whole number from 1 to 255, not "300" [invalid-argument]\n',
    );
  });

  test("a line that the template does not have is named, without its password", async () => {
    const extra = "authentication {\n        auth_type PASS\n        auth_pass k8Gz2pQw9\n    }";
    const { lines } = await check({ lb1: { priority: 150, extra } }, {}, forOne);
    expect(lines).toEqual([
      expect.stringMatching(/^templates\/keepalived.conf.j2:\d+:5: warning: .* \[auth-pass-too-long\]$/),
    ]);
    expect(lines.join()).not.toContain("k8Gz2pQw9");
  });

  test("the nodes of kalint.json are the hosts, and make a cluster", async () => {
    const node = (name: string) => ({ name, file: "templates/keepalived.conf.j2" });
    const configuration = JSON.stringify({ clusters: [{ name: "web", nodes: [node("lb1"), node("lb2")] }] });
    const same = { lb1: { priority: 100 }, lb2: { priority: 100 } };
    const { lines } = await check(same, { "kalint.json": configuration }, ["--render", command]);
    expect(lines).toEqual([expect.stringMatching(/^templates\/keepalived.conf.j2:9:14: .*\[equal-priority\]$/)]);
  });

  test("what kalint.json sets for the template counts for what it is rendered to", async () => {
    const overrides = [{ files: ["templates/*.j2"], rules: { "invalid-argument": "off" } }];
    const { lines } = await check({ lb1: { id: 300 } }, { "kalint.json": JSON.stringify({ overrides }) }, forOne);
    expect(lines.filter((line) => line.includes("invalid-argument"))).toEqual([]);
  });

  test("files that are no templates are checked as they are", async () => {
    const plain = { "other/keepalived.conf": "vrrp_instance a {\n    nopreemt\n}\n" };
    const { lines } = await check(both, plain);
    expect(lines.join("\n")).toContain('other/keepalived.conf:2:5: error: unknown keyword "nopreemt"');
  });
});

describe("what goes wrong is said with its place, and the others go on", () => {
  test("a template that cannot be rendered for one host", async () => {
    const { status, lines, errors } = await check({ lb2: { id: 300, priority: 100 } });
    expect(status).toBe(2);
    expect(errors).toMatch(
      /^kalint: templates\/keepalived.conf.j2: not rendered for lb1: sed ended with status \d+: .*lb1.sed/,
    );
    expect(lines.join("\n")).toContain("invalid-argument");
  });

  test.each([
    ["no-such-program {file}", "the program no-such-program is not found"],
    ["true {file}", "the command printed nothing"],
    [
      `sh -c "echo 'a: line 4: what' >&2; exit 3" {file}`,
      "j2:4: not rendered: sh ended with status 3: a: line 4: what",
    ],
    ["yes {file}", "printed more than 8 MB"],
  ])("%s", async (given, expected) => {
    const { status, errors } = await check(both, {}, ["--render", given]);
    expect(errors).toContain(expected);
    expect(status).toBe(2);
  });

  test("a renderer that takes too long ends with all that it has started", async () => {
    const directory = folderOf(filesFor(both));
    const given = `sh -c "(sleep 0.6; touch late) & wait" {file}`;
    const { errors } = await runIn(["check", "--render", given, "--render-timeout", "0.2"], { directory });
    expect(errors).toContain("sh took more than 0.2 s (--render-timeout)");
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(existsSync(join(directory, "late"))).toBe(false);
  });

  test.each([
    [["--render", "render"], "--render has no {file}"],
    [["--render", "render {file} {host}"], "no host of templates/keepalived.conf.j2 is known"],
    [["--render", "render {file}", "--render-host", "lb1"], "--render-host goes with {host} in --render."],
    [["--render-host", "lb1"], "--render-host goes with --render."],
    [["--render-timeout", "5"], "--render-timeout goes with --render."],
    [["--render", "render {file}", "--render-timeout", "soon"], "--render-timeout takes a number of seconds"],
    [["--render", "render {file}", "--fix"], "--render checks what templates are rendered to, and changes nothing"],
    [["--render", "render {file} | tidy"], "--render, column 15: '|' needs a shell, and none is started."],
    [["--render", "render 'a {file}"], "--render, column 8: the ' is never closed."],
  ])("%j", async (given, expected) => {
    const { status, errors } = await check(both, {}, given);
    expect(errors).toContain(expected);
    expect(status).toBe(2);
  });

  test("a repository cannot bring the command", async () => {
    const { status, errors } = await check(both, { "kalint.json": '{ "render": "touch {file}" }' }, []);
    expect(errors).toContain("kalint.json:1:3: ");
    expect(status).toBe(2);
  });

  test("nothing of a path is read as an option, and nothing of it by a shell", async () => {
    const name = "-e;$(touch x).conf.j2";
    const { errors, output, directory } = await runIn(["check", ...concise, "--render", "echo {file}", "--", name], {
      files: { [name]: template },
    });
    expect([errors, output]).toEqual(["", expect.stringContaining(`"./-e;$(touch"`)]);
    expect(existsSync(join(directory, "x"))).toBe(false);
  });
});

test.each([
  ["a b  c", ["a", "b", "c"]],
  [`sh -c 'x "$1" | y' sh {file}`, ["sh", "-c", 'x "$1" | y', "sh", "{file}"]],
  [`a"b c"d`, ["ab cd"]],
  [String.raw`a\ b "c\"d\n" 'e\f'`, ["a b", String.raw`c"d\n`, String.raw`e\f`]],
  ["", []],
])("the words of %s", (given, expected) => {
  expect(wordsOf(given)).toEqual(expected);
});

describe("each line of a rendering comes from the line of the template that gives it", () => {
  const folder = join(import.meta.dirname, "../../fixtures/templates/proof");
  const environment = new nunjucks.Environment(null, { autoescape: false });

  test.each(["instances.conf", "services.conf"])("%s", (name) => {
    // A tag that removes a line end would remove none behind a number.
    const text = readFileSync(join(folder, `${name}.j2`), "utf8").replaceAll("-%}", "%}");
    const sets: readonly object[] = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
    let compared = 0;
    for (const set of sets) {
      const lines = environment.renderString(text, set).split("\n");
      const marked = environment
        .renderString(
          numberedLines(text, "jinja", (line) => `@L${line}@`),
          set,
        )
        .split("\n");
      expect(marked.length).toBe(lines.length);
      const correspondence = correspondenceOf(text, "jinja", lines.join("\n"));
      let offset = 0;
      for (const [index, line] of lines.entries()) {
        const expected = /@L(\d+)@/.exec(marked[index]!)?.[1];
        if (expected !== undefined && line.trim() !== "") {
          const start = offset + line.length - line.trimStart().length;
          const origin = correspondence.originOf({ start, end: offset + line.trimEnd().length });
          expect([text.slice(0, origin.end).split("\n").length, origin.isExact], line).toEqual([
            Number(expected),
            true,
          ]);
          compared += 1;
        }
        offset += line.length + 1;
      }
    }
    expect(compared).toBeGreaterThan(30);
  });
});
