/** plate, ink-limit: whether what is set keeps to the plates of its page and to the ink that its press takes (TYPESETTING §10.4). */
import type { LocalText } from '../document/local-text.ts'
import { platesMissing } from '../document/plates.ts'
import { conditionOf } from '../document/print.ts'
import { issueOf, record, type PageInks } from '../document/records.ts'
import { totalInk } from '../document/swatches.ts'
import type { Finding, Subject } from './finding.ts'
import { blackFix, inkUses, useLabel, usePlace } from './ink-uses.ts'

const PAGES: Readonly<Record<PageInks, LocalText>> = {
  k: { zh: '黑白版，只有 K 版', en: 'black only: it has plate K alone' },
  'k+red': { zh: '套红版，只有 K 版和红版', en: 'black and red: it has plates K and red alone' },
  cmyk: { zh: '彩版，只有 C、M、Y、K 四块版', en: 'of four colours: it has plates C, M, Y and K alone' },
}

export function checkPlates({ document, results }: Subject): readonly Finding[] {
  const { style } = issueOf(document)
  return results.flatMap(({ frame }) => {
    const page = record(document, 'page', frame.page.id)
    if (!page) return []
    return inkUses(frame.items).flatMap((use): Finding[] => {
      const missing = platesMissing(style, page, use.ink)
      if (missing.length === 0) return []
      const [{ zh, en }, plates] = [useLabel(document, use), PAGES[page.inks]]
      const message = {
        zh: `${zh}要用 ${missing.join('、')} 版，而第${page.number}版是${plates.zh}，请换颜色，或改这一版的色版。`,
        en: `${en} needs plate ${missing.join(', ')}, and page ${page.number} is ${plates.en}; choose another colour, or other plates for the page.`,
      }
      return [{ id: 'plate', severity: 'error', page: page.number, ...usePlace(use), message, ...blackFix(document, use) }]
    })
  })
}

export function checkInkLimit({ document, results }: Subject): readonly Finding[] {
  const { inkLimit } = conditionOf(issueOf(document).style)
  return results.flatMap(({ frame: { items, page } }) =>
    inkUses(items)
      .filter(({ ink }) => totalInk(ink) > inkLimit + 1e-6)
      .map((use): Finding => {
        const [{ zh, en }, sum, most] = [useLabel(document, use), Math.round(100 * totalInk(use.ink)), Math.round(100 * inkLimit)]
        const message = {
          zh: `${zh}墨量共${sum}%，超过${most}%的上限，输出时会减到上限以内，请换一种颜色或改色样。`,
          en: `${en} takes ${sum}% of ink, over the limit of ${most}%; files will have less of it. Choose another colour, or change the swatch.`,
        }
        return { id: 'ink-limit', severity: 'error', page: page.number, ...usePlace(use), message }
      }),
  )
}
