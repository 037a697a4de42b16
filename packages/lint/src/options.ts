import type { RuleOptions } from "@kalint/project";

/** What a team may set for a rule, as the rule's file declares it: its page, the schema and `kalint explain` show it. */
export type OptionDeclaration = {
  /** What it does, as a sentence; with the unit where there is one. */
  readonly description: string;
} & (
  | { readonly kind: "number"; readonly default: number; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: "flag"; readonly default: boolean }
  | { readonly kind: "numbers"; readonly default: readonly number[] }
  | { readonly kind: "words"; readonly default: readonly string[]; readonly among?: readonly string[] }
);

export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

interface ValueByKind {
  readonly number: number;
  readonly flag: boolean;
  readonly numbers: readonly number[];
  readonly words: readonly string[];
}

export type OptionValue = ValueByKind[keyof ValueByKind];

/** Every declared option with the value that counts. */
export type OptionValues<Declarations extends OptionDeclarations> = {
  readonly [Name in keyof Declarations]: ValueByKind[Declarations[Name]["kind"]];
};

/** The options of a rule: what was set, and the defaults for the rest. */
export function optionValues(
  rule: { readonly id: string; readonly options?: OptionDeclarations | undefined },
  given: RuleOptions = {},
): Readonly<Record<string, OptionValue>> {
  const own = given[rule.id];
  const declared = rule.options ?? {};
  const usual = defaults.get(declared) ?? valuesOf(declared, undefined);
  defaults.set(declared, usual);
  return own === undefined ? usual : valuesOf(declared, own);
}

/** Each run of each rule asks for them. */
const defaults = new WeakMap<OptionDeclarations, Readonly<Record<string, OptionValue>>>();

function valuesOf(
  declared: OptionDeclarations,
  own: RuleOptions[string] | undefined,
): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    Object.entries(declared).map(([name, declaration]) => [name, own?.[name] ?? declaration.default]),
  );
}

/** The JSON Schema of a rule's options. A rule without options takes an empty object only. */
export function optionsSchema(declarations: OptionDeclarations = {}): object {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(declarations).map(([name, declaration]) => [
        name,
        { ...valueSchema(declaration), default: declaration.default, description: declaration.description },
      ]),
    ),
  };
}

function valueSchema(declaration: OptionDeclaration): object {
  switch (declaration.kind) {
    case "number": {
      const { minimum, maximum } = declaration;
      return { type: "number", ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
    }
    case "flag":
      return { type: "boolean" };
    case "numbers":
      return { type: "array", items: { type: "number" } };
    case "words":
      return {
        type: "array",
        items: declaration.among ? { enum: declaration.among } : { type: "string", minLength: 1 },
      };
  }
}
