/** What pages are printed on and how their files are written (TYPESETTING §10). */

export type PrintConditionId = 'newsprint' | 'coated'

/** A printing condition: what paper, press and plant allow. */
export interface PrintCondition {
  readonly name: string
  /** Sum of the four inks, 1 a solid plate: 2.4 is 240 %. */
  readonly inkLimit: number
}

/** The two conditions whose profiles ship (assets/icc); their ink limits are those that the profiles were made with. */
export const PRINT_CONDITIONS = {
  newsprint: { name: '新闻纸', inkLimit: 2.4 },
  coated: { name: '铜版纸', inkLimit: 3.2 },
} as const satisfies Record<PrintConditionId, PrintCondition>

export interface PrintPreset {
  readonly name: string
  /** Null is a proof: colours of the screen, marked as no file for print. */
  readonly standard: 'x1a' | 'x4' | null
  readonly condition: PrintConditionId
}

export const PRINT_PRESETS = {
  'newsprint-x1a': { name: '新闻纸 PDF/X-1a', standard: 'x1a', condition: 'newsprint' },
  'newsprint-x4': { name: '新闻纸 PDF/X-4', standard: 'x4', condition: 'newsprint' },
  'coated-x1a': { name: '铜版纸 PDF/X-1a', standard: 'x1a', condition: 'coated' },
  'coated-x4': { name: '铜版纸 PDF/X-4', standard: 'x4', condition: 'coated' },
  proof: { name: '校样', standard: null, condition: 'newsprint' },
} as const satisfies Record<string, PrintPreset>

export type PrintPresetId = keyof typeof PRINT_PRESETS

export function isPrintPreset(id: string): id is PrintPresetId {
  return Object.hasOwn(PRINT_PRESETS, id)
}
