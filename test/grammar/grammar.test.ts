import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    async loadGrammar() {
      const path = fileURLToPath(new URL("../../grammars/keepalived.tmLanguage.json", import.meta.url));
      return textmate.parseRawGrammar(await readFile(path, "utf8"), path);
    },
  });
  const loaded = await registry.loadGrammar("source.keepalived");
  if (!loaded) throw new Error("no grammar");
  grammar = loaded;
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

describe("the grammar colours", () => {
  test("blocks, their names and their keywords", () => {
    checkScopes(`\
>vrrp_instance VI_1 {
 ^^^^^^^^^^^^^ keyword.control.block
               ^^^^ entity.name.section
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
>virtual_ipaddress {
 ^^^^^^^^^^^^^^^^^ keyword.control.block
>    10.0.0.5/24 dev eth0 scope global
     ^^^^^^^^^^^ constant.numeric.ip-address.ipv4
                 ^^^ variable.parameter.option
                     ^^^^ -
                          ^^^^^ variable.parameter.option
                                ^^^^^^ support.constant.property-value
>    2001:db8::1/64 # v6
     ^^^^^^^^^^^^^^ constant.numeric.ip-address.ipv6
                     ^^^ comment
>}
>track_script {
>    state weight -20
     ^^^^^ -
           ^^^^^^ variable.parameter.option
                  ^^^ constant.numeric
>}
>state BACKUP
 ^^^^^ keyword.other.property`);
  });

  test("track_file as lines in an instance and as a block at the top", () => {
    checkScopes(`\
>track_file up {
 ^^^^^^^^^^ keyword.control.block
            ^^ entity.name.section
>    file "/run/up"
     ^^^^ keyword.other.property
           ^^^^^^^ string.quoted.double
>}
>track_file {
 ^^^^^^^^^^ keyword.control.block
>    file weight 1
     ^^^^ -
          ^^^^^^ variable.parameter.option
>}`);
  });

  test("a brace on the next line", () => {
    checkScopes(`\
>unicast_peer
>{
 ^ punctuation.section.block
>    10.0.0.2 min_ttl 5
     ^^^^^^^^ constant.numeric.ip-address
              ^^^^^^^ variable.parameter.option
>}
>priority 5
 ^^^^^^^^ keyword.other.property`);
  });

  test("comments in the middle of a word, but not in a string", () => {
    checkScopes(`\
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
>@lb1 priority 100
 ^ keyword.control.conditional
  ^^^ entity.name.label.config-id
      ^^^^^^^^ keyword.other.property
               ^^^ constant.numeric
>@^lb1 priority 50
 ^^ keyword.control.conditional
>$VIP=10.0.0.1
 ^ punctuation.definition.variable
  ^^^ variable.other.definition
     ^ keyword.operator.assignment
      ^^^^^^^^ constant.numeric.ip-address
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

  test("what is outdated, and nothing for what is unknown", () => {
    checkScopes(`\
>plugin_dir /x
 ^^^^^^^^^^ invalid.deprecated
>no_such_keyword MASTER
 ^^^^^^^^^^^^^^^ -`);
  });

  test("an unclosed string ends with its line", () => {
    checkScopes(`\
>router_id "lb1
            ^^^ string.quoted.double
>priority 5
 ^^^^^^^^ keyword.other.property`);
  });
});
