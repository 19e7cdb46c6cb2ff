/** What a search sees of an archived issue: each printed article's words, folded so that spellings of one word meet. */
import { blockText } from '../../src-core/document/blocks.ts'
import type { ArticleRecord, Document, RecordId } from '../../src-core/document/records.ts'
import { placedOn, record, recordsOf } from '../../src-core/document/records.ts'

export interface PrintedText {
  readonly page: string
  readonly section: string
  /** The article's record, or the picture's for a caption that belongs to no article. */
  readonly article: RecordId
  readonly headline: string
  /** Parts in reading order, one a line. */
  readonly text: string
}

/** The articles on the pages, each once, in the pages' order. The pool's other articles were not printed. */
export function printedTexts(document: Document): readonly PrintedText[] {
  const texts = new Map<RecordId, PrintedText>()
  for (const page of recordsOf(document, 'page')) {
    const stories = placedOn(document, 'story', page.id)
    const pictures = placedOn(document, 'picture', page.id)
    const words = (picture: (typeof pictures)[number]) => [picture.caption, picture.credit].filter(Boolean).join('　')
    for (const story of stories) {
      const article = record(document, 'article', story.article)
      if (!article) continue
      const captions = pictures.filter((picture) => picture.story === story.id).map(words)
      const known = texts.get(article.id)
      if (known) {
        // A part that continues the article brings its own pictures.
        texts.set(article.id, { ...known, text: [known.text, ...captions.filter(Boolean).map(wellFormed)].join('\n') })
        continue
      }
      texts.set(article.id, {
        page: page.number,
        section: page.section,
        article: article.id,
        headline: wellFormed(article.headline),
        text: wellFormed([...partsOf(article), ...captions].filter(Boolean).join('\n')),
      })
    }
    for (const picture of pictures) {
      const text = wellFormed(words(picture))
      if (!text || picture.story) continue
      texts.set(picture.id, { page: page.number, section: page.section, article: picture.id, headline: wellFormed(picture.caption ?? text), text })
    }
  }
  return [...texts.values()]
}

/** Half a surrogate pair, which a bad paste may leave, as the UTF-8 of the database will have it. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}

function partsOf(article: ArticleRecord): readonly (string | null)[] {
  return [article.standingHead ?? null, article.kicker, article.headline, article.subtitle, article.summary, article.byline, ...article.blocks.map(blockText)]
}

/**
 * Full-width and half-width, capital and small, a compatibility form and its own character are one. Character by
 * character, so that a place in the folded text is the same place in the text.
 */
export function fold(text: string): string {
  return Array.from(text, foldCharacter).join('')
}

function foldCharacter(character: string): string {
  // SQLite's text ends for some of its functions at a NUL.
  if (character === '\u0000') return ' '
  const wide = single(character.normalize('NFKC'), character)
  return single(wide.toLowerCase(), wide)
}

function single(folded: string, otherwise: string): string {
  const [first, second] = folded
  return first !== undefined && second === undefined ? first : otherwise
}
