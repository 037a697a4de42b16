/** How many random texts a test takes: the first tenth of them, and with `npm run fuzz` all. A seed gives the same text in both. */
export function rounds(all: number): number {
  return process.env.KALINT_FUZZ === "all" ? all : Math.ceil(all / 10);
}
