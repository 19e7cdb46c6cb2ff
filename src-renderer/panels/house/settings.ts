/**
 * Every setting of the house that is one value: where it stands in the style, what it may be, and its default (that of
 * the engine, TYPESETTING's [H]). Tables (headlines, sizes, composite faces, fallback) have views of their own.
 */
import { ISSUE_FILE_NAME, PAGE_FILE_NAME } from '../../../src-core/document/file-name.ts'
import { MOST_BLEED_MM, USUAL_PRESET } from '../../../src-core/document/print.ts'
import { setEveryFit } from '../../../src-core/commands/issue.ts'
import { LINE_KINDS } from '../../../src-core/document/decoration.ts'
import { DEFAULT_HOUSE_STYLE, type HeadlineFit, type HouseStyle } from '../../../src-core/document/style.ts'
import type { ColorChoice } from '../../../src-core/document/swatches.ts'
import type { house } from '../../text/zh-house.ts'

export type SettingId = keyof typeof house.settings
export type SettingGroup = Exclude<keyof typeof house.groups, 'sizes' | 'faces'>
/** Null stands for what is left out where that is a choice of its own: as the scheme says, as the program finds. */
export type SettingValue = string | number | boolean | ColorChoice | null

/** Where a setting stands: in the style itself, in a part of it, or in the fit of every row of the headline table. */
type Home = 'style' | 'line' | 'justify' | 'paragraph' | 'marks' | 'fit' | 'print' | 'printMarks'

type Control =
  | { readonly kind: 'face' }
  | { readonly kind: 'toggle' }
  /** Null is black. */
  | { readonly kind: 'color' }
  /** A pattern for the names of files. */
  | { readonly kind: 'pattern'; readonly of: 'page' | 'issue' }
  | { readonly kind: 'choice'; readonly values: readonly (string | number | null)[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly step: number }

export interface Setting {
  readonly id: SettingId
  readonly group: SettingGroup
  readonly home: Home
  readonly control: Control
  readonly standard: SettingValue
}

const face = (id: SettingId, group: SettingGroup, home: Home, standard: string): Setting => ({ id, group, home, standard, control: { kind: 'face' } })
const toggle = (id: SettingId, group: SettingGroup, home: Home, standard: boolean): Setting => ({ id, group, home, standard, control: { kind: 'toggle' } })
const choice = (id: SettingId, group: SettingGroup, home: Home, ...values: readonly (string | number | null)[]): Setting => ({
  id, group, home, standard: values[0]!, control: { kind: 'choice', values },
})
const number = (id: SettingId, group: SettingGroup, home: Home, standard: number, min: number, max: number, step: number): Setting => ({
  id, group, home, standard, control: { kind: 'number', min, max, step },
})

const color = (id: SettingId, home: Home): Setting => ({ id, group: 'colors', home, standard: null, control: { kind: 'color' } })

const pattern = (id: SettingId, of: 'page' | 'issue', standard: string): Setting => ({ id, group: 'print', home: 'print', standard, control: { kind: 'pattern', of } })

const SCHEMES = ['hangmobanjiao', 'quanjiao', 'gb', 'kaiming', 'banjiao', 'plain'] as const

/** A choice's first value is its default. */
export const SETTINGS: readonly Setting[] = [
  face('bodyFace', 'body', 'style', DEFAULT_HOUSE_STYLE.bodyFace),
  face('lead', 'body', 'style', DEFAULT_HOUSE_STYLE.lead),
  face('byline', 'body', 'style', DEFAULT_HOUSE_STYLE.byline),
  face('crosshead', 'body', 'style', DEFAULT_HOUSE_STYLE.crosshead),
  face('caption', 'body', 'style', DEFAULT_HOUSE_STYLE.caption),
  face('folio', 'body', 'style', DEFAULT_HOUSE_STYLE.folio),
  face('datelineFace', 'body', 'paragraph', 'hei'),
  face('standingHeadFace', 'body', 'paragraph', 'hei-bold'),
  face('editorsNoteFace', 'body', 'paragraph', 'kai'),
  face('verseFace', 'body', 'paragraph', 'kai'),
  face('tableHeadFace', 'body', 'paragraph', 'hei'),

  number('indentEm', 'paragraph', 'paragraph', 2, 0, 10, 0.5),
  choice('leadBlocks', 'paragraph', 'paragraph', null, 0, 1, 2, 3),
  choice('bylinePlace', 'paragraph', 'paragraph', 'keep', 'headline', 'dateline', 'end'),
  choice('standingHeadPlace', 'paragraph', 'paragraph', 'over', 'beside'),
  choice('listIndent', 'paragraph', 'paragraph', 'indent', 'hanging'),
  number('crossheadScale', 'paragraph', 'paragraph', 1.15, 0.8, 2, 0.05),
  number('crossheadBefore', 'paragraph', 'paragraph', 1, 0, 5, 1),
  number('crossheadAfter', 'paragraph', 'paragraph', 1, 0, 5, 1),
  choice('tableRules', 'paragraph', 'paragraph', 'lines', 'grid'),

  choice('lineBreak', 'lines', 'line', 'gb', 'none', 'basic', 'strict', 'css-loose', 'css-normal', 'css-strict'),
  choice('scheme', 'lines', 'line', ...SCHEMES),
  choice('adjacent', 'lines', 'line', null, 'collapse', 'none'),
  choice('lineStart', 'lines', 'line', null, 'trim', 'first-keep', 'keep'),
  choice('lineEnd', 'lines', 'line', null, 'trim', 'allow', 'none', 'hang'),
  number('autospaceEm', 'lines', 'line', DEFAULT_HOUSE_STYLE.line.autospaceEm, 0, 0.5, 0.05),
  toggle('latinQuotes', 'lines', 'line', false),
  choice('verticalWestern', 'lines', 'line', 'upright', 'turned'),

  choice('breaking', 'justify', 'line', 'stable', 'optimal'),
  toggle('hyphenate', 'justify', 'line', false),
  number('wordSpaceMinEm', 'justify', 'justify', 0.25, 0, 1, 0.05),
  number('wordSpaceMaxEm', 'justify', 'justify', 0.5, 0, 1, 0.05),
  number('autospaceMinEm', 'justify', 'justify', 0.125, 0, 0.5, 0.025),
  number('autospaceMaxEm', 'justify', 'justify', 0.5, 0, 1, 0.05),
  number('bracketMinEm', 'justify', 'justify', 0, 0, 0.5, 0.05),
  number('commaMinEm', 'justify', 'justify', 0, 0, 0.5, 0.05),
  choice('squeezeStops', 'justify', 'justify', 'loose', 'never', 'always'),
  number('looseEm', 'justify', 'justify', 0.25, 0, 1, 0.05),

  number('trackingEm', 'headlines', 'fit', -0.05, -0.2, 0, 0.01),
  number('loosestEm', 'headlines', 'fit', 0.25, 0, 1, 0.05),
  number('steps', 'headlines', 'fit', 1, 0, 10, 1),
  number('narrowest', 'headlines', 'fit', 0.8, 0.7, 1, 0.05),
  number('widest', 'headlines', 'fit', 1.2, 1, 1.3, 0.05),
  choice('headlineScheme', 'headlines', 'style', null, ...SCHEMES),

  face('strongFace', 'marks', 'marks', 'hei'),
  face('kaiFace', 'marks', 'marks', 'kai'),
  number('dotEm', 'marks', 'marks', 0.3, 0.15, 0.5, 0.05),
  number('rubyEm', 'marks', 'marks', 0.5, 0.3, 0.6, 0.05),

  color('crossheadColor', 'paragraph'),
  color('standingHeadColor', 'paragraph'),
  color('folioColor', 'style'),
  color('captionColor', 'style'),
  color('ruleColor', 'style'),

  number('ruleWidth', 'page', 'style', DEFAULT_HOUSE_STYLE.ruleWidth, 0, 4, 0.1),
  choice('columnRule', 'page', 'style', ...LINE_KINDS, 'none'),
  choice('storyRule', 'page', 'style', ...LINE_KINDS, 'none'),
  choice('jumpNumerals', 'page', 'style', 'arabic', 'han', 'padded'),
  choice('openGutters', 'page', 'style', 'allowed', 'told'),
  toggle('folioNumber', 'page', 'style', false),
  number('captionScale', 'page', 'style', 0.87, 0.5, 1.5, 0.01),

  choice('printPreset', 'print', 'style', USUAL_PRESET, 'newsprint-x4', 'coated-x1a', 'coated-x4', 'proof', 'plain'),
  pattern('fileName', 'page', PAGE_FILE_NAME),
  pattern('issueFileName', 'issue', ISSUE_FILE_NAME),
  toggle('keepName', 'print', 'print', false),
  toggle('outlines', 'print', 'print', false),
  number('bleedMm', 'print', 'print', 0, 0, MOST_BLEED_MM, 0.5),
  toggle('crop', 'print', 'printMarks', false),
  toggle('registration', 'print', 'printMarks', false),
  toggle('colorBar', 'print', 'printMarks', false),
  toggle('slug', 'print', 'printMarks', false),
]

/** What the setting is in a style: its own value, or the default where the style leaves it out. */
export function settingValue(style: HouseStyle, { id, home, standard }: Setting): SettingValue {
  const value = (homeOf(style, home) as Readonly<Record<string, unknown>>)[id]
  return value === undefined ? standard : (value as SettingValue)
}

export function isChanged(style: HouseStyle, setting: Setting): boolean {
  return settingValue(style, setting) !== setting.standard
}

/** The fields of the style that the value goes into. The default of an optional field is left out. */
export function withSetting(style: HouseStyle, { id, home, standard }: Setting, value: SettingValue): Partial<HouseStyle> {
  const change = isRequired(home, id) || value !== standard ? { [id]: value } : {}
  switch (home) {
    case 'style':
      return { [id]: change[id] }
    case 'line':
      return { line: { ...without(style.line, id), ...change } as unknown as HouseStyle['line'] }
    case 'justify': {
      const justify = { ...without(style.line.justify ?? {}, id), ...change }
      return { line: { ...without(style.line, 'justify'), ...(isEmpty(justify) ? {} : { justify }) } as unknown as HouseStyle['line'] }
    }
    case 'fit':
      return { headlines: setEveryFit(style.headlines, { [id]: value } as Partial<HeadlineFit>) }
    case 'paragraph':
    case 'marks':
    case 'print': {
      const part = { ...without(style[home] ?? {}, id), ...change }
      return { [home]: isEmpty(part) ? undefined : part }
    }
    case 'printMarks': {
      const marks = { ...without(style.print?.marks ?? {}, id), ...change }
      const print = { ...without(style.print ?? {}, 'marks'), ...(isEmpty(marks) ? {} : { marks }) }
      return { print: isEmpty(print) ? undefined : print } as Partial<HouseStyle>
    }
  }
}

function homeOf(style: HouseStyle, home: Home): object {
  switch (home) {
    case 'style':
      return style
    case 'line':
      return style.line
    case 'justify':
      return style.line.justify ?? {}
    case 'fit':
      return style.headlines[0]?.fit ?? {}
    case 'paragraph':
    case 'marks':
    case 'print':
      return style[home] ?? {}
    case 'printMarks':
      return style.print?.marks ?? {}
  }
}

/** Fields that every style has. */
function isRequired(home: Home, id: SettingId): boolean {
  return home === 'fit' || (home === 'style' && id in DEFAULT_HOUSE_STYLE) || (home === 'line' && id in DEFAULT_HOUSE_STYLE.line)
}

function without(fields: object, name: string): object {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name))
}

function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0
}
