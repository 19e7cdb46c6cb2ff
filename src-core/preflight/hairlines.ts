/** hairline: rules too thin for the press, so that they break or vanish (TYPESETTING §10.4). */
import type { LocalText } from '../document/local-text.ts'
import { thinnestRule } from '../document/print-limits.ts'
import { conditionOf } from '../document/print.ts'
import { issueOf, type RecordId } from '../document/records.ts'
import type { HouseStyle } from '../document/style.ts'
import { nameOf, type Finding, type Subject } from './finding.ts'
import type { Fix } from './fix.ts'
import { ownedItems, type OwnedItem } from './owned-items.ts'

interface Thin {
  readonly owner: RecordId | null
  readonly width: number
  readonly least: number
}

/** One finding a record, at its thinnest rule; where the house's own rules are too thin, one a page for all of these. */
export function checkHairlines({ document, results }: Subject): readonly Finding[] {
  const { style } = issueOf(document)
  const condition = conditionOf(style)
  return results.flatMap(({ frame: { items, page } }) => {
    const found = new Map<RecordId | 'house' | null, Thin>()
    for (const owned of ownedItems(items)) {
      const width = strokeOf(owned)
      const least = width === undefined ? 0 : thinnestRule(condition, owned.item as Exclude<OwnedItem['item'], { kind: 'picture' }>)
      if (width === undefined || width >= least) continue
      const cause = owned.item.kind === 'rule' && width === style.ruleWidth ? 'house' : owned.owner
      if (width < (found.get(cause)?.width ?? Infinity)) found.set(cause, { owner: owned.owner, width, least })
    }
    return [...found].map(([cause, thin]): Finding => {
      const known = thin.owner !== null && document.records[thin.owner] !== undefined
      return {
        id: 'hairline',
        severity: thin.width * 2 < thin.least ? 'error' : 'warning',
        page: page.number,
        ...(known && thin.owner !== null ? { story: thin.owner } : {}),
        ...(cause === 'house'
          ? { message: houseMessage(thin), fix: houseFix(style, thin.least) }
          : { message: ownMessage(known && thin.owner !== null ? nameOf(document, thin.owner) : { zh: '', en: '' }, thin) }),
      }
    })
  })
}

/** How thick a rule is; a fill as thin as a rule is one. */
function strokeOf({ item }: OwnedItem): number | undefined {
  if (item.kind === 'rule') return item.width
  return item.kind === 'fill' ? Math.min(item.width, item.height) : undefined
}

function houseMessage({ width, least }: Thin): LocalText {
  return {
    zh: `报纸样式的线粗${width}磅，印出来会断，至少要${least}磅，请在报纸样式里加粗。`,
    en: `The rules of the house style are ${width} pt, too thin to print whole; make them ${least} pt or more in the house style.`,
  }
}

function ownMessage(name: LocalText, { width, least }: Thin): LocalText {
  return {
    zh: `${name.zh || '版面上'}有线粗${width}磅，印出来会断，这种颜色的线至少要${least}磅，请加粗或换颜色。`,
    en: `${name.en || 'The page'} has a rule of ${width} pt, too thin to print whole; in this colour it takes ${least} pt or more. Make it thicker or choose another colour.`,
  }
}

function houseFix(style: HouseStyle, least: number): Fix {
  return { label: { zh: `加粗到${least}磅`, en: `Make them ${least} pt` }, steps: [{ kind: 'set', record: 'issue', fields: { style: { ...style, ruleWidth: least } } }] }
}
