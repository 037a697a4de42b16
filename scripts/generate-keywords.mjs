// The pages of the language: one for every block, one for the grammars of lines, one for what has gone, from the schema.

/** Pages by their path in the repository. Needs a build of packages/schema and packages/service. */
export async function generateKeywordDocs() {
  const schema = await import("../packages/schema/dist/index.js");
  const { fenced } = await import("../packages/service/dist/markdown.js");
  const { describeArgument, inlineCode: code, keywordSignature, optionSignature } = schema;
  const { allKeywords, keywordAt, keywords, lineGrammars, newestVersion, nextVersion, releaseName, removedKeywords } =
    schema;

  const blocks = allKeywords.filter((keyword) => keyword.kind === "block");
  const heads = keywords.filter((keyword) => keyword.kind !== "block");
  return new Map([
    ["docs/keywords/README.md", indexPage()],
    ["docs/keywords/lines.md", linesPage()],
    ["docs/keywords/reading.md", readingPage()],
    ["docs/keywords/removed.md", removedPage()],
    [
      "docs/keywords/top-level.md",
      page("Outside blocks", "What stands at the top of a file and holds no keywords.", heads),
    ],
    ...blocks.map((block) => [`docs/keywords/${fileOf(block.path)}`, blockPage(block)]),
  ]);

  function indexPage() {
    const rows = blocks.map((block) => {
      const depth = block.path.split("/").length - 1;
      return `${"  ".repeat(depth)}- [${block.path}](${fileOf(block.path)}): ${firstSentence(block.summary)}`;
    });
    return document(
      "# Keywords",
      `Every keyword of keepalived.conf, as keepalived ${newestVersion} and older releases know it.`,
      "## Outside blocks",
      heads
        .map(
          (keyword) => `- [${keyword.name}](top-level.md#${anchor(keyword.name)}): ${firstSentence(keyword.summary)}`,
        )
        .join("\n"),
      "## Blocks",
      rows.join("\n"),
      "## More",
      [
        "- [How lines are written](lines.md) in blocks of addresses, routes, rules, trackers and peers",
        "- [What is read before keywords](reading.md): includes, conditions, definitions, repetitions",
        "- [What is gone](removed.md): keywords of older releases",
      ].join("\n"),
    );
  }

  function blockPage(block) {
    const inner = block.children.filter((child) => child.kind === "block");
    return page(
      block.path,
      describe(block),
      block.children.filter((child) => child.kind !== "block"),
      inner.length > 0 &&
        `## Blocks inside\n\n${inner.map((child) => `- [${child.name}](${fileOf(child.path)}): ${firstSentence(child.summary)}`).join("\n")}`,
    );
  }

  function page(title, introduction, list, end) {
    const sections = list.map((keyword) => `## ${keyword.name}\n\n${describe(keyword)}`);
    return document(`# ${title}`, introduction, ...sections, end);
  }

  function describe(keyword) {
    return paragraphs(
      fenced(keywordSignature(keyword)),
      keyword.summary,
      argumentList(keyword.arguments),
      keyword.lines && `Lines: [${keyword.lines}](lines.md#${anchor(keyword.lines)}).`,
      keyword.note,
      facts(keyword).join("\n"),
    );
  }

  function facts(keyword) {
    const rows = [
      keyword.aliasOf && `The same as ${link(keyword.aliasOf)}`,
      keyword.deprecated &&
        `Deprecated${keyword.deprecated.since ? ` since ${keyword.deprecated.since}` : ""}: write ${link(keyword.deprecated.replacement)}`,
      keyword.required && (keyword.required === "always" ? "Required" : `Required ${keyword.required}`),
      keyword.default !== undefined && `Default: ${code(keyword.default)}`,
      keyword.inherits && `Where it is absent, the value is that of ${keyword.inherits.map(link).join(", then ")}`,
      keyword.context && `Allowed: ${keyword.context.replace(/\.$/, "")}`,
      keyword.since === nextVersion
        ? "In no release yet: target `next`"
        : `Since ${keyword.since === "1.0.0" ? "1.0.0 or earlier" : keyword.since}`,
      ownFeatures(keyword).length > 0 && `Needs: ${ownFeatures(keyword).join(", ")}`,
      keyword.kind === "option" && `Without its argument: ${missing[keyword.missingArgument]}`,
      keyword.badValue &&
        `A bad value: ${badValues[keyword.badValue]}${keyword.fallback ? ` (${code(keyword.fallback)})` : ""}`,
      `A second one: ${repetitions[keyword.repetition]}`,
      ...(keyword.differences ?? []).map(
        ({ version, note }) => `From ${releaseName(version)}: ${note.replace(/\.$/, "")}`,
      ),
    ];
    return rows.filter(Boolean).map((row) => `- ${row}.`);
  }

  /** Those that the block around it does not need anyway. */
  function ownFeatures({ path, features }) {
    const around = keywordAt(path.split("/").slice(0, -1).join("/"))?.features ?? [];
    return features.filter((feature) => !around.includes(feature));
  }

  function argumentList(list) {
    const lines = list.flatMap((argument) => {
      if (argument.type === "variant") return argument.variants.flatMap((form) => argumentList(form) ?? []);
      if (argument.type === "options") return optionTable(argument.options);
      if (argument.type === "literal") return [];
      const values = (argument.values ?? argument.words ?? []).filter((value) => value.summary);
      return [
        `- ${code(argument.name)}${argument.optional ? " (optional)" : ""}: ${describeArgument(argument, newestVersion)}`,
        ...values.map((value) => `  - ${code(value.value)}: ${value.summary}`),
      ];
    });
    return lines.length === 0 ? undefined : [...new Set(lines)].join("\n");
  }

  function optionTable(options) {
    if (options.length === 0) return [];
    const rows = options.map((option) => {
      const names = (option.aliases ?? []).map((alias) => code(alias.name)).join(", ");
      const cells = [
        code(optionSignature(option)) + (names && `, also ${names}`),
        option.since === "1.0.0" ? "" : releaseName(option.since),
        [option.summary, option.note].filter(Boolean).join(" "),
      ];
      return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    });
    return ["", "| Option | Since | What it does |", "| --- | --- | --- |", ...rows];
  }

  function linesPage() {
    const sections = Object.values(lineGrammars).map((grammar) => {
      const users = allKeywords.filter((keyword) => keyword.lines === grammar.name);
      return paragraphs(
        `## ${grammar.name}`,
        grammar.summary,
        `In ${users.map((keyword) => link(keyword.path)).join(", ")}.`,
        argumentList([
          ...(grammar.words ? [grammar.words] : []),
          ...grammar.positional,
          ...(grammar.variants ?? []).flat(),
        ]),
        optionTable(grammar.options).join("\n").trim(),
        grammar.note,
      );
    });
    return document("# How lines are written", "Some blocks hold lines of their own instead of keywords.", ...sections);
  }

  function readingPage() {
    const entry = ({ form, since, summary }) => `| ${code(form).replaceAll("|", "\\|")} | ${since} | ${summary} |`;
    const table = (list) => ["| Form | Since | What it does |", "| --- | --- | --- |", ...list.map(entry)].join("\n");
    return document(
      "# What is read before keywords",
      "keepalived acts on these while it reads lines; they may stand anywhere.",
      table(schema.directives),
      "## Definitions that are always there",
      table(schema.builtinDefinitions),
      "## What releases changed",
      Object.values(schema.releaseSwitches)
        .filter(({ ours }) => !ours)
        .map(({ on, summary }) => `- ${on.map(period).join(", ")}: ${summary}`)
        .sort(byVersion)
        .join("\n"),
    );
  }

  function removedPage() {
    const rows = removedKeywords.map(
      ({ path, since, removed, summary }) => `| ${code(path)} | ${since} | ${removed} | ${summary} |`,
    );
    return document(
      "# What is gone",
      "Keywords that older releases knew. `removed` is the first release without them.",
      ["| Keyword | Since | Removed | |", "| --- | --- | --- | --- |", ...rows].join("\n"),
    );
  }

  function link(path) {
    const keyword = keywordAt(path);
    if (!keyword) return code(path);
    if (keyword.kind === "block") return `[${path}](${fileOf(path)})`;
    const parent = path.split("/").slice(0, -1).join("/");
    return `[${path}](${parent === "" ? "top-level.md" : fileOf(parent)}#${anchor(keyword.name)})`;
  }
}

function period({ since, until }) {
  return until === undefined ? `from ${since}` : since === undefined ? `before ${until}` : `${since} up to ${until}`;
}

const missing = {
  fatal: "the reading ends at once",
  error: "reported, and the line is ignored",
  allowed: "allowed",
  logged: "remarked in the log only, and the line is ignored",
  silent: "the line is ignored without a word",
  crash: "keepalived crashes",
};

const badValues = {
  ignored: "reported and ignored",
  default: "reported, and the default is used",
  clamped: "reported and moved to the nearest allowed value",
  truncated: "reported and cut",
  unset: "reported, and the setting counts as not given",
  kept: "reported, and used",
  "word-ignored": "reported, and the other words count",
  "line-dropped": "reported, and the line is dropped",
  "block-skipped": "reported, and the block is skipped",
  "block-dropped": "reported, and the block around it is dropped",
  logged: "remarked in the log only, and ignored",
  silent: "ignored without a word",
};

const repetitions = {
  "last-wins": "replaces the first",
  idempotent: "changes nothing",
  "first-wins": "reported and ignored",
  "first-kept": "ignored, and reported where the value is another",
  "first-set": "reported and ignored, unless the first sets the default",
  "last-wins-reported": "reported, and replaces the first",
  list: "adds to the first",
  merge: "goes on with the first",
  "unique-name": "adds to the first; reported and dropped where the name is the same",
  once: "reported and dropped",
  sticky: "`MASTER` stays, and a `BACKUP` after it is reported and ignored",
  "block-dropped": "reported, and the block around it is dropped",
};

function byVersion(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}

function fileOf(path) {
  return `${path.replaceAll("/", ".")}.md`;
}

/** Where a keyword is described, below docs/keywords/. */
export function keywordAddress(path) {
  const parent = path.split("/").slice(0, -1).join("/");
  return `${parent === "" ? "top-level.md" : fileOf(parent)}#${anchor(path.split("/").at(-1))}`;
}

function anchor(name) {
  return name.toLowerCase().replace(/[^\w-]/g, "");
}

function firstSentence(text) {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}

function paragraphs(...parts) {
  return parts.filter(Boolean).join("\n\n");
}

function document(...parts) {
  return `<!-- Generated from packages/schema by scripts/generate-keywords.mjs. -->\n\n${paragraphs(...parts)}\n`;
}
