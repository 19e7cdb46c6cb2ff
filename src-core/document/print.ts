/** What pages are printed on and how their files are written (TYPESETTING §10). */
import type { HouseStyle } from './style.ts'

export type PrintConditionId = 'newsprint' | 'coated'

/** A printing condition: what paper, press and plant allow. */
export interface PrintCondition {
  /** Sum of the four inks, 1 a solid plate: 2.4 is 240 %. */
  readonly inkLimit: number
  /** Pixels an inch of pictures at their size on the page: contone fewest, usual and most; line art fewest. */
  readonly ppi: { readonly least: number; readonly usual: number; readonly most: number; readonly lineArt: number }
  /** Thinnest rules in points: of one solid ink, of a tint or left white in a ground, of several inks. */
  readonly rule: { readonly solid: number; readonly tinted: number; readonly process: number }
  /** Smallest type in points: of one solid ink Han and Western, of a tint, and white in a ground or of several inks. */
  readonly type: { readonly solidHan: number; readonly solidLatin: number; readonly tinted: number; readonly reversed: number }
}

/**
 * The two conditions whose profiles ship (assets/icc); their ink limits are those that the profiles were made with. What
 * newsprint holds is TYPESETTING §10.4's; coated paper holds about half as fine again.
 */
export const PRINT_CONDITIONS: Readonly<Record<PrintConditionId, PrintCondition>> = {
  newsprint: {
    inkLimit: 2.4,
    ppi: { least: 170, usual: 200, most: 300, lineArt: 800 },
    rule: { solid: 0.25, tinted: 0.5, process: 1.5 },
    type: { solidHan: 7.875, solidLatin: 6, tinted: 8, reversed: 10 },
  },
  coated: {
    inkLimit: 3.2,
    ppi: { least: 225, usual: 300, most: 450, lineArt: 1_000 },
    rule: { solid: 0.15, tinted: 0.3, process: 0.75 },
    type: { solidHan: 5, solidLatin: 4.5, tinted: 6, reversed: 6 },
  },
}

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

/** What the house prints on; the plant's own ink limit goes before the paper's. */
export function conditionOf({ printPreset, print }: Pick<HouseStyle, 'printPreset' | 'print'>): PrintCondition {
  const condition = PRINT_CONDITIONS[PRINT_PRESETS[printPreset === undefined || printPreset === 'plain' ? USUAL_PRESET : printPreset].condition]
  return print?.profile ? { ...condition, inkLimit: print.profile.inkLimit } : condition
}

/** No plant takes more bleed. */
export const MOST_BLEED_MM = 10
/** Below the least, black type would be over it; the most is four solids. */
export const LEAST_INK_LIMIT = 1
export const MOST_INK_LIMIT = 4

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
