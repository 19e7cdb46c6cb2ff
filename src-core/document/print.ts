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

/** The plant's own profile (ICC, class prtr, CMYK), kept in the library by its hash. */
export interface PlantProfile {
  /** SHA-256 of the file in hexadecimal. */
  readonly hash: string
  /** What the profile calls itself. */
  readonly name: string
  /** Sum of the four inks that the plant takes, 1 a solid plate. */
  readonly inkLimit: number
}

/** What stands outside the trim, for who prints and cuts. */
export interface PrintMarks {
  readonly crop?: true
  readonly registration?: true
  readonly colorBar?: true
  /** A line that says what the page is. */
  readonly slug?: true
}

/**
 * What a plant asks of its files. Left out altogether it is a newspaper's usual: no bleed, no marks, MediaBox = TrimBox,
 * names by date and page, the program's own profile.
 */
export interface PrintSettings {
  /** A pattern of file-name.ts, for a page's file; {@link PAGE_FILE_NAME} when left out. */
  readonly fileName?: string
  /** For the file of all pages; {@link ISSUE_FILE_NAME} when left out. */
  readonly issueFileName?: string
  /** A page sent again (换版) replaces its file: no -v2 is put to its name. */
  readonly keepName?: true
  /** Millimetres beyond the trim on all sides; 0 when left out. */
  readonly bleedMm?: number
  readonly marks?: PrintMarks
  /** 文字转曲: glyphs as outlines, for old RIPs. */
  readonly outlines?: true
  readonly profile?: PlantProfile
}
