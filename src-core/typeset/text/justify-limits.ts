/** A house's limits of justification with every field settled, TYPESETTING §5.2 and §5.3. */
import type { JustifyLimits } from '../../document/style.ts'

export type SettledLimits = Required<JustifyLimits>

const LIMITS: SettledLimits = {
  wordSpaceMinEm: 0.25,
  wordSpaceMaxEm: 0.5,
  autospaceMinEm: 0.125,
  autospaceMaxEm: 0.5,
  bracketMinEm: 0,
  commaMinEm: 0,
  squeezeStops: 'loose',
  looseEm: 0.25,
}

export function settleLimits(limits: JustifyLimits | undefined): SettledLimits {
  return limits ? { ...LIMITS, ...limits } : LIMITS
}
