import { type IpAddress, readAddress, readPrefixedAddress, readSocketAddress, readUnsigned } from "@kalint/daemon";
import type { AddressArgument } from "@kalint/schema";
import type { ValueProblem } from "./problem.js";

export function checkAddress(text: string, argument: AddressArgument): ValueProblem | undefined {
  if (argument.type === "host-or-ip") return checkHost(text);
  const expected = expectedText(argument);
  if (argument.type === "ip-range") return isRange(text) ? undefined : { expected, ...becauseOf(text) };
  const { value, reason } = argument.type === "ip-mask" ? readPrefixedAddress(text) : readSocketAddress(text);
  if (reason === "bad-prefix-length")
    return { expected, because: `a prefix length is 0 to ${text.includes(":") ? 128 : 32}` };
  if (value === undefined) return { expected, ...becauseOf(text.replace(/\/.*/, "")) };
  if (argument.family !== "any" && value.family !== argument.family)
    return { expected, because: `it is an ${familyName(value.family)} address` };
  if (argument.multicast && !isMulticast(value)) return { expected, because: "it is no multicast address" };
  return undefined;
}

/** Whether a name is known is for the resolver to say; what looks like an address must be one. */
function checkHost(text: string): ValueProblem | undefined {
  if (text.includes("_")) {
    return {
      expected: "a host name or an IP address",
      because: "no host name has an underscore",
      unlessIn: "/etc/hosts",
    };
  }
  const isAddress = /^\d+(\.\d+){3}$/.test(text) || text.includes(":");
  if (!isAddress || readAddress(text.replace(/%.*/, "")).value !== undefined) return undefined;
  return { expected: "a host name or an IP address", ...becauseOf(text) };
}

export function isMulticast({ family, text }: IpAddress): boolean {
  return family === "ipv4" ? Number(text.split(".")[0]) >> 4 === 14 : text.startsWith("ff");
}

function expectedText({ type, family, multicast }: AddressArgument): string {
  const name = family === "any" ? "an IP" : `an ${familyName(family)}`;
  const more =
    type === "ip-mask" ? ", with or without a prefix length" : type === "ip-range" ? ", a range or a network" : "";
  return `${name}${multicast ? " multicast" : ""} address${more}`;
}

export function familyName(family: "ipv4" | "ipv6"): string {
  return family === "ipv4" ? "IPv4" : "IPv6";
}

/** `10.0.0.1`, `10.0.0.1-20` (last byte), `2001:db8::1-ff` (last group), `10.0.0.1-10.0.0.20`, `10.0.0.0/24`. */
function isRange(text: string): boolean {
  if (text.includes("/")) return readPrefixedAddress(text).value !== undefined;
  const dash = text.indexOf("-");
  const first = readAddress(dash < 0 ? text : text.slice(0, dash)).value;
  if (first === undefined || dash < 0) return first !== undefined;
  const rest = text.slice(dash + 1);
  if (readAddress(rest).value?.family === first.family) return true;
  return first.family === "ipv4"
    ? readUnsigned(rest, { min: 0, max: 255 }).value !== undefined
    : /^[0-9a-f]{1,4}$/i.test(rest);
}

function becauseOf(text: string): Pick<ValueProblem, "because"> {
  if (/^\d+(\.\d+){3}$/.test(text)) {
    const part = text.split(".").find((each) => Number(each) > 255 || /^0\d/.test(each));
    if (part !== undefined)
      return { because: Number(part) > 255 ? `${part} is above 255` : `${part} has a leading zero` };
  }
  if (/^\d+(\.\d+){0,2}\.?$/.test(text)) return { because: "four numbers are needed" };
  if (/^[\w.-]*[a-z][\w.-]*$/i.test(text)) return { because: "names are not looked up" };
  return {};
}
