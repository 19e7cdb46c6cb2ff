/** What keeps a page of a PDF from being vectors, in the editor's words. */
import type { LocalText } from '../document/local-text.ts'
import type { PdfFaultKind, PdfObstacle } from '../document/pdf-page.ts'

const FAULTS: Readonly<Record<Exclude<PdfFaultKind, 'font'>, LocalText>> = {
  rgb: { zh: '用了 RGB 颜色', en: 'has RGB colours' },
  profile: { zh: '用了带特性文件的颜色或 Lab 颜色', en: 'has colours with a profile of their own, or Lab' },
  transparency: { zh: '用了透明效果', en: 'has transparency' },
  layers: { zh: '分了图层', en: 'has layers' },
  compression: { zh: '有印刷文件不许用的图片压缩或位数', en: 'has pictures packed in a way that print files may not have' },
  overprint: { zh: '有黑色以外的叠印', en: 'overprints with other inks than black' },
  unmeasured: { zh: '有算不出墨量的渐变或图片', en: 'has shadings or pictures whose ink cannot be told' },
  screening: { zh: '带有传递曲线', en: 'has transfer curves' },
  drawing: { zh: '内容有损坏或过于复杂', en: 'is damaged or too complex in places' },
}

/** Follows 广告的 PDF, “the PDF of the advert”. */
export function pdfObstacleText(obstacle: PdfObstacle): LocalText {
  if (obstacle.kind === 'font') {
    const names = obstacle.names?.join('、') ?? ''
    return { zh: `没有嵌入字体${names}`, en: `lacks the fonts ${names.replaceAll('、', ', ')}` }
  }
  if (obstacle.kind === 'ink-limit') return { zh: `墨量最多${Math.round(100 * obstacle.ink)}%`, en: `takes up to ${Math.round(100 * obstacle.ink)}% of ink` }
  if (obstacle.kind !== 'plate') return FAULTS[obstacle.kind]
  if (obstacle.names.length > 0) return { zh: `用了专色${obstacle.names.join('、')}`, en: `has the spot colours ${obstacle.names.join(', ')}` }
  return { zh: '用了本版没有的色版', en: 'has inks that the page has no plates for' }
}
