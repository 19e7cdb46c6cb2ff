/** An article's blocks, ready to flow. Under a narrow headline the byline is the first of them. */
import { blockText } from '../../document/blocks.ts'
import type { Grid } from '../../document/grid.ts'
import type { ArticleRecord } from '../../document/records.ts'
import type { HouseStyle } from '../../document/style.ts'
import type { BodyBlock } from './body-block.ts'
import { bodyParagraph } from './body-paragraph.ts'
import { bylineBlock } from './byline.ts'
import type { Composer, WordSetting } from './composer.ts'
import { crosshead } from './crosshead.ts'
import { tableBlock } from './table.ts'
import { bodyMarks, markedWords, markRoom } from './word-marks.ts'

/** Paragraphs before the first crosshead are the lead (导语), if they are no more than these. */
const MOST_LEADS = 3

export function bodyBlocks(composer: Composer, style: HouseStyle, grid: Grid, article: ArticleRecord, bylineInLeg: boolean): readonly BodyBlock[] {
  const leads = leadCount(article)
  const room = markRoom(grid.linePitch - grid.bodySize, grid.bodySize, bodyMarks(article))
  const blocks = article.blocks.map((block, index): BodyBlock => {
    const source = { record: article.id, part: 'block', block: index } as const
    if (block.role === 'table') return tableBlock(composer, style, grid, block, source)
    // The white of a crosshead's neighbours serves the marks of a single line.
    const alone = block.role === 'crosshead' && block.lines.length === 1
    const marked = (setting: WordSetting) => markedWords(setting, block.marks, style, alone ? { over: grid.linePitch, under: grid.linePitch } : room)
    if (block.role === 'crosshead') return crosshead(composer, block.lines, style.crosshead, grid.bodySize, source, marked)
    const face = index < leads ? style.lead : style.bodyFace
    return bodyParagraph(composer, blockText(block), marked({ face, size: grid.bodySize }), source)
  })
  const byline = bylineInLeg && article.byline ? [bylineBlock(composer, article.byline, { face: style.byline, size: grid.bodySize }, { record: article.id, part: 'byline' })] : []
  return [...byline, ...blocks]
}

function leadCount({ blocks }: ArticleRecord): number {
  const first = blocks.findIndex((block) => block.role === 'crosshead')
  return first > 0 && first <= MOST_LEADS ? first : 0
}
