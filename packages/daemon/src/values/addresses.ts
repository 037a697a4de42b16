import type { AddressArgument } from "@kalint/schema";
import { isMulticast } from "../networks.js";
import type { IpAddress } from "../objects.js";
import { problemOf, type ValueProblem } from "./problem.js";
import { type ReadValue, readAddress, readPrefixedAddress, readSocketAddress, readUnsigned } from "./read.js";

export function checkAddress(text: string, argument: AddressArgument): ValueProblem | undefined {
  if (argument.type === "host-or-ip") return checkHost(text, argument);
  if (argument.type === "ip-range") return isRange(text) ? undefined : problemOf(argument, { kind: "not-an-address" });
  const { value, reason } = readerOf(argument)(text);
  if (reason === "bad-prefix-length") {
    return problemOf(argument, { kind: "bad-prefix-length", max: text.includes(":") ? 128 : 32 });
  }
  if (value === undefined) return problemOf(argument, { kind: "not-an-address" });
  if (argument.family !== "any" && value.family !== argument.family) {
    return problemOf(argument, { kind: "wrong-address-family", family: value.family });
  }
  if (argument.multicast && !isMulticast(value)) return problemOf(argument, { kind: "no-multicast-address" });
  return undefined;
}

function readerOf({ type, exact }: AddressArgument): (text: string) => ReadValue<IpAddress> {
  if (type === "ip-mask") return readPrefixedAddress;
  return exact ? readAddress : readSocketAddress;
}

/** Whether a name is known is for the resolver to say; what looks like an address must be one. */
function checkHost(text: string, argument: AddressArgument): ValueProblem | undefined {
  if (text.includes("_")) return problemOf(argument, { kind: "bad-host-name" }, { unlessIn: "/etc/hosts" });
  const isAddress = /^\d+(\.\d+){3}$/.test(text) || /[:/]/.test(text);
  if (!isAddress || readAddress(text.replace(/%.*/, "")).value !== undefined) return undefined;
  return problemOf(argument, { kind: "not-an-address" });
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
