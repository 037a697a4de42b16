import type { Argument, Option } from "@kalint/schema";
import type { SplitWord } from "../text/words.js";
import type { EffectiveStatement, EffectiveWord } from "../types.js";
import { readUnsigned } from "../values/read.js";
import type { Forwarding, ForwardingMethod } from "./model.js";
import { rangeOf } from "./records.js";
import type { TunnelConflict } from "./remark-kinds.js";

/** What an `lvs_method` line sets: the method counts even where its tunnel options do not. */
interface ForwardingLine {
  readonly forwarding?: Forwarding;
  /** Options that exclude each other: the daemon then takes none of them. */
  readonly conflict?: { readonly word: EffectiveWord; readonly facts: TunnelConflict };
}

/** Source: keepalived 2.4.3, check/check_parser.c: svr_forwarding_handler. The options are read for every method. */
export function readForwarding(statement: EffectiveStatement): ForwardingLine {
  const [, first, ...rest] = statement.wording.words;
  const [methods, tunnelOptions] = statement.keyword.arguments;
  if (first === undefined || !valuesOf(methods).includes(first.value)) return {};
  const method = first.value as ForwardingMethod;
  const options = tunnelOptions?.type === "options" ? tunnelOptions.options : [];
  const isChecksum = (name: string) => options.some((option) => option.name === name && option.group === "csum");
  let type: SplitWord | undefined;
  let port: SplitWord | undefined;
  let checksum: SplitWord | undefined;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at]!;
    if (word.value === "type") {
      at += 1;
      type = rest[at];
      if (type === undefined || !valuesOf(argumentOf(options, "type")).includes(type.value)) return withMethod(method);
    } else if (word.value === "port") {
      at += 1;
      port = rest[at];
      const range = rangeOf(options.find(({ name }) => name === "port")?.arguments ?? [], "port");
      if (port === undefined || readUnsigned(port.value, range).value === undefined) return withMethod(method);
    } else if (isChecksum(word.value)) checksum = word;
    else return withMethod(method);
  }
  const conflict = conflictOf(type ?? first, type?.value ?? plainTunnel, port, checksum);
  if (conflict !== undefined) {
    const word = statement.words[statement.wording.words.indexOf(conflict.word)]!;
    return { ...withMethod(method), conflict: { ...conflict, word } };
  }
  return type === undefined ? withMethod(method) : { forwarding: { method, tunnel: type.value } };
}

/** The type where none is given. */
const plainTunnel = "ipip";

function conflictOf(
  typeWord: SplitWord,
  type: string,
  port: SplitWord | undefined,
  checksum: SplitWord | undefined,
): { readonly word: SplitWord; readonly facts: TunnelConflict } | undefined {
  if (type === "gue" && port === undefined) return { word: typeWord, facts: { conflict: "port-missing", type } };
  if (type !== "gue" && port !== undefined) return { word: port, facts: { conflict: "port-unused", type } };
  if (checksum === undefined) return undefined;
  const unfit =
    (type === plainTunnel && checksum.value !== "nocsum") || (type === "gre" && checksum.value === "remcsum");
  return unfit ? { word: checksum, facts: { conflict: "checksum-unused", type, checksum: checksum.value } } : undefined;
}

function withMethod(method: ForwardingMethod): ForwardingLine {
  return { forwarding: { method } };
}

function argumentOf(options: readonly Option[], name: string): Argument | undefined {
  return options.find((option) => option.name === name)?.arguments[0];
}

function valuesOf(argument: Argument | undefined): readonly string[] {
  return argument?.type === "enum" ? argument.values.map(({ value }) => value) : [];
}
