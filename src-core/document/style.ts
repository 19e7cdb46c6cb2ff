/**
 * House style (报纸样式): what a paper decides once. Faces are named by what they are for an editor (宋体, 黑体 …);
 * which file serves a name is the library's business.
 */
import type { LineKind } from './decoration.ts'
import type { PrintPresetId, PrintSettings } from './print.ts'
import type { ColorChoice, Swatch } from './swatches.ts'

export type FaceId = string

/** The faces that ship with the program. Editors' own faces get ids of their own. */
export const BUNDLED_FACES = {
  song: '宋体',
  'song-bold': '粗宋',
  hei: '黑体',
  'hei-bold': '粗黑',
  kai: '楷体',
} as const satisfies Record<string, string>

export interface TextSetting {
  readonly face: FaceId
  /** Points. */
  readonly size: number
  /** Black when left out. */
  readonly color?: ColorChoice
}

/** One row of the headline table: what a headline over `columns` basic columns (or more) is set in. */
export interface HeadlineRule {
  readonly columns: number
  readonly headline: TextSetting
  readonly kicker: TextSetting
  readonly subtitle: TextSetting
  /** How a headline may be made to fit; left out, it is set as the row says and one that is too wide is reported. */
  readonly fit?: HeadlineFit
}

export interface HeadlineFit {
  /** Tightest tracking in em, negative (TYPESETTING §9: −0.05). */
  readonly trackingEm: number
  /** How many 号 smaller at most. */
  readonly steps: number
  /** Loosest tracking in em of a headline that is fitted to its measure (TYPESETTING §9: 0.25); 0 when left out. */
  readonly loosestEm?: number
  /** How narrow (长) and how wide (扁) its characters may be made; 1, as they are drawn, when left out. */
  readonly narrowest?: number
  readonly widest?: number
}

/** 长扁 as most houses allow it (TYPESETTING §9). */
export const USUAL_SCALE = { narrowest: 0.8, widest: 1.2 } as const

/** What vertical headlines (竖题) are set in; they go by their height, not by the columns that they take. */
export interface VerticalHeadlines {
  readonly headline: TextSetting
  readonly kicker: TextSetting
  readonly subtitle: TextSetting
  /** Height in grid lines of one that is not given any. */
  readonly lines: number
}

export type LineBreakLevel = 'none' | 'basic' | 'gb' | 'strict' | 'css-loose' | 'css-normal' | 'css-strict'
/** `gb` is 行末半角 with chained ？！ at half an em (GB/T 15834 5.1.2). */
export type PunctuationScheme = 'quanjiao' | 'hangmobanjiao' | 'gb' | 'kaiming' | 'banjiao' | 'plain'
export type AdjacentMarks = 'collapse' | 'none'
export type LineStart = 'trim' | 'first-keep' | 'keep'
export type LineBreaking = 'stable' | 'optimal'
export type LineEnd = 'trim' | 'allow' | 'none' | 'hang'

/** The typesetting choices of TYPESETTING §2–§5 that a house makes. A field given beats the scheme. */
export interface LineStyle {
  readonly lineBreak: LineBreakLevel
  readonly scheme: PunctuationScheme
  readonly adjacent?: AdjacentMarks
  readonly lineStart?: LineStart
  readonly lineEnd?: LineEnd
  /** Chinese-Western gap in em of the Chinese run. */
  readonly autospaceEm: number
  /** Quotation marks round nothing but Western text stay Western; Chinese full-width marks, when left out. */
  readonly latinQuotes?: boolean
  /** Line by line (`stable`, when left out), or the best lines of each paragraph. */
  readonly breaking?: LineBreaking
  /** Limits of justification; what is left out is the house default. */
  readonly justify?: JustifyLimits
  /** Western words may be parted by a hyphen; not, when left out. */
  readonly hyphenate?: boolean
  /**
   * In vertical lines, short figures side by side in one cell and single letters, acronyms and years upright (`upright`, when
   * left out); or all Western text turned.
   */
  readonly verticalWestern?: 'upright' | 'turned'
}

/** How far lines may be squeezed and stretched, TYPESETTING §5.2 and §5.3. Lengths in em of a mark's or space's own size. */
export interface JustifyLimits {
  /** Western word spaces: 0.25 to 0.5. */
  readonly wordSpaceMinEm?: number
  readonly wordSpaceMaxEm?: number
  /** Chinese-Western gap: 0.125 to 0.5. The natural width in both fixes it. */
  readonly autospaceMinEm?: number
  readonly autospaceMaxEm?: number
  /** What brackets and quotes keep of their blank: 0; 0.25 is the gentle style. */
  readonly bracketMinEm?: number
  /** What 、，；： keep of theirs: 0. */
  readonly commaMinEm?: number
  /** Whether 。？！ give theirs: to spare a loose line (when left out), wherever it helps, or never. */
  readonly squeezeStops?: SqueezeStops
  /** Stretch in em a gap over which a line is loose and reported: 0.25. */
  readonly looseEm?: number
}

export type SqueezeStops = 'never' | 'loose' | 'always'

/** A row of the 号数 table. */
export interface TypeSizeName {
  readonly name: string
  /** Points. */
  readonly size: number
}

/**
 * 中西文复合字体: Western letters, figures and their marks from one face, everything else from another. Its id may stand
 * wherever a face's may; neither part may be a composite itself.
 */
export interface CompositeFace {
  readonly id: FaceId
  readonly name: string
  readonly han: FaceId
  readonly latin: FaceId
  /** Size of the Western face, as a factor of the size that is asked for; 1 when left out. */
  readonly latinScale?: number
  /** How far the Western face stands over the baseline, in em of the size that is asked for; negative is lower. */
  readonly latinShiftEm?: number
}

/** Where to look, in this order, for characters that a face lacks. */
export interface FaceFallbacks {
  readonly face: FaceId
  readonly to: readonly FaceId[]
}

/** Where a byline stands: where the article had it (`keep`), under the headline, after the dateline, or at the end in brackets. */
export type BylinePlace = 'keep' | 'headline' | 'dateline' | 'end'

/** What the house decides about the parts of an article (TYPESETTING §6, §9). What is left out is the default given here. */
export interface ParagraphRules {
  /** First-line indent of paragraphs: 2. */
  readonly indentEm?: number
  /**
   * How many paragraphs at the start are the lead, set in the house's `lead` face; 0 is none. Left out, it is those before
   * the first crosshead, if they are no more than three.
   */
  readonly leadBlocks?: number
  /** keep */
  readonly bylinePlace?: BylinePlace
  /** 电头, "本报讯" at the body's start: hei. */
  readonly datelineFace?: FaceId
  /** 栏头: hei-bold. */
  readonly standingHeadFace?: FaceId
  /** Over the headline, or beside it where there is room: over. */
  readonly standingHeadPlace?: 'over' | 'beside'
  /** 编者按: kai. */
  readonly editorsNoteFace?: FaceId
  /** Turned lines of an item under its first (`indent`, as in a paragraph), or under its text (`hanging`): indent. */
  readonly listIndent?: 'indent' | 'hanging'
  /** kai */
  readonly verseFace?: FaceId
  /** A table's head: hei. Its other rows have the body face. */
  readonly tableHeadFace?: FaceId
  /** Size of crossheads in body sizes, at most 1.2 by TYPESETTING §9: 1.15. Where a line would not fit it is the body's. */
  readonly crossheadScale?: number
  /** Black, or the colour of the story's text. */
  readonly crossheadColor?: ColorChoice
  /** Black. */
  readonly standingHeadColor?: ColorChoice
  /** White lines over and under a crosshead: 1 and 1. */
  readonly crossheadBefore?: number
  readonly crossheadAfter?: number
  /** Rules over, under and below the head (`lines`), or round every cell (`grid`): lines. */
  readonly tableRules?: 'lines' | 'grid'
}

/** What the house decides about marks on words (TYPESETTING §8). Lengths in em of the text. What is left out is the default given here. */
export interface MarkRules {
  /** 加粗: hei; in a title, which is bold already, hei-bold. */
  readonly strongFace?: FaceId
  /** kai */
  readonly kaiFace?: FaceId
  /** Diameter of emphasis dots where there is room for it: 0.3. */
  readonly dotEm?: number
  /** Size of ruby where there is room for it: 0.5. */
  readonly rubyEm?: number
}

export type JumpNumerals = 'arabic' | 'han' | 'padded'

export interface HouseStyle {
  readonly line: LineStyle
  readonly bodyFace: FaceId
  readonly lead: FaceId
  readonly byline: FaceId
  readonly caption: FaceId
  readonly folio: FaceId
  readonly crosshead: FaceId
  readonly paragraph?: ParagraphRules
  readonly marks?: MarkRules
  /** Rows by rising `columns`; the last row not wider than the headline holds. Editable. */
  readonly headlines: readonly HeadlineRule[]
  /** Marks in titles of twice the body's size and more; left out, they are set as in the body. */
  readonly headlineScheme?: PunctuationScheme
  /** {@link DEFAULT_VERTICAL_HEADLINES} when left out. */
  readonly verticalHeadlines?: VerticalHeadlines
  readonly sizes: readonly TypeSizeName[]
  /** Width of column rules and boxes in points, K only. */
  readonly ruleWidth: number
  /** 栏线 between stories that stand side by side; a thin one of {@link ruleWidth} when left out. */
  readonly columnRule?: LineKind | 'none'
  /** Between stories that stand over one another, likewise. */
  readonly storyRule?: LineKind | 'none'
  readonly composites?: readonly CompositeFace[]
  /** Page numbers in jump lines, of page 02: 第2版, 第二版, 第02版; `arabic` when left out. */
  readonly jumpNumerals?: JumpNumerals
  /** 通线: whether a gutter that is open from top to bottom of a page is told; pages of columnists want it, and so it is `allowed` when left out. */
  readonly openGutters?: 'allowed' | 'told'
  /** Whether the 期号 stands after the date in running heads; not when left out. */
  readonly folioNumber?: boolean
  /** Size of captions in body sizes: 0.87. */
  readonly captionScale?: number
  /** How pages are written for print; PDF/X-1a for newsprint when left out, `plain` keeps to no standard. */
  readonly printPreset?: PrintPresetId | 'plain'
  /** What the plant asks of the files. */
  readonly print?: PrintSettings
  /** Colours that the house gives are black on pages without the plates for them. Of running heads; black when left out. */
  readonly folioColor?: ColorChoice
  /** Of captions and credits; black when left out. */
  readonly captionColor?: ColorChoice
  /** Of rules between stories and under running heads; black when left out. */
  readonly ruleColor?: ColorChoice
  /** The house's own swatches, beside black, paper and red, which every house has; USUAL_SWATCHES when left out. */
  readonly swatches?: readonly Swatch[]
  /** Rows for the faces whose fallback the house has changed; the others fall back as the program knows. */
  readonly fallbacks?: readonly FaceFallbacks[]
}

/**
 * 号数制, TYPESETTING §6: the sizes that newspapers set in, in points. 小七, which no norm gives, is half of 小五, as
 * 七号 is half of 五号.
 */
export const TYPE_SIZES: readonly TypeSizeName[] = [
  { name: '特号', size: 54 },
  { name: '初号', size: 42 },
  { name: '小初', size: 36 },
  { name: '一号', size: 27.5 },
  { name: '小一', size: 24 },
  { name: '二号', size: 21 },
  { name: '小二', size: 18 },
  { name: '三号', size: 15.75 },
  { name: '四号', size: 13.75 },
  { name: '小四', size: 12 },
  { name: '五号', size: 10.5 },
  { name: '小五', size: 9 },
  { name: '六号', size: 7.875 },
  { name: '小六', size: 6.875 },
  { name: '七号', size: 5.25 },
  { name: '小七', size: 4.5 },
]

function headlineRule(columns: number, headline: number, small: number): HeadlineRule {
  return {
    columns,
    headline: { face: 'song-bold', size: headline },
    kicker: { face: 'kai', size: small },
    subtitle: { face: 'song', size: small },
    fit: { trackingEm: -0.05, steps: 1, loosestEm: 0.25, ...USUAL_SCALE },
  }
}

/** Eight to ten characters in 28 to 32 lines, as one evening paper has it (TYPESETTING §9). */
export const DEFAULT_VERTICAL_HEADLINES: VerticalHeadlines = {
  headline: { face: 'song-bold', size: 36 },
  kicker: { face: 'kai', size: 15.75 },
  subtitle: { face: 'song', size: 15.75 },
  lines: 30,
}

/** The default headline table: about two 号 between neighbours, heights in TYPESETTING §9's range. */
export const DEFAULT_HOUSE_STYLE: HouseStyle = {
  line: { lineBreak: 'gb', scheme: 'hangmobanjiao', autospaceEm: 0.25 },
  bodyFace: 'song',
  lead: 'kai',
  byline: 'kai',
  caption: 'kai',
  folio: 'song',
  crosshead: 'hei-bold',
  headlines: [
    headlineRule(1, 15.75, 10.5),
    headlineRule(2, 21, 12),
    headlineRule(3, 24, 13.75),
    headlineRule(4, 27.5, 15.75),
    headlineRule(5, 36, 18),
    headlineRule(7, 42, 21),
  ],
  sizes: TYPE_SIZES,
  ruleWidth: 0.3,
}
