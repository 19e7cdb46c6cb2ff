/** How fine a printing condition can print an ink (TYPESETTING §10.4): plates never meet exactly, and a tint is made of dots. */
import type { PrintCondition } from './print.ts'
import type { Ink } from './swatches.ts'

/** Points. Bare paper is a rule left white in a ground. */
export function thinnestRule({ rule }: PrintCondition, ink: Ink): number {
  const amounts = platesOf(ink)
  if (amounts.length > 2) return rule.process
  return amounts.length === 1 && amounts[0] === 1 ? rule.solid : rule.tinted
}

/** Points. Bare paper is type left white in a ground. */
export function smallestType({ type }: PrintCondition, ink: Ink, script: 'han' | 'latin'): number {
  const [amount, ...others] = platesOf(ink)
  if (amount === undefined || others.length > 0) return type.reversed
  if (amount < 1) return type.tinted
  return script === 'han' ? type.solidHan : type.solidLatin
}

/** How much of each ink that is there at all. */
function platesOf({ color, spot }: Ink): readonly number[] {
  return (spot ? [spot.tint] : color).filter((amount) => amount > 0)
}
