/** Words that are neither numbers nor addresses nor of a fixed list. */
import { fileOfNames, isUsualName, largestNumber, type TextArgument } from "@kalint/schema";
import { problemOf, type ValueProblem } from "./problem.js";
import { readUnsigned } from "./read.js";

export function checkText(text: string, argument: TextArgument): ValueProblem | undefined {
  const length = byteLength(text);
  const { maxLength, exactLength, min = 0, max = Number.MAX_SAFE_INTEGER } = argument;
  // The length of a key counts after its spelling has been read.
  if (argument.type !== "hmac-key" && maxLength !== undefined && length > maxLength) {
    return problemOf(argument, { kind: "text-too-long", length, maxLength });
  }
  switch (argument.type) {
    case "hex":
      if (exactLength !== undefined && text.length !== exactLength) {
        return problemOf(argument, { kind: "wrong-digit-count", length: text.length, exactLength });
      }
      return formProblem(isHexadecimal(text, argument.wildcards ?? ""), argument);
    case "mac":
      return /^([0-9a-f]{1,2}:){4,5}[0-9a-f]{1,2}$/i.test(text)
        ? undefined
        : problemOf(argument, { kind: "wrong-form" }, { unclaimed: true });
    case "uint-or-range":
      return formProblem(isNumberOrRange(text, min, max), argument);
    case "rt-name":
      return checkRoutingName(text, argument);
    case "other":
      return checkGrammar(text, argument);
    default:
      return undefined;
  }
}

function formProblem(isRight: boolean, argument: TextArgument, unlessIn?: string): ValueProblem | undefined {
  return isRight ? undefined : problemOf(argument, { kind: "wrong-form" }, unlessIn === undefined ? {} : { unlessIn });
}

function isNumberOrRange(text: string, min: number, max: number): boolean {
  const parts = /^(\d+)(?:-(\d+))?$/.exec(text);
  const [first, last] = [Number(parts?.[1]), Number(parts?.[2] ?? parts?.[1])];
  return parts !== null && first >= min && last <= max && first <= last;
}

function isHexadecimal(text: string, wildcards: string): boolean {
  return [...text].every((character) => /[0-9a-f]/i.test(character) || wildcards.includes(character));
}

/** Names come from files of the machine; those that every machine has are known. */
function checkRoutingName(text: string, argument: TextArgument): ValueProblem | undefined {
  const { min = 0, max = largestNumber, values = [], namesFrom = "" } = argument;
  const { value, reason } = readUnsigned(text, { min, max }, "c");
  // strtoul also takes a sign, and wraps.
  if (value !== undefined || reason === "negative") return undefined;
  if (values.some((each) => each.value === text) || isUsualName(namesFrom, text)) return undefined;
  const isName = reason === "not-a-number" && !/^\d/.test(text);
  return formProblem(false, argument, isName ? fileOfNames(namesFrom) : undefined);
}

function isNumber(text: string, max = largestNumber, min = 0, base: 10 | "c" = "c"): boolean {
  return text !== "" && readUnsigned(text, { min, max }, base).value !== undefined;
}

/** Spellings that only routes and rules know. */
function checkGrammar(text: string, argument: TextArgument): ValueProblem | undefined {
  const parts = (separator: string, most: number, isRight: (part: string) => boolean): boolean => {
    const list = text.split(separator);
    return list.length <= most && list.every(isRight);
  };
  switch (argument.grammar) {
    case "realms": {
      const isRealm = (part: string) =>
        readUnsigned(part, { min: 0, max: largestNumber }, "c").value !== undefined || isUsualName("rt_realms", part);
      return formProblem(parts("/", 2, isRealm), argument, fileOfNames("rt_realms"));
    }
    case "ip-protocol": {
      const isProtocol =
        readUnsigned(text, { min: 0, max: 255 }, "c").value !== undefined || isUsualName("protocols", text);
      return formProblem(isProtocol, argument, fileOfNames("protocols"));
    }
    case "mark-mask": {
      if (parts("/", 2, (part) => isNumber(part))) return undefined;
      // strtoul makes 0 of nothing: the daemon takes `5/`, which nobody means.
      const isTaken = parts("/", 2, (part) => part === "" || isNumber(part));
      return problemOf(argument, { kind: "wrong-form" }, isTaken ? { unclaimed: true } : {});
    }
    case "mpls-labels":
      return formProblem(
        parts("/", 16, (part) => isNumber(part, 1_048_575)),
        argument,
      );
    case "address64":
      return formProblem(/^([0-9a-f]{1,4}:){3}[0-9a-f]{1,4}$/i.test(text), argument);
    case "uint-range":
      return formProblem(/^\d+-\d+$/.test(text), argument);
    case "port-range":
      return formProblem(
        parts("-", 2, (part) => isNumber(part, 65535, 1, 10)),
        argument,
      );
    default:
      return undefined;
  }
}

/** keepalived counts bytes, also where a character has several. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
