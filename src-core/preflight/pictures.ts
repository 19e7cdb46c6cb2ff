/**
 * low-ppi, wasteful-ppi, ink-limit: whether a picture's file has the pixels that its size on the page asks for, and no more
 * ink than the press takes (TYPESETTING §10.4). Of a PDF placed as an advert other checks tell.
 */
import { effectivePpi, shownCrop } from '../document/crop.ts'
import type { LocalText } from '../document/local-text.ts'
import { conditionOf, type PrintCondition } from '../document/print.ts'
import { issueOf, record } from '../document/records.ts'
import type { AssetRecord, Document, RecordId } from '../document/records.ts'
import type { PictureItem } from '../typeset/frame.ts'
import { nameOf } from './finding.ts'
import type { Finding, Subject } from './finding.ts'
import { ownedItems } from './owned-items.ts'

/** Files from the camera have a few times the pixels that print shows, and are scaled; sixteen times are in everybody's way. */
const WASTE = 4

/** Hundredths of a plate that rounding adds. */
const INK_TOLERANCE = 0.01

type Fault = Pick<Finding, 'id' | 'severity' | 'message'>

export function checkPictures({ document, results }: Subject): readonly Finding[] {
  const condition = conditionOf(issueOf(document).style)
  return results.flatMap(({ frame }) =>
    [...ownedItems(frame.items)].flatMap(({ owner, item }): Finding[] => {
      const asset = item.kind === 'picture' ? record(document, 'asset', item.asset) : undefined
      if (item.kind !== 'picture' || !asset || asset.pdf) return []
      const what = owner === null ? { zh: `图片“${asset.name}”`, en: `Picture “${asset.name}”` } : nameOf(document, owner)
      return [resolutionFault(what, asset, item, condition), inkFault(what, asset, item, condition)].flatMap((fault) =>
        fault ? [{ ...fault, page: frame.page.number, ...placeOf(document, owner) }] : [],
      )
    }),
  )
}

function resolutionFault(what: LocalText, asset: AssetRecord, item: PictureItem, { ppi: { least, most, lineArt } }: PrintCondition): Fault | null {
  const ppi = Math.round(effectivePpi(asset, shownCrop(asset, item), item))
  const [fewest, finest] = asset.lineArt ? [lineArt, WASTE * lineArt] : [least, WASTE * most]
  if (ppi < fewest) {
    const kind = asset.lineArt ? { zh: '黑白线条图', en: ' line art' } : { zh: '', en: '' }
    return {
      id: 'low-ppi',
      // Of contone, at half the least dots show; line art has jagged edges, but stands.
      severity: !asset.lineArt && ppi * 2 < least ? 'error' : 'warning',
      message: {
        zh: `${what.zh}精度只有${ppi} ppi，印报${kind.zh}至少要${fewest} ppi，请换大图或缩小尺寸。`,
        en: `${what.en} has only ${ppi} ppi, and the press asks for ${fewest} ppi${kind.en && ` of${kind.en}`}; take a larger file or make it smaller.`,
      },
    }
  }
  if (ppi < finest) return null
  return {
    id: 'wasteful-ppi',
    severity: 'warning',
    message: {
      zh: `${what.zh}精度有${ppi} ppi，印报用不到${asset.lineArt ? lineArt : most} ppi以上，输出时会缩小，建议换小一些的文件。`,
      en: `${what.en} has ${ppi} ppi, and print shows no more than ${asset.lineArt ? lineArt : most} ppi; files will have less. Take a smaller file.`,
    },
  }
}

/** Colours of a screen, and inks with a profile, are separated within the limit; other inks are printed as they come. */
function inkFault(what: LocalText, { colour, profile, maxInk }: AssetRecord, item: PictureItem, { inkLimit }: PrintCondition): Fault | null {
  if (colour !== 'cmyk' || profile !== null || item.inks !== 'cmyk' || maxInk === undefined || maxInk <= inkLimit + INK_TOLERANCE) return null
  const [sum, most] = [Math.round(100 * maxInk), Math.round(100 * inkLimit)]
  return {
    id: 'ink-limit',
    severity: 'warning',
    message: {
      zh: `${what.zh}墨量最多${sum}%，超过${most}%的上限，输出时会减到上限以内，颜色会有变化，请换按报纸印刷分色的文件。`,
      en: `${what.en} takes up to ${sum}% of ink, over the limit of ${most}%; files will have less of it, and colours change. Take a file that was separated for newsprint.`,
    },
  }
}

function placeOf(document: Document, owner: RecordId | null): Pick<Finding, 'story' | 'cell'> {
  const found = owner === null ? undefined : document.records[owner]
  if (!found || owner === null) return {}
  return found.type === 'picture' || found.type === 'advert' ? { story: owner, cell: { column: found.area.column, line: found.area.line } } : { story: owner }
}
