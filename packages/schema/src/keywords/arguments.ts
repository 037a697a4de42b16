import type { AddressArgument, Argument, Version } from "../types.js";

/** A bool; the keyword alone means true. */
export const truth: Argument = { name: "value", type: "bool", optional: true, default: "true" };

export const script: Argument = { name: "script", type: "script" };

export const user: Argument = { name: "user", type: "user" };

export const optionalUser: Argument = { name: "user", type: "user", optional: true };

export const optionalGroup: Argument = {
  name: "group",
  type: "group",
  optional: true,
  note: "With the target `next`, a leading `:` requests the user's supplementary groups, and `:` alone those with the user's own group.",
};

/** A program with its parameters in one word, and whom to run it as. */
export const scriptAndUser: readonly Argument[] = [script, optionalUser, optionalGroup];

export const address: AddressArgument = { name: "address", type: "ip", family: "any" };

/** The kernel's IFNAMSIZ, without the byte that ends the name. */
export const longestInterfaceName = 15;

/**
 * Linux gives no interface a folder's name, nor that of the settings of all interfaces or of new ones. Source: Linux,
 * net/core/dev.c: dev_valid_name, net/ipv4/devinet.c: sysctl_dev_name_is_allowed.
 */
export const namesOfNoInterface: ReadonlySet<string> = new Set([".", "..", "all", "default"]);

export const networkInterface: Argument = { name: "interface", type: "interface", maxLength: longestInterfaceName };

export const port: Argument = { name: "port", type: "port", min: 1, max: 65535 };

export const name: Argument = { name: "name", type: "string" };

export const processName: Argument = { name: "name", type: "string", maxLength: 15 };

/** As long as a timer of the daemon can run: 2^64 - 2 microseconds. */
export const anyDelay: Argument = {
  name: "seconds",
  type: "decimal",
  min: 0,
  max: 18446744073709.55,
  exactMax: "18446744073709.551614",
  maxDecimals: 6,
  unit: "s",
};

export const anyPositiveDelay: Argument = { ...anyDelay, min: 0.000001 };

export const positiveDelay: Argument = {
  name: "seconds",
  type: "decimal",
  min: 0.000001,
  max: 4294.967295,
  maxDecimals: 6,
  unit: "s",
};

/** Of 32 bits: what most numbers are read into. */
export const largestNumber = 4_294_967_295;

export const count: Argument = { name: "count", type: "uint", min: 0, max: largestNumber };

export const mark: Argument = { name: "mark", type: "uint", min: 0, max: largestNumber };

export const nice: Argument = { name: "nice", type: "int", min: -20, max: 19 };

export const bytes: Argument = { name: "bytes", type: "uint", min: 0, max: largestNumber };

export const zeroBecomesOne: NonNullable<Argument["adjusted"]> = [{ value: 0, to: 1, reported: true }];

/** An interval of repeated gratuitous ARP, and whether it counts for all interfaces. */
export function garpInterval({
  min,
  ...own
}: {
  readonly since: Version;
  readonly min: number;
  readonly summary: string;
}): Argument {
  return {
    name: "options",
    type: "options",
    options: [
      {
        name: "all",
        since: "2.2.3",
        summary: "Includes all interfaces that carry VIPs, not only VMAC ones.",
        arguments: [],
      },
      {
        name: "<seconds>",
        ...own,
        positional: true,
        required: true,
        arguments: [{ name: "seconds", type: "uint", min, max: 86400, unit: "s" }],
      },
    ],
    minOptions: 1,
  };
}
