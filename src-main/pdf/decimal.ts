/** Numbers as a content stream has them. */

/** At most four decimals and never an exponent, which PDF does not know. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 10_000) / 10_000
  return rounded === 0 ? '0' : String(rounded)
}
