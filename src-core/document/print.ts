/** What pages are printed on and how their files are written (TYPESETTING §10). */

export type PrintConditionId = 'newsprint' | 'coated'

/** A printing condition: what paper, press and plant allow. */
export interface PrintCondition {
  /** Sum of the four inks, 1 a solid plate: 2.4 is 240 %. */
  readonly inkLimit: number
}

/** The two conditions whose profiles ship (assets/icc); their ink limits are those that the profiles were made with. */
export const PRINT_CONDITIONS = {
  newsprint: { inkLimit: 2.4 },
  coated: { inkLimit: 3.2 },
} as const satisfies Record<PrintConditionId, PrintCondition>

export interface PrintPreset {
  /** Null is a proof: colours of the screen, marked as no file for print. */
  readonly standard: 'x1a' | 'x4' | null
  readonly condition: PrintConditionId
}

export const PRINT_PRESET_IDS = ['newsprint-x1a', 'newsprint-x4', 'coated-x1a', 'coated-x4', 'proof'] as const
export type PrintPresetId = (typeof PRINT_PRESET_IDS)[number]

export const PRINT_PRESETS: Readonly<Record<PrintPresetId, PrintPreset>> = {
  'newsprint-x1a': { standard: 'x1a', condition: 'newsprint' },
  'newsprint-x4': { standard: 'x4', condition: 'newsprint' },
  'coated-x1a': { standard: 'x1a', condition: 'coated' },
  'coated-x4': { standard: 'x4', condition: 'coated' },
  proof: { standard: null, condition: 'newsprint' },
}

/** What the window exports with where the house has chosen nothing: a plant may refuse a file that keeps to no standard. */
export const USUAL_PRESET: PrintPresetId = 'newsprint-x1a'

export function isPrintPreset(id: string): id is PrintPresetId {
  return Object.hasOwn(PRINT_PRESETS, id)
}
