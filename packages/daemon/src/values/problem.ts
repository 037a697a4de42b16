import type { Argument, Version } from "@kalint/schema";

/** Why a word is no value for an argument: kind, range and words, and no prose. */
export type ValueProblem = ValueFacts & {
  /** The argument as the target takes it, with its range, its words and its lengths. */
  readonly argument: Argument;
  /** A file of the machine may define the word: it is no mistake there. */
  readonly unlessIn?: string;
  /** `keepalived -t` accepts the word, or its verdict depends on the machine. */
  readonly unclaimed?: true;
};

type ValueFacts =
  | { readonly kind: "not-a-number" | "too-many-decimals" | "not-a-duration" }
  | { readonly kind: "out-of-range"; readonly min: number; readonly max: number }
  /** In range, and yet the daemon reports it and takes another. */
  | { readonly kind: "adjusted-number"; readonly to: number }
  /** None of the words that the target takes; `since`: a newer release takes it. */
  | { readonly kind: "unknown-word"; readonly words: readonly string[]; readonly since?: Version }
  /** `word` is meant: upper and lower case differ. */
  | { readonly kind: "wrong-case"; readonly words: readonly string[]; readonly word: string }
  | { readonly kind: "not-an-address" | "no-multicast-address" }
  | { readonly kind: "wrong-address-family"; readonly family: "ipv4" | "ipv6" }
  | { readonly kind: "bad-prefix-length"; readonly max: number }
  | { readonly kind: "bad-host-name" }
  /** In bytes. */
  | { readonly kind: "text-too-long"; readonly length: number; readonly maxLength: number }
  | { readonly kind: "wrong-digit-count"; readonly length: number; readonly exactLength: number }
  /** Written in another way than the argument's type asks: a MAC address, a realm, a range of ports. */
  | { readonly kind: "wrong-form" };

/** Gives the facts their argument: what every check ends with. */
export function problemOf(
  argument: Argument,
  facts: ValueFacts,
  more: Pick<ValueProblem, "unlessIn" | "unclaimed"> = {},
): ValueProblem {
  return { ...facts, argument, ...(argument.unclaimed && { unclaimed: argument.unclaimed }), ...more };
}
