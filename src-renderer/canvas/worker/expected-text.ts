/** What a page will show in which face, before it is set: outlines can be on their way while the engine works. */
import { blockText } from '../../../src-core/document/blocks.ts'
import { headlineSettings } from '../../../src-core/document/headline.ts'
import { issueOf, placedOn, record, type Block, type Document, type RecordId } from '../../../src-core/document/records.ts'
import type { FaceId } from '../../../src-core/document/style.ts'
import { leadsOf } from '../../../src-core/typeset/page/body.ts'

export interface ExpectedText {
  readonly face: FaceId
  readonly text: string
}

/** Most of it; what the engine sets otherwise is asked for when it is known. */
export function expectedText(document: Document, page: RecordId): readonly ExpectedText[] {
  const { style } = issueOf(document)
  // Western text of a composite face is little, and asked for when it is known.
  const hanFaces = new Map((style.composites ?? []).map(({ id, han }) => [id, han]))
  const expect = (face: FaceId, text: string): ExpectedText => ({ face: hanFaces.get(face) ?? face, text })
  const captions = placedOn(document, 'picture', page).map(({ caption, credit }) => expect(style.caption, `${caption ?? ''}${credit ?? ''}`))
  const stories = placedOn(document, 'story', page).flatMap((story) => {
    const article = record(document, 'article', story.article)
    if (!article) return []
    const titles = headlineSettings(style, story)
    const leads = leadsOf(article, style.paragraph?.leadBlocks)
    const body = article.blocks.filter((_, index) => !leads.has(index))
    const textOf = (...roles: readonly Block['role'][]) => body.filter((block) => roles.includes(block.role)).map(blockText).join('')
    return [
      expect(style.lead, [...leads].map((index) => blockText(article.blocks[index]!)).join('')),
      expect(style.bodyFace, textOf('paragraph', 'list', 'table')),
      expect(style.crosshead, textOf('crosshead')),
      expect(style.paragraph?.verseFace ?? 'kai', textOf('verse')),
      expect(style.paragraph?.editorsNoteFace ?? 'kai', textOf('editorsNote')),
      expect(style.byline, article.byline ?? ''),
      expect(titles.headline.face, article.headline),
      expect(titles.kicker.face, article.kicker ?? ''),
      expect(titles.subtitle.face, article.subtitle ?? ''),
    ]
  })
  return [...stories, ...captions]
}
