/** The JSON Schema of a configuration as JSON, from what keepalived knows. */
import { type Argument, allKeywords, type Keyword, keywords as rootKeywords } from "@kalint/schema";

type Schema = Readonly<Record<string, unknown>>;

const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const texts: Schema = { type: "array", items: { type: "string" } };

/** Words are open everywhere: a file may hold what keepalived does not know, and a reference fits every argument. */
export function configurationDocumentSchema(id: string): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: id,
    title: "A keepalived configuration as JSON, as kalint convert reads and writes it",
    type: "object",
    required: ["version", "items"],
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      version: { const: 1, description: "Changes only when a program that reads this shape would break." },
      encoding: { const: "latin1", description: "The file is not valid UTF-8." },
      byteOrderMark: { const: true },
      items: itemsOf(rootKeywords),
      comments: texts,
    },
    definitions: {
      word: {
        description: "Written without quotes, or in double quotes if it contains special characters.",
        anyOf: [
          { type: "string", pattern: "^[^\\n]*$" },
          { type: "number" },
          ...["bare", "quoted"].map((how) => ({
            type: "object",
            required: [how],
            additionalProperties: false,
            properties: { [how]: { type: "string", pattern: "^[^\\n]*$" } },
          })),
        ],
      },
      words: { type: "array", items: ref("word") },
      prefixes: texts,
      close: {
        anyOf: [{ const: false }, { type: "object", additionalProperties: false, properties: prefixProperties }],
      },
      freeBlock: blockOf({ type: "array", items: ref("line") }),
      openBlock: blockOf({ type: "array", items: ref("anyItem") }),
      line: object({ line: ref("words"), block: ref("openBlock") }, ["line"]),
      define: object({ define: { type: "string", pattern: "^[A-Za-z_]\\w*$" }, lines: texts }, ["define", "lines"]),
      include: object({ include: { type: "string" }, directive: { type: "string", pattern: "^include[a-z]?$" } }, [
        "include",
      ]),
      stray: object({ close: { const: true } }, ["close"]),
      anyStatement: object(
        { keyword: ref("word"), arguments: ref("words"), text: { type: "string" }, block: ref("openBlock") },
        ["keyword"],
      ),
      anyItem: { anyOf: ["anyStatement", "line", "define", "include", "stray"].map(ref) },
      ...Object.fromEntries(blocks.map((keyword) => [nameOf(keyword), blockOf(itemsOf(keyword.children ?? []))])),
    },
  };
}

/** What an item is, is told by which of these it has. */
export const itemKeys: readonly string[] = ["keyword", "line", "define", "include", "close"];

/** A slash would be a step into the definition. */
function nameOf({ path }: Keyword): string {
  return path.replaceAll("/", ".");
}

const blocks = allKeywords.filter(({ kind }) => kind === "block");

const prefixProperties: Schema = {
  if: { type: "string", description: "Read only where the config-id is this one." },
  unless: { type: "string", description: "Read only where the config-id is another one." },
  prefixes: { $ref: "#/definitions/prefixes" },
  joined: { const: true, description: "On the line of what comes before it." },
};

function object(properties: Schema, required: readonly string[]): Schema {
  const comments = { comments: texts, comment: { type: "string", pattern: "^[#!]" } };
  return {
    type: "object",
    required,
    additionalProperties: false,
    properties: { ...properties, ...prefixProperties, ...comments },
  };
}

function blockOf(items: Schema): Schema {
  return {
    type: "object",
    required: ["items"],
    additionalProperties: false,
    properties: {
      items,
      comment: { type: "string", pattern: "^[#!]" },
      before: texts,
      ownLine: { const: true },
      comments: texts,
      close: ref("close"),
    },
  };
}

/** The items of a block: each of its keywords with what it takes, and everything else that a file can hold. */
function itemsOf(known: readonly Keyword[]): Schema {
  return {
    type: "array",
    items: {
      allOf: [
        ref("anyItem"),
        ...known.map((keyword) => ({
          if: { required: ["keyword"], properties: { keyword: { const: keyword.name } } },
          // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema.
          then: { description: keyword.summary, properties: partsOf(keyword) },
        })),
      ],
    },
  };
}

function partsOf(keyword: Keyword): Schema {
  const block = keyword.kind === "block" ? ref(nameOf(keyword)) : ref("freeBlock");
  const isBlock = keyword.kind === "block" || keyword.kind === "lines";
  return {
    ...(keyword.arguments.length > 0 && {
      arguments: { items: keyword.arguments.map(argumentSchema), additionalItems: ref("word") },
    }),
    ...(isBlock && { block }),
  };
}

/** A number where it is one must be in its range; any text may be a reference. */
function argumentSchema(argument: Argument): Schema {
  const range =
    argument.type === "uint" || argument.type === "int" || argument.type === "port"
      ? { type: ["integer", "string", "object"], minimum: argument.min, maximum: argument.max }
      : {};
  return { description: argument.summary ?? argument.name, ...range };
}
