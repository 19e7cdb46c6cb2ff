import Database from 'better-sqlite3'
import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleRecord, Document } from '../../../src-core/document/records.ts'
import { recordsOf } from '../../../src-core/document/records.ts'
import type { PageResult } from '../../../src-core/typeset/result.ts'
import { fold, printedTexts } from '../../../src-main/storage/archive-text.ts'
import type { FrozenPage, OpenRevision } from '../../../src-main/storage/archive.ts'
import { DATABASE_FILE } from '../../../src-main/storage/database.ts'
import { openLibrary } from '../../../src-main/storage/library.ts'
import type { Library } from '../../../src-main/storage/library.ts'
import { soundDocument } from '../../core/document/documents.ts'
import { clock, failureCode, newFolder } from './folders.ts'

/** Pages as if they had been set; what is in them is the engine's affair. */
function frozen(document: Document): readonly FrozenPage[] {
  return recordsOf(document, 'page').map(({ id, number, section }) => ({
    page: id,
    result: { frame: { page: { id, number, section } }, stories: [], notes: [] } as unknown as PageResult,
    // What is printed is what the stories say.
    pdf: Buffer.from(`%PDF ${JSON.stringify([number, printedTexts(document).map(({ text }) => text)])}`),
  }))
}

async function archive(library: Library, document: Document, issue: OpenRevision | null = null): Promise<string> {
  return (await library.archive.add(document, frozen(document), (asset) => library.assets.bytes(asset), issue)).key
}

const [base] = fc.sample(soundDocument.filter((document) => recordsOf(document, 'page').length > 0), { numRuns: 1, seed: 3 }) as [Document]

/** An issue of one page with one article of each text, on a date of its own. */
function issueWith(day: number, texts: readonly string[]): Document {
  const issue = { ...recordsOf(base, 'issue')[0]!, date: `2024-01-${String(day).padStart(2, '0')}` }
  const page = recordsOf(base, 'page')[0]!
  const articles = texts.map(
    (text, index): ArticleRecord => ({ type: 'article', id: `article-${index}`, order: index, file: null, page: null, kicker: null, headline: '', subtitle: null, summary: null, byline: null, blocks: [{ role: 'paragraph', text }], notes: [] }),
  )
  const stories = articles.map(({ id }, index) => ({ type: 'story' as const, id: `story-${index}`, page: page.id, article: id, order: index, legs: [{ column: 0, from: 0, to: 9 }], measure: null, headline: null, boxed: false }))
  return { records: Object.fromEntries([issue, page, ...articles, ...stories].map((record) => [record.id, record])) }
}

const codePoints = fc.array(fc.nat(0x10ffff), { maxLength: 20 }).map((numbers) => String.fromCodePoint(...numbers))

/** The same printed pages from records of other names. */
function renamed(document: Document): Document {
  return JSON.parse(JSON.stringify(document).replaceAll('article-', 'renamed-')) as Document
}

it('a search sees the text of every block, and the standing head', () => {
  const document = issueWith(1, ['正文'])
  const article = recordsOf(document, 'article')[0]!
  const blocks: ArticleRecord['blocks'] = [
    { role: 'table', rows: [['品名', '价'], ['白菜', '0.8']] },
    { role: 'list', items: ['提前腾仓', '增设网点'] },
    { role: 'verse', lines: ['明月照城东，', '流水绕城西。'] },
    { role: 'editorsNote', text: '编者按：敬请关注。' },
  ]
  const written = { records: { ...document.records, [article.id]: { ...article, standingHead: '三农视点', blocks } } }
  expect(printedTexts(written).map(({ text }) => text)).toEqual(['三农视点\n品名\t价\n白菜\t0.8\n提前腾仓\n增设网点\n明月照城东，\n流水绕城西。\n编者按：敬请关注。'])
})

describe('folding', () => {
  it('keeps every character in its place, and folds no further the second time', () => {
    fc.assert(
      fc.property(codePoints, (text) => {
        expect(Array.from(fold(text))).toHaveLength(Array.from(text).length)
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it.each([['ＡＢＣ２０２４', 'abc2024'], ['Ａ股', 'a股'], ['（１）', '(1)'], ['阵　地', '阵 地'], ['ｶ', 'カ'], ['ÉCOLE', 'école'], ['𠮷', '𠮷'], ['㈱ﬁ', '㈱ﬁ']])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('searching the archive', () => {
  /** Few characters, so that words meet; forms that fold; marks that a query language might take for its own. */
  const character = fc.constantFrom('阵', '地', '战', '国', 'Ａ', 'a', 'b', '，', '"', '*', ' ', '𠮷', "'", '\u0000')
  const anyText = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(''))
  const words = fc.array(fc.array(character, { minLength: 1, maxLength: 5 }).map((characters) => characters.join('')), { minLength: 1, maxLength: 3 })

  it('finds just the articles that have all the words, of one, two and more characters, newest first, and shows where', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyText, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), fc.array(words, { minLength: 10, maxLength: 20 }), async (issues, queries) => {
        const library = openLibrary(newFolder(), clock)
        const all: { readonly key: string; readonly article: string; readonly folded: string }[] = []
        for (const [day, texts] of issues.entries()) {
          const key = await archive(library, issueWith(day + 1, texts))
          all.unshift(...texts.map((one, index) => ({ key, article: `article-${index}`, folded: fold(one) })))
        }
        for (const query of queries) {
          const wanted = fold(query.join(' ')).split(/\s+/u).filter(Boolean)
          const expected = wanted.length === 0 ? [] : all.filter(({ folded }) => wanted.every((word) => folded.includes(word)))
          const hits = library.archive.search(query.join(' '))
          expect(hits.map(({ key, article }) => ({ key, article }))).toEqual(expected.map(({ key, article }) => ({ key, article })))
          for (const { excerpt, matches } of hits) {
            const shown = matches.map(([from, to]) => fold(Array.from(excerpt).slice(from, to).join('')))
            expect(shown.length).toBeGreaterThan(0)
            for (const match of shown) expect(wanted.some((word) => match.startsWith(word))).toBe(true)
          }
        }
        library.close()
      }),
      { numRuns: 12 },
    )
  })

  it('shows the first match of a long article with text on both sides', async () => {
    const library = openLibrary(newFolder(), clock)
    await archive(library, issueWith(1, [`${'前'.repeat(500)}阵地${'后'.repeat(500)}`]))
    const [hit] = library.archive.search('阵地')
    expect(hit!.excerpt).toMatch(/^…前+阵地后+…$/)
    expect(hit!.excerpt.length).toBeLessThan(100)
    expect(hit!.matches).toEqual([[hit!.excerpt.indexOf('阵地'), hit!.excerpt.indexOf('阵地') + 2]])
    library.close()
  })

  it('holds its own texts to be what was archived, half a surrogate pair included', async () => {
    const library = openLibrary(newFolder(), clock)
    const document = issueWith(1, ['上半\ud842个', '\udfb7\u0000'])
    const key = await archive(library, document)
    expect(library.archive.texts(key).map(({ text }) => text)).toEqual(printedTexts(document).map(({ text }) => text))
    library.close()
  })

  it('sees what was printed and nothing else', () => {
    fc.assert(
      fc.property(soundDocument, (document) => {
        const printed = new Set(recordsOf(document, 'story').map((story) => story.article))
        const found = new Set(printedTexts(document).map(({ article }) => article))
        for (const { id } of recordsOf(document, 'article')) expect(found.has(id)).toBe(printed.has(id))
      }),
    )
  })
})

describe('the archive', () => {
  it('keeps what it was given, by hash', async () => {
    await fc.assert(
      fc.asyncProperty(soundDocument, async (document) => {
        const library = openLibrary(newFolder(), clock)
        const key = await archive(library, document)
        expect(library.archive.document(key)).toEqual(document)
        for (const page of frozen(document)) {
          const { number } = page.result.frame.page
          expect(library.archive.pageResult(key, number).result).toEqual(page.result)
          expect(Buffer.from(library.archive.pdf(key, number)).equals(page.pdf)).toBe(true)
        }
        library.close()
      }),
      { numRuns: 15 },
    )
  })

  it('gives the same content its key again, and other content of the date the next version', async () => {
    const library = openLibrary(newFolder(), clock)
    expect(await archive(library, issueWith(1, ['一']))).toBe('cgrb/2024-01-01/1')
    expect(await archive(library, issueWith(1, ['二']))).toBe('cgrb/2024-01-01/2')
    expect(await archive(library, issueWith(1, ['一']))).toBe('cgrb/2024-01-01/1')
    expect(await archive(library, renamed(issueWith(1, ['二'])))).toBe('cgrb/2024-01-01/2')
    expect(await archive(library, issueWith(2, ['一']))).toBe('cgrb/2024-01-02/1')
    expect(library.archive.list().map(({ key }) => key)).toEqual(['cgrb/2024-01-02/1', 'cgrb/2024-01-01/2', 'cgrb/2024-01-01/1'])
    library.close()
  })

  it('closes the open issue to changes, unless it was changed meanwhile', async () => {
    const library = openLibrary(newFolder(), clock)
    const document = issueWith(1, ['一'])
    library.issues.create('a', Object.values(document.records))
    const rename = (section: string, before = recordsOf(library.issues.load('a').document, 'page')[0]!) => [{ id: before.id, before, after: { ...before, section } }]
    library.issues.commit('a', 1, rename('时政'))
    await expect(archive(library, document, { id: 'a', revision: 1 })).rejects.toMatchObject({ error: { code: 'stale-revision' } })
    expect(library.archive.list()).toEqual([])

    const key = await archive(library, library.issues.load('a').document, { id: 'a', revision: 2 })
    expect(library.issues.list()[0]!.archivedAs).toBe(key)
    expect(failureCode(() => library.issues.commit('a', 2, rename('要闻')))).toBe('archived')
    library.issues.remove('a')
    expect(library.archive.list()).toHaveLength(1)
    library.close()
  })

  it.each([
    `UPDATE archive_entries SET manifest = '{}'`,
    `DELETE FROM archive_entries`,
    `INSERT OR REPLACE INTO archive_entries SELECT key, paper_code, date, version, document, '{}', sha256 FROM archive_entries`,
    `UPDATE archive_articles SET text = ''`,
    `DELETE FROM archive_articles`,
    `INSERT OR REPLACE INTO archive_articles SELECT id, key, date, page, section, article, headline, '', folded FROM archive_articles`,
  ])('refuses %s', async (statement) => {
    const folder = newFolder()
    const library = openLibrary(folder, clock)
    await archive(library, issueWith(1, ['一']))
    library.close()
    const database = new Database(join(folder, DATABASE_FILE))
    expect(() => database.exec(statement)).toThrow('the archive is frozen')
    database.close()
  })
})
