// One set of rules per block of the schema: a keyword has its colour only in the block that knows it.
import {
  alternatives,
  captures,
  end,
  include,
  open,
  scope,
  scoped,
  start,
  statementEnd,
  wordWithTags,
} from "./patterns.mjs";
import { argumentPatterns, isPlainPlace, optionPatterns } from "./values.mjs";

/** What a line may begin with in every block. */
const anywhere = ["comment", "template", "include", "definition"];

/** What a line may hold in every block. */
const inLine = ["comment", "template", "string", "reference", "escape"];

/** Rules for the top of a configuration, `root`, and for every block below it, by their names in the repository. */
export function blockRules(schema) {
  const rules = {};
  const block = blockMaker(rules, schema);
  const top = schema.keywords.map((keyword) => keyword);
  rules.root = { patterns: statements("root", top, removedIn(schema, ""), block, rules) };
  return rules;
}

function blockMaker(rules, schema) {
  /** A root block at the very left begins even where a brace is missing, so that one slip does not spoil the rest. */
  const inside = new Set(schema.allKeywords.filter(({ path }) => path.includes("/")).map(({ name }) => name));
  const unmistakable = schema.keywords
    .filter(({ name, kind }) => (kind === "block" || kind === "lines") && !inside.has(name))
    .map(({ name }) => name);
  const restart = `^(?=(?:${alternatives(unmistakable)})${end})`;

  return function block(keyword) {
    const name = keyword.path;
    if (rules[name]) return name;
    rules[name] = {
      begin: `${start}(${alternatives([keyword.name])})${end}`,
      beginCaptures: captures(colourOf(keyword)),
      // The brace may stand on a later line, but nothing may stand before it.
      end: "(?<=\\})(?!\\{)|(?=\\})|^(?=[ \\t]*[^\\s{#!])",
      patterns: [
        ...include("comment", "template-in-head"),
        { ...braces, end: `\\}|${restart}`, patterns: include(`${name}/…`) },
        ...headerPatterns(keyword),
        ...include("string", "reference", "escape", "word"),
      ],
    };
    const body = `${name}/…`;
    const again = otherHead(keyword);
    rules[body] = { patterns: [] };
    rules[body].patterns =
      keyword.kind === "lines"
        ? [again, ...lines(body, schema.lineGrammars[keyword.lines], rules)]
        : [again, ...statements(body, keyword.children, removedIn(schema, `${keyword.path}/`), block, rules)];
    return name;
  };
}

const braces = { begin: open, end: "\\}", captures: { 0: { name: scope("punctuation.section.block") } } };

/** `@lb1 vrrp_instance A {` and below it `@lb2 vrrp_instance B {`: two heads of one block, for one host each. */
function otherHead(keyword) {
  return {
    match: `^[ \\t]*(@\\^?)(\\S+)[ \\t]+(${alternatives([keyword.name])})(?:[ \\t]+(${wordWithTags}))?[^{}#!\\n]*(\\{)`,
    captures: captures(
      "keyword.control.conditional",
      "entity.name.label.config-id",
      colourOf(keyword),
      headerPatterns(keyword),
      "punctuation.section.block",
    ),
  };
}

function headerPatterns(keyword) {
  const [first] = keyword.arguments;
  if (keyword.defines || (first?.type === "string" && first.name === "name")) return include("name");
  return argumentPatterns(keyword.arguments);
}

function statements(context, keywords, removed, block, rules) {
  const blocks = keywords.filter(({ kind }) => kind === "block" || kind === "lines");
  const single = keywords.filter(({ kind }) => kind === "flag" || kind === "option");
  const gone = removed.filter(({ name }) => !keywords.some((keyword) => keyword.name === name));
  return [
    ...include(...anywhere, ...conditional(context, rules), ...blocks.map(block)),
    ...byShape(single),
    ...(gone.length > 0 ? [statement(gone, "invalid.deprecated", { rest: include("number") })] : []),
    ...include("unknown-statement", "unknown-block", "string", "reference", "escape"),
  ];
}

/** Rules for keywords, one for all whose arguments look alike. */
function byShape(keywords) {
  const shapes = new Map();
  for (const keyword of keywords) {
    const shape = shapeOf(keyword);
    const key = JSON.stringify([colourOf(keyword), shape]);
    const alike = shapes.get(key) ?? { keywords: [], shape };
    alike.keywords.push(keyword);
    shapes.set(key, alike);
  }
  return [...shapes.values()].map(({ keywords: alike, shape }) =>
    statement(alike, colourOf(alike[0], "keyword.other.property"), shape),
  );
}

function shapeOf(keyword) {
  if (keyword.splitter === "escaped") return { rest: include("regular-expression") };
  // A script's path; its arguments, and the user behind them, mean nothing to keepalived.
  if (keyword.splitter === "quoted")
    return { first: include("path"), unlike: "(?!')", rest: include("script-argument") };
  const [first, ...others] = keyword.arguments;
  if (first && isPlainPlace(first) && !first.variadic) {
    return { first: argumentPatterns([first]), rest: argumentPatterns(others) };
  }
  return { rest: argumentPatterns(keyword.arguments) };
}

function statement(keywords, colour, { first, unlike = "", rest }) {
  const names = alternatives(keywords.map(({ name }) => name));
  return {
    begin: `${start}(${names})${end}${first ? `(?:[ \\t]+(${unlike}${wordWithTags})${end})?` : ""}`,
    beginCaptures: captures(colour, ...(first ? [[...include("template"), ...first]] : [])),
    end: statementEnd,
    patterns: [...include("comment", "template"), ...rest, ...include("string", "reference", "escape", "word")],
  };
}

function colourOf(keyword, usual = "keyword.control.block") {
  return keyword.deprecated ? "invalid.deprecated" : usual;
}

/** The lines of a block of free lines: no first word is a keyword there. */
function lines(context, grammar, rules) {
  const variants = (grammar.variants ?? []).flat();
  const positional = grammar.words ? [grammar.words] : grammar.positional;
  const [first] = positional;
  const isNamed = ["interface", "reference", "email", "string"].includes(first?.type);
  return [
    ...include(...anywhere, ...conditional(context, rules)),
    ...(isNamed && !grammar.words
      ? [
          {
            match: `${start}(${wordWithTags})`,
            captures: captures([...include("template"), ...argumentPatterns([first])]),
          },
        ]
      : []),
    ...optionPatterns(grammar.options),
    ...argumentPatterns([...(isNamed && !grammar.words ? positional.slice(1) : positional), ...variants]),
    ...include("unknown-block", ...inLine.slice(2), "word"),
  ];
}

/** `@id` and `~SEQ` in front of a line: what follows is read as the line would be without them. */
function conditional(context, rules) {
  const own = include(context === "root" ? "root" : context);
  rules[`${context}@`] = {
    patterns: [
      {
        begin: `${start}(@\\^?)([^\\s{}]+)[ \\t]+`,
        beginCaptures: captures("keyword.control.conditional", "entity.name.label.config-id"),
        end: statementEnd,
        patterns: own,
      },
      {
        begin: `${start}(~(?:SEQx?|LST))\\([ \\t]*(\\{[^}]*\\}|\\w+)?([^)\\n]*)\\)[ \\t]*`,
        beginCaptures: captures("keyword.control.loop", "variable.other.loop", [
          scoped("constant.numeric", "-?\\b(?:0x[0-9a-fA-F]+|\\d+)\\b"),
          ...include("reference"),
        ]),
        end: statementEnd,
        patterns: own,
      },
    ],
  };
  return [`${context}@`];
}

function removedIn(schema, prefix) {
  return schema.removedKeywords.filter(
    ({ path }) => path.startsWith(prefix) && !path.slice(prefix.length).includes("/"),
  );
}

/**
 * `$NAME=…` may hold any line of any block, so there every keyword has its colour. A value goes on behind a line that
 * ends in a backslash.
 */
export function definitionRules({ allKeywords }) {
  const blocks = allKeywords.filter(({ kind }) => kind === "block" || kind === "lines");
  const single = allKeywords.filter(({ kind }) => kind === "flag" || kind === "option");
  return {
    definition: {
      begin: `${start}(\\$)([A-Za-z_]\\w*)(=)`,
      beginCaptures: captures(
        "punctuation.definition.variable",
        "variable.other.definition",
        "keyword.operator.assignment",
      ),
      // Behind the last character stands the line end that the tokenizer adds.
      end: "(?<![\\\\\\n])$",
      patterns: [
        ...include(...inLine),
        {
          match: `${start}(${alternatives(blocks.map(({ name }) => name))})${end}`,
          captures: captures("keyword.control.block"),
        },
        {
          match: `${start}(${alternatives(single.map(({ name }) => name))})${end}`,
          captures: captures("keyword.other.property"),
        },
        { match: "[{}]", name: scope("punctuation.section.block") },
        ...include("mac-address", "address", "number", "path", "word"),
      ],
    },
  };
}
