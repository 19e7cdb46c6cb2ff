/** Colours of what was set: items are made in black, and inked where the document asks for another colour. */
import type { Rect } from '../../document/grid.ts'
import { headlineColors, type HeadlinePart } from '../../document/headline.ts'
import { houseInk, type Plates } from '../../document/plates.ts'
import { thinnestRule } from '../../document/print-limits.ts'
import { conditionOf } from '../../document/print.ts'
import type { StoryRecord } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import { inkOf, type ColorChoice, type Ink } from '../../document/swatches.ts'
import type { ArticlePart, FrameItem } from '../frame.ts'
import { fillItems, isDark } from './decoration/fill.ts'

/** Everything that is drawn there, in that ink. */
export function inked(items: readonly FrameItem[], ink: Ink | null): readonly FrameItem[] {
  if (!ink) return items
  return items.map((item): FrameItem => {
    if (item.kind === 'group') return { ...item, items: inked(item.items, ink) }
    return item.kind === 'picture' ? item : { ...item, ...ink }
  })
}

/** Rules of the house: null is black; in colour they are as wide as the press needs to print them whole. */
export function houseRule(style: HouseStyle, plates: Plates): { readonly ink: Ink | null; readonly width: number } {
  const ink = houseInk(style, plates, style.ruleColor)
  return { ink, width: ink ? Math.max(style.ruleWidth, thinnestRule(conditionOf(style), ink)) : style.ruleWidth }
}

/** Inks of a story's parts; null is black, as everything is set. */
export class StoryInks {
  private readonly style: HouseStyle
  private readonly story: StoryRecord
  private readonly plates: Plates

  constructor(style: HouseStyle, story: StoryRecord, plates: Plates) {
    this.style = style
    this.story = story
    this.plates = plates
  }

  /** The band behind the titles. */
  band(rect: Rect): readonly FrameItem[] {
    const paint = this.story.headline?.band
    return paint ? fillItems([rect], paint, this.style, this.plates) : []
  }

  /** Of a part of the headline group, which spans so many columns; `banded` where its titles stand on a band. */
  heading(part: ArticlePart, columns: number, banded = false): Ink | null {
    if (part === 'standingHead') return this.houseInk(this.style.paragraph?.standingHeadColor)
    if (!isTitle(part)) return this.text()
    const { story, house } = headlineColors(this.style, this.story, columns)[part]
    if (banded) return this.ink(story) ?? this.onBand()
    return this.ink(story) ?? this.houseInk(house)
  }

  /** 反白: bare paper on a dark band, black on a light one. What the house has for titles on paper would not be read there. */
  private onBand(): Ink | null {
    const paint = this.story.headline?.band
    return paint && isDark(paint, this.style, this.plates) ? inkOf(this.style, { swatch: 'paper' }) : null
  }

  text(): Ink | null {
    return this.ink(this.story.color)
  }

  crosshead(): Ink | null {
    return this.houseInk(this.style.paragraph?.crossheadColor) ?? this.text()
  }

  private ink(choice: ColorChoice | undefined): Ink | null {
    return choice ? inkOf(this.style, choice, this.plates) : null
  }

  private houseInk(choice: ColorChoice | undefined): Ink | null {
    return houseInk(this.style, this.plates, choice)
  }
}

function isTitle(part: ArticlePart): part is HeadlinePart {
  return part === 'headline' || part === 'kicker' || part === 'subtitle'
}
