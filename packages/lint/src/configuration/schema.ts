import { features } from "@kalint/schema";
import { templateLanguages } from "@kalint/syntax";
import { schemasUrl } from "../address.js";
import { type OptionDeclarations, optionsSchema } from "../options.js";
import { rules } from "../rules.js";
import type { Rule } from "../types.js";
import { groupNames } from "./categories.js";

/** Where the schema is read, for `$schema`. */
export const configurationSchemaUrl = `${schemasUrl}/kalint.schema.json`;

/**
 * The JSON Schema of `kalint.json`, for editors (`schema/kalint.schema.json` is made from it) and for our own check, which
 * leaves out the `settings` of rules that a file does not name.
 */
export function configurationSchema(settings: readonly Rule[] = rules) {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: configurationSchemaUrl,
    title: "kalint.json",
    description: "Configuration of kalint: kalint.json, kalint.jsonc, or the key kalint in package.json.",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string", description: "This schema, for editors." },
      extends: {
        description: "recommended (default), strict, all, or the path of another configuration; later ones win.",
        anyOf: [name(), { type: "array", items: name() }],
      },
      target: { $ref: "#/definitions/target" },
      features: object({
        without: {
          type: "array",
          items: { enum: Object.keys(features) },
          description:
            "Parts of keepalived that the hosts' build lacks, besides those that the target is known to lack.",
        },
      }),
      host: { $ref: "#/definitions/host" },
      includeRoots: list(
        "Folders outside the repository into which include lines are followed, from the configuration's folder. Counts in the configuration of the repository's root, and not where the environment has CI: there --include-root names them.",
      ),
      include: list(
        "Patterns as in .gitignore, from the configuration's folder: files that are keepalived's whatever their names are.",
      ),
      exclude: list(
        "Patterns as in .gitignore, from the configuration's folder: what is dropped where files are looked for. Files that are named are always read.",
      ),
      template: { $ref: "#/definitions/template" },
      fragmentOf: { $ref: "#/definitions/fragmentOf" },
      rules: { $ref: "#/definitions/rules" },
      overrides: overrides(),
      format: layout(),
      clusters: {
        type: "array",
        description: "The hosts that belong together. Without it they are found by what their files share.",
        items: object({ name: name(), nodes: { type: "array", minItems: 1, items: node() } }, ["name", "nodes"]),
      },
    },
    definitions: definitions(settings),
  };
}

/** Other settings for some files. */
function overrides() {
  return {
    type: "array",
    description: "Other settings for some files; later entries win.",
    items: object(
      {
        files: {
          type: "array",
          minItems: 1,
          items: name(),
          description: "Patterns as in .gitignore, from the configuration's folder.",
        },
        target: { $ref: "#/definitions/target" },
        template: { $ref: "#/definitions/template" },
        fragmentOf: { $ref: "#/definitions/fragmentOf" },
        rules: { $ref: "#/definitions/rules" },
      },
      ["files"],
    ),
  };
}

/** How files are formatted. */
function layout() {
  return object({
    indent: {
      description: "Blanks for each level (default 4), or tab.",
      anyOf: [{ type: "integer", minimum: 1, maximum: 16 }, { const: "tab" }],
    },
    blankLines: {
      type: "integer",
      minimum: 0,
      maximum: 10,
      description: "How many blank lines in a row stay (default 1).",
    },
    lineEnding: {
      enum: ["keep", "lf", "crlf"],
      description: "How lines end; by default each line keeps its own line end.",
    },
    align: {
      enum: ["keep", "none", "always"],
      description:
        "Columns of trailing comments and of values: those that the author made (default), none, or in all neighbouring lines.",
    },
    comments: {
      enum: ["indent", "keep"],
      description: "Comments on lines of their own: indented with their block (default), or left in their column.",
    },
    braces: {
      enum: ["same-line", "next-line", "keep"],
      description: "Where { goes: behind its keyword (default), on the next line, or where the author put it.",
    },
    oneLineBlocks: {
      enum: ["keep", "open"],
      description: "Blocks that are written on one line: they stay so (default), or get three lines.",
    },
  });
}

/** What several places of the schema refer to. */
function definitions(settings: readonly Rule[]) {
  return {
    target: {
      type: "string",
      description:
        "The keepalived that will read the files: a version such as 2.2.7, or a distribution such as debian-12. A node's counts before that of overrides, and that before the one of all files.",
    },
    host: {
      description: "What is known of every host besides its files: what is not listed here does not exist there.",
      ...object({
        interfaces: list("All network interfaces."),
        users: list("All users that scripts may run as."),
        groups: list("All groups that scripts may run as."),
        scripts: {
          description: "The absolute paths of all programs, or true to look on this machine.",
          anyOf: [{ const: true }, { type: "array", items: name() }],
        },
      }),
    },
    template: {
      enum: [...templateLanguages, "none"],
      description:
        "The template language of the files (default: found out by their names and tags); none: they are configurations.",
    },
    fragmentOf: {
      type: "string",
      description:
        "What the files are parts of, where they are only included: a block by its name or path (vrrp_instance, virtual_server/real_server), or the main file that includes them (from the configuration's folder). none: they are main files.",
      minLength: 1,
    },
    level: { enum: ["off", "info", "warning", "error"] },
    rules: {
      description:
        "The level of a rule by its id (off, info, warning, error), or a list of a level and the rule's options. A category, or all, sets its rules; what names fewer rules wins.",
      ...object({
        ...Object.fromEntries(groupNames.map((group) => [group, { $ref: "#/definitions/level" }])),
        ...Object.fromEntries(
          settings.map(({ id, summary, options }) => [id, { description: summary, ...setting(options) }]),
        ),
      }),
    },
  };
}

/** A level, or a list of a level and the rule's options. */
function setting(options: OptionDeclarations | undefined) {
  const level = { $ref: "#/definitions/level" };
  const items = [level, optionsSchema(options)];
  return { anyOf: [level, { type: "array", minItems: 1, maxItems: 2, items }] };
}

function node() {
  return object(
    {
      name: name("What the host is called in messages."),
      file: name("From the configuration's folder."),
      configId: name("The id that the host reads the file with (-i)."),
      target: { $ref: "#/definitions/target" },
      host: { $ref: "#/definitions/host" },
    },
    ["name", "file"],
  );
}

function name(description?: string) {
  return { type: "string", minLength: 1, ...(description === undefined ? {} : { description }) };
}

function list(description: string) {
  return { type: "array", items: name(), description };
}

function object(properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) {
  return { type: "object", additionalProperties: false, ...(required.length > 0 ? { required } : {}), properties };
}
