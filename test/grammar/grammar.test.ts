import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

let grammar: IGrammar;
let markdown: IGrammar;
let jinja: IGrammar;
const folder = fileURLToPath(new URL("../../fixtures/grammar/", import.meta.url));

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    getInjections: (scope) => (scope === "source.jinja" ? ["template.keepalived.block"] : undefined),
    async loadGrammar(scope) {
      if (scope === "source.jinja") return jinjaOfAnEditor;
      const name =
        scope === "source.keepalived"
          ? "keepalived"
          : `keepalived-in-${scope.startsWith("template") ? "templates" : "markdown"}`;
      const path = fileURLToPath(new URL(`../../grammars/${name}.tmLanguage.json`, import.meta.url));
      return textmate.parseRawGrammar(await readFile(path, "utf8"), path);
    },
  });
  const load = async (scope: string) => {
    const loaded = await registry.loadGrammar(scope);
    if (!loaded) throw new Error(`no grammar ${scope}`);
    return loaded;
  };
  grammar = await load("source.keepalived");
  markdown = await load("markdown.keepalived.codeblock");
  jinja = await load("source.jinja");
});

/**
 * `>` starts a line of text. A line of `^` below it names what the innermost scope over it starts with; `-` there means
 * that nothing but the file's own scope lies over it.
 */
function checkScopes(marked: string): void {
  const found: string[] = [];
  const expected: string[] = [];
  let state = textmate.INITIAL;
  let tokens: textmate.IToken[] = [];
  for (const line of marked.split("\n")) {
    if (line.startsWith(">")) {
      const result = grammar.tokenizeLine(line.slice(1), state);
      state = result.ruleStack;
      tokens = result.tokens;
      continue;
    }
    const marker = /^ *(\^+) (\S+)$/.exec(line);
    if (!marker) throw new Error(`neither text nor marker: ${line}`);
    const [, carets = "", scope = ""] = marker;
    const first = line.indexOf("^") - 1;
    const covered = tokens.filter((token) => token.endIndex > first && token.startIndex < first + carets.length);
    for (const token of covered) {
      const innermost = token.scopes.at(-1) ?? "";
      const name = innermost === "source.keepalived" ? "-" : innermost.replace(/\.keepalived$/, "");
      found.push(`${line}: ${name.startsWith(scope) ? scope : name}`);
      expected.push(`${line}: ${scope}`);
    }
    if (covered.length === 0) throw new Error(`nothing at ${line}`);
  }
  expect(found).toEqual(expected);
}

/** Every coloured part of a text with what it is, one a line. */
function colours(text: string, of: IGrammar): string {
  let state = textmate.INITIAL;
  const parts: string[] = [];
  for (const [number, line] of text.split("\n").entries()) {
    const result = of.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      const innermost = scopes.at(-1) ?? "";
      const part = line.slice(startIndex, endIndex).trim();
      if (innermost === "source.keepalived" || part === "") continue;
      parts.push(`${number + 1}: ${part}  ${innermost.replace(/\.keepalived$/, "")}`);
    }
  }
  return `${parts.join("\n")}\n`;
}

describe("the colours of", () => {
  for (const name of readdirSync(folder).filter((one) => /\.(conf|md)$/.test(one))) {
    test(name, async () => {
      const text = await readFile(folder + name, "utf8");
      await expect(colours(text, name.endsWith(".md") ? markdown : grammar)).toMatchFileSnapshot(
        `${folder}${name}.colours`,
      );
    });
  }
});

/** A grammar as the extensions for Jinja have it, as small as can be. */
const jinjaOfAnEditor = textmate.parseRawGrammar(
  JSON.stringify({
    scopeName: "source.jinja",
    patterns: [
      {
        begin: "\\{%",
        end: "%\\}",
        name: "meta.scope.jinja.tag",
        patterns: [{ match: "\\b(?:if|endif)\\b", name: "keyword.control.jinja" }],
      },
      { begin: "\\{\\{", end: "\\}\\}", name: "variable.meta.scope.jinja" },
    ],
  }),
  "jinja.json",
);

test("in a file of a Jinja editor the blocks have our colours, and all else keeps its own", () => {
  const text = `{% if a %}
state
vrrp_instance {{ name }} {
  {% if quiet %}
  nopreempt
  {% endif %}
}
{% endif %}
`;
  expect(colours(text, jinja).split("\n")).toEqual([
    "1: {%  meta.scope.jinja.tag",
    "1: if  keyword.control.jinja",
    "1: a  meta.scope.jinja.tag",
    "1: %}  meta.scope.jinja.tag",
    "2: state  source.jinja",
    "3: vrrp_instance  keyword.control.block",
    "3: {{  punctuation.section.embedded.begin",
    "3: name  variable.other.template",
    "3: }}  punctuation.section.embedded.end",
    "3: {  punctuation.section.block",
    "4: {%  punctuation.section.embedded.begin",
    "4: if quiet  variable.other.template",
    "4: %}  punctuation.section.embedded.end",
    "5: nopreempt  keyword.other.property",
    "6: {%  punctuation.section.embedded.begin",
    "6: endif  variable.other.template",
    "6: %}  punctuation.section.embedded.end",
    "7: }  punctuation.section.block",
    "8: {%  meta.scope.jinja.tag",
    "8: endif  keyword.control.jinja",
    "8: %}  meta.scope.jinja.tag",
    "",
  ]);
});

describe("the grammar colours", () => {
  test("blocks, their names and their keywords", () => {
    checkScopes(`\
>vrrp_instance VI_1 {
 ^^^^^^^^^^^^^ keyword.control.block
               ^^^^ entity.name.type
                    ^ punctuation.section.block
>    state MASTER
     ^^^^^ keyword.other.property
           ^^^^^^ support.constant.property-value
>    priority 100 # high
     ^^^^^^^^ keyword.other.property
              ^^^ constant.numeric
                   ^^^^^ comment.line.number-sign
>}
 ^ punctuation.section.block
>virtual_server 10.0.0.1 80 {
 ^^^^^^^^^^^^^^ keyword.control.block
                ^^^^^^^^ constant.numeric.ip-address.ipv4
                         ^^ constant.numeric`);
  });

  test("several statements on one line", () => {
    checkScopes(`\
>global_defs { router_id lb1 }
 ^^^^^^^^^^^ keyword.control.block
               ^^^^^^^^^ keyword.other.property
                         ^^^ -
                             ^ punctuation.section.block`);
  });

  test("free lines as addresses and options, not as keywords", () => {
    checkScopes(`\
>vrrp_instance VI_1 {
>  virtual_ipaddress {
   ^^^^^^^^^^^^^^^^^ keyword.control.block
>    10.0.0.5/24 dev eth0 scope global
     ^^^^^^^^^^^ constant.numeric.ip-address.ipv4
                 ^^^ variable.parameter.option
                     ^^^^ variable.other.constant.interface
                          ^^^^^ variable.parameter.option
                                ^^^^^^ support.constant.property-value
>    2001:db8::1/64 # v6
     ^^^^^^^^^^^^^^ constant.numeric.ip-address.ipv6
                     ^^^ comment
>    fe80::1%eth0/64
     ^^^^^^^ constant.numeric.ip-address.ipv6
            ^ keyword.operator.zone
             ^^^^ variable.other.constant.interface
>    @lb1 10.0.0.6 dev eth1
     ^ keyword.control.conditional
      ^^^ entity.name.label.config-id
          ^^^^^^^^ constant.numeric.ip-address.ipv4
                   ^^^ variable.parameter.option
                       ^^^^ variable.other.constant.interface
>  }
>  track_script {
>    state weight -20 reverse
     ^^^^^ entity.name.type
           ^^^^^^ variable.parameter.option
                  ^^^ constant.numeric
                      ^^^^^^^ support.constant.property-value
>  }
>  state BACKUP
   ^^^^^ keyword.other.property`);
  });

  test("a keyword only in the block that knows it", () => {
    checkScopes(`\
>priority 100
 ^^^^^^^^ -
          ^^^ constant.numeric
>vrrp_script chk {
>  priority 100
   ^^^^^^^^ -
>  weight 5
   ^^^^^^ keyword.other.property
>}
>virtual_server group web {
                ^^^^^ variable.parameter.option
>  real_server 10.0.0.2 80 {
   ^^^^^^^^^^^ keyword.control.block
>    weight MASTER
     ^^^^^^ keyword.other.property
            ^^^^^^ -
>    HTTP_GET {
     ^^^^^^^^ keyword.control.block
>      url {
>        path /health
         ^^^^ keyword.other.property
              ^^^^^^^ -
>      }
>      path /health
       ^^^^ -
>    }
>  }
>  real_server 10.0.0.3 80 { weight 1 } lb_algo rr
                             ^^^^^^ keyword.other.property
                                        ^^^^^^^ keyword.other.property
                                                ^^ support.constant.property-value
>}`);
  });

  test("track_file as lines in an instance and as a block at the top", () => {
    checkScopes(`\
>track_file up {
 ^^^^^^^^^^ keyword.control.block
            ^^ entity.name.type
>    file "/run/up"
     ^^^^ keyword.other.property
           ^^^^^^^ string.quoted.double
>}
>vrrp_instance VI_1 {
>  track_file {
   ^^^^^^^^^^ keyword.control.block
>    file weight 1
     ^^^^ entity.name.type
          ^^^^^^ variable.parameter.option
>  }
>}`);
  });

  test("a brace on the next line", () => {
    checkScopes(`\
>vrrp_instance VI_1
># with a comment between
 ^ punctuation.definition.comment
>
>{
 ^ punctuation.section.block
>  unicast_peer
>  {
   ^ punctuation.section.block
>    10.0.0.2 min_ttl 5
     ^^^^^^^^ constant.numeric.ip-address
              ^^^^^^^ variable.parameter.option
>  }
>  priority 5
   ^^^^^^^^ keyword.other.property
>}`);
  });

  test("what comes behind a missing brace", () => {
    checkScopes(`\
>virtual_server 10.0.0.1 80 {
>  real_server 10.0.0.2 80 {
>    weight 1
>
>vrrp_instance VI_1 {
 ^^^^^^^^^^^^^ keyword.control.block
>    state MASTER
     ^^^^^ keyword.other.property
>}
>vrrp_sync_group
>global_defs {
 ^^^^^^^^^^^ keyword.control.block
>    router_id lb1
     ^^^^^^^^^ keyword.other.property`);
  });

  test("two heads of one block, one for each host", () => {
    checkScopes(`\
>@lb1 vrrp_instance FIRST {
      ^^^^^^^^^^^^^ keyword.control.block
                    ^^^^^ entity.name.type
>@lb2 vrrp_instance SECOND {
 ^ keyword.control.conditional
  ^^^ entity.name.label.config-id
      ^^^^^^^^^^^^^ keyword.control.block
                    ^^^^^^ entity.name.type
>    priority 5
     ^^^^^^^^ keyword.other.property
>}
>vrrp_script chk {
 ^^^^^^^^^^^ keyword.control.block`);
  });

  test("script lines as a shell would read them, their arguments plain", () => {
    checkScopes(`\
>vrrp_instance VI_1 {
>  notify_master /a.sh MASTER 100
   ^^^^^^^^^^^^^ keyword.other.property
                 ^^^^^ string.unquoted.path
                       ^^^^^^ -
                              ^^^ -
>  notify "/a.sh \\"b c\\" 1" root
           ^^^^^ string.quoted.double
                 ^^ constant.character.escape
                   ^^^ string.quoted.double
                            ^^^^ -
>  notify_fault '/a.sh "x # y"' root # why
                 ^^^^^^^^^^^^^ string.quoted.single
                                ^^^^ -
                                       ^^^ comment
>  priority 5
   ^^^^^^^^ keyword.other.property
>  interface 'eth0'
             ^^^^^^ variable.other.constant.interface
>  track_src_ip "a\\"
                 ^^ string.quoted.double
                   ^ punctuation.definition.string.end
>}`);
  });

  test("comments in the middle of a word, but not in a string", () => {
    checkScopes(`\
>vrrp_instance VI_1 {
>  authentication {
>auth_pass ab#cd
           ^^ -
             ^ punctuation.definition.comment
              ^^ comment.line.number-sign
>auth_pass "ab#cd"
            ^^^^^ string.quoted.double
>! old
 ^ punctuation.definition.comment
  ^^^^ comment.line.exclamation`);
  });

  test("conditions, definitions, references and repetitions", () => {
    checkScopes(`\
>$VIP=10.0.0.1
 ^ punctuation.definition.variable
  ^^^ variable.other.definition
     ^ keyword.operator.assignment
      ^^^^^^^^ constant.numeric.ip-address
>vrrp_instance VI_1 {
>@lb1 priority 100
 ^ keyword.control.conditional
  ^^^ entity.name.label.config-id
      ^^^^^^^^ keyword.other.property
               ^^^ constant.numeric
>@^lb1 priority 50
 ^^ keyword.control.conditional
>virtual_router_id \${ID}
                   ^^ punctuation.definition.variable
                     ^^ variable.other.readwrite
>~SEQ(i, 1, 9) virtual_router_id $i
 ^^^^ keyword.control.loop
      ^ variable.other.loop
         ^ constant.numeric
               ^^^^^^^^^^^^^^^^^ keyword.other.property
                                 ^ punctuation.definition.variable
                                  ^ variable.other.readwrite
>include conf.d/*.conf
 ^^^^^^^ keyword.control.import
         ^^^^^^^^^^^^^ string.unquoted.path`);
  });

  test("a definition that goes on behind a backslash", () => {
    checkScopes(`\
>$COMMON= \\
          ^ constant.character.escape
>    state BACKUP \\
     ^^^^^ keyword.other.property
>    advert_int 1
     ^^^^^^^^^^ keyword.other.property
                ^ constant.numeric
>advert_int 1
 ^^^^^^^^^^ -`);
  });

  test("the tags of templates", () => {
    checkScopes(`\
>{% if primary %}
 ^^ punctuation.section.embedded
   ^^^ variable.other.template
>vrrp_instance {{ name }} {
               ^^ punctuation.section.embedded
                 ^^^^^^ variable.other.template
                          ^ punctuation.section.block
>    priority {{ priority }} # of this host
     ^^^^^^^^ keyword.other.property
                ^^^^^^^^^ variable.other.template
                             ^ punctuation.definition.comment
>    advert_int <%= 1 %>
                   ^^^ variable.other.template
>    virtual_ipaddress {
>        {{ address }}/24 dev {{ link }}
           ^^^^^^^^^ variable.other.template
                          ^^^ variable.parameter.option
>    }
>    state MASTER
     ^^^^^ keyword.other.property
>}
>{% endif %}
>vrrp_script x {
 ^^^^^^^^^^^ keyword.control.block`);
  });

  test("what is outdated, and nothing for what is unknown", () => {
    checkScopes(`\
>global_defs {
>plugin_dir /x
 ^^^^^^^^^^ invalid.deprecated
>no_such_keyword MASTER
 ^^^^^^^^^^^^^^^^^^^^^^ -
>}
>no_such_block {
 ^^^^^^^^^^^^^ -
>    priority 5
     ^^^^^^^^ -
>}
>vrrp_instance x {
 ^^^^^^^^^^^^^ keyword.control.block`);
  });

  test("an unclosed string ends with its line", () => {
    checkScopes(`\
>global_defs {
>router_id "lb1
            ^^^ string.quoted.double
>router_id lb1
 ^^^^^^^^^ keyword.other.property`);
  });
});
